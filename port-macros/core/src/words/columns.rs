//! The columns of a file: one table, which everything that depends on a column reads.

use std::{
    ops::{Index, IndexMut},
    sync::LazyLock,
};

use super::transports;
use crate::lists::{Listed as _, Places};

/// Makes the enum `Column` and the table `COLUMNS`, so that a column is one row.
macro_rules! columns {
    ($(
        $variant:ident, $title:literal, $synonyms:expr, $key:literal,
        $presence:ident, $rows:ident, $words:expr, $hints:expr;
    )*) => {
        /// A column that means something here.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Column {
            $($variant,)*
        }

        /// All columns, each at its discriminant.
        pub(crate) const COLUMNS: [Facts; [$($key),*].len()] = [
            $(Facts {
                column: Column::$variant,
                title: $title,
                synonyms: &$synonyms,
                key: $key,
                presence: Presence::$presence,
                rows: Rows::$rows,
                words: $words,
                hints: &$hints,
            },)*
        ];
    };
}

/// What is known of a column.
pub(crate) struct Facts {
    pub(crate) column: Column,
    /// The title, IANA's where IANA has the column. [`normal`] says what counts in a title.
    pub(crate) title: &'static str,
    /// Other titles that are read as this column's, in [`normal`] form.
    pub(crate) synonyms: &'static [&'static str],
    /// The key in `columns(..)`.
    pub(crate) key: &'static str,
    pub(crate) presence: Presence,
    pub(crate) rows: Rows,
    pub(crate) words: Words,
    /// Titles, in [`normal`] form, that people give such a column, and that may mean something
    /// else: they are suggested, and not read.
    pub(crate) hints: &'static [&'static str],
}

/// Whether a file needs a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Optional,
}

/// How the cells of the rows of one service go together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rows {
    /// The row stage has a function of its own for the cells.
    Own,
    /// Every row has a text of its own.
    Each,
    /// The rows that have a text have the same.
    Agree,
    /// The first text counts.
    First,
}

/// Words with their meanings. If there are any, a cell holds one of these words, in any
/// case, or nothing; the first word is what an empty cell means.
pub(crate) type Words = &'static [(&'static str, &'static str)];

columns! {
    // variant, title, other titles, key in `columns(..)`, presence, rows, words, hints
    Name, "Service Name", ["name", "service"], "name", Required, Own, &[], [
        "app", "application", "applicationname", "applicationprotocol", "svc", "servicio", "dienst",
        "dienstname", "program", "programm", "daemon", "process", "product", "protocolname",
        "servicenames", "services", "names", "server", "component", "module", "keyword",
    ];
    Port, "Port Number", ["port", "number"], "port", Required, Own, &[], [
        "ports", "portnumbers", "portrange", "portranges", "portno", "portnr", "portnummer",
        "destinationport", "destport", "dstport", "dport", "serverport", "listenport",
        "listeningport", "localport", "externalport", "publicport", "defaultport", "defaultports",
        "portdefault", "from", "fromport", "portfrom", "firstport", "startport", "portstart",
        "start", "von", "nr", "puerto", "portnumberrange", "portsused",
    ];
    Last, "Last Port", [], "last", Optional, Own, &[], [
        "to", "toport", "portto", "last", "endport", "portend", "end", "until", "bis",
    ];
    Transport, "Transport Protocol", ["transport", "protocol"], "transport", Required, Own, &[], [
        "proto", "prot", "protocols", "transports", "protokoll", "protocolo", "protocole", "l4",
        "layer4", "l4protocol", "l4proto", "layer4protocol", "typ", "type", "porttype", "tcpudp",
        "udptcp", "ipprotocol", "ipproto", "transportprotocols", "transportlayer",
        "transportlayerprotocol", "tcporudp", "protocoltype", "ipprotocolnumber",
        "protocolnumber",
    ];
    Tcp, "TCP", [], "tcp", Optional, Own, &[], [];
    Udp, "UDP", [], "udp", Optional, Own, &[], [];
    Sctp, "SCTP", [], "sctp", Optional, Own, &[], [];
    Dccp, "DCCP", [], "dccp", Optional, Own, &[], [];
    Constant, "Constant", [], "constant", Optional, Agree, &[], ["const", "rustname", "identifier"];
    Aliases, "Aliases", ["alias"], "aliases", Optional, Own, &[], [
        "aka", "alsoknownas", "othernames", "synonyms",
    ];
    Label, "Label", [], "label", Optional, Agree, &[], ["displayname", "longname", "fullname"];
    Category, "Category", [], "category", Optional, Agree, &[], ["categories", "kategorie"];
    TlsOf, "TLS Of", [], "tls_of", Optional, Agree, &[], [];
    Status, "Status", [], "status", Optional, Each, &[
        ("assigned", "by IANA"), ("unofficial", "in use without that"),
        ("pool", "a program picks one of the ports when it starts"),
    ], [];
    Schemes, "Schemes", ["scheme"], "schemes", Optional, Own, &[], ["urischeme", "urlscheme"];
    Reference, "Reference", [], "reference", Optional, First, &[], [
        "references", "rfc", "source", "link", "url", "docs", "documentation",
    ];
    Description, "Description", [], "description", Optional, First, &[], [
        "desc", "descr", "comment", "comments", "note", "notes", "remark", "remarks", "purpose",
        "usage", "use", "usedfor", "details", "info", "information", "beschreibung", "bemerkung",
        "kommentar", "zweck", "descripcion", "function", "explanation",
    ];
}

/// How many columns there are.
pub(crate) const COUNT: usize = COLUMNS.len();

/// IANA's columns that say nothing about ports; the last is of older files.
pub(crate) const SKIPPED: [&str; 8] = [
    "Assignee",
    "Contact",
    "Registration Date",
    "Modification Date",
    "Service Code",
    "Unauthorized Use Reported",
    "Assignment Notes",
    "Known Unauthorized Uses",
];

impl Column {
    pub(crate) const fn facts(self) -> &'static Facts {
        &COLUMNS[self as usize]
    }

    pub(crate) const fn title(self) -> &'static str {
        self.facts().title
    }
}

/// What a title stands for without options.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Title {
    Column(Column),
    /// One of IANA's columns that say nothing about ports.
    Skipped,
    /// What people give such a column, and what may mean something else.
    Hint(Column),
}

/// What a title, in [`normal`] form, stands for.
pub(crate) fn known_title(title: &str) -> Option<Title> {
    // It is asked for every cell of the first lines.
    static ALL: LazyLock<(Places, Vec<Title>)> = LazyLock::new(|| {
        let (mut places, mut all) = (Places::default(), Vec::new());
        let mut add = |title: &str, meaning: Title| {
            places.find_or(title, all.len());
            all.push(meaning);
        };
        for facts in &COLUMNS {
            let column = facts.column;
            add(&normal(facts.title), Title::Column(column));
            for title in facts.synonyms {
                add(title, Title::Column(column));
            }
            for title in facts.hints {
                add(title, Title::Hint(column));
            }
        }
        for title in SKIPPED {
            add(&normal(title), Title::Skipped);
        }
        (places, all)
    });
    let (places, all) = &*ALL;
    places.find(title).map(|place| all[place])
}

/// Something for every column.
#[derive(Default)]
pub(crate) struct ByColumn<T>([T; COUNT]);

impl<T> Index<Column> for ByColumn<T> {
    type Output = T;

    fn index(&self, column: Column) -> &T {
        &self.0[column as usize]
    }
}

impl<T> IndexMut<Column> for ByColumn<T> {
    fn index_mut(&mut self, column: Column) -> &mut T {
        &mut self.0[column as usize]
    }
}

/// The columns with a mark for one transport, by the transport's bit.
pub(crate) const MARKED: [Column; transports::COUNT] =
    [Column::Tcp, Column::Udp, Column::Sctp, Column::Dccp];

/// The columns that every file has, or something that stands for them.
pub(crate) fn required() -> impl Iterator<Item = &'static Facts> {
    let is_required = |facts: &&Facts| facts.presence == Presence::Required;
    COLUMNS.iter().filter(is_required)
}

/// The titles of the columns that every file has, as a header.
pub(crate) fn shortest_header() -> String {
    let titles: Vec<&str> = required().map(|facts| facts.title).listed();
    titles.join(",")
}

/// Letters of a title that are looked at.
const LONGEST: usize = 200;

/// What counts in a title: its letters and digits, without case.
/// If it has none, everything counts.
pub(crate) fn normal(title: &str) -> String {
    // Of a longer title nobody has made two.
    let letters = title
        .chars()
        .take(LONGEST)
        .filter(|letter| letter.is_alphanumeric());
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    if letters.is_empty() {
        return title.trim().chars().take(LONGEST).collect();
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, Column, MARKED, SKIPPED, Title, known_title, normal, shortest_header};
    use crate::words::transports;

    #[test]
    fn every_title_is_one_column() {
        let mut titles: Vec<String> = Vec::new();
        for (i, facts) in COLUMNS.iter().enumerate() {
            assert_eq!(facts.column as usize, i);
            titles.push(normal(facts.title));
            let others = facts.synonyms.iter().chain(facts.hints);
            titles.extend(others.map(|it| (*it).to_owned()));
        }
        titles.extend(SKIPPED.map(normal));
        assert!(titles.iter().all(|title| *title == normal(title)));
        let all = titles.len();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), all);
        let is_known = |title: &String| known_title(title).is_some();
        assert!(titles.iter().all(is_known));
        assert_eq!(known_title("ports"), Some(Title::Hint(Column::Port)));
        assert_eq!(known_title("number"), Some(Title::Column(Column::Port)));
        assert_eq!(known_title("assignee"), Some(Title::Skipped));
        assert_eq!(known_title("Number"), None);
        assert_eq!(
            shortest_header(),
            "Service Name,Port Number,Transport Protocol"
        );
    }

    #[test]
    fn every_transport_has_a_column_of_marks() {
        for (bit, column) in MARKED.into_iter().enumerate() {
            assert_eq!(column.facts().key, transports::name(bit));
        }
    }
}
