port_consts::ports!("ui/names/name-with-space.csv");

fn main() {}
