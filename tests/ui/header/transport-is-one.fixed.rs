port_consts::ports! {
    #[ports(columns(tcp = "tcp", udp = "udp"))]
    pub enum Service = "ui/header/transport-is-one.csv";
}

fn main() {}
