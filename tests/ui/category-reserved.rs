port_consts::ports!("ui/category-reserved.csv");

fn main() {}
