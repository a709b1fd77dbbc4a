port_consts::ports!("ui/quote-followed-by-text.csv");

fn main() {}
