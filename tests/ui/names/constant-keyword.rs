port_consts::ports!("ui/names/constant-keyword.csv");

fn main() {}
