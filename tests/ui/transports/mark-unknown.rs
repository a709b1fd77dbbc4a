port_consts::ports!("ui/transports/mark-unknown.csv");

fn main() {}
