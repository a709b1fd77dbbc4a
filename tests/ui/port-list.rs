port_consts::ports!("ui/port-list.csv");

fn main() {}
