port_consts::ports!("ui/port-with-fraction.csv");

fn main() {}
