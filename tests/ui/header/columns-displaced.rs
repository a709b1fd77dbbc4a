port_consts::ports! {
    #[ports(columns(name = "Service Name"))]
    pub enum Plan = "ui/header/columns-displaced.csv";
}

fn main() {}
