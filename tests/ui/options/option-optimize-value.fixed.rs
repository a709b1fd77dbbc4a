port_consts::ports! {
    #[ports(optimize = "size")]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
