//! How far the reading is, shown on a terminal if it takes a while.

use std::io::{self, Read};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Less than this is read before anybody wonders.
const LONG: u64 = 32 << 20;

/// An input with a bar.
pub(crate) struct Watched<R> {
    input: R,
    bar: ProgressBar,
    /// Bytes to go until the bar is shown; none if it is shown, or never is.
    hidden: Option<u64>,
}

impl<R: Read> Watched<R> {
    /// A bar of this length, or without an end; on standard error, if that is a terminal
    /// and `wanted`.
    pub(crate) fn new(input: R, length: Option<u64>, wanted: bool) -> Self {
        let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::hidden());
        let template = if length.is_some() {
            "{wide_bar} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} to go"
        } else {
            "{spinner} {bytes}, {bytes_per_sec}"
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        let long = length.is_none_or(|length| length >= LONG);
        let wait = if length.is_some() { 0 } else { LONG };
        Self {
            input,
            bar,
            hidden: (wanted && long).then_some(wait),
        }
    }
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.bar.inc(read as u64);
        if self.hidden.is_some_and(|wait| self.bar.position() >= wait) {
            self.hidden = None;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        Ok(read)
    }
}

impl<R> Drop for Watched<R> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
