port_consts::ports!("ui/column-missing.csv");

fn main() {}
