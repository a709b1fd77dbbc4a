port_consts::ports!("ui/file/drawn.csv");

fn main() {}
