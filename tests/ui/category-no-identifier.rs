port_consts::ports!("ui/category-no-identifier.csv");

fn main() {}
