port_consts::ports! {
    #[ports(columns(port = "From Port", last = "To Port"))]
    pub enum Service = "ui/header/range-in-two-columns.csv";
}

fn main() {}
