port_consts::ports! {
    #[ports(within = Usr)]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
