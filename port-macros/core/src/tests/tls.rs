//! Which service wraps which.

use std::fmt::Write as _;

use crate::{args::Options, problem::tests::texts_of, tests};

/// For each service the one that it wraps, as `TLS PLAIN`, and the mistakes.
fn wraps(rows: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let mut text = "name,port,transport,aliases,TLS Of\n".to_owned();
    for (port, (names, of)) in rows.iter().enumerate() {
        let (name, aliases) = names.split_once(' ').unwrap_or((names, ""));
        writeln!(text, "{name},{},tcp,{aliases},{of}", port + 1).unwrap();
    }
    let mut pairs = Vec::new();
    let texts = texts_of(|problems| {
        let services = tests::checked(&text, &Options::default(), problems).services;
        for service in &services {
            let of = service.tls_of.map(|index| &services[index].name);
            pairs.extend(of.map(|of| format!("{} {of}", service.name)));
        }
    });
    (pairs, texts)
}

#[test]
fn tls_is_of_services_by_any_of_their_names() {
    let rows = [
        ("webs", "WWW"),
        ("web http www", ""),
        ("mails", "mail"),
        ("mail", ""),
    ];
    let (pairs, texts) = wraps(&rows);
    assert_eq!(
        (pairs, texts.len()),
        (vec!["webs web".into(), "mails mail".into()], 0)
    );
    for (rows, pairs, said) in [
        (&[("web www", "WWW")][..], &[][..], "`web` is TLS of itself"),
        (
            &[("webs", "wbe"), ("web", "")],
            &[],
            "`webs` is TLS of `wbe`, but the file has no such service; did you mean `web`?",
        ),
        // Neither a service itself nor one that is TLS of it is proposed.
        (
            &[("smtp smtpx", "smpt")],
            &[],
            "no such service; write the name of a service in this file, or leave the cell empty",
        ),
        (
            &[("smtp", "smtsp"), ("smtps", "smtp")],
            &["smtps smtp"],
            "no such service; write the name of a service",
        ),
        (
            &[("smtp", "smtxp"), ("smtpx", "")],
            &[],
            "no such service; did you mean `smtpx`?",
        ),
        (
            &[("a", "-")],
            &[],
            "`a` is TLS of `-`, but the file has no such service; leave the cell empty",
        ),
        (&[("a", "No"), ("b", "")], &[], "; leave the cell empty"),
        (&[("a", "no"), ("no", "")], &["a no"], ""),
        (
            &[("a", "Yes")],
            &[],
            "; write the name of the service without TLS, or leave the cell empty",
        ),
        (
            &[("a", "b"), ("b", "c"), ("c", "b"), ("d", "a")],
            // The circle is cut at its first service.
            &["a b", "c b", "d a"],
            "ports.csv:3: `TLS Of` goes in a circle: b → c → b; leave it empty",
        ),
    ] {
        let (found, texts) = wraps(rows);
        assert_eq!(found, pairs, "{rows:?}");
        assert_eq!(texts.is_empty(), said.is_empty(), "{texts:?}");
        assert!(texts.iter().all(|it| it.contains(said)), "{texts:?}");
        assert!(texts.len() < 2, "{texts:?}");
    }
}

/// To refer to a row with a mistake is no further mistake.
#[test]
fn a_service_may_be_tls_of_a_row_that_is_wrong() {
    let text = "name,port,transport,TLS Of\nwebs,443,tcp,WEB\nweb,x,tcp,\n";
    let texts = texts_of(|problems| drop(tests::checked(text, &Options::default(), problems)));
    assert_eq!(texts.len(), 1, "{texts:?}");
    assert!(
        texts[0].starts_with("ports.csv:3: port `x` is not"),
        "{texts:?}"
    );
}

#[test]
fn long_circles_are_shown_in_part() {
    let names: Vec<String> = (0..12).map(|i| format!("s{i}")).collect();
    for (count, shown) in [
        (9, "s0 → s1 → s2 → s3 → s4 → s5 → s6 → s7 → s8 → s0;"),
        (10, "s0 → s1 → s2 → s3 → s4 → … → s9 → s0;"),
        (12, "s0 → s1 → s2 → s3 → s4 → … → s11 → s0;"),
    ] {
        let next = |i: usize| &*names[(i + 1) % count];
        let rows: Vec<(&str, &str)> = (0..count).map(|i| (&*names[i], next(i))).collect();
        let (pairs, texts) = wraps(&rows);
        assert_eq!(pairs.len(), count - 1);
        assert!(texts.len() == 1 && texts[0].contains(shown), "{texts:?}");
    }
}
