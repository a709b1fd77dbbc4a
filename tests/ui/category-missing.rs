port_consts::ports!("ui/category-missing.csv");

fn main() {}
