port_consts::ports!("ui/ports/port-negative.csv");

fn main() {}
