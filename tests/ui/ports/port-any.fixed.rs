port_consts::ports! {
    #[ports(skip(port = "any"))]
    pub enum Service = "ui/ports/port-any.csv";
}

fn main() {}
