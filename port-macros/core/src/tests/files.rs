//! Files as people have them: what is read of them, or what is said to write.
//!
//! Where a message says an option, the option is pasted, and the file is read again.

use crate::{
    args::{Args, Options},
    problem::tests::texts_of,
    tests,
    valid::Registry,
    words::transports,
};

fn options(tokens: &str) -> Options {
    let call = format!("#[ports({tokens})] enum E = \"a\";");
    let args: Args = syn::parse_str(&call).unwrap();
    assert!(
        args.mistakes.is_none(),
        "{tokens}: {}",
        args.mistakes.unwrap()
    );
    args.options
}

/// The registry of a text, and the messages.
pub(super) fn check(text: &str, tokens: &str) -> (Registry, Vec<String>) {
    let mut registry = None;
    let texts = texts_of(|problems| {
        registry = Some(tests::checked(text, &options(tokens), problems));
    });
    (registry.unwrap(), texts)
}

/// Every service with its ports: `web 80/tcp 443/tcp+udp`.
pub(super) fn read(text: &str, tokens: &str) -> Vec<String> {
    let (registry, texts) = check(text, tokens);
    assert_eq!(texts, [""; 0], "{text}");
    let service = |service: &crate::valid::Service| {
        let ports = service.assignments.iter().map(|it| {
            let names: Vec<&str> = transports::names_of(it.transports).collect();
            let last = if it.last == it.first {
                String::new()
            } else {
                format!("-{}", it.last)
            };
            format!(" {}{last}/{}", it.first, names.join("+"))
        });
        format!("{}{}", service.name, ports.collect::<String>())
    };
    registry.services.iter().map(service).collect()
}

/// The one message of a text.
pub(super) fn mistake(text: &str, tokens: &str) -> String {
    let (_, mut texts) = check(text, tokens);
    assert_eq!(texts.len(), 1, "{text}: {texts:?}");
    texts.remove(0)
}

/// The options in a message's `#[ports(..)]`, or in a backquoted list of options.
pub(super) fn option_in(message: &str) -> &str {
    let start = message.rfind("`#[ports(").map(|at| at + "`#[ports(".len());
    let (start, end) = match start {
        Some(start) => (start, ")]`"),
        None => (message.rfind("meant: `").unwrap() + "meant: `".len(), "`"),
    };
    let end = message[start..].find(end).unwrap();
    &message[start..start + end]
}

/// Pastes the option that the one message says beside those that are there, and reads again.
fn remedied(text: &str, tokens: &str) -> Vec<String> {
    let message = mistake(text, tokens);
    let option = option_in(&message);
    let all = match tokens {
        "" => option.to_owned(),
        others => format!("{others}, {option}"),
    };
    read(text, &all)
}

const HEADER: &str = "name,port,transport\n";
const IANA: &str = "Service Name,Port Number,Transport Protocol,Assignee\n";

pub(super) fn rows(rows: &str) -> String {
    format!("{HEADER}{rows}")
}

/// The list in a remedy needs no quotes, whatever separates the fields of the file.
#[test]
fn lists_in_remedies_stand_in_their_file_as_they_are() {
    for (separator, list) in [(",", "80-90;100"), (";", "80-90, 100"), ("\t", "80-90;100")] {
        let file = |rows: &[[&str; 3]]| {
            let rows = [["name", "port", "transport"]].iter().chain(rows);
            rows.map(|row| row.join(separator) + "\n")
                .collect::<String>()
        };
        let message = mistake(&file(&[["web", list, "tcp"], ["web", "85-95", "tcp"]]), "");
        let (_, remedy) = message.split_once("; write `").unwrap();
        let (written, rest) = remedy.split_once('`').unwrap();
        assert!(rest.starts_with(" there and take it out here"), "{message}");
        let all = ["web 80-95/tcp 100/tcp"];
        assert_eq!(
            read(&file(&[["web", written, "tcp"]]), ""),
            all,
            "{message}"
        );
    }
}

#[test]
fn rows_that_overlap_keep_what_is_new() {
    let text = rows("a,80,tcp\na,79-82,tcp\n");
    let iana = "Service Name,Port Number,Transport Protocol,Assignee\na,80,tcp,\na,79-82,tcp,\n";
    let all = ["a 80/tcp 79/tcp 81-82/tcp"];
    assert_eq!(read(iana, "iana"), all);
    assert_eq!(read(&text, "conflicts = \"first\""), all);
    assert_eq!(remedied(&text, ""), all);
    let said = mistake(&text, "");
    assert!(
        said.contains("`a` already has port 80/tcp at line 2; take it out there, or"),
        "{said}"
    );
    for (overlap, part, fixed) in [
        (
            "a,80-85,tcp\na,83-90,tcp\n",
            "write `80-90` there and take it out here",
            "a,80-90,tcp\n",
        ),
        (
            "a,80-85,tcp\na,83,tcp\n",
            "port 83/tcp at line 2; take it out here",
            "a,80-85,tcp\n",
        ),
        ("a,80,tcp\na,80,tcp\n", "take it out here", "a,80,tcp\n"),
        (
            "a,\"80,80\",tcp\n",
            "port 80/tcp at line 2; write it once: `80`",
            "a,80,tcp\n",
        ),
    ] {
        let said = mistake(&rows(overlap), "");
        assert!(said.contains(part), "{overlap}: {said}");
        assert_eq!(read(&rows(fixed), "").len(), 1);
    }
    // The rest of a list is in the one cell that is left.
    let text = rows("a,\"80-90,100\",tcp\na,\"70-85,100-110\",tcp\n");
    let said = mistake(&text, "");
    assert!(
        said.contains("write `70-90;100-110` there and take it out here"),
        "{said}"
    );
    assert_eq!(read(&rows("a,70-90;100-110,tcp\n"), "").len(), 1);
    let said = mistake(
        "name,port,last port,transport\na,80,90,tcp\na,85,95,tcp\n",
        "",
    );
    assert!(
        said.contains("write `80` as the port and `95` as the last port there and take"),
        "{said}"
    );
    // A part is new under one transport.
    assert_eq!(
        read(
            &rows("a,80,tcp\na,80-81,tcp/udp\n"),
            "conflicts = \"first\""
        ),
        ["a 80/tcp 81/tcp 80-81/udp"]
    );
    let said = mistake(&rows("a,80-85,tcp\na,83-90,tcp/udp\n"), "");
    assert!(!said.contains("there and"), "{said}");
    assert!(said.contains("already has port 83/tcp at line 2"), "{said}");
}

#[test]
fn an_empty_transport_is_a_mistake_but_where_the_options_say_what_it_means() {
    let text = rows("a,80,\nb,81,udp\n");
    assert!(mistake(&text, "").starts_with("ports.csv:2: the transport is empty; write `tcp`"));
    assert_eq!(remedied(&text, ""), ["a 80/tcp", "b 81/udp"]);
    assert_eq!(
        read(&text, "default(transport = \"tcp/sctp\")"),
        ["a 80/tcp+sctp", "b 81/udp"]
    );
    assert_eq!(
        read("name,port\na,80\n", "default(transport = \"udp\")"),
        ["a 80/udp"]
    );
    let iana = "Service Name,Port Number,Transport Protocol,Assignee\na,80,,\n";
    assert_eq!(read(iana, "iana"), ["a 80/tcp+udp"]);
}

#[test]
fn iana_is_for_iana_s_file() {
    for (text, all) in [
        (
            rows("a,80,tcp\na,80,tcp\nb,80,tcp\n"),
            vec!["a 80/tcp", "b 80/tcp"],
        ),
        (rows(",9000,tcp\ndb,,tcp\nc,1,udp\n"), vec!["c 1/udp"]),
        (
            rows("a,80,\na-x,1,tcp\na_x,2,tcp\n"),
            vec!["a 80/tcp+udp", "a-x 1/tcp", "a_x 2/tcp"],
        ),
        (
            rows("Apple Remote Desktop,3283,tcp\n"),
            vec!["apple-remote-desktop 3283/tcp"],
        ),
    ] {
        let said = mistake(&text, "iana");
        assert!(
            said.contains("`iana` is for the file that IANA publishes"),
            "{said}"
        );
        assert_eq!(read(&text, option_in(&said)), all);
        let lacks_transports = text.contains(",80,\n");
        assert_eq!(said.contains("default("), lacks_transports, "{said}");
    }
    let without = "name,port\na,80\n";
    let (_, texts) = check(without, "iana");
    for said in &texts {
        assert_eq!(read(without, option_in(said)), ["a 80/tcp+udp"], "{said}");
    }
    // Under IANA's titles alone, rows that lack something are not passed over.
    let titles = "Service Name,Port Number,Transport Protocol\n";
    let said = mistake(&format!("{titles}a,80,tcp\n,9000,tcp\n"), "iana");
    assert!(said.starts_with("ports.csv:3: "), "{said}");
    let de_registered = "Service Name,Port Number,Transport Protocol,Description,Assignee\n\
                         old,14001,udp,De-Registered,\n,14002,udp,Reserved,\n";
    assert_eq!(read(de_registered, "iana"), ["old 14001/udp"]);
}

#[test]
fn a_range_may_be_in_two_columns() {
    let text = "name,From,To Port,transport\na,80,90,tcp\nb,100,,tcp\nc,7,7,udp\n";
    let option = "columns(port = \"From\", last = \"To Port\")";
    let all = ["a 80-90/tcp", "b 100/tcp", "c 7/udp"];
    assert_eq!(read(text, option), all);
    assert_eq!(remedied(text, ""), all);
    // Without the option it is never skipped.
    let said = mistake("name,port,last,transport\na,1,2,tcp\n", "");
    assert_eq!(option_in(&said), "columns(last = \"last\")");
    let said = mistake(text, "columns(port = \"From\", ignore = \"To Port\")");
    assert!(
        said.contains("ports.csv:2: the ports 80 to 90 would be 80 alone"),
        "{said}"
    );
}

#[test]
fn a_column_for_each_transport_has_marks() {
    let text = "port,tcp,udp,name\n53,TCP,UDP,a\n67,,UDP,b\n80,x,no,c\n1,1,-,d\n";
    let all = ["a 53/tcp+udp", "b 67/udp", "c 80/tcp", "d 1/tcp"];
    assert_eq!(read(text, ""), all);
    let renamed = text.replacen("tcp,udp", "T,U", 1);
    assert_eq!(read(&renamed, "columns(tcp = \"T\", udp = \"U\")"), all);
    let said = mistake("port,tcp,name\n1,,a\n", "");
    assert!(said.contains("no transport is marked; write `x`"), "{said}");
    assert!(mistake("port,tcp,name\n1,Unofficial,a\n", "").contains("is no mark"));
    let both = "port,transport,tcp,name\n1,udp,,a\n";
    assert_eq!(remedied(both, ""), ["a 1/udp"]);
    let call = "#[ports(columns(transport = \"tcp\", ignore = \"udp\"))] enum E = \"a\";";
    let args: Args = syn::parse_str(call).unwrap();
    let said = args.mistakes.unwrap().to_string();
    assert!(
        said.contains("write `tcp = \"tcp\"`, and so for the other transports"),
        "{said}"
    );
}

#[test]
fn cells_may_hold_lists() {
    let text =
        rows("a,\"80,443,8000-8100\",tcp/udp\nb,1;2,\"tcp,udp\"\nc,3,TCP & UDP\nd,4,TCP+UDP\n");
    assert_eq!(
        read(&text, ""),
        [
            "a 80/tcp+udp 443/tcp+udp 8000-8100/tcp+udp",
            "b 1/tcp+udp 2/tcp+udp",
            "c 3/tcp+udp",
            "d 4/tcp+udp"
        ]
    );
    assert!(mistake(&rows("a,1,both\n"), "").contains("; write `tcp/udp`"));
}

#[test]
fn services_files_are_read_with_the_option() {
    let text = "# /etc/services\n\nssh\t22/tcp\t\t\t# Secure shell\ndomain 53/tcp dns\n\
                domain 53/udp dns\nrtmp 1/ddp\nwww 80/tcp http\nhttp-alt 8080/tcp webcache http\n";
    let said = mistake(text, "");
    assert_eq!(option_in(&said), "format = \"services\"");
    // What is in it is then looked at: AppleTalk, and an alias of two services.
    let (_, texts) = check(text, "format = \"services\"");
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert_eq!(option_in(&texts[0]), "skip(transport = \"ddp\")");
    assert_eq!(option_in(&texts[1]), "conflicts = \"first\"");
    let tokens = "format = \"services\", skip(transport = \"ddp\"), conflicts = \"first\"";
    assert_eq!(
        read(text, tokens),
        [
            "ssh 22/tcp",
            "domain 53/tcp+udp",
            "www 80/tcp",
            "http-alt 8080/tcp"
        ]
    );
    let (registry, _) = check(text, tokens);
    assert_eq!(registry.services[2].aliases, ["http"]);
    assert_eq!(registry.services[3].aliases, ["webcache"]);
    assert_eq!(
        registry.services[0].text(crate::words::columns::Column::Description),
        "Secure shell"
    );
    let said = mistake("a 1/tcp\n", "format = \"services\", columns(name = \"x\")");
    assert!(
        said.contains("has no titles; take `columns(..)` out"),
        "{said}"
    );
    assert!(mistake("# none\n", "format = \"services\"").contains("the file has no services"));
}

#[test]
fn labels_make_names() {
    let text = "Description,port,transport\nApple Remote Desktop,3283,tcp\n\
                Apple Remote Desktop,3283,udp\nRDP,3389,tcp\n";
    let option = "columns(label = \"Description\")";
    assert_eq!(
        read(text, option),
        ["apple-remote-desktop 3283/tcp+udp", "rdp 3389/tcp"]
    );
    let clash = "label,port,transport\nWeb (main),80,tcp\nWeb main,81,tcp\n";
    assert!(mistake(clash, "").contains("has the Label `Web (main)` at line 2"));
    let (_, texts) = check(&rows("SNMP Trap,162,udp\nx y,1,udp\n"), "");
    assert!(
        texts[0].contains("write `SNMP-Trap`, or let names be made"),
        "{texts:?}"
    );
    assert_eq!(
        read(
            &rows("SNMP Trap,162,udp\nx y,1,udp\n"),
            option_in(&texts[0])
        ),
        ["snmp-trap 162/udp", "x-y 1/udp"]
    );
    let named = "Dienst,Hafen,transport\nSNMP Trap,162,udp\n";
    let text = mistake(named, "columns(name = \"Dienst\", port = \"Hafen\")");
    let option = "let names be made of such texts: `label = \"Dienst\"` instead of `name`";
    assert!(text.ends_with(option), "{text}");
    let text = mistake(
        "name,Hafen,transport\na b,1,udp\n",
        "columns(port = \"Hafen\")",
    );
    assert!(
        text.ends_with("`#[ports(columns(label = \"name\"))]`"),
        "{text}"
    );
}

#[test]
fn identifiers_may_be_numbered() {
    let text = rows("a-x,1,tcp\na_x,2,tcp\na+x,3,tcp\nall,4,tcp\nself,5,tcp\na-x-2,6,tcp\n");
    let (registry, texts) = check(&text, "identifiers = \"numbered\"");
    assert_eq!(texts, [""; 0]);
    let found: Vec<&str> = registry
        .services
        .iter()
        .map(|it| it.constant.as_str())
        .collect();
    assert_eq!(found, ["A_X", "A_X_2", "A_X_3", "ALL", "SELF_2", "A_X_2_2"]);
    assert_eq!(remedied(&rows("a-x,1,tcp\na_x,2,tcp\n"), "").len(), 2);
    assert_eq!(
        remedied(&rows("a-x,1,tcp\na_x,2,tcp\n"), "constants = false").len(),
        2
    );
    let numbered = |text: &str, tokens: &str| {
        let (registry, texts) = check(text, tokens);
        assert_eq!(texts, [""; 0], "{text}");
        let services = registry.services.into_iter();
        services.map(|it| it.constant).collect::<Vec<_>>()
    };
    let text = rows("a++,1,tcp\n温度,2,tcp\nⓐ,7,tcp\nⓑ,7,udp\n");
    let found = numbered(&text, "identifiers = \"numbered\"");
    // Circled letters are letters, of which the compiler makes no identifier.
    assert_eq!(found, ["A", "温度", "P7", "P7_2"]);
    let text = format!("{IANA}+,1,tcp,\n++,1,tcp,\n温度,2,tcp,\nself,3,tcp,\n");
    assert_eq!(numbered(&text, "iana"), ["P1", "P1_2", "P2", "SELF_2"]);
}

#[test]
fn shared_aliases_stay_with_the_first() {
    let text = "name,port,transport,alias\na,1,tcp,x b\nb,2,tcp,x y\n";
    let (registry, texts) = check(text, "conflicts = \"first\"");
    assert_eq!(texts, [""; 0]);
    assert_eq!(registry.services[0].aliases, ["x"]);
    assert_eq!(registry.services[1].aliases, ["y"]);
    let (_, texts) = check(text, "");
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(
        texts
            .iter()
            .all(|it| option_in(it) == "conflicts = \"first\""),
        "{texts:?}"
    );
}

#[test]
fn cells_in_each_other_s_column_are_told() {
    let said = mistake(&rows("80,http-alt,tcp\n"), "");
    assert!(said.contains("`80` is in the column `name` and `http-alt` in the column `port`"));
}

#[test]
fn conflicts_name_the_lines_that_have_the_port() {
    let text = rows("a,1,tcp\na,80,tcp\nb,5,tcp\nb,70-90,tcp/udp\nc,80,udp\n");
    let (_, texts) = check(&text, "");
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(texts[0].starts_with("ports.csv:5: `b` has port 80/tcp, which `a` has at line 3;"));
    assert!(texts[1].starts_with("ports.csv:6: `c` has port 80/udp, which `b` has at line 5;"));
    assert_eq!(option_in(&texts[0]), "conflicts = \"first\"");
    // Both transports in one message, and a pool conflicts with nothing.
    let said = mistake(&rows("a,53,tcp/udp\nb,53,udp/tcp\n"), "");
    assert!(
        said.contains("`b` has port 53/tcp/udp, which `a` has at line 2"),
        "{said}"
    );
    let pools = "name,port,transport,status\na,80,tcp,\nb,1-100,tcp,pool\n";
    assert_eq!(read(pools, "").len(), 2);
}

#[test]
fn names_that_rfc_6335_forbids_and_people_use_are_read() {
    let text = rows("a--b,1,tcp\n-web,2,tcp\nkubernetes-api-server,3,tcp\n");
    assert_eq!(read(&text, "").len(), 3);
}
