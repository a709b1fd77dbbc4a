port_consts::ports!("ui/range-reversed.csv");

fn main() {}
