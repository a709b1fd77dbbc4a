port_consts::ports!("ui/name-empty.csv");

fn main() {}
