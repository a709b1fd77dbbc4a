port_consts::ports!("ui/names/name-too-long.csv");

fn main() {}
