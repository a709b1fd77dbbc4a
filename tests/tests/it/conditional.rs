//! `#[cfg(..)]` on the enum is for everything that is emitted with it.

/// Two enums of one name, with the same constants and categories: only one is there.
mod plan {
    port_consts::ports! {
        #[cfg(any())]
        #[ports(avoid = no_such_registry::Service)]
        pub enum Service = "../port-data.csv";
    }
    port_consts::ports! {
        #[cfg(all())]
        #[cfg(not(any()))]
        #[ports(conflicts = "first")]
        pub enum Service = "../port-data.csv";
    }
}

/// The mistakes of a file are of no interest either, where the enum isn't.
mod elsewhere {
    port_consts::ports! {
        #[cfg(any())]
        pub enum Service = "no-such-file.csv";
    }
}

#[test]
fn one_of_two_enums_is_there() {
    assert_eq!(
        plan::Service::from_name("https"),
        Some(plan::Service::Https)
    );
    assert_eq!(plan::HTTPS, 443);
    assert_eq!(plan::Service::Https.category(), plan::Category::Web);
}
