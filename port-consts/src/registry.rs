//! [`Registry`], what all enums of services have in common.

use core::{
    fmt::{Debug, Display},
    hash::Hash,
};

use crate::{
    __private, Assignment, Flow, ParseNameOrNumberError, Port, Side, Transport, Transports,
};

/// A registry of services: what every enum that [`ports!`](crate::ports) makes can be asked,
/// for code that works with any of them.
///
/// Each method is the one of the same name on the enum; there, all but `from_name_or_number`
/// are `const fn`s.
///
/// ```
/// use port_consts::{Port, Registry, Service, Transport};
///
/// mod plan {
///     port_consts::ports!("examples/plan.csv");
/// }
///
/// /// The label of a port: by one registry first, by another where that has none.
/// fn label<First: Registry, Second: Registry>(port: Port, transport: Transport) -> &'static str {
///     First::from_port(port, transport)
///         .map(First::label)
///         .or_else(|| Second::from_port(port, transport).map(Second::label))
///         .unwrap_or("unknown")
/// }
///
/// let label = |port| label::<plan::Service, Service>(Port::new(port), Transport::Udp);
/// assert_eq!([label(47111), label(53), label(47113)], ["telemetry", "DNS", "unknown"]);
/// ```
///
/// What a registry can be asked:
///
/// ```
/// use port_consts::{Flow, POSTGRESQL, Port, Registry, Service, Side, Transport::Tcp};
///
/// fn ask<R: Registry>() {
///     // By a name, and for what is known of the service.
///     let service = R::from_name("Postgres").unwrap();
///     assert_eq!((service.name(), service.label()), ("postgresql", "PostgreSQL"));
///     assert!(service.aliases().contains(&"postgres") && R::ALL.contains(&service));
///     assert_eq!(service.assignments()[0].to_string(), "5432/tcp");
///     assert_eq!(service.transports(), Tcp.only());
///     assert_eq!((service.port(), service.port_under(Tcp)), (POSTGRESQL, Some(POSTGRESQL)));
///     assert_eq!(R::from_name_or_number("postgres").ok(), Some(POSTGRESQL));
///
///     // By a port, and by the two ports of a flow.
///     assert_eq!(R::from_port(POSTGRESQL, Tcp), Some(service));
///     assert_eq!(R::from_port_any(POSTGRESQL), Some(service));
///     assert_eq!(R::candidates(POSTGRESQL, Tcp), [service]);
///     let flow = Flow::new(Port::new(51000), POSTGRESQL, Tcp);
///     assert_eq!(R::of_flow(flow), Some((service, Side::Destination)));
/// }
/// ask::<Service>();
/// ```
///
/// A minor version may add methods, with a default.
pub trait Registry: Copy + Eq + Ord + Hash + Debug + Display + 'static {
    /// All services, in the order of the file.
    const ALL: &'static [Self];

    /// Returns the service that `port` is assigned to, or that is best known to use it, under
    /// `transport`; `None` if no service has the port, or only
    /// [pools](Assignment::is_pool) have it.
    ///
    /// If several services share the port, this is the one whose row comes first in the file.
    fn from_port(port: Port, transport: Transport) -> Option<Self>;

    /// Returns all services that have `port` under `transport`:
    /// [`from_port`](Self::from_port)'s answer first, pools last, the others in the order of
    /// their rows.
    fn candidates(port: Port, transport: Transport) -> &'static [Self];

    /// Returns the service of this name or alias, without regard to ASCII case.
    fn from_name(name: &str) -> Option<Self>;

    /// Returns the service's name, as the file writes it.
    fn name(self) -> &'static str;

    /// Returns the name that people read, such as `PostgreSQL`: the column `Label`, or the
    /// name where the file has none.
    fn label(self) -> &'static str;

    /// Returns the service's other names.
    fn aliases(self) -> &'static [&'static str];

    /// Returns all ports of the service with their transports, in the order of the file. A
    /// service has one at least.
    fn assignments(self) -> &'static [Assignment];

    /// Returns the service that `port` has under any transport: under tcp if there is one,
    /// else under udp, sctp or dccp.
    #[must_use]
    fn from_port_any(port: Port) -> Option<Self> {
        let mut transports = Transport::ALL.iter();
        transports.find_map(|transport| Self::from_port(port, *transport))
    }

    /// Returns the service that a flow is about, and the side that has it; `None` if no end
    /// that may be the server has a service under the flow's transport.
    #[must_use]
    fn of_flow(flow: Flow) -> Option<(Self, Side)> {
        let at = |side| {
            let may_serve = __private::may_serve(flow, side);
            may_serve.then(|| Self::from_port(flow.port(side), flow.transport()))?
        };
        let is_assigned = |service: Self, side| {
            __private::is_assigned(service.assignments(), flow.port(side), flow.transport())
        };
        let (source, destination) = (Side::Source, Side::Destination);
        match (at(source), at(destination)) {
            (None, None) => None,
            (Some(service), None) => Some((service, source)),
            (None, Some(service)) => Some((service, destination)),
            (Some(one), Some(other)) => {
                let side = __private::side_by_ports(flow).unwrap_or_else(|| {
                    let assigned = (is_assigned(one, source), is_assigned(other, destination));
                    __private::side_by_status(flow, assigned.0, assigned.1)
                });
                Some((side.of(one, other), side))
            }
        }
    }

    /// Returns the port of this number, or of the service with this name.
    ///
    /// # Errors
    ///
    /// If the text is neither. The nearest name is looked for when the error is displayed.
    fn from_name_or_number(text: &str) -> Result<Port, ParseNameOrNumberError<Self>>;

    /// Returns the service's port: the first one of its first row.
    fn port(self) -> Port;

    /// Returns the first port that the service has under `transport`, as
    /// `getservbyname(name, protocol)` does.
    fn port_under(self, transport: Transport) -> Option<Port> {
        let mut assignments = self.assignments().iter();
        let assignment = assignments.find(|it| it.transports().contains(transport))?;
        Some(assignment.first())
    }

    /// Returns the transports that the service has ports under.
    fn transports(self) -> Transports;
}
