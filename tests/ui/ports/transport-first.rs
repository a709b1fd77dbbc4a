port_consts::ports!("ui/ports/transport-first.csv");

fn main() {}
