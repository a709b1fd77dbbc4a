port_consts::ports!("ui/rows/tls-of-itself.csv");

fn main() {}
