port_consts::ports!("ui/rows/lists-that-overlap.csv");

fn main() {}
