port_consts::ports! {
    #[ports(conflicts = "frist")]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
