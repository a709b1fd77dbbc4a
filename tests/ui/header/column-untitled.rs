port_consts::ports!("ui/header/column-untitled.csv");

fn main() {}
