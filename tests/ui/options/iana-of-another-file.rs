port_consts::ports! {
    #[ports(iana)]
    pub enum Service = "ui/options/iana-of-another-file.csv";
}

fn main() {}
