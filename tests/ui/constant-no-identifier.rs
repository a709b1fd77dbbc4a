port_consts::ports!("ui/constant-no-identifier.csv");

fn main() {}
