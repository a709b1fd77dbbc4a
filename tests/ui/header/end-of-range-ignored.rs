port_consts::ports! {
    #[ports(columns(port = "from", ignore = "to"))]
    pub enum Service = "ui/header/end-of-range-ignored.csv";
}

fn main() {}
