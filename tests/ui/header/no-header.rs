port_consts::ports!("ui/header/no-header.csv");

fn main() {}
