port_consts::ports!("ui/tls-of-nothing.csv");

fn main() {}
