port_consts::ports!("ui/column-unknown.csv");

fn main() {}
