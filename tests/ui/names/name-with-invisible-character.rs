port_consts::ports!("ui/names/name-with-invisible-character.csv");

fn main() {}
