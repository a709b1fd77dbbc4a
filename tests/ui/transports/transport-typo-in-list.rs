port_consts::ports!("ui/transports/transport-typo-in-list.csv");

fn main() {}
