//! All figures, as they are kept in a file.

use std::collections::BTreeMap;

/// The level of optimization, the registry, what is used or asked, and what the figure is.
type Key = [String; 4];

/// Figures, and the compiler that they are of.
#[derive(Default)]
pub(crate) struct Figures {
    pub(crate) compiler: String,
    figures: BTreeMap<Key, f64>,
}

/// So much more than was pinned is refused, and so much less asks for new pins.
const TOLERANCE: f64 = 0.02;

impl Figures {
    pub(crate) fn add(&mut self, key: [&str; 4], figure: f64) {
        self.figures.insert(key.map(str::to_owned), figure);
    }

    pub(crate) fn get(&self, key: [&str; 4]) -> Option<f64> {
        self.figures.get(&key.map(str::to_owned)).copied()
    }

    /// A row for each figure, below the compiler.
    pub(crate) fn text(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let mut write = |row: [&str; 5]| writer.write_record(row).expect("written");
        write(["opt-level", "registry", "of", "what", "figure"]);
        for ([level, registry, of, what], figure) in &self.figures {
            write([level, registry, of, what, &figure.to_string()]);
        }
        let rows = writer.into_inner().expect("written");
        let rows = String::from_utf8(rows).expect("a text");
        format!("# {}\n{rows}", self.compiler)
    }

    pub(crate) fn read(text: &str) -> Self {
        let (first, rows) = text.split_once('\n').unwrap_or_default();
        let mut figures = Self {
            compiler: first.trim_start_matches("# ").to_owned(),
            ..Self::default()
        };
        for row in csv::Reader::from_reader(rows.as_bytes()).records() {
            let row = row.expect("a row");
            let key = [&row[0], &row[1], &row[2], &row[3]];
            figures.add(key, row[4].parse().expect("a figure"));
        }
        figures
    }

    /// Whether these figures are those that were pinned, but for a little.
    pub(crate) fn compare(&self, pinned: &Self) -> Result<String, String> {
        let mut worse = Vec::new();
        let mut other = Vec::new();
        for (key, figure) in &self.figures {
            let name = key.join(", ");
            match pinned.figures.get(key) {
                Some(pin) if *figure > pin * (1.0 + TOLERANCE) => {
                    worse.push(format!("{name}: {figure}, and was {pin}"));
                }
                Some(pin) if *figure < pin * (1.0 - TOLERANCE) => {
                    other.push(format!("{name}: {figure}, and was {pin}"));
                }
                Some(_) => {}
                None => other.push(format!("{name}: {figure}, and is new")),
            }
        }
        let gone = pinned.figures.keys();
        let gone = gone.filter(|key| !self.figures.contains_key(*key));
        other.extend(gone.map(|key| format!("{}: is gone", key.join(", "))));
        let compilers = if self.compiler == pinned.compiler {
            String::new()
        } else {
            let (new, old) = (&self.compiler, &pinned.compiler);
            format!("\nThe compiler is {new}, and was {old}.")
        };
        let refresh = "`.ci/firmware write` pins them anew";
        if !worse.is_empty() {
            let worse = worse.join("\n");
            return Err(format!(
                "{worse}\nThese figures grew by more than 2 %. If that is meant, {refresh}.{compilers}"
            ));
        }
        let mut message = format!("{} figures are as they were", self.figures.len());
        if !other.is_empty() {
            let other = other.join("\n");
            message = format!("{other}\nThese figures are better, or others: {refresh}.");
        }
        Ok(message + &compilers)
    }
}
