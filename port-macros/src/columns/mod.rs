//! From records to rows: which column is which.

mod header;

use crate::{
    args::Titles,
    csv::Record,
    problem::Problems,
    words::columns::{ByColumn, Column, required, shortest_header},
};
pub(crate) use header::NO_COMMENTS;
use header::no_header;

/// A file's rows, with their cells by column.
pub(crate) struct Table {
    /// The columns that the file has, without those that are skipped.
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
}

impl Table {
    /// Whether the file has this column.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }
}

/// A row after the header. Nothing in it is checked yet.
pub(crate) struct Row {
    pub(crate) line: usize,
    cells: ByColumn<String>,
}

impl Row {
    /// The text of a cell without white space around it; empty if the file has no such
    /// column.
    pub(crate) fn get(&self, column: Column) -> &str {
        self.cells[column].trim()
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
            problems.whole(format!(
                "the file is empty; write the titles of the columns into its first line: {}",
                shortest_header()
            ));
        }
        return table;
    };
    if let Some(mistake) = no_header(&header) {
        // One mistake, not one for each column.
        problems.at(header.line, mistake);
        return table;
    }
    let columns = header::read(&header, titles, problems);
    table.columns = columns.iter().copied().flatten().collect();
    if required().any(|facts| !table.has(facts.column)) {
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
        let mut cells: ByColumn<String> = ByColumn::default();
        for (column, field) in columns.iter().zip(record.fields) {
            if let Some(column) = column {
                cells[*column] = field;
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

fn count_mistake(record: &Record, expected: usize) -> String {
    let found = record.fields.len();
    let fields = if found == 1 { "field" } else { "fields" };
    let is_empty = |field: &String| field.trim().is_empty();
    let remedy = if record.fields[0].trim_start().starts_with('#') {
        NO_COMMENTS
    } else if found > expected && record.fields[expected..].iter().all(is_empty) {
        "take out the commas at the end"
    } else if found > expected {
        "put a field that contains a comma in quotes: \"a, b\""
    } else {
        "write an empty cell for a missing one: `a,,c`"
    };
    format!("{found} {fields}, but the header has {expected} columns; {remedy}")
}

#[cfg(test)]
mod tests {
    use super::{Column, assign};
    use crate::{args::Titles, csv, problem::tests::texts_of};

    fn texts(text: &str) -> Vec<String> {
        texts_of(|problems| {
            let records = csv::parse(text, problems);
            assign(records, &Titles::default(), problems);
        })
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
