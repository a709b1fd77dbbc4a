port_consts::ports!("ui/ports/port-with-plus.csv");

fn main() {}
