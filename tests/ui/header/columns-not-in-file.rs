port_consts::ports! {
    #[ports(columns(name = "サービス", ignore = "Notes"))]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
