port_consts::ports!("ui/file/file-empty.csv");

fn main() {}
