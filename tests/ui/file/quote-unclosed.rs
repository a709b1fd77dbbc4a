port_consts::ports!("ui/file/quote-unclosed.csv");

fn main() {}
