port_consts::ports! {
    pub enum Category = "ui/names/enum-called-category.csv";
}

mod passed_over {
    port_consts::ports! {
        #[ports(columns(ignore = "Category"))]
        pub enum Category = "ui/names/enum-called-category.csv";
    }
}

fn main() {
    let _ = passed_over::Category::COUNT;
}
