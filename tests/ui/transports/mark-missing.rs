port_consts::ports!("ui/transports/mark-missing.csv");

fn main() {}
