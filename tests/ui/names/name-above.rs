port_consts::ports!("ui/names/name-above.csv");

fn main() {}
