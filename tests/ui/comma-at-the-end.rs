port_consts::ports!("ui/comma-at-the-end.csv");

fn main() {}
