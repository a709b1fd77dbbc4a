port_consts::ports!("ui/quote-unclosed.csv");

fn main() {}
