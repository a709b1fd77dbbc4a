port_consts::ports!("ui/rows/status-unknown.csv");

fn main() {}
