port_consts::ports! {
    #[ports(format = "services")]
    pub enum Service = "ui/file/services-with-other-transports.csv";
}

fn main() {}
