port_consts::ports!("ui/header/transports-untitled.csv");

fn main() {}
