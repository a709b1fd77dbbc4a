port_consts::ports!("ui/file/nul-character.csv");

fn main() {}
