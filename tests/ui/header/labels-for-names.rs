port_consts::ports!("ui/header/labels-for-names.csv");

fn main() {}
