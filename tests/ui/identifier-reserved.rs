port_consts::ports!("ui/identifier-reserved.csv");

fn main() {}
