port_consts::ports! {
    #[ports(skip(port = "n/a"))]
    pub enum Service = "ui/options/skip-of-texts.csv";
}

fn main() {}
