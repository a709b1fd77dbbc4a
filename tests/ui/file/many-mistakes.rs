port_consts::ports!("ui/file/many-mistakes.csv");

fn main() {}
