port_consts::ports! {
    #[ports(lookup = "tables", optimize = "speed")]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
