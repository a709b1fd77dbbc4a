port_consts::ports!("ui/two-services-on-one-port.csv");

fn main() {}
