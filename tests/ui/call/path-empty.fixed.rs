port_consts::ports!("ui/options/options.csv");

fn main() {}
