port_consts::ports! {
    #[ports(within = User)]
    pub enum Channel = "ui/file/plan-with-five-mistakes.csv";
}

fn main() {}
