port_consts::ports!("ui/port-in-hex.csv");

fn main() {}
