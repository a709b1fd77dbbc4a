port_consts::ports! {
    #[ports(columns(name = "Service Name", ignore = "Reference"))]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
