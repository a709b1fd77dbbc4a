//! What was read, and how the program ends.

use std::{collections::BTreeMap, process::ExitCode, time::Duration};

use crate::{
    flow::Malformed,
    message::{excerpt, say},
};

/// So many kinds of links are told apart in a report. The numbers come from the input.
const LINKS: usize = 8;

/// Counts of lines or packets.
pub(crate) struct Tally {
    what: &'static str,
    explain: bool,
    all: u64,
    malformed: u64,
    /// The number of the first malformed line, why it is one, and its beginning.
    first_malformed: Option<(u64, Malformed, String)>,
    /// Packets that have no ports, such as those of ICMP.
    without_ports: u64,
    /// Packets of links that are not read, by the number of the link.
    unread_links: BTreeMap<u32, u64>,
    /// Those of even more kinds of links.
    more_unread_links: u64,
    /// Whether a capture ends within a packet.
    broken: bool,
}

impl Tally {
    pub(crate) fn of_lines(explain: bool) -> Self {
        Self {
            what: "lines",
            explain,
            all: 0,
            malformed: 0,
            first_malformed: None,
            without_ports: 0,
            unread_links: BTreeMap::new(),
            more_unread_links: 0,
            broken: false,
        }
    }

    pub(crate) fn of_packets() -> Self {
        Self {
            what: "packets",
            ..Self::of_lines(false)
        }
    }

    pub(crate) fn all(&self) -> u64 {
        self.all
    }

    /// Counts a line or a packet.
    #[inline]
    pub(crate) fn count(&mut self) {
        self.all += 1;
    }

    /// Says that the line that was counted last is malformed.
    #[cold]
    pub(crate) fn malformed(&mut self, line: &[u8], reason: Malformed) {
        self.malformed += 1;
        self.first_malformed
            .get_or_insert_with(|| (self.all, reason, excerpt(line)));
        if self.explain {
            say(format_args!(
                "line {}: {reason}: {}",
                self.all,
                excerpt(line)
            ));
        }
    }

    /// Says that the packet that was counted last has no ports.
    pub(crate) fn without_ports(&mut self) {
        self.without_ports += 1;
    }

    /// Says that the packet that was counted last is of a link that is not read.
    pub(crate) fn unread_link(&mut self, number: u32) {
        if self.unread_links.len() < LINKS || self.unread_links.contains_key(&number) {
            *self.unread_links.entry(number).or_default() += 1;
        } else {
            self.more_unread_links += 1;
        }
    }

    pub(crate) fn breaks_off(&mut self) {
        self.broken = true;
    }

    /// Says on standard error what there is to say.
    pub(crate) fn report(&self, elapsed: Option<Duration>) {
        let Self { what, all, .. } = self;
        if let Some((line, reason, text)) = &self.first_malformed {
            let malformed = self.malformed;
            say(format_args!(
                "{malformed} of {all} {what} malformed, and passed through as they were; \
                 the first is line {line}: {reason}"
            ));
            if !self.explain {
                say(format_args!("line {line}: {text}"));
            }
            if malformed == *all {
                say("`enrich --help` lists the formats, and `--format` chooses one");
            }
        }
        for (link, packets) in &self.unread_links {
            say(format_args!(
                "{packets} of {all} {what} have link type {link}, which `enrich` does not read"
            ));
        }
        if self.more_unread_links > 0 {
            let packets = self.more_unread_links;
            say(format_args!(
                "{packets} of {all} {what} have other link types that `enrich` does not read"
            ));
        }
        if self.without_ports > 0 {
            say(format_args!(
                "{} of {all} {what} have no ports",
                self.without_ports
            ));
        }
        if self.broken {
            say(format_args!(
                "the capture ends within a packet, after {all} {what}"
            ));
        }
        if let Some(elapsed) = elapsed {
            let seconds = elapsed.as_secs_f64();
            #[allow(clippy::cast_precision_loss, reason = "digits that nobody reads")]
            let rate = *all as f64 / seconds / 1e6;
            say(format_args!(
                "{all} {what} in {seconds:.3} s: {rate:.1} million a second"
            ));
        }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        let understood = self.malformed == 0 && self.unread_links.is_empty() && !self.broken;
        ExitCode::from(u8::from(!understood))
    }
}
