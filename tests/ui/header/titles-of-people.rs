port_consts::ports!("ui/header/titles-of-people.csv");

fn main() {}
