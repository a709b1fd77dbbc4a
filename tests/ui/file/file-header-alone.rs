port_consts::ports!("ui/file/file-header-alone.csv");

fn main() {}
