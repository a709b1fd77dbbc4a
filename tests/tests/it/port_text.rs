//! Ports in text: what is read, and what is said of what isn't.

use port_consts::{Port, TransportPort};

/// The message of a text that is not a port.
fn message(text: &str) -> String {
    text.parse::<Port>().unwrap_err().to_string()
}

#[test]
fn messages_quote_the_text_and_say_what_to_write() {
    for (text, expected) in [
        ("", "a port is missing; write a number from 0 to 65535"),
        ("471111", "port `471111` is above 65535"),
        (" 80", "` 80` has white space around it; write `80`"),
        ("80\n", "`80\\n` has white space around it; write `80`"),
        (" ", "` ` is not a number; write a number from 0 to 65535"),
        ("+80", "`+80` has a sign; write `80`"),
        ("-1", "`-1` is negative; a port is a number from 0 to 65535"),
        ("0x50", "`0x50` is hexadecimal; write `80`"),
        (
            "8,000",
            "`8,000` has a separator; if it is one number, write `8000`",
        ),
        (
            "8.000",
            "`8.000` has a separator; if it is one number, write `8000`",
        ),
        ("８０", "`８０` has digits that are not ASCII; write 0 to 9"),
        ("80-99", "`80-99` is a range; write one port, such as `80`"),
        (
            "80-99/udp",
            "`80-99/udp` is a range; write one port, such as `80`",
        ),
        (
            "443/tcp",
            "`443/tcp` has a transport, and only the port is read here; write `443`",
        ),
        (
            "tcp/443",
            "`tcp/443` has a transport, and only the port is read here; write `443`",
        ),
        (
            "443:tcp",
            "`443:tcp` has a transport, and only the port is read here; write `443`",
        ),
        (
            "127.0.0.1:80",
            "`127.0.0.1:80` has an address in front of the port; write `80`",
        ),
        (
            "[::1]:80",
            "`[::1]:80` has an address in front of the port; write `80`",
        ),
        (
            "tcp://10.0.0.1:9120",
            "`tcp://10.0.0.1:9120` is a URL; write `9120`",
        ),
        (
            "null",
            "`null` is not a port; write a number from 0 to 65535",
        ),
        (
            "https",
            "`https` is not a number; write a number from 0 to 65535 \
             (`Port::from_name_or_number` reads names)",
        ),
        (
            "8x080",
            "`8x080` is not a number; write a number from 0 to 65535 \
             (`Port::from_name_or_number` reads names)",
        ),
        ("½", "`½` has digits that are not ASCII; write 0 to 9"),
        ("--", "`--` is not a number; write a number from 0 to 65535"),
        (
            "\u{1b}[1m",
            "`\\u{1b}[1m` is not a number; write a number from 0 to 65535",
        ),
    ] {
        assert_eq!(message(text), expected);
    }
    let (long, quoted) = ("9".repeat(100_000), "9".repeat(38));
    assert_eq!(message(&long), format!("port `{quoted}…` is above 65535"));
    let long = "ü".repeat(1000);
    let quoted = "ü".repeat(19);
    assert_eq!(
        message(&long),
        format!("`{quoted}…` is not a number; write a number from 0 to 65535")
    );
}

/// `u16` reads the same texts, but for the sign.
#[test]
fn leading_zeros_are_read_and_no_other_notation() {
    for number in 0..=u16::MAX {
        let zeros = format!("{number:08}");
        assert_eq!(zeros.parse(), Ok(Port::new(number)));
        for wrong in [
            format!("{number:#x}"),
            format!("+{number}"),
            format!("{number} "),
        ] {
            assert!(wrong.parse::<Port>().is_err(), "{wrong}");
        }
    }
    assert_eq!(("0".repeat(10_000) + "80").parse(), Ok(Port::new(80)));
    for byte in 0..=u8::MAX {
        let text = char::from(byte).to_string();
        let number = text.parse::<u16>().ok().map(Port::new);
        assert_eq!(text.parse().ok(), number, "{text:?}");
    }
}

/// Every text of up to `count` of these parts.
fn texts_of(parts: &[&str], count: u32) -> impl Iterator<Item = String> {
    let all = parts.len().pow(count);
    (0..all).map(move |mut number| {
        let mut text = String::new();
        for _ in 0..count {
            text += parts[number % parts.len()];
            number /= parts.len();
        }
        text
    })
}

/// What a message says to write, if it quotes it.
fn remedy(message: &str) -> Option<&str> {
    let (_, behind) = message.rsplit_once("write `").or_else(|| {
        // Not the examples of what is read, which are always the same.
        let (_, behind) = message.split_once("such as `")?;
        (!message.contains("or a service's name")).then_some(("", behind))
    })?;
    behind.split_once('`').map(|(remedy, _)| remedy)
}

#[test]
fn what_a_message_says_to_write_is_read() {
    let parts = [
        "",
        "80",
        "443",
        "65535",
        "65536",
        "0",
        "000",
        "tcp",
        "UDP",
        "https",
        "/",
        ":",
        "-",
        "..",
        ",",
        " ",
        "+",
        "0x",
        ".",
        "tcp://",
        "http://",
        "127.0.0.1",
        "[::1]",
        "\"",
        " to ",
        "½",
    ];
    let (mut read, mut remedies) = (0, 0);
    for text in texts_of(&parts, 3) {
        match text.parse::<Port>() {
            Ok(port) => {
                assert_eq!(text.parse(), Ok(port.get()), "{text}");
                read += 1;
            }
            Err(error) => {
                let message = error.to_string();
                if let Some(remedy) = remedy(&message) {
                    assert!(remedy.parse::<Port>().is_ok(), "{message}");
                    remedies += 1;
                }
            }
        }
    }
    assert!(read > 50 && remedies > 300, "{read} {remedies}");

    // Fewer, because the nearest name is looked for in most messages.
    let parts = [
        "", "80", "443", "65536", "tcp", "udp", "https", "/", ":", "-", "..", " ", "+", "0x", "://",
    ];
    let (mut read, mut remedies) = (0, 0);
    for text in texts_of(&parts, 3) {
        let Err(error) = text.parse::<TransportPort>() else {
            read += 1;
            continue;
        };
        let message = error.to_string();
        if let Some(remedy) = remedy(&message) {
            assert!(remedy.parse::<TransportPort>().is_ok(), "{message}");
            remedies += 1;
        }
    }
    assert!(read > 10 && remedies > 50, "{read} {remedies}");
}
