port_consts::ports! {
    #[ports(columns(nmae = "Service Name"))]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
