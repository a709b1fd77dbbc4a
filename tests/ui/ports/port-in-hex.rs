port_consts::ports!("ui/ports/port-in-hex.csv");

fn main() {}
