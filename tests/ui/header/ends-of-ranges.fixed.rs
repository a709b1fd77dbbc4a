port_consts::ports! {
    #[ports(columns(port = "lport", last = "hport"))]
    pub enum Service = "ui/header/ends-of-ranges.csv";
}

fn main() {}
