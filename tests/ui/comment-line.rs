port_consts::ports!("ui/comment-line.csv");

fn main() {}
