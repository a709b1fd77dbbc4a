//! What `build.rs` has written: what lookups have to answer.

/// The texts of one file, which `build.rs` describes.
pub struct Expected {
    ports: &'static str,
    services: &'static str,
    misses: &'static str,
}

/// The texts of the file with this stem.
#[macro_export]
macro_rules! expected {
    ($stem:literal) => {
        $crate::expected::Expected::new(
            include_str!(concat!(env!("OUT_DIR"), "/", $stem, ".ports")),
            include_str!(concat!(env!("OUT_DIR"), "/", $stem, ".services")),
            include_str!(concat!(env!("OUT_DIR"), "/", $stem, ".misses")),
        )
    };
}

/// Ports with the same services.
#[derive(Clone, Copy)]
pub struct Run {
    /// The first port and the last.
    pub ports: (u16, u16),
    /// How many of the services, the last ones, have the ports as a pool.
    pub pools: usize,
    /// The numbers of the services, as they stand in the text.
    services: &'static str,
}

impl Run {
    /// The numbers of the services.
    pub fn services(self) -> impl Iterator<Item = usize> {
        self.services.split('\t').filter_map(|it| it.parse().ok())
    }
}

impl Expected {
    pub const fn new(ports: &'static str, services: &'static str, misses: &'static str) -> Self {
        Self {
            ports,
            services,
            misses,
        }
    }

    /// The runs of a transport, by its number, in the order of their ports.
    pub fn runs(&self, transport: usize) -> impl Iterator<Item = Run> {
        self.ports.lines().filter_map(move |line| {
            let mut fields = line.splitn(5, '\t');
            let number: usize = fields.next()?.parse().ok()?;
            let ports = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
            let pools = fields.next()?.parse().ok()?;
            let services = fields.next()?;
            let run = Run {
                ports,
                pools,
                services,
            };
            (number == transport).then_some(run)
        })
    }

    /// The names of each service, the canonical one first.
    pub fn services(&self) -> impl Iterator<Item = impl Iterator<Item = &'static str> + Clone> {
        self.services
            .split_terminator('\n')
            .map(|line| line.split('\t'))
    }

    /// Texts that are no names.
    pub fn misses(&self) -> impl Iterator<Item = &'static str> {
        self.misses.split_terminator('\n')
    }
}
