port_consts::ports!("ui/alias-twice.csv");

fn main() {}
