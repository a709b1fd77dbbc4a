port_consts::ports!("ui/separated-by-semicolons.csv");

fn main() {}
