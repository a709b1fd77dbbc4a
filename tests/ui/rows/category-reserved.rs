port_consts::ports!("ui/rows/category-reserved.csv");

fn main() {}
