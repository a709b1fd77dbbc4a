port_consts::ports!("ui/header/in-quotes.csv");

fn main() {}
