port_consts::ports!("ui/header/title-line-above.csv");

fn main() {}
