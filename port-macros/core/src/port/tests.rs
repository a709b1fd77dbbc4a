//! Calls of `port!`, and what is said of those that are wrong.

use syn::parse_str;

use super::Args;

fn mistake(tokens: &str) -> String {
    match parse_str::<Args>(tokens) {
        Ok(_) => panic!("accepted: {tokens}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn all_forms_are_read() {
    for form in [
        "8443",
        "0x1BB",
        "65_535u16",
        "8443 in User",
        "\"https\"",
        "\"https\" in System",
        "Service, \"x\"",
        "a::B, \"x\" in Dynamic",
        "::a::B, \"x\"",
        "8443,",
        "\"https\" in System,",
        "Service, \"x\",",
    ] {
        assert!(parse_str::<Args>(form).is_ok(), "{form}");
    }
}

#[test]
fn mistakes_say_what_is_expected() {
    for (form, part) in [
        ("", "a port is missing: a number"),
        ("-1", "no negative ports"),
        ("65536", "port `65536` is above 65535"),
        ("99999999999999999999999", "is above 65535"),
        ("443u8", "without a suffix"),
        (
            "443 in User",
            "`443` is a System port (0 to 1023), not a User port (1024 to 49151)",
        ),
        (
            "443 in Usr",
            "unknown port class `Usr`; did you mean `User`?; there are System (0 to 1023), \
             User (1024 to 49151) and Dynamic (49152 to 65535)",
        ),
        ("443 in", "expected a port class"),
        ("443 443", "nothing more is expected"),
        ("80,,", "nothing more is expected"),
        ("\"https\",,", "nothing more is expected"),
        ("80-", "nothing more is expected"),
        ("80 http", "nothing more is expected"),
        ("80/http", "nothing more is expected"),
        ("80 in User, 443", "nothing more is expected"),
        (
            "443/tcp",
            "a port has no transport; write `port!(443)` without `tcp`",
        ),
        (
            "443 tcp",
            "a port has no transport; write `port!(443)` without `tcp`",
        ),
        (
            "8000-8100",
            "a port is one number; for several, use `port_set!`: `port_set!(\"8000-8100\")`",
        ),
        ("8000..=8100", "`port_set!(\"8000-8100\")`"),
        ("8000..8100", "such as `port_set!(\"80, 443, 8000-8100\")`"),
        ("8000-70000", "such as `port_set!(\"80, 443, 8000-8100\")`"),
        ("8100-8000", "such as `port_set!(\"80, 443, 8000-8100\")`"),
        ("80, 443", "`port_set!`: `port_set!(\"80, 443\")`"),
        (
            "80, 443, 8080",
            "such as `port_set!(\"80, 443, 8000-8100\")`",
        ),
        (
            "\"80, 443\"",
            "is several ports; write one port, or use `port_set!`",
        ),
        (
            "\"80;443\"",
            "is several ports; write one port, or use `port_set!`",
        ),
        ("\"443\"", "write it without quotes: `443`"),
        ("Service", "expected `, \"name\"`"),
        ("Service, 443", "expected `, \"name\"`"),
        ("https", "in quotes: `port!(\"https\")`"),
        ("a::B", "expected `, \"name\"` after the registry"),
        ("Self, \"https\"", "write the name of the registry"),
        ("concat!(\"a\")", "`port!` does not expand macros"),
        ("u16::MAX", "expected `, \"name\"`"),
        ("\"70000\"", "a port is a number without quotes, 0 to 65535"),
        ("\"-1\"", "a port is a number without quotes, 0 to 65535"),
        (
            "\"443/tcp\"",
            "\"443/tcp\" has a transport, and a port has none; write `443`",
        ),
        (
            "\"tcp/443\"",
            "has a transport, and a port has none; write `443`",
        ),
        (
            "\"udp/53\"",
            "has a transport, and a port has none; write `53`",
        ),
        ("\"443:tcp\"", "write `443`"),
        ("\"+80/tcp\"", "write `80`"),
        (
            "\"80-99/tcp\"",
            "is a range of ports; write one port, such as `80`",
        ),
        ("\"https/tcp\"", "write `\"https\"`"),
        (
            "\"80-99\"",
            "is a range of ports; write one port, such as `80`",
        ),
        ("\"+80\"", "write it without quotes: `80`"),
        ("\"https\", \"http\"", "nothing more is expected"),
        ("'a'", "expected a number"),
        ("b\"https\"", "expected a number"),
        ("80 in User User", "nothing more is expected"),
        ("4.5", "expected a number"),
    ] {
        assert!(mistake(form).contains(part), "{form}: {}", mistake(form));
    }
}
