port_consts::ports!("ui/rows/tls-of-in-a-circle.csv");

fn main() {}
