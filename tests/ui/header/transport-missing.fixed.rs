port_consts::ports! {
    #[ports(default(transport = "tcp"))]
    pub enum Service = "ui/header/transport-missing.csv";
}

fn main() {}
