port_consts::ports! {
    #[ports(within = User)]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
