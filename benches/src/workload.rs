//! What is looked up: always the same, by a generator of pseudo-random numbers.

use port_consts::{Port, Transport};

use crate::rows::Row;

/// How many lookups one measurement has: more than a processor learns by heart, whose guesses
/// at branches would be better than they ever are.
pub const LENGTH: usize = 1 << 16;

/// Asks all questions, eight in a turn: the time of a shorter loop depends on where the compiler
/// puts it, by half.
#[inline(always)]
#[allow(
    clippy::inline_always,
    reason = "what is measured is what stands in the loop"
)]
pub fn ask_all<Q: Copy>(questions: &[Q], mut ask: impl FnMut(Q)) {
    let mut rest = questions;
    while let [a, b, c, d, e, f, g, h, others @ ..] = rest {
        ask(*a);
        ask(*b);
        ask(*c);
        ask(*d);
        ask(*e);
        ask(*f);
        ask(*g);
        ask(*h);
        rest = others;
    }
    for question in rest {
        ask(*question);
    }
}

/// A generator of pseudo-random numbers (`SplitMix64`).
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    /// Always the same.
    #[must_use]
    pub fn new() -> Self {
        Self(2024)
    }

    /// A number below `limit`.
    ///
    /// # Panics
    ///
    /// Where the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let z = z ^ (z >> 31);
        usize::try_from(z % u64::try_from(limit).expect("small")).expect("below the limit")
    }
}

impl Default for Random {
    fn default() -> Self {
        Self::new()
    }
}

/// A port and a transport.
pub type Query = (Port, Transport);

fn any(random: &mut Random) -> Query {
    let port = u16::try_from(random.below(65_536)).expect("a port");
    (Port::new(port), Transport::ALL[random.below(2)])
}

fn known(rows: &[Row], random: &mut Random) -> Query {
    let row = &rows[random.below(rows.len())];
    (
        Port::new(row.first),
        Transport::ALL[usize::from(row.transport)],
    )
}

/// The workloads on ports: `uniform` (any port under tcp or udp), `known` (rows of the
/// registry), `mix` (half of it twenty well-known services, 30 % ephemeral ports, the rest
/// known), `miss` (ports that the registry has not).
///
/// # Panics
///
/// Never: the numbers are below their limits.
#[must_use]
pub fn ports(rows: &[Row]) -> [(&'static str, Vec<Query>); 4] {
    let mut random = Random::new();
    let popular = [
        443, 80, 53, 22, 25, 123, 993, 3306, 5432, 6379, 8080, 8443, 445, 3389, 161, 1883, 5060,
        587, 389, 67,
    ];
    let has = |(port, transport): Query| {
        rows.iter().any(|row| {
            (row.first..=row.last).contains(&port.get())
                && Transport::ALL[usize::from(row.transport)] == transport
        })
    };
    let mut list = |query: &mut dyn FnMut(&mut Random) -> Query| -> Vec<Query> {
        (0..LENGTH).map(|_| query(&mut random)).collect()
    };
    [
        ("uniform", list(&mut any)),
        ("known", list(&mut |random| known(rows, random))),
        (
            "mix",
            list(&mut |random| match random.below(10) {
                0..5 => {
                    let port = popular[random.below(popular.len())];
                    (Port::new(port), Transport::ALL[random.below(2)])
                }
                5..8 => {
                    let port = u16::try_from(32_768 + random.below(28_232)).expect("a port");
                    (Port::new(port), Transport::ALL[random.below(2)])
                }
                _ => known(rows, random),
            }),
        ),
        (
            "miss",
            list(&mut |random| {
                loop {
                    let query = any(random);
                    if !has(query) {
                        return query;
                    }
                }
            }),
        ),
    ]
}

/// The workloads on names: `hit` (any name of the registry), `hot` (twenty of them), `miss`
/// (names with another last letter), `other` (letters at random), `capitalised` and `upper`
/// (names in other cases), and `mix` (all of these).
#[must_use]
pub fn names(rows: &[Row]) -> [(&'static str, Vec<&'static str>); 7] {
    let mut random = Random::new();
    // They live as long as the program does.
    let forever = |name: String| -> &'static str { name.leak() };
    let names: Vec<&String> = rows.iter().flat_map(|row| &row.names).collect();
    let changed = |change: &mut dyn FnMut(&mut String)| -> Vec<&'static str> {
        let changed = names.iter().map(|name| {
            let mut name = (*name).clone();
            change(&mut name);
            forever(name)
        });
        changed.collect()
    };
    let misses = changed(&mut |name| {
        name.pop();
        name.push('~');
    });
    let others = changed(&mut |name| {
        let letters = b"abcdefghijklmnopqrstuvwxyz-0123456789";
        let letter = |_| char::from(letters[random.below(letters.len())]);
        *name = (0..name.len()).map(letter).collect();
    });
    let capitalised = changed(&mut |name| {
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_uppercase();
        }
    });
    let upper = changed(&mut |name| name.make_ascii_uppercase());
    let names = changed(&mut |_| {});
    let mut list = |pool: &[&'static str]| -> Vec<&'static str> {
        (0..LENGTH)
            .map(|_| pool[random.below(pool.len())])
            .collect()
    };
    let few = &list(&names)[..20];
    let mut lists = [
        ("hit", list(&names)),
        ("hot", list(few)),
        ("miss", list(&misses)),
        ("other", list(&others)),
        ("capitalised", list(&capitalised)),
        ("upper", list(&upper)),
        ("mix", Vec::new()),
    ];
    let parts = lists[..6].iter().flat_map(|(_, list)| &list[..LENGTH / 16]);
    let mixed: Vec<&'static str> = parts.copied().collect();
    lists[6].1 = list(&mixed);
    lists
}
