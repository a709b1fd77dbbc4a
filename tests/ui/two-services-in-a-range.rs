port_consts::ports!("ui/two-services-in-a-range.csv");

fn main() {}
