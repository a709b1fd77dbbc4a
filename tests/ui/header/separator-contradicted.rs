port_consts::ports!("ui/header/separator-contradicted.csv");

fn main() {}
