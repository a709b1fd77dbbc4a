port_consts::ports!("ui/ports/last-below-first.csv");

fn main() {}
