port_consts::ports!("ui/ports/port-with-thousands.csv");

fn main() {}
