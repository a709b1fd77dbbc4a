//! What types read, which decides what is wrong and what to write.

/// What a type reads besides one number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reads {
    /// `443/tcp`
    pub(crate) transport: bool,
    /// `8000-8100`
    pub(crate) ranges: bool,
    /// `80,443`
    pub(crate) lists: bool,
    /// The lowest number.
    pub(crate) lowest: u16,
    /// What a number is: `a number from 0 to 65535`.
    pub(crate) number: &'static str,
    /// What to write, as it follows "write": `a number from 0 to 65535`.
    pub(crate) write: &'static str,
}

impl Reads {
    /// One number, as `Port`.
    pub(crate) const PORT: Self = Self {
        transport: false,
        ranges: false,
        lists: false,
        lowest: 0,
        number: "a number from 0 to 65535",
        write: "a number from 0 to 65535",
    };

    /// One number that isn't 0, as `serde_forms::non_zero`.
    #[cfg(feature = "serde")]
    pub(crate) const NON_ZERO: Self = Self {
        lowest: 1,
        number: "a number from 1 to 65535",
        write: "a number from 1 to 65535",
        ..Self::PORT
    };

    /// A number or a service's name, as `Port::from_name_or_number`.
    pub(crate) const NAME_OR_NUMBER: Self = Self {
        write: "a number from 0 to 65535, or a service's name",
        ..Self::PORT
    };

    /// A port or a range, as `PortRange`.
    pub(crate) const RANGE: Self = Self {
        ranges: true,
        write: "a port such as `443`, or a range such as `8000-8100`",
        ..Self::PORT
    };

    /// An item of a list of ports and ranges, as in `PortSet`.
    pub(crate) const ITEM: Self = Self {
        lists: true,
        ..Self::RANGE
    };

    /// A port or a range, with or without a transport, as `TransportPortRange`.
    pub(crate) const TRANSPORT_RANGE: Self = Self {
        transport: true,
        write: "a port such as `443/tcp`, or a range such as `8000-8100/udp`",
        ..Self::RANGE
    };

    /// One port with or without a transport, by number or name, as `TransportPort`.
    pub(crate) const TRANSPORT_PORT: Self = Self {
        transport: true,
        write: "a port such as `443/tcp` or `443`, or a service's name",
        ..Self::PORT
    };

    /// One port with a transport, as a line of services(5).
    pub(crate) const LINE: Self = Self {
        write: "a port and its transport, such as `80/tcp`",
        ..Self::TRANSPORT_PORT
    };
}
