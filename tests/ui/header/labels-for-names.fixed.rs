port_consts::ports! {
    #[ports(columns(label = "Description"))]
    pub enum Service = "ui/header/labels-for-names.csv";
}

fn main() {}
