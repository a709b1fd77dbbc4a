port_consts::ports! {
    #[ports(conflicts = "frist")]
    pub enum Plan = "ui/options.csv";
}

fn main() {}
