port_consts::ports! {
    #[ports(select(category = "pots", name = ["web", "mali"]))]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
