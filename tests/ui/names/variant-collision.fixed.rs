port_consts::ports! {
    #[ports(identifiers = "numbered")]
    pub enum Service = "ui/names/variant-collision.csv";
}

fn main() {}
