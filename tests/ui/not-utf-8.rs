port_consts::ports!("ui/not-utf-8.csv");

fn main() {}
