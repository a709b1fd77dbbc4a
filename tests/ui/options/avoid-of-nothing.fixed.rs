port_consts::ports! {
    pub enum Plan = "ui/options/options.csv";
}

fn main() {}
