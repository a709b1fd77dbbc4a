port_consts::ports!("ui/header/range-without-header.csv");

fn main() {}
