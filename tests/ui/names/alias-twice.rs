port_consts::ports!("ui/names/alias-twice.csv");

fn main() {}
