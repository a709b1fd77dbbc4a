port_consts::ports!("ui/nul-character.csv");

fn main() {}
