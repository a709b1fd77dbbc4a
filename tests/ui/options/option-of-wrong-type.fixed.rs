port_consts::ports! {
    #[ports(constants = false)]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
