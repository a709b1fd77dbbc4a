port_consts::ports!("ui/column-untitled.csv");

fn main() {}
