//! A clock that counts instructions.

use core::{fmt, hint::black_box};

use cortex_m::{
    Peripherals,
    peripheral::{SYST, syst::SystClkSource},
};

/// The clock has 25 MHz, and an instruction takes 1024 ns: 25.6 ticks.
const TICKS: (u32, u32) = (256, 10);

/// The clock has 24 bits, and counts down.
const MOST: u32 = 0x00FF_FFFF;

/// Starts the clock. Says whether it was not yet running.
pub fn start() -> bool {
    let Some(peripherals) = Peripherals::take() else {
        return false;
    };
    let mut clock = peripherals.SYST;
    clock.set_clock_source(SystClkSource::Core);
    clock.set_reload(MOST);
    clock.clear_current();
    clock.enable_counter();
    true
}

/// The instructions that a call takes more than one that does nothing.
pub fn cost<Q: Copy, A>(question: Q, nothing: fn(Q) -> A, call: fn(Q) -> A) -> u32 {
    let ticks = ticks(question, call).wrapping_sub(ticks(question, nothing));
    (ticks * TICKS.1 + TICKS.0 / 2) / TICKS.0
}

/// The costs of many calls.
pub fn costs<Q: Copy, A>(
    questions: impl Iterator<Item = Q>,
    nothing: fn(Q) -> A,
    call: fn(Q) -> A,
) -> Costs {
    let mut costs = Costs::NONE;
    for question in questions {
        costs.add(cost(question, nothing, call));
    }
    costs
}

/// The ticks of a call. In a function of its own, so that all calls are made alike.
#[inline(never)]
fn ticks<Q: Copy, A>(question: Q, call: fn(Q) -> A) -> u32 {
    let call = black_box(call);
    let question = black_box(question);
    let before = SYST::get_current();
    let answer = call(question);
    let after = SYST::get_current();
    black_box(answer);
    before.wrapping_sub(after) & MOST
}

/// The instructions of several calls.
#[derive(Clone, Copy)]
pub struct Costs {
    least: u32,
    most: u32,
    sum: u32,
    calls: u32,
}

impl Costs {
    /// Of no call.
    pub const NONE: Self = Self {
        least: u32::MAX,
        most: 0,
        sum: 0,
        calls: 0,
    };

    /// Adds a call.
    pub fn add(&mut self, instructions: u32) {
        self.least = self.least.min(instructions);
        self.most = self.most.max(instructions);
        self.sum += instructions;
        self.calls += 1;
    }
}

impl fmt::Display for Costs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            least,
            most,
            sum,
            calls,
        } = self;
        write!(f, "{least}\t{most}\t{sum}\t{calls}")
    }
}
