port_consts::ports!("ui/name-without-letter.csv");

fn main() {}
