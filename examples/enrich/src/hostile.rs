//! Input that somebody made to harm: random bytes, and captures and logs with mistakes.

use std::{fs, io::Cursor, path::Path};

use crate::{Mistake, Tally, enrich, text};

#[path = "../tests/pcap/mod.rs"]
mod pcap;

use etherparse::EtherType;
use pcap::{PCAP, Pcap, enhanced, ethernet, interface, section, simple, tcp, udp_v6};

/// As many inputs of each kind are tried in every run, the same ones.
const ROUNDS: usize = 500;

/// Knuth's MMIX generator.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = u64::wrapping_mul(self.0, 6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }

    fn byte(&mut self) -> u8 {
        // The values at the limits are the likeliest to be forgotten.
        match self.below(4) {
            0 => 0,
            1 => 0xFF,
            _ => u8::try_from(self.below(256)).unwrap(),
        }
    }

    /// Changes some bytes, and leaves some out or doubles them.
    fn mutate(&mut self, input: &mut Vec<u8>) {
        for _ in 0..=self.below(8) {
            let place = self.below(input.len());
            let end = (place + self.below(40)).min(input.len());
            match self.below(6) {
                0 => input.truncate(place),
                1 => drop(input.drain(place..end)),
                2 => {
                    let part = input[place..end].to_vec();
                    input.splice(place..place, part);
                }
                _ => {
                    let byte = self.byte();
                    if let Some(at) = input.get_mut(place) {
                        *at = byte;
                    }
                }
            }
        }
    }
}

fn run(input: &[u8], format: Option<text::Format>) -> (Result<Tally, Mistake>, Vec<u8>) {
    let mut output = Vec::new();
    let options = text::Options {
        explain: false,
        format,
    };
    let tally = enrich(Cursor::new(input.to_vec()), &mut output, options);
    if let Err(mistake) = &tally {
        let message = mistake.to_string();
        assert!(message.len() < 300, "{message}");
    }
    (tally, output)
}

fn captures() -> Vec<Vec<u8>> {
    let packets = [
        ethernet(EtherType::IPV4, &tcp(51234, 443)),
        ethernet(EtherType::IPV6, &udp_v6(53, 40000)),
    ];
    let links = [
        0, 1, 7, 9, 50, 51, 100, 101, 104, 105, 113, 127, 129, 149, 166, 204, 205, 219, 226, 239,
        240, 242, 258, 276, 281, 282, 283, 284, 195,
    ];
    let mut files: Vec<Vec<u8>> = links
        .iter()
        .map(|link| {
            let little = link % 2 == 0;
            Pcap {
                link: *link,
                little,
                ..PCAP
            }
            .file(&packets)
        })
        .collect();
    files.push(
        [
            section(),
            interface(101),
            interface(1),
            enhanced(1, &packets[1]),
            simple(&packets[0]),
        ]
        .concat(),
    );
    files
}

fn logs() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools");
    let files = fs::read_dir(folder).unwrap();
    let mut logs: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    logs.sort();
    logs.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Nothing of a log is lost, whatever it is.
fn assert_same_lines(input: &[u8], output: &[u8]) {
    let count = |text: &[u8]| memchr::memchr_iter(b'\n', text).count();
    assert_eq!(count(input), count(output), "{}", input.escape_ascii());
}

#[test]
fn random_bytes() {
    let mut random = Random(1);
    let beginnings = [PCAP.file(&[]), [section(), interface(1)].concat()];
    for round in 0..ROUNDS {
        let length = random.below(300);
        let mut input: Vec<u8> = (0..length).map(|_| random.byte()).collect();
        let (_, output) = run(&input, Some(text::Format::Plain));
        assert_same_lines(&input, &output);
        // And behind the beginning of a capture. Most say that 16 MB follow, which takes time.
        if round % 8 == 0 {
            let beginning = &beginnings[random.below(beginnings.len())];
            let _ = run(&[&beginning[..], &input].concat(), None);
        }
        let letters = b"0123456789:[]., \n\ttcpud{}\"=-";
        for byte in &mut input {
            *byte = letters[usize::from(*byte) % letters.len()];
        }
        let (_, output) = run(&input, None);
        assert_same_lines(&input, &output);
    }
}

#[test]
fn captures_with_mistakes() {
    let (files, mut random) = (captures(), Random(2));
    for round in 0..ROUNDS {
        let mut file = files[round % files.len()].clone();
        random.mutate(&mut file);
        let _ = run(&file, None);
    }
    // Cut at each byte.
    for length in 0..files[1].len() {
        let _ = run(&files[1][..length], None);
    }
}

#[test]
fn logs_with_mistakes() {
    use clap::ValueEnum as _;
    let (files, mut random) = (logs(), Random(3));
    let formats = text::Format::value_variants();
    for round in 0..ROUNDS {
        let mut file = files[round % files.len()].clone();
        random.mutate(&mut file);
        for format in [None, Some(formats[random.below(formats.len())])] {
            let (_, output) = run(&file, format);
            assert_same_lines(&file, &output);
        }
    }
}

/// What is as long as it can be must not take a time or a depth of its own.
#[test]
fn long_and_deep_lines() {
    for line in [
        "[".repeat(500_000),
        format!("{{\"event_type\":{}", "[".repeat(500_000)),
        format!("{{\"event_type\":\"a\",\"x\":{}", "{\"a\":".repeat(100_000)),
        ",".repeat(500_000),
        "\t".repeat(500_000),
        ":".repeat(500_000),
        "\"".repeat(500_000),
        " src= dst=".repeat(50_000),
        format!("#fields\t{}", "id.orig_p\t".repeat(50_000)),
        format!("tcp {}", "0 ".repeat(200_000)),
        "1".repeat(500_000),
    ] {
        let (tally, output) = run(line.as_bytes(), None);
        assert!(tally.is_ok());
        assert!(output.starts_with(line.as_bytes()));
    }
}

/// A block that says it is huge, a packet that does, and an interface that has none.
#[test]
fn lengths_that_are_made_up() {
    let packet = ethernet(EtherType::IPV4, &tcp(51234, 443));
    let file = PCAP.file(&[packet]);
    for length in [262_145_u32, 1 << 20, 1 << 26, u32::MAX / 2, u32::MAX] {
        let mut file = file.clone();
        file[24 + 8..24 + 12].copy_from_slice(&length.to_le_bytes());
        file.extend(vec![0; 3 << 20]);
        let _ = run(&file, None);
        let mut block = [section(), interface(1)].concat();
        block.extend(6_u32.to_le_bytes());
        block.extend((length & !3).to_le_bytes());
        block.extend(vec![0; 3 << 20]);
        let _ = run(&block, None);
    }
}
