port_consts::ports!("ui/same-row-twice.csv");

fn main() {}
