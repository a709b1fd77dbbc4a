port_consts::ports!("ui/transport-unknown.csv");

fn main() {}
