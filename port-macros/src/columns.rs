//! From records to rows: which column is which.

use syn::LitStr;

use crate::{args::Titles, csv::Record, nearest::did_you_mean, problem::Problems};

/// A column that means something here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Name,
    Port,
    Transport,
    Constant,
    Aliases,
    Category,
    TlsOf,
    Status,
    Reference,
    Description,
}

/// Every column with its title and the other titles that are read as it.
/// [`normal`] says what counts in a title.
const COLUMNS: [(Column, &str, &[&str]); 10] = [
    (Column::Name, "Service Name", &["name", "service"]),
    (Column::Port, "Port Number", &["port", "number"]),
    (
        Column::Transport,
        "Transport Protocol",
        &["transport", "protocol"],
    ),
    (Column::Constant, "Constant", &[]),
    (Column::Aliases, "Aliases", &["alias"]),
    (Column::Category, "Category", &[]),
    (Column::TlsOf, "TLS Of", &[]),
    (Column::Status, "Status", &[]),
    (Column::Reference, "Reference", &[]),
    (Column::Description, "Description", &[]),
];

const REQUIRED: [Column; 3] = [Column::Name, Column::Port, Column::Transport];

/// IANA's columns that say nothing about ports; the last is of older files.
const SKIPPED: [&str; 8] = [
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
    pub(crate) fn title(self) -> &'static str {
        COLUMNS[self as usize].1
    }
}

/// A file's rows, with their cells by column.
pub(crate) struct Table {
    /// The columns that the file has, without those that are passed over.
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
}

impl Table {
    /// Whether the file has this column.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }
}

/// A row behind the header, nothing in it checked yet.
pub(crate) struct Row {
    pub(crate) line: usize,
    cells: [String; COLUMNS.len()],
}

impl Row {
    /// The text of a cell without white space around it; empty where the file has
    /// no such column.
    pub(crate) fn get(&self, column: Column) -> &str {
        self.cells[column as usize].trim()
    }
}

/// Reads the header and sorts every row's cells by it.
pub(crate) fn assign(records: Vec<Record>, titles: &Titles, problems: &mut Problems) -> Table {
    let mut table = Table {
        columns: Vec::new(),
        rows: Vec::new(),
    };
    let mut records = records.into_iter();
    let Some(header) = records.next() else {
        if problems.is_empty() {
            problems.whole(
                "the file is empty; its first line names the columns: \
                 Service Name,Port Number,Transport Protocol",
            );
        }
        return table;
    };
    if let Some(mistake) = no_header(&header) {
        // One mistake, not one for each column.
        problems.at(header.line, mistake);
        return table;
    }
    refuse_absent(&header, titles, problems);
    let columns = read_header(&header, titles, problems);
    table.columns = columns.iter().copied().flatten().collect();
    if REQUIRED.iter().any(|column| !table.has(*column)) {
        // Every row would be wrong for the header's one mistake.
        return table;
    }
    for record in records {
        if record.fields.iter().all(|field| field.trim().is_empty()) {
            continue; // a spreadsheet's empty row
        }
        if record.fields.len() != columns.len() {
            problems.at(record.line, count_mistake(&record, columns.len()));
            continue;
        }
        let mut cells = <[String; COLUMNS.len()]>::default();
        for (column, field) in columns.iter().zip(record.fields) {
            if let Some(column) = column {
                cells[*column as usize] = field;
            }
        }
        table.rows.push(Row {
            line: record.line,
            cells,
        });
    }
    if table.rows.is_empty() && problems.is_empty() {
        problems.whole("no row follows the header; write at least one service");
    }
    table
}

/// What was taken for a header, if it is plain that it is none.
fn no_header(header: &Record) -> Option<String> {
    let [line] = header.fields.as_slice() else {
        return None;
    };
    if line.trim_start().starts_with('#') {
        return Some(format!(
            "`{}` is no header; {NO_COMMENTS}, and its first line names the columns",
            line.trim()
        ));
    }
    let separators = [(';', "`;`"), ('\t', "tabs"), ('|', "`|`")];
    let (_, shown) = separators.iter().find(|(it, _)| line.contains(*it))?;
    Some(format!(
        "the columns are separated by {shown}; save the file with commas between them: \
         Service Name,Port Number,Transport Protocol"
    ))
}

/// Of lines that begin with `#`.
pub(crate) const NO_COMMENTS: &str = "a CSV has no comments, take the line out";

fn count_mistake(record: &Record, expected: usize) -> String {
    let found = record.fields.len();
    let fields = if found == 1 { "field" } else { "fields" };
    let is_empty = |field: &String| field.trim().is_empty();
    let remedy = if record.fields[0].trim_start().starts_with('#') {
        NO_COMMENTS
    } else if found > expected && record.fields[expected..].iter().all(is_empty) {
        "take out the commas at the end"
    } else if found > expected {
        "put a field that has a comma in it in quotes: \"a, b\""
    } else {
        "leave a cell empty rather than out: `a,,c`"
    };
    format!("{found} {fields}, but the header has {expected} columns; {remedy}")
}

/// What each of the header's columns is; `None` for one that is passed over.
fn read_header(header: &Record, titles: &Titles, problems: &mut Problems) -> Vec<Option<Column>> {
    let mut columns: Vec<Option<Column>> = Vec::new();
    for (i, title) in header.fields.iter().enumerate() {
        let column = match meaning(title, header, titles) {
            Meaning::Column(column) => Some(column),
            Meaning::Skipped => None,
            Meaning::Displaced(column, by) => {
                problems.at(
                    header.line,
                    format!(
                        "`{title}` would be the column `{}`, but `columns(..)` says that `{by}` is; \
                         pass over it with `#[ports(columns(ignore = {title:?}))]`",
                        column.title(),
                    ),
                );
                None
            }
            Meaning::Unknown => {
                problems.at(header.line, unknown_mistake(title, i + 1));
                None
            }
        };
        if let Some(column) = column {
            if let Some(first) = columns.iter().position(|other| *other == Some(column)) {
                problems.at(
                    header.line,
                    format!(
                        "columns {} (`{}`) and {} (`{}`) are both the `{}`; keep one",
                        first + 1,
                        header.fields[first].trim(),
                        i + 1,
                        title.trim(),
                        column.title(),
                    ),
                );
                columns.push(None);
                continue;
            }
        }
        columns.push(column);
    }
    for column in REQUIRED {
        let mapped = titles.mapped.iter().any(|(other, _)| *other == column);
        if !mapped && !columns.contains(&Some(column)) {
            let (_, title, synonyms) = COLUMNS[column as usize];
            let would_be = |it: &&LitStr| {
                let it = normal(&it.value());
                it == normal(title) || synonyms.contains(&it.as_str())
            };
            if let Some(ignored) = titles.ignored.iter().find(would_be) {
                problems.on(
                    ignored.span(),
                    format!(
                        "`{}` is the `{title}`, which every file needs; don't ignore it",
                        ignored.value()
                    ),
                );
                continue;
            }
            let synonyms = synonyms.join("` or `");
            problems.at(
                header.line,
                format!("no column `{title}`; add it (`{synonyms}` will do)"),
            );
        }
    }
    columns
}

/// Reports titles in the options that the header does not have.
fn refuse_absent(header: &Record, titles: &Titles, problems: &mut Problems) {
    let mapped = titles.mapped.iter().map(|(_, title)| title);
    for title in mapped.chain(&titles.ignored) {
        let text = title.value();
        if !has_title(header, &text) {
            let fields = header.fields.iter().map(|field| field.trim());
            let suggestion = did_you_mean(&text, fields.clone());
            let fields = fields.collect::<Vec<_>>().join("`, `");
            problems.on(
                title.span(),
                format!("the file has no column `{text}`{suggestion}; it has `{fields}`"),
            );
        }
    }
}

fn has_title(header: &Record, title: &str) -> bool {
    let mut fields = header.fields.iter();
    fields.any(|field| normal(field) == normal(title))
}

/// What a title says of its column.
enum Meaning {
    Column(Column),
    Skipped,
    /// It would be this column, but the options say that this other title is.
    Displaced(Column, String),
    Unknown,
}

fn meaning(title: &str, header: &Record, titles: &Titles) -> Meaning {
    let wanted = normal(title);
    let mut mapped = titles.mapped.iter();
    if let Some((column, _)) = mapped.find(|(_, title)| normal(&title.value()) == wanted) {
        return Meaning::Column(*column);
    }
    if titles
        .ignored
        .iter()
        .any(|title| normal(&title.value()) == wanted)
    {
        return Meaning::Skipped;
    }
    for (column, title, synonyms) in COLUMNS {
        if normal(title) != wanted && !synonyms.contains(&wanted.as_str()) {
            continue;
        }
        let mut mapped = titles.mapped.iter().filter(|(other, _)| *other == column);
        return match mapped.find(|(_, title)| has_title(header, &title.value())) {
            Some((_, title)) => Meaning::Displaced(column, title.value()),
            None => Meaning::Column(column),
        };
    }
    if SKIPPED.iter().any(|title| normal(title) == wanted) {
        return Meaning::Skipped;
    }
    Meaning::Unknown
}

fn unknown_mistake(title: &str, number: usize) -> String {
    let title = title.trim();
    if title.is_empty() {
        return format!("column {number} has no title; name it or take it out");
    }
    let synonyms = COLUMNS.iter().flat_map(|(_, _, synonyms)| *synonyms);
    let titles = COLUMNS.iter().map(|(_, title, _)| title);
    let suggestion = did_you_mean(title, titles.chain(synonyms).copied());
    if suggestion.is_empty() {
        let known: Vec<&str> = COLUMNS.iter().map(|(_, title, _)| *title).collect();
        format!(
            "unknown column `{title}`; known are {}; \
             pass over it with `#[ports(columns(ignore = {title:?}))]`",
            known.join(", ")
        )
    } else {
        format!("unknown column `{title}`{suggestion}")
    }
}

/// What counts in a title: its letters and digits, without case.
/// Where there are none, all of it does.
pub(crate) fn normal(title: &str) -> String {
    let letters = title.chars().filter(|letter| letter.is_alphanumeric());
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    if letters.is_empty() {
        return title.trim().to_owned();
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, Column, assign};
    use crate::{args::Titles, csv, problem::tests::texts_of};

    fn texts(text: &str) -> Vec<String> {
        texts_of(|problems| {
            let records = csv::parse(text, problems);
            assign(records, &Titles::default(), problems);
        })
    }

    #[test]
    fn columns_stand_at_their_number() {
        for (i, (column, ..)) in COLUMNS.iter().enumerate() {
            assert_eq!(*column as usize, i);
        }
    }

    #[test]
    fn titles_are_read_without_case_and_separators() {
        let text = "service-name,PORT_NUMBER,transportProtocol,tls of,Assignee\nssh, 22 ,tcp,,x\n";
        let problems = texts_of(|problems| {
            let table = assign(csv::parse(text, problems), &Titles::default(), problems);
            assert!(table.has(Column::TlsOf) && !table.has(Column::Status));
            assert_eq!(table.rows[0].get(Column::Port), "22");
            assert_eq!((table.rows[0].line, table.rows.len()), (2, 1));
        });
        assert_eq!(problems, [""; 0]);
    }

    #[test]
    fn mistakes_in_the_header_are_all_named() {
        let all = texts("name,prot,service,transport,,nonsense\nssh,22\n");
        assert_eq!(all.len(), 5, "{all:?}");
        assert!(
            all[0].contains("unknown column `prot`; did you mean `port`?"),
            "{all:?}"
        );
        assert!(
            all[1].contains("columns 1 (`name`) and 3 (`service`) are both the `Service Name`")
        );
        assert!(all[2].contains("column 5 has no title"), "{all:?}");
        assert!(
            all[3].contains("unknown column `nonsense`; known are Service Name"),
            "{all:?}"
        );
        assert!(all[4].contains("no column `Port Number`"), "{all:?}");
    }

    #[test]
    fn wrong_counts_and_missing_rows() {
        assert!(texts("name,port,transport\nssh,22\n")[0].starts_with("ports.csv:2: 2 fields"));
        assert!(texts("name,port,transport\na,b,c,d\n")[0].contains("in quotes"));
        assert!(texts("name,port,transport\n,,\n")[0].contains("no row follows the header"));
        assert!(texts("")[0].contains("the file is empty"));
        assert!(texts("name,port,transport\na,1,tcp,,\n")[0].contains("commas at the end"));
        assert!(texts("name,port,transport\n# a\n")[0].contains("a CSV has no comments"));
    }

    #[test]
    fn what_is_no_header_is_one_mistake() {
        for (text, part) in [
            (
                "name;port;transport\nssh;22;tcp\n",
                "separated by `;`; save",
            ),
            (
                "name\tport\ttransport\nssh\t22\ttcp\n",
                "separated by tabs; save",
            ),
            ("name|port|transport\n", "separated by `|`; save"),
            (
                "# ours\nname,port,transport\n",
                "`# ours` is no header; a CSV has no comments",
            ),
        ] {
            let all = texts(text);
            assert!(all.len() == 1 && all[0].contains(part), "{all:?}");
        }
    }
}
