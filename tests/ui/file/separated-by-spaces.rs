port_consts::ports!("ui/file/separated-by-spaces.csv");

fn main() {}
