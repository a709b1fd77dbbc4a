port_consts::ports!("ui/names/constant-no-identifier.csv");

fn main() {}
