port_consts::ports! {
    #[ports(constants = true, constants = false)]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
