port_consts::ports!("ui/header/range-in-two-columns.csv");

fn main() {}
