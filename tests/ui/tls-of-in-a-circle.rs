port_consts::ports!("ui/tls-of-in-a-circle.csv");

fn main() {}
