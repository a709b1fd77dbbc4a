port_consts::ports!("ui/names/identifier-collision.csv");

fn main() {}
