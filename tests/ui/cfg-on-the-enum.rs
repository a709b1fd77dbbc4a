port_consts::ports! {
    #[cfg(unix)]
    pub enum Plan = "ui/options.csv";
}

fn main() {}
