//! A config file with ports in it, read with errors that say where and what.

#![forbid(unsafe_code)]

use std::{
    fmt, fs, io,
    ops::Range,
    path::{Path, PathBuf},
};

use port_consts::{Os, Port, Service, TransportPort};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

/// What is in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where the gateway listens.
    #[serde(deserialize_with = "by_name_or_number")]
    pub listen: Spanned<Port>,
    /// Where it tells how it is, by its number.
    pub metrics: Option<Spanned<Port>>,
    /// Where requests go.
    pub upstream: TransportPort,
    /// What else it lets through.
    #[serde(default)]
    pub allow: Vec<Service>,
}

/// Reads a number or a name, and keeps its place.
fn by_name_or_number<'de, D: Deserializer<'de>>(reader: D) -> Result<Spanned<Port>, D::Error> {
    #[derive(Deserialize)]
    #[serde(transparent)]
    struct NameOrNumber(#[serde(with = "port_consts::serde_forms::name_or_number")] Port);

    let port = Spanned::<NameOrNumber>::deserialize(reader)?;
    let (place, NameOrNumber(port)) = (port.span(), port.into_inner());
    Ok(Spanned::new(place, port))
}

/// What is wrong, and where.
#[derive(Debug)]
pub struct Mistake {
    path: PathBuf,
    /// Line and column, from 1.
    place: Option<(usize, usize)>,
    message: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.path.display())?;
        if let Some((line, column)) = self.place {
            write!(f, "{line}:{column}:")?;
        }
        write!(f, " {}", self.message)
    }
}

impl std::error::Error for Mistake {}

/// Reads the file and checks it.
///
/// # Errors
///
/// The first mistake in it, or that it can't be read.
pub fn load(path: &Path) -> Result<Config, Mistake> {
    let text = fs::read_to_string(path).map_err(|error: io::Error| Mistake {
        path: path.to_owned(),
        place: None,
        message: error.to_string(),
    })?;
    parse(path, &text)
}

/// As [`load`], of a text that was read before.
///
/// # Errors
///
/// The first mistake in it.
pub fn parse(path: &Path, text: &str) -> Result<Config, Mistake> {
    let mistake = |span: Option<Range<usize>>, message: String| Mistake {
        path: path.to_owned(),
        place: span.and_then(|span| place(text, span.start)),
        message,
    };
    // The words for values that are no ports are port-consts', by way of serde.
    let config: Config =
        toml::from_str(text).map_err(|error| mistake(error.span(), error.message().to_owned()))?;
    for (key, port) in config.servers() {
        // What every u16 passes may be a bad idea all the same.
        if let Some(problem) = problem(*port.get_ref()) {
            return Err(mistake(Some(port.span()), format!("`{key}`: {problem}")));
        }
    }
    if let Some(metrics) = &config.metrics {
        if metrics.get_ref() == config.listen.get_ref() {
            let message = format!("`metrics`: port {} is `listen`'s", metrics.get_ref());
            return Err(mistake(Some(metrics.span()), message));
        }
    }
    Ok(config)
}

impl Config {
    /// The ports that the gateway has to open, with their keys.
    fn servers(&self) -> impl Iterator<Item = (&str, &Spanned<Port>)> {
        let metrics = self.metrics.iter().map(|port| ("metrics", port));
        std::iter::once(("listen", &self.listen)).chain(metrics)
    }
}

/// Why no server should have this port.
fn problem(port: Port) -> Option<String> {
    if port == Port::ANY {
        return Some("port 0 is any free port, which nobody would find".to_owned());
    }
    if port.is_ephemeral_on(Os::Linux) {
        return Some(format!(
            "Linux lends port {port} to clients, so that it may be taken; \
             choose one outside {}",
            Os::Linux.ephemeral()
        ));
    }
    if port.is_browser_blocked() {
        return Some(format!("browsers refuse port {port}; choose another one"));
    }
    None
}

/// Line and column of a byte, from 1.
fn place(text: &str, byte: usize) -> Option<(usize, usize)> {
    let before = text.get(..byte)?;
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|it| *it != '\n').count() + 1;
    Some((line, column))
}
