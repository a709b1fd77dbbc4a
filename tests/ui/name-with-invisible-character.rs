port_consts::ports!("ui/name-with-invisible-character.csv");

fn main() {}
