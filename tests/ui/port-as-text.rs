port_consts::ports!("ui/port-as-text.csv");

fn main() {}
