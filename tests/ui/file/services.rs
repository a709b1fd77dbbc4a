port_consts::ports!("ui/file/services.csv");

fn main() {}
