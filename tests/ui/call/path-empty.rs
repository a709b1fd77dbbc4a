port_consts::ports!("");

fn main() {}
