port_consts::ports! {
    #[ports(columns(name = "Application", port = "Dest. Port", transport = "Prot.", ignore = "Rack"))]
    pub enum Service = "ui/header/titles-of-people.csv";
}

fn main() {}
