port_consts::ports! {
    #[ports(select(categroy = "post"))]
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
