port_consts::ports!("ui/header/one-column.csv");

fn main() {}
