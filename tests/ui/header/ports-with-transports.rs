port_consts::ports!("ui/header/ports-with-transports.csv");

fn main() {}
