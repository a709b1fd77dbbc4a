port_consts::ports!("ui/rows/two-services-on-one-port.csv");

fn main() {}
