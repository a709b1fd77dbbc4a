port_consts::ports!("ui/ports/port-any.csv");

fn main() {}
