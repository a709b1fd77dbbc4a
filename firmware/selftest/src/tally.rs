//! A count of answers.

use core::fmt;

use board::println;

/// How many wrong answers are printed.
const SHOWN: u32 = 10;

/// How many answers there were, and how many of them were wrong.
#[derive(Default)]
pub struct Tally {
    pub asked: u32,
    pub wrong: u32,
}

impl Tally {
    /// Counts an answer. Of a wrong one it prints what was asked, if there were not many.
    pub fn count(&mut self, right: bool, asked: fmt::Arguments<'_>) {
        self.asked += 1;
        if !right {
            self.wrong += 1;
            if self.wrong <= SHOWN {
                println!("wrong: {asked}");
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} answers, {} wrong", self.asked, self.wrong)
    }
}
