port_consts::ports! {
    #[ports(conflicts = "first", identifiers = "numbered", default(transport = "tcp/udp"), skip(name = ""))]
    pub enum Service = "ui/options/iana-of-another-file.csv";
}

fn main() {}
