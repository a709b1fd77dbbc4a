port_consts::ports! {
    #[ports(columns(name = "Service Name", ignore = "name"))]
    pub enum Plan = "ui/header/columns-displaced.csv";
}

fn main() {}
