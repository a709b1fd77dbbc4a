mod same {
    port_consts::ports! {
        #[ports(columns(ignore = "Category"))]
        pub enum Category = "ui/names/enum-called-category.csv";
    }
}

mod skipped {
    port_consts::ports! {
        #[ports(columns(ignore = "Category"))]
        pub enum Category = "ui/names/enum-called-category.csv";
    }
}

fn main() {
    let _ = skipped::Category::COUNT;
}
