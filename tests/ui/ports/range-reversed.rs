port_consts::ports!("ui/ports/range-reversed.csv");

fn main() {}
