port_consts::ports!("ui/category-collision.csv");

fn main() {}
