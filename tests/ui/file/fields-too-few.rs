port_consts::ports!("ui/file/fields-too-few.csv");

fn main() {}
