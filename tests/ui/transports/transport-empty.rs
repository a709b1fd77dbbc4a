port_consts::ports!("ui/transports/transport-empty.csv");

fn main() {}
