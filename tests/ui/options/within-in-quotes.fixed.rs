port_consts::ports! {
    #[ports(within = 80..=89)]
    pub enum Service = "ui/options/within-in-quotes.csv";
}

fn main() {}
