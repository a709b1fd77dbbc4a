port_consts::ports!("ui/names/name-without-letter.csv");

fn main() {}
