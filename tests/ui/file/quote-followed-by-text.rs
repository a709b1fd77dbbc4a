port_consts::ports!("ui/file/quote-followed-by-text.csv");

fn main() {}
