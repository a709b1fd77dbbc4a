port_consts::ports!("ui/constant-keyword.csv");

fn main() {}
