port_consts::ports!("ui/header/column-missing.csv");

fn main() {}
