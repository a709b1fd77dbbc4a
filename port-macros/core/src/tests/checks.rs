//! Checks of rows that other tests pass over: each has caught a mutant.

use crate::{
    args::{Args, Options},
    problem::tests::texts_of,
    tests,
    valid::Registry,
    words::identifiers::{camel_case, identifiers, usable},
};

fn options(tokens: &str) -> Options {
    let call = format!("#[ports({tokens})] enum E = \"a\";");
    let args: Args = syn::parse_str(&call).unwrap();
    assert!(args.mistakes.is_none(), "{tokens}");
    args.options
}

fn check(rows: &str, tokens: &str) -> (Registry, Vec<String>) {
    let mut registry = None;
    let text = format!("name,port,transport,aliases,category\n{rows}");
    let texts = texts_of(|problems| {
        registry = Some(tests::checked(&text, &options(tokens), problems));
    });
    (registry.unwrap(), texts)
}

/// What `select` leaves: `web 80-90 1`, with the set of transports.
fn selected(rows: &str, keys: &str) -> Vec<String> {
    let (registry, texts) = check(rows, &format!("select({keys}), conflicts = \"first\""));
    assert_eq!(texts, [""; 0], "{keys}");
    let service = |it: &crate::valid::Service| {
        let rows = it.assignments.iter();
        let rows = rows.map(|it| format!(" {}-{} {}", it.first, it.last, it.transports));
        format!("{}{}", it.name, rows.collect::<String>())
    };
    registry.services.iter().map(service).collect()
}

const ROWS: &str = "\
web,80-90,tcp/udp,www,Net
web,8080,tcp,,
mail,25,tcp,smtp,post
mail,587,udp,,
chat,5222,sctp,,Net
";

#[test]
fn a_selection_keeps_what_matches_all_keys() {
    for (keys, kept) in [
        ("name = \"WEB\"", &["web 80-90 3 8080-8080 1"][..]),
        (
            "name = [\"SMTP\", \"www\"]",
            &["web 80-90 3 8080-8080 1", "mail 25-25 1 587-587 2"],
        ),
        (
            "category = \"NET\"",
            &["web 80-90 3 8080-8080 1", "chat 5222-5222 4"],
        ),
        (
            "category = \"net\", name = [\"mail\", \"chat\"]",
            &["chat 5222-5222 4"],
        ),
        ("transport = \"udp\"", &["web 80-90 2", "mail 587-587 2"]),
        (
            "transport = [\"udp\", \"sctp\"]",
            &["web 80-90 2", "mail 587-587 2", "chat 5222-5222 4"],
        ),
        // Of a range, what is selected is kept.
        ("port = 80..=90", &["web 80-90 3"]),
        ("port = 79..=91", &["web 80-90 3"]),
        ("port = [80..=89, 8080]", &["web 80-89 3 8080-8080 1"]),
        ("port = [81..=90, 25]", &["web 81-90 3", "mail 25-25 1"]),
        (
            "port = [80..=85, 86..=90, 587]",
            &["web 80-90 3", "mail 587-587 2"],
        ),
        (
            "port = 0..=65535, transport = \"tcp\", name = \"mail\"",
            &["mail 25-25 1"],
        ),
    ] {
        assert_eq!(selected(ROWS, keys), kept, "{keys}");
    }
}

#[test]
fn a_selection_that_keeps_nothing_is_a_mistake() {
    let none = |keys: &str| check(ROWS, &format!("select({keys})")).1;
    assert_eq!(
        none("port = 1"),
        ["`select` keeps none of the file's 3 services; take a key or a value out"]
    );
    let unknown = none("name = \"webb\"");
    assert_eq!(
        unknown,
        ["the file has no service `webb`; did you mean `web`?"]
    );
    let unknown = none("category = \"nets\"");
    assert_eq!(
        unknown,
        ["the file has no category `nets`; did you mean `Net`?; there are Net, post"]
    );
    // A file without services has another mistake.
    let (_, texts) = check("", "select(port = 1)");
    assert_eq!(texts.len(), 1, "{texts:?}");
    assert!(texts[0].contains("no row follows the header"));
}

#[test]
fn every_row_is_within() {
    let rows = "a,1024-49151,tcp,,x\nb,1023-2000,tcp,,x\nc,49000-49152,udp,,x\nd,0,udp,,x\n";
    let (registry, texts) = check(rows, "within = User, conflicts = \"first\"");
    assert_eq!(registry.services.len(), 4);
    let starts = [
        "ports.csv:3: `b` has port 1023, a System port (0 to 1023), but",
        "ports.csv:4: `c` has port 49152, a Dynamic port (49152 to 65535), but",
        "ports.csv:5: `d` has port 0, a System port (0 to 1023), but",
    ];
    assert_eq!(texts.len(), starts.len(), "{texts:?}");
    for (text, start) in texts.iter().zip(starts) {
        assert!(text.starts_with(start), "{text}");
        assert!(text.ends_with("choose a port from 1024 to 49151"), "{text}");
    }
    let (_, texts) = check("a,80-90,tcp,,x\n", "within = 80..=90");
    assert_eq!(texts, [""; 0]);
    let (_, texts) = check("a,80,tcp,,x\n", "within = 80..=80");
    assert_eq!(texts, [""; 0]);
    let (_, texts) = check("a,79,tcp,,x\nb,91,tcp,,x\n", "within = 80..=90");
    assert_eq!(texts.len(), 2, "{texts:?}");
}

/// The lines of two messages: of the row that has the port second, and the one first.
fn conflict(rows: &str) -> String {
    let (_, texts) = check(rows, "");
    assert_eq!(texts.len(), 1, "{texts:?}");
    texts[0].split(';').next().unwrap().to_owned()
}

#[test]
fn conflicts_have_the_lines_of_the_rows_that_overlap() {
    // On a service's second row, first and last in the file.
    let said = conflict("a,1,tcp,,x\nb,5,tcp,,x\nb,1,tcp,,\n");
    assert_eq!(
        said,
        "ports.csv:4: `b` has port 1/tcp, which `a` has at line 2"
    );
    let said = conflict("a,1,tcp,,x\nb,5,tcp,,x\na,5,tcp,,\n");
    assert_eq!(
        said,
        "ports.csv:4: `a` has port 5/tcp, which `b` has at line 3"
    );
    let said = conflict("a,1,tcp,,x\na,7-9,udp,,\nb,8,udp,,x\n");
    assert_eq!(
        said,
        "ports.csv:4: `b` has port 8/udp, which `a` has at line 3"
    );
    // The first row in the file is the higher one.
    let said = conflict("a,50-60,tcp,,x\nb,40-50,tcp,,x\n");
    assert_eq!(
        said,
        "ports.csv:3: `b` has port 50/tcp, which `a` has at line 2"
    );
    // A long row of the service itself is between.
    let said = conflict("a,1-100,tcp,,x\nb,200-300,tcp,,x\na,150-250,tcp,,\n");
    assert_eq!(
        said,
        "ports.csv:4: `a` has port 200/tcp, which `b` has at line 3"
    );
}

/// Each row has its message, whatever other rows of its service have.
#[test]
fn conflicts_of_two_services_are_all_there() {
    let said = |rows: &str| {
        let (_, texts) = check(rows, "");
        let texts = texts.iter().map(|it| it.split(';').next().unwrap());
        texts
            .map(|it| it["ports.csv:".len()..].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        said("a,80,tcp,,x\nb,80,tcp,,x\na,90,tcp,,\nb,90,tcp/udp,,\n"),
        [
            "3: `b` has port 80/tcp, which `a` has at line 2",
            "5: `b` has port 90/tcp, which `a` has at line 4",
        ]
    );
    // Two ports of a list, and a row whose only conflict is with one that is left out.
    assert_eq!(
        said("a,\"1,2\",tcp,,x\nb,\"2,1\",tcp,,x\n"),
        [
            "3: `b` has port 1/tcp, which `a` has at line 2",
            "3: `b` has port 2/tcp, which `a` has at line 2",
        ]
    );
    assert_eq!(
        said("a,1-9,tcp,,x\nb,5-20,tcp,,x\nc,15,tcp,,x\n"),
        [
            "3: `b` has port 5/tcp, which `a` has at line 2",
            "4: `c` has port 15/tcp, which `b` has at line 3",
        ]
    );
}

#[test]
fn of_a_conflict_the_rest_is_there() {
    let (registry, texts) = check("a,1-9,tcp,,x\nb,5-20,tcp/udp,,x\nc,30,tcp,,x\n", "");
    assert_eq!(texts.len(), 1);
    let owners = |bit: usize| {
        let segments = registry.owners[bit].iter();
        segments
            .map(|it| (it.first, it.last, it.services.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(owners(0), [(1, 9, vec![0]), (30, 30, vec![2])]);
    assert_eq!(owners(1), [(5, 20, vec![1])]);
    // Rows of one service may lie beside those of others, and end later.
    let rows = "a,1-10,tcp,,x\na,20-90,tcp,,\nb,11-19,tcp,,x\nc,91,tcp,,x\nb,92,tcp,,\n";
    assert_eq!(check(rows, "").1, [""; 0]);
}

#[test]
fn what_the_compiler_takes_as_an_identifier() {
    for text in ["Ssh", "A_B9", "P3com", "a", "\u{FC}ber", "_a", "Z"] {
        assert_eq!(usable(text).as_deref(), Some(text));
    }
    for text in [
        "Self",
        "self",
        "",
        "9a",
        "A-B",
        "A B",
        "fn",
        "\u{200B}A",
        "A\u{BD}",
        "+",
    ] {
        assert_eq!(usable(text), None, "{text:?}");
    }
    // Either of the two may be one that can't be.
    assert!(identifiers("x", "Self").is_err() && identifiers("self", "").is_err());
    let said = identifiers("a-l-l", "").unwrap_err();
    assert!(said.starts_with("`A_L_L` would be the variant `ALL`, which is reserved"));
    assert!(
        identifiers("+", "")
            .unwrap_err()
            .contains("no constant can be made from")
    );
    assert_eq!(camel_case("--x--y9--"), "XY9");
    // What is no letter is between words, whatever it is.
    assert_eq!(
        camel_case("gr\u{F6}\u{DF}E\u{2013}\u{FC}bER"),
        "Gr\u{F6}\u{DF}e\u{DC}ber"
    );
}

#[test]
fn categories_make_variants() {
    let said = |category: &str| {
        let (_, texts) = check(&format!("a,1,tcp,,net\nb,2,tcp,,{category}\n"), "");
        texts.into_iter().next().unwrap_or_default()
    };
    assert_eq!((said("NET"), said("all")), (String::new(), String::new()));
    for (category, part) in [
        (
            "a l l",
            "would be the variant `ALL`, which is reserved; rename it",
        ),
        (
            "self",
            "would be the variant `Self`, which is reserved; rename it",
        ),
        (
            "net!",
            "category `net!` and category `net` would both be `Net`; rename one",
        ),
        (
            "9",
            "no identifier can be made from category `9`; begin it with a letter",
        ),
        (
            "a\u{BD}",
            "from category `a\u{BD}`; write it with letters and digits",
        ),
        ("", "`b` has no category; every service needs one"),
    ] {
        assert!(said(category).contains(part), "{}", said(category));
    }
}

#[test]
fn wrong_counts_have_the_remedy_that_fits() {
    let said = |row: &str| check(&format!("{row}\n"), "").1.remove(0);
    let fields = "but the header has 5 columns";
    assert_eq!(
        said("a"),
        format!(
            "ports.csv:2: 1 field, {fields}; write an empty cell for a missing one, or 4 `,` at \
             the end for 4 empty cells"
        )
    );
    assert!(said("a,1,tcp,").contains("or 1 `,` at the end for 1 empty cell"));
    assert_eq!(
        said("a,1,tcp,,,,"),
        format!("ports.csv:2: 7 fields, {fields}; take out the commas at the end")
    );
    // What is left over isn't empty, or isn't all that is empty.
    for row in ["a,1,tcp,,,x", "a,1,tcp,,,,x", "a,1,tcp,,,x,"] {
        assert!(
            said(row).contains("write a field that contains `,` in quotes"),
            "{row}"
        );
    }
    assert!(said("#a,1").contains("a CSV has no comments"));
}

#[test]
fn tables_of_two_columns_for_one_thing_are_one_mistake() {
    let texts = |text: &str, tokens: &str| {
        texts_of(|problems| drop(tests::checked(text, &options(tokens), problems)))
    };
    // `TCP` beside `transport`, a title twice, and one that an option names already.
    let said = texts("name,port,transport,TCP\na,1,tcp,x\n", "");
    assert!(
        said.len() == 1 && said[0].starts_with("ports.csv:1: "),
        "{said:?}"
    );
    let (table, rows) = ("name,port,transport,TCP", "a,1,tcp,x\na,2,udp,x");
    let mut registry = None;
    let _ = texts_of(|problems| {
        registry = Some(tests::checked(
            &format!("{table}\n{rows}\n"),
            &options(""),
            problems,
        ));
    });
    // One of the two is enough to read the rows.
    assert_eq!(registry.map(|it| it.services[0].assignments.len()), Some(2));
    let said = texts("name,port,Port,transport\na,1,2,tcp\n", "");
    assert!(
        said.len() == 1 && said[0].starts_with("ports.csv:1: "),
        "{said:?}"
    );
    let said = texts(
        "name,Nr,port,transport\na,1,2,tcp\n",
        "columns(port = \"Nr\")",
    );
    assert!(said.len() == 1 && said[0].contains("port"), "{said:?}");
    // 500 columns are read, and one more is not.
    let header = |more: usize| {
        let ignored = "Assignee,".repeat(more);
        format!(
            "{ignored}name,port,transport\n{}a,1,tcp\n",
            ",".repeat(more)
        )
    };
    assert_eq!(texts(&header(497), ""), [""; 0]);
    let said = texts(&header(498), "");
    assert!(
        said[0].contains("the header has 501 columns, and at most 500"),
        "{said:?}"
    );
    // A last port needs a first one.
    let said = texts("name,Last Port,transport\na,1,tcp\n", "");
    assert!(
        said.len() == 1 && said[0].contains("Port Number"),
        "{said:?}"
    );
}

/// Longer cells are looked at no further.
#[test]
fn cells_in_each_other_s_column_are_told_up_to_a_length() {
    for (length, is_told) in [(99, true), (100, false)] {
        for (name, port) in [
            ("80", "a".repeat(length)),
            (&*"0".repeat(length), "a".into()),
        ] {
            let (_, texts) = check(&format!("{name},{port},tcp,,\n"), "");
            let told = texts.iter().any(|it| it.contains("is in the column"));
            assert_eq!(told, is_told, "{texts:?}");
        }
    }
}

#[test]
fn cells_in_each_other_s_columns_are_put_into_their_own() {
    let said = |row: &str| {
        let text = format!("name,port,transport\n{row}\n");
        texts_of(|problems| drop(tests::checked(&text, &options(""), problems)))
    };
    assert_eq!(
        said("53,dns,udp"),
        ["ports.csv:2: `53` is in the column `name` and `dns` in the column `port`; swap the two"]
    );
    // To swap two of the three would leave one wrong.
    assert_eq!(
        said("53,udp,dns"),
        [
            "ports.csv:2: `53` is in the column `name`, `udp` in the column `port` and `dns` in \
          the column `transport`; write each into its own"
        ]
    );
}

#[test]
fn labels_that_make_one_name_need_names() {
    let said = |text: &str| texts_of(|problems| drop(tests::checked(text, &options(""), problems)));
    let labels = said("label,port,transport\nC,84,tcp\nC++,85,tcp\n");
    assert_eq!(
        labels,
        [
            "ports.csv:3: `c` has the Label `C` at line 2 and `C++` here; all rows of a name are one \
          service, so write the same in both if they are one, or give each a name in a column \
          `Service Name`"
        ]
    );
    let names = said("name,label,port,transport\nc,C,84,tcp\nc,C++,85,tcp\n");
    assert!(
        names[0].ends_with("write the same in both or leave one empty"),
        "{names:?}"
    );
}
