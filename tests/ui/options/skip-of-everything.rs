port_consts::ports! {
    #[ports(skip(transport = "tcp"))]
    pub enum Service = "ui/options/skip-of-nothing.csv";
}

fn main() {}
