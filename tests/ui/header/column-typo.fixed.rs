port_consts::ports! {
    #[ports(columns(port = "prot"))]
    pub enum Service = "ui/header/column-typo.csv";
}

fn main() {}
