port_consts::ports!("ui/names/alias-is-a-name.csv");

fn main() {}
