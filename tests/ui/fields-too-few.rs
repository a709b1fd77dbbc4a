port_consts::ports!("ui/fields-too-few.csv");

fn main() {}
