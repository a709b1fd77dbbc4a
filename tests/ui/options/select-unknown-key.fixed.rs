port_consts::ports! {
    #[ports(select(category = "post"))]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
