port_consts::ports!("ui/ports/range-spelled-otherwise.csv");

fn main() {}
