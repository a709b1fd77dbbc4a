port_consts::ports! {
    #[ports(columns(name = "Service Name"))]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
