port_consts::ports!("ui/rows/rows-that-overlap.csv");

fn main() {}
