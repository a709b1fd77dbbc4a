port_consts::ports! {
    #[ports(optimize = size)]
    pub enum Plan = "ui/options.csv";
}

fn main() {}
