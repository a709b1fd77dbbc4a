port_consts::ports!("ui/rows/category-missing.csv");

fn main() {}
