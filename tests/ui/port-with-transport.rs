port_consts::ports!("ui/port-with-transport.csv");

fn main() {}
