port_consts::ports!("ui/status-unknown.csv");

fn main() {}
