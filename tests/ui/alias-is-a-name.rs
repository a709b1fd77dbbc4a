port_consts::ports!("ui/alias-is-a-name.csv");

fn main() {}
