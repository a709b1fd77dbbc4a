port_consts::ports!("ui/transports/transport-not-read.csv");

fn main() {}
