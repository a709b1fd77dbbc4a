port_consts::ports! {
    #[ports(select(category = "post", transport = "udp"))]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
