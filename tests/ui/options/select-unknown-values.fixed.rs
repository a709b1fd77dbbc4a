port_consts::ports! {
    #[ports(select(category = "post", name = ["web", "mail"]))]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
