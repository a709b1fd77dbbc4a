port_consts::ports! {
    #[ports(columns(ignore = ""))]
    pub enum Service = "ui/header/column-untitled.csv";
}

fn main() {}
