port_consts::ports!("ui/rows/same-row-twice.csv");

fn main() {}
