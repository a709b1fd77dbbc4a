port_consts::ports!("ui/ports/swapped.csv");

fn main() {}
