port_consts::ports!("ui/port-above-65535.csv");

fn main() {}
