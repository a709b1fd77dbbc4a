port_consts::ports! {
    #[ports(select(categroy = "post"))]
    pub enum Plan = "ui/options.csv";
}

fn main() {}
