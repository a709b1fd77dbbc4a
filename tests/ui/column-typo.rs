port_consts::ports!("ui/column-typo.csv");

fn main() {}
