port_consts::ports!("ui/variant-collision.csv");

fn main() {}
