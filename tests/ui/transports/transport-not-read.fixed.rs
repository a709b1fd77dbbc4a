port_consts::ports! {
    #[ports(skip(transport = "icmp"))]
    pub enum Service = "ui/transports/transport-not-read.csv";
}

fn main() {}
