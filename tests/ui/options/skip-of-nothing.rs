port_consts::ports! {
    #[ports(skip(transport = "icmp"))]
    pub enum Service = "ui/options/skip-of-nothing.csv";
}

fn main() {}
