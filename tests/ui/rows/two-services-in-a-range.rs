port_consts::ports!("ui/rows/two-services-in-a-range.csv");

fn main() {}
