port_consts::ports! {
    #[ports(within = User)]
    pub enum Plan = "ui/options/within.csv";
}

fn main() {}
