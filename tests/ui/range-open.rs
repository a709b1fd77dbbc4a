port_consts::ports!("ui/range-open.csv");

fn main() {}
