port_consts::ports!("ui/constant-twice.csv");

fn main() {}
