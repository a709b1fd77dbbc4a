port_consts::ports!("ui/transport-typo-in-list.csv");

fn main() {}
