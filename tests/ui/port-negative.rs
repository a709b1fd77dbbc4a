port_consts::ports!("ui/port-negative.csv");

fn main() {}
