port_consts::ports!("ui/port-empty.csv");

fn main() {}
