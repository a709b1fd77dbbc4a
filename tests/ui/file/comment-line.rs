port_consts::ports!("ui/file/comment-line.csv");

fn main() {}
