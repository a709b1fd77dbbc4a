//! Files in the form of services(5).

use port_consts::services_file;

/// Compares the entries of a text with its lines.
pub fn check(text: &str) {
    let is_mark = |letter: char| letter.is_ascii_whitespace() || letter == '\u{FEFF}';
    let mut expected = text.lines().enumerate().filter_map(|(before, line)| {
        let line = line.split('#').next().unwrap_or_default();
        let line = line.trim_matches(is_mark);
        (!line.trim_ascii().is_empty()).then_some((before + 1, line))
    });
    for entry in services_file::entries(text) {
        let (number, line) = expected.next().expect("no more entries than lines");
        let mut words = line.split_ascii_whitespace();
        match entry {
            Ok(entry) => {
                assert_eq!(entry.line(), number);
                assert_eq!(Some(entry.name()), words.next());
                let (port, transport) = words
                    .next()
                    .and_then(|it| it.split_once('/'))
                    .expect("a port");
                assert_eq!(port.parse(), Ok(entry.port()));
                assert_eq!(transport.to_ascii_lowercase(), entry.transport().name());
                assert!(entry.aliases().eq(words));
                for name in entry.aliases().chain([entry.name()]) {
                    assert!(entry.is_named(name));
                }
            }
            Err(error) => {
                assert_eq!(error.line(), number);
                let message = error.to_string();
                assert!(
                    message.starts_with(&format!("line {number}: ")),
                    "{message}"
                );
                assert!(message.len() < 1000, "{message}");
                let pair = words.nth(1).and_then(|it| it.split_once('/'));
                let is_good = pair.is_some_and(|(port, transport)| {
                    port.parse::<port_consts::Port>().is_ok()
                        && transport.parse::<port_consts::Transport>().is_ok()
                });
                assert!(!is_good, "{message}");
            }
        }
    }
    assert_eq!(expected.next(), None, "an entry is missing");
}
