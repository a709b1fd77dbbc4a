port_consts::ports!("ui/header/transport-missing.csv");

fn main() {}
