port_consts::ports! {
    #[ports(identifiers = "numbered")]
    pub enum Service = "ui/names/identifier-collision.csv";
}

fn main() {}
