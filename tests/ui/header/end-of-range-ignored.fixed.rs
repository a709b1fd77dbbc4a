port_consts::ports! {
    #[ports(columns(port = "from", last = "to"))]
    pub enum Service = "ui/header/end-of-range-ignored.csv";
}

fn main() {}
