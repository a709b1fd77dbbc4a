//! The words that titles say of ports with, in a few languages.

pub(super) const PORT: &[&str] = &[
    "port", "ports", "puerto", "puertos", "porta", "portas", "porte", "porty", "порт",
];

pub(super) const FIRST: &[&str] = &[
    "from",
    "first",
    "start",
    "starts",
    "starting",
    "begin",
    "begins",
    "beginning",
    "min",
    "minimum",
    "low",
    "lower",
    "lowest",
    "von",
    "ab",
    "anfang",
    "debut",
    "début",
    "desde",
    "inicio",
    "inizio",
    "initial",
    "inicial",
    "iniziale",
    "premier",
    "erster",
    "начальный",
];

pub(super) const LAST: &[&str] = &[
    "to",
    "through",
    "thru",
    "last",
    "end",
    "ends",
    "ending",
    "max",
    "maximum",
    "high",
    "upper",
    "highest",
    "until",
    "till",
    "upto",
    "bis",
    "ende",
    "fin",
    "hasta",
    "stop",
    "finish",
    "final",
    "finale",
    "dernier",
    "letzter",
    "конечный",
];

pub(super) const SOURCE: &[&str] = &["source", "src", "client", "quell", "quelle"];

pub(super) const DESTINATION: &[&str] = &["destination", "dest", "dst", "target", "ziel"];

/// Words that say nothing of what a column of ports has.
pub(super) const PLAIN: &[&str] = &[
    "s",
    "d",
    "range",
    "ranges",
    "number",
    "numbers",
    "no",
    "nr",
    "num",
    "nummer",
    "value",
    "the",
    "bereich",
    "server",
    "service",
    "local",
    "listen",
    "listening",
    "of",
    "de",
    "bound",
];

/// Beside these, `port` is the thing that is described: a port's speed.
pub(super) const NO_PORT: &[&str] = &[
    "count",
    "total",
    "speed",
    "vlan",
    "type",
    "group",
    "priority",
    "index",
    "width",
    "cost",
    "name",
    "description",
    "status",
    "state",
    "mode",
    "usage",
    "security",
    "forwarding",
    "users",
    "connections",
    "sessions",
    "clients",
    "limit",
    "timeout",
    "rate",
    "age",
    "risk",
    "score",
    "year",
    "date",
];

/// Numbers of these are no ports, whatever they look like.
pub(super) const OTHER_NUMBERS: &[&str] = &[
    "id", "order", "seq", "sequence", "weight", "offset", "size", "mtu", "version", "ttl", "rule",
    "row", "line", "step", "level", "metric", "bytes", "packets", "pkts", "hits", "pid", "uid",
    "device", "ref", "refs",
];

/// With `name`, these say that a column has the names of services.
pub(super) const SERVICE: &[&str] = &[
    "service",
    "application",
    "app",
    "protocol",
    "program",
    "process",
    "product",
];

/// With these, a title is of protocols, if the cells are.
pub(super) const PROTOCOL: &[&str] = &["protocol", "protocols", "proto", "protokoll"];

/// Texts of these name no service.
pub(super) const NO_NAME: &[&str] = &[
    "direction",
    "dir",
    "action",
    "verdict",
    "state",
    "status",
    "chain",
    "namespace",
    "zone",
    "interface",
    "network",
    "host",
    "ip",
    "address",
    "cidr",
    "id",
    "type",
    "enabled",
    "disabled",
    "policy",
    "version",
    "owner",
    "team",
    "environment",
    "env",
    "region",
    "location",
    "date",
    "priority",
    "profile",
];

/// With `of`, these count ports: `Number of Ports`.
pub(super) const NUMBER: &[&str] = &["number", "numbers", "no", "nr", "num"];

/// What second ports are for.
pub(super) const SECOND: &[&str] = &[
    "ssl",
    "tls",
    "dtls",
    "http",
    "https",
    "secure",
    "encrypted",
    "alt",
    "alternate",
    "alternative",
    "second",
    "secondary",
    "additional",
    "other",
    "others",
];

/// Words that end in `port` and have no port in them.
pub(super) const OTHERS: &[&str] = &[
    "transport",
    "support",
    "report",
    "import",
    "export",
    "airport",
    "passport",
    "viewport",
    "rapport",
    "seaport",
];
