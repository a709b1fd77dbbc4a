//! What an unknown column probably holds: by its title, or by its cells.

use crate::{
    csv::Record,
    words::{
        columns::{COLUMNS, Column, Presence, Title, known_title, normal},
        looks::{is_port, is_port_with_transport, is_transport, number},
        suggestions::did_you_mean,
    },
};

/// The column that a title is likely to mean.
pub(super) fn by_title(title: &str) -> Option<Column> {
    let title = normal(title);
    if let Some(Title::Hint(column)) = known_title(&title) {
        return Some(column);
    }
    let near = COLUMNS.iter().find(|facts| {
        let own = normal(facts.title);
        let titles = facts.synonyms.iter().copied().chain([own.as_str()]);
        !did_you_mean(&title, titles).is_empty()
    });
    near.map(|facts| facts.column)
}

/// The first rows, whose cells show what a column holds.
pub(super) struct Sample<'a> {
    pub(super) rows: &'a [Record],
}

impl Sample<'_> {
    /// The cells of a column that are not empty.
    fn cells(&self, index: usize) -> impl Iterator<Item = &str> {
        let cells = self.rows.iter().map(move |row| row.fields.get(index));
        cells.filter(|cell| !cell.is_empty())
    }

    fn all(&self, index: usize, is: impl Fn(&str) -> bool) -> bool {
        let mut cells = self.cells(index).peekable();
        cells.peek().is_some() && cells.all(is)
    }

    /// Whether the rows are counted in this column.
    fn is_count(&self, index: usize) -> bool {
        let numbers: Option<Vec<u16>> = self.cells(index).map(number).collect();
        numbers.is_some_and(|it| {
            it.len() > 1 && it[0] < 2 && it.windows(2).all(|pair| pair[1] == pair[0] + 1)
        })
    }

    /// Whether a column can be what every file needs.
    pub(super) fn is(&self, index: usize, column: Column) -> bool {
        match column {
            Column::Port => self.all(index, is_port) && !self.is_count(index),
            Column::Transport => self.all(index, is_transport),
            Column::Name => {
                let is_name = |cell: &str| cell.contains(char::is_alphabetic);
                self.all(index, |cell| is_name(cell) && !is_transport(cell))
            }
            _ => false,
        }
    }

    /// Whether the cells don't rule out what the title says.
    pub(super) fn allows(&self, index: usize, column: Column) -> bool {
        let any = |is: fn(&str) -> bool| {
            let mut cells = self.cells(index).peekable();
            cells.peek().is_none() || cells.any(is)
        };
        match column {
            Column::Port | Column::Last => any(is_port) || any(is_port_with_transport),
            Column::Transport => any(is_transport),
            Column::Name => any(|cell| cell.contains(char::is_alphabetic)),
            _ => true,
        }
    }

    /// Whether the column holds names with spaces, which are labels.
    pub(super) fn is_label(&self, index: usize) -> bool {
        self.cells(index)
            .any(|cell| cell.contains(char::is_whitespace))
    }

    /// What each of so many columns holds, by its cells alone; text that is left over is
    /// the description.
    pub(super) fn columns(&self, count: usize) -> Vec<Option<Column>> {
        let mut columns = vec![None; count];
        for wanted in [Column::Port, Column::Transport, Column::Name] {
            let free = |i: &usize| columns[*i].is_none() && self.is(*i, wanted);
            if let Some(i) = (0..count).find(free) {
                let is_label = wanted == Column::Name && self.is_label(i);
                columns[i] = Some(if is_label { Column::Label } else { wanted });
            }
        }
        if let Some(i) = (0..count).find(|i| columns[*i].is_none()) {
            columns[i] = Some(Column::Description);
        }
        columns
    }
}

/// Whether every file needs the column, or something in its place.
pub(super) fn is_required(column: Column) -> bool {
    column.facts().presence == Presence::Required
}

#[cfg(test)]
mod tests {
    use super::{Column, Sample, by_title};
    use crate::{args::Titles, csv, tests};

    #[test]
    fn titles_as_people_write_them() {
        for (title, column) in [
            ("Port Range", Column::Port),
            ("Dest. Port", Column::Port),
            ("dst_port", Column::Port),
            ("proto", Column::Transport),
            ("Prot.", Column::Transport),
            ("L4", Column::Transport),
            ("svc", Column::Name),
            ("Dienst", Column::Name),
            ("To Port", Column::Last),
            ("Comment", Column::Description),
            ("Trasnport", Column::Transport),
            ("Refrence", Column::Reference),
        ] {
            assert_eq!(by_title(title), Some(column), "{title}");
        }
        for title in [
            "Encryption",
            "Game",
            "Rack",
            "Owner",
            "",
            "#",
            "Region",
            "Host",
        ] {
            assert_eq!(by_title(title), None, "{title}");
        }
    }

    #[test]
    fn cells_show_their_column() {
        let text = "1,80,web,tcp\n2,25-26,mail,tcp/udp\n3,,x,udp\n";
        let rows: Vec<_> = csv::parse(text, &Titles::default(), tests::records::read)
            .flatten()
            .collect();
        let sample = Sample { rows: &rows };
        assert_eq!(
            sample.columns(4),
            [
                Some(Column::Description),
                Some(Column::Port),
                Some(Column::Name),
                Some(Column::Transport),
            ]
        );
        assert!(!sample.is(4, Column::Port) && !sample.is_label(2));
        // Rows are counted from 0 or 1, and one alone isn't counted.
        let counts = |text: &str| {
            let rows: Vec<_> = csv::parse(text, &Titles::default(), tests::records::read)
                .flatten()
                .collect();
            Sample { rows: &rows }.is_count(0)
        };
        assert_eq!(["0\n1\n2\n", "1\n2\n"].map(counts), [true; 2]);
        assert_eq!(
            ["1\n", "2\n3\n", "1\n3\n", "1\nx\n"].map(counts),
            [false; 4]
        );
        // The first column has numbers, the second ports, and the fifth nothing.
        for (column, allowed) in [
            (Column::Name, [false, false, true, true, true]),
            (Column::Port, [true, true, false, false, true]),
            (Column::Transport, [false, false, false, true, true]),
            (Column::Description, [true; 5]),
        ] {
            for (index, allowed) in allowed.into_iter().enumerate() {
                assert_eq!(sample.allows(index, column), allowed, "{column:?} {index}");
            }
        }
    }
}
