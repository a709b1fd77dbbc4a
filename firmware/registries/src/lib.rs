//! The registries that are tested and measured: the gateway's own, the curated one and
//! IANA's, with lookups for speed and for size.

#![no_std]
#![forbid(unsafe_code)]

/// The curated registry, with lookups that take the least memory on these targets.
pub mod curated {
    pub use port_consts::Service;
}

/// The same part of the file, with the lookups that it has elsewhere.
pub mod curated_speed {
    port_consts::ports! {
        #[ports(conflicts = "first", constants = false, optimize = "speed", select(category = [
            "authentication",
            "diagnostic",
            "file transfer",
            "healthcare",
            "industrial",
            "iot",
            "logging",
            "mail",
            "management",
            "name resolution",
            "positioning",
            "remote access",
            "rpc",
            "smart home",
            "telecom",
            "time",
            "vehicle",
            "voip",
            "vpn",
            "web",
        ]))]
        pub enum Service = "../../port-data.csv";
    }
}

// The categories stand in both files; elsewhere the curated one has them all.
#[cfg(target_os = "none")]
const _: () = assert!(curated::Service::COUNT == curated_speed::Service::COUNT);

/// The ten services of the gateway, whose lookups match.
pub mod ten {
    port_consts::ports! {
        #[ports(constants = false)]
        pub enum Service = "../ports.csv";
    }
}

/// The ten services of the gateway, with tables.
pub mod ten_tables {
    port_consts::ports! {
        #[ports(constants = false, lookup = "table")]
        pub enum Service = "../ports.csv";
    }
}

/// IANA's registry, with lookups that take the least memory on these targets.
pub mod iana {
    pub use port_consts::iana::Service;
}

/// IANA's registry, with the lookups that it has elsewhere.
pub mod iana_speed {
    port_consts::ports! {
        #[ports(iana, constants = false, optimize = "speed")]
        pub enum Service = "../../iana-data.csv";
    }
}
