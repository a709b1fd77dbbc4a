port_consts::ports!("ui/header/column-typo.csv");

fn main() {}
