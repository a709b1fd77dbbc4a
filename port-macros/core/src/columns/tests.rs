//! Headers as people write them, and what is said of each.

use super::{Column, Source, Table, assign};
use crate::{
    args::{Args, Options},
    csv,
    problem::tests::texts_of,
    tests::records::read,
};

/// The options of `#[ports(..)]`.
fn options(tokens: &str) -> Options {
    let call = format!("#[ports({tokens})] enum E = \"a\";");
    let args: Args = syn::parse_str(&call).unwrap();
    assert!(args.mistakes.is_none(), "{tokens}");
    args.options
}

pub(super) fn table(text: &str, tokens: &str) -> (Table, Vec<String>) {
    let mut table = Table::default();
    let texts = texts_of(|problems| {
        let options = options(tokens);
        table = assign(csv::parse(text, &options.titles, read), &options, problems);
    });
    (table, texts)
}

pub(super) fn texts(text: &str) -> Vec<String> {
    table(text, "").1
}

#[test]
fn titles_are_read_without_case_and_separators() {
    let text = "service-name,PORT_NUMBER,transportProtocol,tls of,Assignee\nssh, 22 ,tcp,,x\n";
    let (table, problems) = table(text, "");
    assert!(table.has(Column::TlsOf) && !table.has(Column::Status));
    let row = &table.rows[0];
    assert_eq!(table.cell(row, Column::Port), "22");
    assert_eq!((row.line, table.rows.len()), (2, 1));
    assert_eq!(table.title(Column::Port), "PORT_NUMBER");
    assert_eq!(problems, [""; 0]);
}

#[test]
fn a_file_is_iana_s_by_its_titles() {
    let source = |header: &str| table(&format!("{header}\na,1,tcp,,\n"), "iana").0.source;
    let three = "Service Name,Port Number,Transport Protocol";
    assert_eq!(
        source(&format!("{three},Description,Assignee")),
        Source::Iana
    );
    assert_eq!(
        source(&format!("{three},Description,Reference")),
        Source::IanaColumns
    );
    assert_eq!(
        source(&format!("{three},Description,Category")),
        Source::Other
    );
    assert_eq!(
        source("name,port,transport,Assignee,Contact"),
        Source::Other
    );
}

/// The header, a row, options, and the option that the one message says to write: with it the
/// file has no mistake.
const HEADERS: &[(&str, &str, &str, &str)] = &[
    (
        "Application,Dest. Port,Prot.",
        "web,80,tcp",
        "",
        r#"columns(name = "Application", port = "Dest. Port", transport = "Prot.")"#,
    ),
    (
        "name,Port Range,transport",
        "web,80-90,tcp",
        "",
        r#"columns(port = "Port Range")"#,
    ),
    (
        "svc,dst_port,proto",
        "web,80,tcp",
        "",
        r#"columns(name = "svc", port = "dst_port", transport = "proto")"#,
    ),
    (
        "Dienst;Anschluss, Nr;Prot.",
        "web;80;tcp",
        "",
        // By its cells.
        r#"columns(name = "Dienst", port = "Anschluss, Nr", transport = "Prot.")"#,
    ),
    (
        "服务,端口号,协议",
        "web,80,tcp",
        "",
        r#"columns(name = "服务", port = "端口号", transport = "协议")"#,
    ),
    (
        "name,port,transport,Comment",
        "web,80,tcp,x",
        "",
        r#"columns(description = "Comment")"#,
    ),
    // Only one of them can be the description.
    (
        "name,port,transport,Comment,Notes",
        "web,80,tcp,x,y",
        "",
        r#"columns(description = "Comment", ignore = "Notes")"#,
    ),
    (
        "name,port,transport,Encryption,Game",
        "web,80,tcp,TLS,Doom",
        "",
        r#"columns(ignore = ["Encryption", "Game"])"#,
    ),
    (
        "name,port,transport,Rack",
        "web,80,tcp,3",
        r#"columns(ignore = "transprot")"#,
        // The title that isn't there comes first.
        "",
    ),
    (
        "name,port,transport,owner",
        "web,80,tcp,me",
        "",
        r#"columns(ignore = "owner")"#,
    ),
    // pandas' index, and a comma at the end.
    (
        ",name,port,transport",
        "0,web,80,tcp",
        "",
        r#"columns(ignore = "")"#,
    ),
    (
        "name,port,transport,",
        "web,80,tcp,",
        "",
        r#"columns(ignore = "")"#,
    ),
    (
        "#,name,port,transport",
        "1,web,80,tcp",
        "",
        r##"columns(ignore = "#")"##,
    ),
    (
        "From,To,name,transport",
        "80,90,web,tcp",
        "",
        r#"columns(port = "From", last = "To")"#,
    ),
    (
        "Port,To Port,name,transport",
        "80,90,web,tcp",
        "",
        r#"columns(last = "To Port")"#,
    ),
    (
        "name,service,port,transport",
        "web,http,80,tcp",
        "",
        r#"columns(name = "name", ignore = "service")"#,
    ),
    (
        "number,port,name,transport",
        "1,80,web,tcp",
        "",
        r#"columns(port = "port", ignore = "number")"#,
    ),
    (
        "title,name,port,transport",
        "web,http,80,tcp",
        r#"columns(name = "title")"#,
        r#"columns(name = "title", ignore = "name")"#,
    ),
    (
        "name,port,transport,tcp,udp",
        "web,80,tcp,x,",
        "",
        r#"columns(ignore = ["tcp", "udp"])"#,
    ),
    (
        "Application,port,transport",
        "Apple Remote Desktop,3283,tcp",
        "",
        r#"columns(label = "Application")"#,
    ),
    (
        "Description,port,transport",
        "Apple Remote Desktop,3283,tcp",
        "",
        r#"columns(label = "Description")"#,
    ),
    ("name,port", "web,80", "", r#"default(transport = "tcp")"#),
    (
        "App,Dest. Port",
        "web,80",
        "",
        r#"columns(name = "App", port = "Dest. Port"), default(transport = "tcp")"#,
    ),
    // What the options say stays.
    (
        "name,service,port,transport,Text",
        "web,http,80,tcp,x",
        r#"columns(description = "Text")"#,
        r#"columns(name = "name", description = "Text", ignore = "service")"#,
    ),
    // Numbers without a title, and those whose title is one of another column.
    (
        "name,foo,transport,",
        "web,80,tcp,90",
        "",
        r#"columns(port = "foo", ignore = "")"#,
    ),
    (
        "name,foo,transport,Comment",
        "web,80,tcp,90",
        "",
        r#"columns(port = "foo", description = "Comment")"#,
    ),
    // What stands for a column is there.
    (
        "label,port,transport,App",
        "Web,80,tcp,web",
        "",
        r#"columns(ignore = "App")"#,
    ),
    (
        "name,port,tcp,udp,Proto",
        "web,80,x,,tcp",
        "",
        r#"columns(ignore = "Proto")"#,
    ),
    (
        "Notes,Notes,name,port,transport",
        "a,b,web,80,tcp",
        "",
        r#"columns(ignore = "Notes")"#,
    ),
];

#[test]
fn mistakes_in_a_header_are_one_message_with_the_option_to_write() {
    for (header, row, before, option) in HEADERS {
        let text = format!("{header}\n{row}\n");
        let (_, texts) = table(&text, before);
        assert_eq!(texts.len(), 1, "{header}: {texts:?}");
        if option.is_empty() {
            assert!(texts[0].contains("the file has no column"), "{texts:?}");
            continue;
        }
        let wanted = format!("write `#[ports({option})]`");
        assert!(texts[0].ends_with(&wanted), "{header}: {texts:?}\n{wanted}");
        // Nothing is to be added that the option stands for.
        let adds = texts[0].contains("; add ");
        assert_eq!(adds, option.contains("default("), "{texts:?}");
        let (table, texts) = table(&text, option);
        assert_eq!((table.rows.len(), texts), (1, vec![]), "{header}");
    }
}

#[test]
fn the_faults_of_a_header_are_named() {
    let all = texts("name,prot,service,transport,,nonsense\nssh,22,ssh,tcp,,\n");
    assert_eq!(all.len(), 1);
    for part in [
        "ports.csv:1: no column `Port Number`; ",
        "unknown columns `prot` and `nonsense`; ",
        "column 5 has no title; ",
        "columns 1 (`name`) and 3 (`service`) are both the `Service Name`",
    ] {
        assert!(all[0].contains(part), "{part} {all:?}");
    }
    let all = texts("port,port,name,transport\n1,1,a,tcp\n");
    assert!(
        all[0].ends_with("; rename one of the columns `port`, or take it out"),
        "{all:?}"
    );
    let all = texts("name,transport\na,tcp\n");
    assert!(
        all[0].ends_with("no column `Port Number`; add it"),
        "{all:?}"
    );
    let all = texts("port,transport\n1,tcp\n");
    assert!(
        all[0].ends_with("no column `Service Name`; add it"),
        "{all:?}"
    );
    let all = texts("name,port,transport,TCP,title\na,1,tcp,x,y\n");
    let (_, mapped) = table(
        "title,name,port,transport\na,b,1,tcp\n",
        "columns(name = \"title\")",
    );
    for (all, part) in [
        (
            all,
            "unknown column `title`; `TCP` has marks for one transport, and another column names",
        ),
        (
            mapped,
            "`name` would be the `Service Name`, but `columns(..)` says that another column is;",
        ),
    ] {
        assert!(all.len() == 1 && all[0].contains(part), "{all:?}");
    }
    let ignored = table(
        "name,port,transport\na,1,tcp\n",
        "columns(ignore = \"port\")",
    )
    .1;
    assert!(
        ignored[0].contains("every file needs; don't ignore it"),
        "{ignored:?}"
    );
}

#[test]
fn ends_of_ranges_are_not_ignored() {
    let text = "name,from,to,transport\na,5,5,tcp\nb,80,90,tcp\nc,70,75,tcp\n";
    let (_, texts) = table(text, r#"columns(port = "from", ignore = "to")"#);
    assert_eq!(texts.len(), 1, "{texts:?}");
    assert!(texts[0].starts_with("ports.csv:3: the ports 80 to 90 would be 80 alone"));
    assert!(
        texts[0].contains("#[ports(columns(port = \"from\", last = \"to\"))]"),
        "{texts:?}"
    );
    let (table, texts) = table(text, r#"columns(port = "from", last = "to")"#);
    assert_eq!((table.rows.len(), texts), (3, vec![]));
}

#[test]
fn wrong_counts_and_missing_rows() {
    assert!(texts("name,port,transport\nssh,22\n")[0].starts_with("ports.csv:2: 2 fields"));
    assert!(
        texts("name,port,transport\nssh,22\n")[0].contains("1 `,` at the end for 1 empty cell")
    );
    assert!(texts("name,port,transport\na,b,c,d\n")[0].contains("`,` in quotes: \"a, b\""));
    assert!(texts("name;port;transport\na;b;c;d\n")[0].contains("`;` in quotes: \"a; b\""));
    assert!(texts("name,port,transport\n,,\n")[0].contains("no row follows the header"));
    assert!(texts("")[0].contains("the file is empty"));
    assert!(texts("\n,,\n")[0].contains("the file is empty"));
    assert!(texts("name,port,transport\na,1,tcp,,\n")[0].contains("commas at the end"));
    assert!(texts("name;port;transport\na;1;tcp;\n")[0].contains("semicolons at the end"));
    assert!(texts("name,port,transport\n# a\n")[0].contains("a CSV has no comments"));
    let quoted = "1 field, but the header has 3 columns; the whole row is in quotes; take them out";
    assert!(texts("name,port,transport\n\"a,1,tcp\"\n")[0].ends_with(quoted));
    let all = texts("name,port,transport\n\"a,1,\"\"tcp,udp\"\"\"\n");
    assert!(all[0].ends_with("take them out, and write quotes inside it once: `\"`, not `\"\"`"));
    assert!(texts("name,port,transport\n\"Web, mail\"\n")[0].contains("for 2 empty cells"));
}

/// What a row with another separator than the header's has between its fields.
#[test]
fn rows_with_another_separator_are_named() {
    let said = |text: &str| texts(text)[0].clone();
    assert_eq!(
        said("name,port,transport\na,1,tcp\nb;2;tcp\n"),
        "ports.csv:3: 1 field, but the header has 3 columns; the row has semicolons between its \
         fields, and the header has commas; write commas here, too"
    );
    // A comma in a field of such a row.
    assert!(
        said("name,port,transport,description\na;1;tcp;b, c\n").contains("the row has semicolons")
    );
    assert!(said("name;port;transport\na\t1\ttcp\n").contains("the row has tabs"));
    // Fewer fields, or more, with and without a semicolon.
    for row in [
        "a;1",
        "a,1;2",
        "a;b",
        "a;b;c;d",
        "a,1,tcp,x;y;z",
        "a",
        "# a;b;c",
    ] {
        let all = texts(&format!("name,port,transport\n{row}\n"));
        assert!(!all[0].contains("the row has"), "{all:?}");
    }
}

#[test]
fn a_header_that_is_repeated_is_said_to_be() {
    let all = texts("name,port,transport\na,1,tcp\nName,Port,Transport\nb,2,tcp\n");
    assert_eq!(
        all,
        ["ports.csv:3: the header of line 1 is repeated here; take the line out"]
    );
}

#[test]
fn headers_are_found_below_empty_rows_and_with_every_separator() {
    for text in [
        "name;port;transport\na, b;1;tcp\n",
        "name\tport\ttransport\na;b\t1\ttcp\n",
        "sep=;\nname;port;transport\na;1;tcp\n",
        "sep=|\r\nname|port|transport\r\na|1|tcp\r\n",
        "\n,,\n ,,\nname,port,transport\na,1,tcp\n",
        "port,tcp,udp,name\n1,x,,a\n",
    ] {
        let (table, texts) = table(text, "");
        assert_eq!((table.rows.len(), texts), (1, vec![]), "{text}");
    }
}

#[test]
fn headers_are_not_read_without_end() {
    let all = texts(&",".repeat(1_000_000));
    assert!(all.len() == 1 && all[0].len() < 300, "{}", all[0].len());
    let all = texts(&format!("{}name,port,transport\n", "x,".repeat(400)));
    assert!(all.len() == 1 && all[0].len() < 3000, "{all:?}");
    // As many columns as are read, and each of them to be guessed.
    for of in ["Port", "End of Range"] {
        let titles: Vec<String> = (0..490).map(|i| format!("{of} {i}x")).collect();
        let (titles, row) = (titles.join(","), "80,".repeat(490));
        let all = texts(&format!("{titles},name,port,transport\n{row}a,1,tcp\n"));
        assert!(all.len() == 1 && all[0].len() < 3000, "{all:?}");
    }
    let all = texts(&format!("{}\n", "y".repeat(3_000_000)));
    assert!(all.len() == 1 && all[0].len() < 1000, "{all:?}");
}
