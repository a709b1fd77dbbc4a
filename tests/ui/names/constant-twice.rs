port_consts::ports!("ui/names/constant-twice.csv");

fn main() {}
