port_consts::ports!("ui/header/column-unknown.csv");

fn main() {}
