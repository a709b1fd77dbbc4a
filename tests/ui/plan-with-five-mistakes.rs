port_consts::ports! {
    #[ports(within = User)]
    pub enum Channel = "ui/plan-with-five-mistakes.csv";
}

fn main() {}
