//! Logs whose first line names their columns.

use port_consts::Side;

use super::log::Line;
use crate::flow::{Flow, Malformed, number, protocol};

/// The columns that tell of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) source: usize,
    pub(super) destination: usize,
    pub(super) protocol: usize,
    /// The column that tells who opened a connection, if there is one.
    pub(super) opening: Option<usize>,
}

/// What the columns are called, in lower case and without spaces, dashes and underscores.
pub(super) struct Titles {
    pub(super) source: &'static [&'static str],
    pub(super) destination: &'static [&'static str],
    pub(super) protocol: &'static [&'static str],
    pub(super) opening: &'static [&'static str],
}

impl Columns {
    /// Returns where these columns are in a line of titles, if the first three are there.
    pub(super) fn find<'a>(titles: &Titles, line: impl Iterator<Item = &'a [u8]>) -> Option<Self> {
        let [mut source, mut destination, mut protocol, mut opening] = [None; 4];
        for (place, title) in line.enumerate() {
            let title = simple(title);
            for (names, found) in [
                (titles.source, &mut source),
                (titles.destination, &mut destination),
                (titles.protocol, &mut protocol),
                (titles.opening, &mut opening),
            ] {
                if found.is_none() && names.contains(&title.as_str()) {
                    *found = Some(place);
                }
            }
        }
        Some(Self {
            source: source?,
            destination: destination?,
            protocol: protocol?,
            opening,
        })
    }

    /// Reads a row. `opener` tells from the fourth column which end has the service.
    pub(super) fn read<'a>(
        self,
        fields: impl Iterator<Item = &'a [u8]>,
        opener: impl Fn(&[u8]) -> Option<Side>,
    ) -> Result<Line, Malformed> {
        let [mut source, mut destination, mut transport, mut opening] = [None; 4];
        for (place, field) in fields.enumerate() {
            for (wanted, found) in [
                (self.source, &mut source),
                (self.destination, &mut destination),
                (self.protocol, &mut transport),
                (self.opening.unwrap_or(usize::MAX), &mut opening),
            ] {
                if wanted == place {
                    *found = Some(field);
                }
            }
        }
        let (Some(source), Some(destination), Some(transport)) = (source, destination, transport)
        else {
            return Err(Malformed::Row);
        };
        // Records about nothing have a dash for all that they do not know.
        if transport == b"-" {
            return Ok(Line::Portless);
        }
        let Some(transport) = protocol(transport)? else {
            return Ok(Line::Portless);
        };
        if source == b"-" && destination == b"-" {
            return Ok(Line::Portless);
        }
        Ok(Line::Flow(Flow {
            source: number(source).ok_or(Malformed::SourcePort)?,
            destination: number(destination).ok_or(Malformed::DestinationPort)?,
            transport,
            server: opening.and_then(opener),
        }))
    }
}

fn simple(title: &[u8]) -> String {
    let title = String::from_utf8_lossy(title);
    let kept = title.chars().filter(|it| !" -_".contains(*it));
    kept.map(|it| it.to_ascii_lowercase()).collect()
}
