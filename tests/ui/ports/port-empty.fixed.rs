port_consts::ports! {
    #[ports(skip(port = ""))]
    pub enum Service = "ui/ports/port-empty.csv";
}

fn main() {}
