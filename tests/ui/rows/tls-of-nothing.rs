port_consts::ports!("ui/rows/tls-of-nothing.csv");

fn main() {}
