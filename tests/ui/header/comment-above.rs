port_consts::ports!("ui/header/comment-above.csv");

fn main() {}
