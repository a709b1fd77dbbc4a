//! What was read, and how the program ends.

use std::{process::ExitCode, time::Duration};

use crate::{flow::Malformed, terminal};

/// Counts of lines or packets.
pub(crate) struct Tally {
    what: &'static str,
    explain: bool,
    all: u64,
    malformed: u64,
    first_malformed: Option<(u64, Malformed)>,
    /// Packets that have no ports, such as those of ICMP.
    without_ports: u64,
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

    #[inline]
    pub(crate) fn count_line(&mut self, line: &[u8], malformed: Option<Malformed>) {
        self.all += 1;
        if let Some(reason) = malformed {
            self.count_malformed(line, reason);
        }
    }

    #[cold]
    fn count_malformed(&mut self, line: &[u8], reason: Malformed) {
        self.malformed += 1;
        self.first_malformed.get_or_insert((self.all, reason));
        if self.explain {
            let text = String::from_utf8_lossy(line);
            terminal::complain(&format!(
                "line {}: {reason}: {}",
                self.all,
                text.escape_debug()
            ));
        }
    }

    pub(crate) fn count_packet(&mut self, has_ports: bool) {
        self.all += 1;
        self.without_ports += u64::from(!has_ports);
    }

    pub(crate) fn breaks_off(&mut self) {
        self.broken = true;
    }

    /// Says on standard error what there is to say.
    pub(crate) fn report(&self, elapsed: Option<Duration>) {
        let Self { what, all, .. } = self;
        if let Some((line, reason)) = self.first_malformed {
            let malformed = self.malformed;
            terminal::complain(&format!(
                "{malformed} of {all} {what} malformed, and passed through as they were; \
                 the first is line {line}: {reason}"
            ));
        }
        if self.without_ports > 0 {
            terminal::complain(&format!(
                "{} of {all} {what} have no ports",
                self.without_ports
            ));
        }
        if self.broken {
            terminal::complain(&format!(
                "the capture ends within a packet, after {all} {what}"
            ));
        }
        if let Some(elapsed) = elapsed {
            let seconds = elapsed.as_secs_f64();
            #[allow(clippy::cast_precision_loss, reason = "digits that nobody reads")]
            let rate = *all as f64 / seconds / 1e6;
            terminal::complain(&format!(
                "{all} {what} in {seconds:.3} s: {rate:.1} million a second"
            ));
        }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(u8::from(self.malformed > 0 || self.broken))
    }
}
