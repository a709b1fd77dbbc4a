port_consts::ports!("ui/names/variant-collision.csv");

fn main() {}
