port_consts::ports! {
    #[ports(avoid(except = [1]))]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
