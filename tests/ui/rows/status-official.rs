port_consts::ports!("ui/rows/status-official.csv");

fn main() {}
