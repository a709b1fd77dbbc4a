port_consts::ports!("ui/ports/port-empty.csv");

fn main() {}
