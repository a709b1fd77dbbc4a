port_consts::ports!("ui/names/name-empty.csv");

fn main() {}
