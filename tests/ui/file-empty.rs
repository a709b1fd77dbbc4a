port_consts::ports!("ui/file-empty.csv");

fn main() {}
