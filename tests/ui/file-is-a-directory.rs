port_consts::ports!("ui");

fn main() {}
