port_consts::ports! {
    #[ports(conflicts = "first")]
    pub enum Service = "ui/rows/same-row-twice.csv";
}

fn main() {}
