port_consts::ports!("ui/tls-of-itself.csv");

fn main() {}
