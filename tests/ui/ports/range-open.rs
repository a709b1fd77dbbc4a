port_consts::ports!("ui/ports/range-open.csv");

fn main() {}
