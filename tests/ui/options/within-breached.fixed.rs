port_consts::ports! {
    #[ports(within = 80..=8025)]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
