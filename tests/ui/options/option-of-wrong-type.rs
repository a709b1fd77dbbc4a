port_consts::ports! {
    #[ports(constants = "no")]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
