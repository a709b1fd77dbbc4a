port_consts::ports!("ui/name-with-space.csv");

fn main() {}
