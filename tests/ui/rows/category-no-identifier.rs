port_consts::ports!("ui/rows/category-no-identifier.csv");

fn main() {}
