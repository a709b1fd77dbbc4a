port_consts::ports!("ui/file/fields-too-many.csv");

fn main() {}
