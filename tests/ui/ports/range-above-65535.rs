port_consts::ports!("ui/ports/range-above-65535.csv");

fn main() {}
