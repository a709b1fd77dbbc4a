port_consts::ports!("ui/file/comma-at-the-end.csv");

fn main() {}
