//! How many of a sample of (product, port, transport) pairs the curated registry names.
//!
//! The sample is a CSV with the columns `Product`, `Port Number`, `Transport Protocol`, `Names`
//! (what the registry may call the product, with spaces between) and `Source`.

#![forbid(unsafe_code)]

use std::{
    error::Error,
    fmt::{self, Display, Formatter},
};

use port_consts::{Port, Service, Transport};

/// Services that say no more than that a port is the Web's: products are their candidates.
const GENERIC: [Service; 3] = [Service::HttpAlt, Service::HttpDev, Service::HttpsAlt];

/// A product, and a port that its documentation gives it.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The product, as people write it.
    pub product: String,
    /// The port.
    pub port: Port,
    /// The transport.
    pub transport: Transport,
    /// What the registry may call the product.
    pub names: Vec<String>,
}

/// What the registry says of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// `from_port` names the product.
    First,
    /// `from_port` names a generic service, and `candidates` the product.
    Generic,
    /// `candidates` names the product, and `from_port` another one.
    Candidate,
    /// Others have the port.
    Other,
    /// Nobody has the port.
    Nobody,
}

impl Outcome {
    /// All outcomes, the best one first.
    pub const ALL: [Self; 5] = [
        Self::First,
        Self::Generic,
        Self::Candidate,
        Self::Other,
        Self::Nobody,
    ];

    /// What a table calls it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::First => "`from_port` names the product",
            Self::Generic => "`from_port` names generic Web, `candidates` the product",
            Self::Candidate => "`from_port` names another product, `candidates` this one",
            Self::Other => "only others have the port",
            Self::Nobody => "nobody has the port",
        }
    }
}

impl Pair {
    /// Reads the pairs of a sample.
    ///
    /// # Errors
    ///
    /// The first row that is no pair, with its line.
    pub fn read(text: &str) -> Result<Vec<Self>, Box<dyn Error>> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let titles = reader.headers()?.clone();
        let place = |title: &str| {
            let found = titles.iter().position(|it| it == title);
            found.ok_or_else(|| format!("the sample has no column `{title}`"))
        };
        let columns = [
            place("Product")?,
            place("Port Number")?,
            place("Transport Protocol")?,
            place("Names")?,
            place("Source")?,
        ];
        let mut pairs = Vec::new();
        for record in reader.records() {
            let record = record?;
            let line = record.position().map_or(0, csv::Position::line);
            let [product, port, transport, names, source] = columns.map(|it| &record[it]);
            let names: Vec<String> = names.split_whitespace().map(str::to_owned).collect();
            if names.is_empty() || !source.starts_with("https://") {
                return Err(format!("line {line}: a pair needs names and a source").into());
            }
            let text = |error: &dyn Display| format!("line {line}: {error}");
            pairs.push(Self {
                product: product.to_owned(),
                port: port.parse().map_err(|error| text(&error))?,
                transport: transport.parse().map_err(|error| text(&error))?,
                names,
            });
        }
        Ok(pairs)
    }

    /// Returns what the curated registry says.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let candidates = Service::candidates(self.port, self.transport);
        let answer = Service::from_port(self.port, self.transport);
        let is_product =
            |service: &Service| self.names.iter().any(|name| is_called(*service, name));
        let is_candidate = candidates.iter().any(is_product);
        match answer {
            Some(service) if is_product(&service) => Outcome::First,
            Some(service) if is_candidate && GENERIC.contains(&service) => Outcome::Generic,
            _ if is_candidate => Outcome::Candidate,
            _ if candidates.is_empty() => Outcome::Nobody,
            _ => Outcome::Other,
        }
    }
}

fn is_called(service: Service, name: &str) -> bool {
    Service::from_name(name) == Some(service)
}

/// How many pairs have each outcome. It is displayed as a table in Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage([usize; Outcome::ALL.len()]);

impl Coverage {
    /// Counts the outcomes of `pairs`.
    #[must_use]
    pub fn of(pairs: &[Pair]) -> Self {
        let outcomes: Vec<Outcome> = pairs.iter().map(Pair::outcome).collect();
        let count = |outcome| outcomes.iter().filter(|it| **it == outcome).count();
        Self(Outcome::ALL.map(count))
    }

    /// Returns how many pairs have `outcome`.
    #[must_use]
    pub const fn count(self, outcome: Outcome) -> usize {
        self.0[outcome as usize]
    }
}

impl Display for Coverage {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let all: usize = self.0.iter().sum();
        writeln!(f, "| of {all} pairs | pairs | share |")?;
        writeln!(f, "|---|---:|---:|")?;
        for outcome in Outcome::ALL {
            let count = self.count(outcome);
            let tenths = (count * 1000 + all / 2) / all.max(1);
            let (whole, rest) = (tenths / 10, tenths % 10);
            writeln!(f, "| {} | {count} | {whole}.{rest} % |", outcome.title())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Coverage, Outcome, Pair};

    fn outcomes(rows: &str) -> Result<Vec<Outcome>, Box<dyn std::error::Error>> {
        let header = "Product,Port Number,Transport Protocol,Names,Source\n";
        let pairs = Pair::read(&format!("{header}{rows}"))?;
        Ok(pairs.iter().map(Pair::outcome).collect())
    }

    #[test]
    fn every_outcome() -> Result<(), Box<dyn std::error::Error>> {
        let found = outcomes(
            "PostgreSQL,5432,tcp,postgres,https://a.example\n\
             Jenkins,8080,tcp,hudson jenkins,https://a.example\n\
             Pushgateway,9091,tcp,pushgateway,https://a.example\n\
             Plex,5432,tcp,plex,https://a.example\n\
             Plex,5432,sctp,plex,https://a.example\n",
        )?;
        assert_eq!(found, Outcome::ALL);
        Ok(())
    }

    #[test]
    fn shares_are_rounded() -> Result<(), Box<dyn std::error::Error>> {
        let header = "Product,Port Number,Transport Protocol,Names,Source\n";
        let row = "PostgreSQL,5432,tcp,postgres,https://a.example\n";
        let other = "Plex,5432,tcp,plex,https://a.example\n";
        let text = format!("{header}{row}{row}{other}");
        let table = Coverage::of(&Pair::read(&text)?).to_string();
        assert!(table.contains("| 2 | 66.7 % |"), "{table}");
        assert!(table.contains("| 1 | 33.3 % |"), "{table}");
        Ok(())
    }

    #[test]
    fn rows_that_are_no_pairs() {
        for row in [
            "A,5432,tcp,,https://a.example\n",
            "A,5432,tcp,a,a book\n",
            "A,65536,tcp,a,https://a.example\n",
            "A,1,quic,a,https://a.example\n",
        ] {
            let error = outcomes(row).expect_err(row).to_string();
            assert!(error.starts_with("line 2: "), "{error}");
        }
        assert!(Pair::read("Product,Port Number\n").is_err());
    }
}
