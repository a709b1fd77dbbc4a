port_consts::ports!("ui/rows/category-collision.csv");

fn main() {}
