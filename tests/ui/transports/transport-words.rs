port_consts::ports!("ui/transports/transport-words.csv");

fn main() {}
