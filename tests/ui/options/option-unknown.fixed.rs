port_consts::ports! {
    #[ports(conflicts = "first")]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
