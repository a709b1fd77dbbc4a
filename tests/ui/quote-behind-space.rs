port_consts::ports!("ui/quote-behind-space.csv");

fn main() {}
