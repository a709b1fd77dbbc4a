port_consts::ports!("ui/ports/port-by-a-spreadsheet.csv");

fn main() {}
