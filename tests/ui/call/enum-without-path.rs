port_consts::ports! {
    pub enum Plan;
}

fn main() {}
