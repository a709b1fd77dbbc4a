port_consts::ports!("ui/range-above-65535.csv");

fn main() {}
