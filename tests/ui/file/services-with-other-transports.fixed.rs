port_consts::ports! {
    #[ports(format = "services", skip(transport = "ddp"))]
    pub enum Service = "ui/file/services-with-other-transports.csv";
}

fn main() {}
