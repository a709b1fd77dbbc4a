port_consts::ports!("ui/options/skip-of-nothing.csv");

fn main() {}
