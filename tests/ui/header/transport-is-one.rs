port_consts::ports! {
    #[ports(columns(transport = "tcp", ignore = "udp"))]
    pub enum Service = "ui/header/transport-is-one.csv";
}

fn main() {}
