port_consts::ports!("ui/ports/port-with-transport.csv");

fn main() {}
