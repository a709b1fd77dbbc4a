port_consts::ports!("ui/ports/port-as-text.csv");

fn main() {}
