port_consts::ports! {
    #[ports(confilcts = "first")]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
