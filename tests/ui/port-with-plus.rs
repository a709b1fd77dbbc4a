port_consts::ports!("ui/port-with-plus.csv");

fn main() {}
