port_consts::ports!("ui/transports/transport-unknown.csv");

fn main() {}
