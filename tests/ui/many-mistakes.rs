port_consts::ports!("ui/many-mistakes.csv");

fn main() {}
