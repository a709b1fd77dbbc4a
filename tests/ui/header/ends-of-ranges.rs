port_consts::ports!("ui/header/ends-of-ranges.csv");

fn main() {}
