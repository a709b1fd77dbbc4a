port_consts::ports!("ui/file/not-utf-8.csv");

fn main() {}
