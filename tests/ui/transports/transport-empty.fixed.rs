port_consts::ports! {
    #[ports(default(transport = "tcp"))]
    pub enum Service = "ui/transports/transport-empty.csv";
}

fn main() {}
