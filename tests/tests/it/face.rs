//! The public face, used as it is promised: what would break users' code does not compile
//! here.

use std::{
    error::Error,
    fmt::{Binary, Debug, Display, LowerHex, Octal, UpperHex},
    hash::Hash,
    iter::FusedIterator,
    num::{NonZeroU16, TryFromIntError},
    ops::{
        BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not, Range, RangeFrom,
        RangeFull, RangeInclusive, RangeTo, RangeToInclusive, Sub, SubAssign,
    },
    panic::{RefUnwindSafe, UnwindSafe},
    str::FromStr,
};

use port_consts::{
    Assignment, Category, Os, ParseCategoryError, ParseNameOrNumberError, ParseOsError,
    ParsePortClassError, ParsePortError, ParsePortErrorKind, ParseServiceError, ParseSideError,
    ParseTransportError, ParseTransportPortError, ParseTransportPortErrorKind, Port, PortClass,
    PortOutOfRangeError, PortRange, PortRanges, PortRangesIntoIter, PortRangesIter, PortSet,
    PortSetIntoIter, PortSetIter, Ports, ReversedPortRangeError, Service, Side, Transport,
    TransportPort, TransportPortRange, TransportPorts, Transports, TransportsIter, iana, port,
};

mod plan {
    port_consts::ports! {
        #[ports(conflicts = "first")]
        pub enum Plan = "fixtures/plan.csv";
    }
}

mod short {
    port_consts::ports!("../port-consts/examples/plan.csv");
}

/// A value of any thread, and for any map.
trait Value:
    Copy + Eq + Hash + Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static
{
}
impl<T> Value for T where
    T: Copy + Eq + Hash + Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static
{
}

/// A value that is printed.
trait Printed: Value + Display {}
impl<T: Value + Display> Printed for T {}

/// One that is sorted and read, too, with an error of this type.
fn is_read<T, E>()
where
    T: Printed + Ord + FromStr<Err = E> + for<'a> TryFrom<&'a str, Error = E>,
    E: Value + Error,
{
}

/// One that has names, with an error of this type.
fn is_named<T, E>()
where
    T: Printed + Ord + FromStr<Err = E> + AsRef<str>,
    T: for<'a> TryFrom<&'a str, Error = E>,
    E: Value + Error,
{
}

fn is_printed<T: Printed>() {}
fn is_sorted<T: Value + Ord>() {}
fn is_default<T: Default>() {}
fn is_formatted<T: LowerHex + UpperHex + Octal + Binary>() {}
fn is_error<T: Printed + Error>() {}
fn is_compared<A: PartialOrd<B>, B: PartialOrd<A>>() {}
fn is_made_of<A: From<B>, B>() {}
fn is_perhaps_made_of<A: TryFrom<B, Error = E>, B, E>() {}
fn is_iterated<T: IntoIterator<Item = E, IntoIter = I>, E, I>() {}
fn is_iterator<T: DoubleEndedIterator + ExactSizeIterator + FusedIterator + Clone + Debug>() {}

#[test]
fn traits() {
    is_read::<Port, ParsePortError>();
    is_named::<PortClass, ParsePortClassError>();
    is_named::<Os, ParseOsError>();
    is_named::<Side, ParseSideError>();
    is_named::<Transport, ParseTransportError>();
    is_read::<Transports, ParseTransportError>();
    is_read::<TransportPort, ParseTransportPortError>();
    is_named::<Service, ParseServiceError>();
    is_named::<iana::Service, ParseServiceError<iana::Service>>();
    is_named::<plan::Plan, ParseServiceError<plan::Plan>>();
    is_named::<Category, ParseCategoryError>();
    is_named::<plan::Category, ParseCategoryError<plan::Category>>();
    is_printed::<Assignment>();
    is_sorted::<Assignment>();
    is_default::<Port>();
    is_default::<Transports>();
    is_error::<PortOutOfRangeError>();
    is_error::<ParseNameOrNumberError>();
    is_error::<ParseNameOrNumberError<plan::Plan>>();
    is_formatted::<Port>();
    is_compared::<Port, u16>();
}

#[test]
fn conversions() {
    is_made_of::<Port, u16>();
    is_made_of::<Port, NonZeroU16>();
    is_perhaps_made_of::<NonZeroU16, Port, TryFromIntError>();
    is_made_of::<u16, Port>();
    is_made_of::<u16, Service>();
    is_made_of::<u16, iana::Service>();
    is_made_of::<u16, plan::Plan>();
    is_made_of::<u32, Port>();
    is_made_of::<u64, Port>();
    is_made_of::<u128, Port>();
    is_made_of::<usize, Port>();
    is_made_of::<i32, Port>();
    is_made_of::<i64, Port>();
    is_made_of::<i128, Port>();
    is_made_of::<Port, Service>();
    is_made_of::<Port, iana::Service>();
    is_made_of::<Port, plan::Plan>();
    is_made_of::<Port, TransportPort>();
    is_made_of::<TransportPort, Service>();
    is_made_of::<TransportPort, (Port, Transport)>();
    is_made_of::<(Port, Transport), TransportPort>();
    is_made_of::<Transports, Transport>();
    is_made_of::<Transports, [Transport; 2]>();
    is_made_of::<TransportPortRange, (PortRange, Transport)>();
    is_made_of::<(PortRange, Transport), TransportPortRange>();
    is_made_of::<PortRange, Port>();
    is_made_of::<PortRange, u16>();
    is_made_of::<PortRange, RangeFull>();
    is_made_of::<PortRange, RangeFrom<Port>>();
    is_made_of::<PortRange, RangeFrom<u16>>();
    is_made_of::<PortRange, RangeToInclusive<Port>>();
    is_made_of::<PortRange, RangeToInclusive<u16>>();
    is_perhaps_made_of::<PortRange, Range<Port>, ReversedPortRangeError>();
    is_perhaps_made_of::<PortRange, Range<u16>, ReversedPortRangeError>();
    is_perhaps_made_of::<PortRange, RangeTo<Port>, ReversedPortRangeError>();
    is_perhaps_made_of::<PortRange, RangeTo<u16>, ReversedPortRangeError>();
    is_perhaps_made_of::<PortRange, RangeInclusive<Port>, ReversedPortRangeError>();
    is_perhaps_made_of::<PortRange, RangeInclusive<u16>, ReversedPortRangeError>();
    is_made_of::<PortSet, Port>();
    is_made_of::<PortSet, u16>();
    is_made_of::<PortSet, [Port; 2]>();
    is_made_of::<PortSet, [u16; 2]>();
    is_made_of::<PortSet, [PortRange; 2]>();
    is_perhaps_made_of::<Port, u32, PortOutOfRangeError>();
    is_perhaps_made_of::<Port, u64, PortOutOfRangeError>();
    is_perhaps_made_of::<Port, u128, PortOutOfRangeError>();
    is_perhaps_made_of::<Port, usize, PortOutOfRangeError>();
    is_perhaps_made_of::<Port, i8, PortOutOfRangeError>();
    is_perhaps_made_of::<Port, i16, PortOutOfRangeError>();
    is_perhaps_made_of::<Port, i32, PortOutOfRangeError>();
    is_perhaps_made_of::<Port, i64, PortOutOfRangeError>();
    is_perhaps_made_of::<Port, i128, PortOutOfRangeError>();
    is_perhaps_made_of::<Port, isize, PortOutOfRangeError>();
    // A number without a suffix is a `u16`: no other integer is turned into a port as well.
    assert_eq!(Port::from(443), port_consts::HTTPS);
    assert_eq!(port_consts::HTTPS, 443);
    assert_eq!(443, port_consts::HTTPS);
}

#[test]
fn sets() {
    fn has_operators<T>()
    where
        T: BitOr<Output = T> + BitOrAssign + BitAnd<Output = T> + BitAndAssign,
        T: Sub<Output = T> + SubAssign + BitXor<Output = T> + BitXorAssign + Not<Output = T>,
    {
    }
    fn is_collected<T: FromIterator<E> + Extend<E>, E>() {}

    has_operators::<Transports>();
    has_operators::<PortSet>();
    is_collected::<Transports, Transport>();
    is_collected::<PortSet, Port>();
    is_collected::<PortSet, &Port>();
    is_collected::<PortSet, u16>();
    is_collected::<PortSet, &u16>();
    is_collected::<PortSet, PortRange>();
    is_collected::<PortSet, &PortRange>();
    is_iterated::<Transports, Transport, TransportsIter>();
    is_iterated::<&Transports, Transport, TransportsIter>();
    is_iterated::<PortRange, Port, Ports>();
    is_iterated::<TransportPortRange, TransportPort, TransportPorts>();
    is_iterated::<PortSet, Port, PortSetIntoIter>();
    is_iterated::<&'static PortSet, Port, PortSetIter<'static>>();
    is_iterated::<PortRanges<2>, Port, PortRangesIntoIter<2>>();
    is_iterated::<&'static PortRanges<2>, Port, PortRangesIter<'static>>();
    is_iterator::<TransportsIter>();
    is_iterator::<Ports>();
    is_iterator::<TransportPorts>();
    is_iterator::<PortSetIter<'static>>();
    is_iterator::<PortSetIntoIter>();
    is_iterator::<PortRangesIter<'static>>();
    is_iterator::<PortRangesIntoIter<2>>();
}

/// The lookups of every registry; what further columns give is the curated one's and the
/// fixture's.
macro_rules! registry {
    ($registry:path) => {{
        use $registry as Registry;

        const ALL: &[Registry] = Registry::ALL;
        const COUNT: usize = Registry::COUNT;
        const FIRST: Registry = ALL[0];
        const NAME: &str = FIRST.name();
        const ALIASES: &[&str] = FIRST.aliases();
        const PORT: Port = FIRST.port();
        const ASSIGNMENTS: &[Assignment] = FIRST.assignments();
        const FACT: Assignment = ASSIGNMENTS[0];
        const ENDS: [Port; 2] = [FACT.first(), FACT.last()];
        const ASSIGNED: bool = FACT.is_assigned();
        const TRANSPORTS: [Transports; 2] = [FIRST.transports(), FACT.transports()];
        const TRANSPORT: Transport = if TRANSPORTS[1].contains(Transport::Tcp) {
            Transport::Tcp
        } else {
            Transport::Udp
        };
        const CONTAINS: bool = FACT.contains(PORT, TRANSPORT);
        const FROM_PORT: Option<Registry> = Registry::from_port(PORT, TRANSPORT);
        const CANDIDATES: &[Registry] = Registry::candidates(PORT, TRANSPORT);
        const FROM_NAME: Option<Registry> = Registry::from_name(NAME);
        const NEAREST: Option<Registry> = Registry::nearest(NAME);
        const FLOW: Option<(Registry, Side)> = Registry::from_flow(PORT, Port::ANY, TRANSPORT);

        fn ports() -> impl DoubleEndedIterator<Item = Port> + ExactSizeIterator + Clone + Debug {
            FACT.ports()
        }

        assert_eq!(
            (ALL.len(), FROM_NAME, NEAREST),
            (COUNT, Some(FIRST), Some(FIRST))
        );
        assert_eq!((FROM_PORT, CANDIDATES[0]), (Some(FIRST), FIRST));
        assert_eq!(
            ENDS,
            [ports().next().unwrap(), ports().next_back().unwrap()]
        );
        let _ = ASSIGNED;
        assert!(CONTAINS && TRANSPORTS[0].contains(TRANSPORT));
        assert!(ALIASES.iter().all(|alias| *alias != NAME));
        assert_eq!(FLOW, Some((FIRST, Side::Source)));
    }};
}

#[test]
fn every_registry_has_these_lookups() {
    registry!(port_consts::Service);
    registry!(port_consts::iana::Service);
    registry!(plan::Plan);
    registry!(short::Service);
}

macro_rules! columns {
    ($registry:path, $category:path) => {{
        use {$category as Sort, $registry as Registry};

        const FIRST: Registry = Registry::ALL[0];
        const TEXTS: (&str, Option<&str>) = (FIRST.description(), FIRST.reference());
        const FLAGS: [bool; 2] = [FIRST.is_assigned(), FIRST.is_tls()];
        const TLS: [Option<Registry>; 2] = [FIRST.tls_of(), FIRST.over_tls()];
        const SORT: Sort = FIRST.category();
        const NAMED: (&str, Option<Sort>) = (SORT.name(), Sort::from_name(SORT.name()));
        const SORTS: (&[Sort], usize) = (Sort::ALL, Sort::COUNT);

        fn services() -> impl Iterator<Item = Registry> {
            SORT.services()
        }

        assert!(!TEXTS.0.is_empty() || TEXTS.1.is_some());
        assert_eq!((FLAGS[1], NAMED.1), (TLS[0].is_some(), Some(SORT)));
        assert_eq!(SORTS.0.len(), SORTS.1);
        assert_eq!(services().next(), Some(FIRST));
    }};
}

#[test]
fn registries_with_every_column_have_these_methods() {
    columns!(port_consts::Service, port_consts::Category);
    columns!(plan::Plan, plan::Category);
}

#[test]
fn macros_and_constants() {
    const PORTS: [Port; 7] = [
        port!("https"),
        port!(8443),
        port!(8443 in User),
        port!("https" in System),
        port!(port_consts::Service, "ssh"),
        port!(short::Service, "telemetry"),
        port!(iana::Service, "tcpmux" in System),
    ];
    const DAY: &str = iana::SNAPSHOT;
    const NAMED: [Port; 6] = [
        port_consts::FTP,
        port_consts::SSH,
        port_consts::DNS,
        port_consts::HTTP,
        port_consts::HTTPS,
        short::TELEMETRY,
    ];
    assert_eq!(PORTS.map(Port::get), [443, 8443, 8443, 443, 22, 47111, 1]);
    assert_eq!(NAMED.map(Port::get), [21, 22, 53, 80, 443, 47111]);
    assert_eq!(DAY.len(), "2026-09-17".len());
}

#[test]
fn errors_tell_what_they_know() {
    type Suggestion = Option<&'static str>;

    const fn kinds(
        port: ParsePortError,
        both: ParseTransportPortError,
    ) -> (ParsePortErrorKind, ParseTransportPortErrorKind) {
        (port.kind(), both.kind())
    }

    fn suggestions(
        service: ParseServiceError,
        category: ParseCategoryError,
        port: ParseNameOrNumberError,
        both: ParseTransportPortError,
    ) -> [Suggestion; 4] {
        [
            service.suggestion(),
            category.suggestion(),
            port.suggestion(),
            both.suggestion(),
        ]
    }

    let port: Result<Port, ParseNameOrNumberError> = Port::from_name_or_number("htps");
    let all = suggestions(
        "htps".parse::<Service>().unwrap_err(),
        "wbe".parse::<Category>().unwrap_err(),
        port.unwrap_err(),
        "htps/tcp".parse::<TransportPort>().unwrap_err(),
    );
    assert_eq!(
        all,
        [Some("https"), Some("web"), Some("https"), Some("https")]
    );
    let own: ParseServiceError<plan::Plan> = "telemerty".parse::<plan::Plan>().unwrap_err();
    assert_eq!(own.suggestion(), Some("telemetry"));

    let (service, transport) = (Service::Ssh, Transport::Dccp);
    assert_eq!(
        kinds(
            "65536".parse::<Port>().unwrap_err(),
            "ssh/dccp".parse::<TransportPort>().unwrap_err()
        ),
        (
            ParsePortErrorKind::TooLarge,
            ParseTransportPortErrorKind::NotUnder { service, transport }
        )
    );
}
