port_consts::ports!("ui/header/repeated.csv");

fn main() {}
