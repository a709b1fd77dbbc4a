port_consts::ports!("ui/column-doubled.csv");

fn main() {}
