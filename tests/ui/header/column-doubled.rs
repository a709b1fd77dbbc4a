port_consts::ports!("ui/header/column-doubled.csv");

fn main() {}
