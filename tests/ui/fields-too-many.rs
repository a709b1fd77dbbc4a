port_consts::ports!("ui/fields-too-many.csv");

fn main() {}
