port_consts::ports! {
    #[ports(skip(name = ""))]
    pub enum Service = "ui/names/name-empty.csv";
}

fn main() {}
