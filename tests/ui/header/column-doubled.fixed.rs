port_consts::ports! {
    #[ports(columns(port = "Port Number", ignore = "port"))]
    pub enum Service = "ui/header/column-doubled.csv";
}

fn main() {}
