port_consts::ports! {
    #[ports(lookup = "table", optimize = "speed")]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
