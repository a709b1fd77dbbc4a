port_consts::ports!("ui/header/ports-by-transport.csv");

fn main() {}
