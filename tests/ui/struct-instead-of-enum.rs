port_consts::ports! {
    pub struct Plan = "ui/options.csv";
}

fn main() {}
