port_consts::ports! {
    #[ports(format = "services")]
    pub enum Service = "ui/file/services.csv";
}

fn main() {}
