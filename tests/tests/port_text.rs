//! Ports in text: what is read, and what is said of what isn't.

#![forbid(unsafe_code)]

use port_consts::Port;

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
