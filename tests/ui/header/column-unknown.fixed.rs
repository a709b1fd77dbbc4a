port_consts::ports! {
    #[ports(columns(ignore = "owner"))]
    pub enum Service = "ui/header/column-unknown.csv";
}

fn main() {}
