port_consts::ports!("ui/file/row-in-quotes.csv");

fn main() {}
