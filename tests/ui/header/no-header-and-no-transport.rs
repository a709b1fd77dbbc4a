port_consts::ports!("ui/header/no-header-and-no-transport.csv");

fn main() {}
