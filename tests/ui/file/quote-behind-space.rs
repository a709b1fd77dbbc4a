port_consts::ports!("ui/file/quote-behind-space.csv");

fn main() {}
