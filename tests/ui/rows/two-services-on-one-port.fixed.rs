port_consts::ports! {
    #[ports(conflicts = "first")]
    pub enum Service = "ui/rows/two-services-on-one-port.csv";
}

fn main() {}
