//! What the message about a header lists and proposes, and what it goes by.

use super::{
    guess::SAMPLE,
    remedy::LONGEST_OPTION,
    tests::{table, texts},
};

/// Of many unknown columns, the first dozen is named.
#[test]
fn a_list_of_titles_is_cut() {
    let unknown = |count: usize| {
        let titles: Vec<String> = (1..=count).map(|i| format!("x{i}")).collect();
        let all = texts(&format!("name,port,transport,{}\n", titles.join(",")));
        assert_eq!(all.len(), 1);
        let (list, _) = all[0].split_once(';').unwrap();
        list.to_owned()
    };
    assert_eq!(unknown(1), "ports.csv:1: unknown column `x1`");
    assert_eq!(unknown(2), "ports.csv:1: unknown columns `x1` and `x2`");
    let twelve = unknown(12);
    assert!(twelve.ends_with("`x10`, `x11` and `x12`"), "{twelve}");
    assert_eq!(
        unknown(14),
        twelve.replace(" and `x12`", ", `x12` and 2 more")
    );
}

/// What a column holds is guessed from the sample alone, of which the header is the first.
#[test]
fn the_first_records_show_what_columns_hold() {
    let with_text_in = |row: usize| {
        let rows = (1..=SAMPLE + 1).map(|i| {
            let port = if i == row {
                "x".to_owned()
            } else {
                (i * 3).to_string()
            };
            format!("s{i},{port},tcp\n")
        });
        texts(&format!("name,foo,transport\n{}", rows.collect::<String>()))
    };
    let guessed = with_text_in(usize::MAX);
    assert!(guessed[0].contains("port = \"foo\""), "{guessed:?}");
    assert_eq!(with_text_in(SAMPLE), guessed);
    assert_ne!(with_text_in(SAMPLE - 1), guessed);
}

/// Of two titles that hint at one column, the first is proposed for it.
#[test]
fn no_column_is_proposed_twice() {
    let all = texts("name,port,transport,Kommentar,Notes,displayname\na,1,tcp,b,c,d\n");
    let remedy = "`#[ports(columns(label = \"displayname\", description = \"Kommentar\", \
                  ignore = \"Notes\"))]`";
    assert!(all.len() == 1 && all[0].ends_with(remedy), "{all:?}");
    // Nor one that the options give to another title.
    let text = "name,port,transport,Text,Notes,displayname\na,1,tcp,b,c,d\n";
    let all = table(text, "columns(description = \"Text\")").1;
    let remedy = "label = \"displayname\", description = \"Text\", ignore = \"Notes\"))]`";
    assert!(all.len() == 1 && all[0].ends_with(remedy), "{all:?}");
}

/// A longer option would be cut.
#[test]
fn options_are_proposed_up_to_a_length() {
    let proposed = |length: usize| {
        // Few bytes of a title are shown, and all of it is written.
        let title = "x".repeat(length - "columns(ignore = \"\")".len());
        let all = texts(&format!("name,port,transport,{title}\na,1,tcp,b\n"));
        all[0].ends_with(&format!(
            "; write `#[ports(columns(ignore = \"{title}\"))]`"
        ))
    };
    assert!(proposed(LONGEST_OPTION));
    let all = texts(&format!(
        "name,port,transport,{}\n",
        "x".repeat(LONGEST_OPTION)
    ));
    assert!(
        all[0].ends_with("; take out the columns that are not needed, or shorten their titles")
    );
    assert!(!proposed(LONGEST_OPTION + 1));
}

/// Titles that only the options know are a header, in another line too.
#[test]
fn a_header_is_found_by_the_options() {
    let options = "columns(name = \"Dienst\", port = \"Hafen\", transport = \"Weg\")";
    let (table, texts) = table("Unsere Ports\nDienst,Hafen,Weg\nweb,80,tcp\n", options);
    assert_eq!(table.rows.len(), 0);
    let expected = "`Unsere Ports` is no header, but line 2 is; take out what is above it";
    assert!(
        texts.len() == 1 && texts[0].ends_with(expected),
        "{texts:?}"
    );
}

/// A column of ends has last ports, unless all are below the first ports. Where some are, or all
/// may be years, it is in doubt.
#[test]
fn last_ports_are_told_by_their_numbers() {
    let last = "write `#[ports(columns(last = \"end\"))]`";
    let ignore = "`#[ports(columns(ignore = \"end\"))]`";
    let none = format!("write {ignore}");
    let doubt = format!(
        "{last} if `end` has the last ports of ranges, and if it has something else, {ignore}"
    );
    for (one, other, remedy) in [
        ("85", "95", last),
        ("80", "90", last),
        ("85", "", last),
        ("", "", last),
        ("70", "95", &doubt),
        ("1990", "2001", &doubt),
        ("70", "75", &none),
        ("70", "", &none),
    ] {
        let rows = format!("a,80,tcp,{one}\nb,90,tcp,{other}\n");
        assert_eq!(
            texts(&format!("name,port,transport,end\n{rows}")),
            [format!("ports.csv:1: unknown column `end`; {remedy}")],
            "{rows}"
        );
    }
}
