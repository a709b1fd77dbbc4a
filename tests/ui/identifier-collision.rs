port_consts::ports!("ui/identifier-collision.csv");

fn main() {}
