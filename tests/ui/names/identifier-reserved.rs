port_consts::ports!("ui/names/identifier-reserved.csv");

fn main() {}
