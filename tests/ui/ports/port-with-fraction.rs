port_consts::ports!("ui/ports/port-with-fraction.csv");

fn main() {}
