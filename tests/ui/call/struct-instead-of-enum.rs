port_consts::ports! {
    pub struct Plan = "ui/options/options.csv";
}

fn main() {}
