port_consts::ports! {
    #[ports(default(transport = "tcp"))]
    pub enum Service = "ui/header/no-header-and-no-transport.fixed.csv";
}

fn main() {}
