port_consts::ports!("ui/ports/port-above-65535.csv");

fn main() {}
