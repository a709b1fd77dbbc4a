port_consts::ports!("ui/file-header-alone.csv");

fn main() {}
