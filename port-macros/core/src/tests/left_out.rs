//! Rows that may be left out, and rows that must not be: what is said of cells that are empty, or
//! that say there is nothing.

use super::files::{check, mistake, option_in, read, rows};

#[test]
fn rows_may_be_left_out() {
    let text = rows(
        "a,80,tcp\nping,8,icmp\npong,8,icmp/ddp\nrtmp,1,ddp\nb,any,udp\nc,5,tcp/icmp\n,9,tcp\n",
    );
    let tokens = "skip(transport = [\"ICMP\", \"ddp\"], port = \"any\", name = \"\")";
    assert_eq!(read(&text, tokens), ["a 80/tcp", "c 5/tcp"]);
    let (_, texts) = check(
        &rows("a,1,tcp\n"),
        "skip(transport = \"icmp\", status = \"x\")",
    );
    assert!(
        texts[0].contains("no row has `icmp` in the column `Transport Protocol`"),
        "{texts:?}"
    );
    assert!(
        texts[1].contains("the file has no column `Status`"),
        "{texts:?}"
    );
    // A cell without what is left out is shown as it is, and an empty one isn't left out.
    let text = rows("a,1,TCP & upd\nb,2,\nc,3,icmp\n");
    let (_, texts) = check(&text, "skip(transport = \"icmp\")");
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(
        texts[0].contains("transport `upd` in `TCP & upd` is unknown"),
        "{texts:?}"
    );
    assert!(
        texts[1].starts_with("ports.csv:3: the transport is empty"),
        "{texts:?}"
    );
    for (cells, part) in [
        ("a,any,tcp", "skip(port = \"any\")"),
        ("a,*,tcp", "skip(port = \"*\")"),
        ("a,1,ddp", "skip(transport = \"ddp\")"),
        ("a,1,n/a", "skip(transport = \"n/a\")"),
        (",1,tcp", "skip(name = \"\")"),
        ("a,,tcp", "skip(port = \"\")"),
    ] {
        let text = rows(&format!("{cells}\nz,7,tcp\n"));
        let said = mistake(&text, "");
        assert_eq!(option_in(&said), part);
        assert_eq!(read(&text, part), ["z 7/tcp"]);
    }
}

/// All that is said is one option, which can be pasted.
#[test]
fn one_option_leaves_out_all_that_is_said() {
    let text = rows(",2,tcp\na,n/a,tcp\nb,-,icmp\nc,any,tcp\nd,N/A,tcp\nz,7,tcp\n");
    let option = "skip(name = \"\", port = [\"n/a\", \"-\", \"any\"], transport = \"icmp\")";
    let (_, texts) = check(&text, "");
    assert_eq!(texts.len(), 6, "{texts:?}");
    assert!(texts.iter().all(|it| option_in(it) == option), "{texts:?}");
    assert_eq!(read(&text, option), ["z 7/tcp"]);
    // What is left out already stays so.
    let present = "skip(transport = \"icmp\", port = [\"any\", \"-\"], name = \"\")";
    let said = mistake(&text.replace("d,N/A,tcp\n", ""), present);
    assert_eq!(
        said,
        "ports.csv:3: port `n/a` is no number; leave such rows out with `#[ports(skip(transport = \
         \"icmp\", port = [\"any\", \"-\", \"n/a\"], name = \"\"))]` instead of the present `skip`, \
         or write the port"
    );
    assert_eq!(read(&text, option_in(&said)), ["z 7/tcp"]);
    let said = mistake(
        &rows(",9000,tcp\na,1,icmp\nb,2,udp\n"),
        "iana, skip(transport = \"icmp\")",
    );
    assert!(
        said.contains("skip(transport = \"icmp\", name = \"\")`; its `skip` has what the present"),
        "{said}"
    );
}

/// A text of which there are many is not cut.
#[test]
fn an_option_that_is_too_long_is_said_in_parts() {
    let long: Vec<String> = (0..200).map(|i| format!("{i:09}")).collect();
    let present = format!("skip(port = {long:?})");
    let (_, texts) = check(&rows("a,n/a,tcp\nb,1,tcp\n"), &present);
    assert!(
        texts
            .iter()
            .any(|it| it.contains("leave such rows out with `port = \"n/a\"` in `skip`")),
        "{texts:?}"
    );
    // The lengths of the texts and of their keys together: 9 * 104, 57, and 7 for `n/a`.
    for (last, is_cut) in [(53, false), (54, true)] {
        let texts = (0..9).map(|i| format!("{i:0100}"));
        let texts: Vec<String> = texts.chain(["9".repeat(last)]).collect();
        let (_, texts) = check(
            &rows("a,n/a,tcp\nb,1,tcp\n"),
            &format!("skip(port = {texts:?})"),
        );
        let cut = texts.iter().filter(|it| it.contains("` in `skip`"));
        assert_eq!(cut.count(), usize::from(is_cut), "{texts:?}");
    }
}

#[test]
fn something_has_to_be_left() {
    let none = |text: &str, tokens: &str| mistake(text, tokens);
    assert_eq!(
        none(&rows("a,n/a,tcp\nb,n/a,tcp\n"), "skip(port = \"n/a\")"),
        "`skip` leaves out all of the file's 2 rows; take `skip` out, or write a row that is kept"
    );
    assert_eq!(
        none(
            &rows("a,8,icmp\n"),
            "skip(transport = \"icmp\"), select(port = 1)"
        ),
        "`skip` leaves out the file's one row; take `skip` out, or write a row that is kept"
    );
    assert_eq!(
        none(
            &rows("a,n/a,tcp\n,2,tcp\n"),
            "skip(port = \"n/a\", name = \"\")"
        ),
        "`skip` leaves out all of the file's 2 rows; take a text out of it, or write a row that \
         is kept"
    );
    let iana = "Service Name,Port Number,Transport Protocol,Assignee\n";
    assert_eq!(
        none(&format!("{iana},1,tcp,\na,,,\n"), "iana"),
        "`iana` leaves out rows without a name or a port, which are all of the file's 2 rows; \
         write at least one service"
    );
    let said = none(
        &format!("{iana},1,tcp,\na,8,icmp,\n"),
        "iana, skip(transport = \"icmp\")",
    );
    assert!(
        said.contains("a port, which, with those of `skip`, are all"),
        "{said}"
    );
    // Rows with mistakes are not left out.
    let (_, texts) = check(&rows("a,x,tcp\nb,n/a,tcp\n"), "skip(port = \"n/a\")");
    assert!(
        texts.len() == 1 && texts[0].contains("port `x`"),
        "{texts:?}"
    );
    assert_eq!(check(&rows(""), "").1.len(), 1);
}

#[test]
fn long_texts_are_left_out_with_others() {
    let long = format!("icmp///{}", ["tcp"; 62].join("/"));
    let (_, texts) = check(&rows(&format!("a,1,{long}/\nb,2,gre\n")), "");
    let advice = "`#[ports(skip(transport = [\"icmp\", \"gre\"]))]`";
    assert!(
        texts.len() == 2 && texts.iter().all(|it| it.contains(advice)),
        "{texts:?}"
    );
}

/// Of more messages than are shown, none says what is to be left out.
#[test]
fn an_option_has_the_texts_of_the_messages_that_are_shown() {
    let texts = "icmp icmpv6 igmp gre esp ah ddp ospf ipx 1 58 hopopt udplite rdp na none null - ? n/a \
                 \u{2013} \u{2014}";
    let cells = texts.split(' ').zip(1..);
    let cells = cells.map(|(text, i)| format!("a{i},{i},{text}\n"));
    let cells = cells.collect::<Vec<_>>().concat();
    let (_, texts) = check(&rows(&cells), "");
    assert!(texts[0].contains("\"?\", \"n/a\"]))]`"), "{texts:?}");
}

/// Spreadsheets write what several rows have in common into the first one alone.
#[test]
fn rows_of_merged_cells_are_not_left_out() {
    for (cells, said) in [
        (
            "web,80,tcp\n,443,tcp\n",
            "ports.csv:3: the service name is empty; repeat `web` of line 2 if it is the same \
             service, or write another one",
        ),
        (
            "web,80,tcp\nWEB,,udp\n",
            "ports.csv:3: the port is empty; repeat `80` of line 2 if it is the same, or write \
             another one, 0 to 65535",
        ),
    ] {
        assert_eq!(mistake(&rows(cells), ""), said);
    }
    let (_, texts) = check(&rows("web,80,tcp\n,,udp\n,81,tcp\n"), "");
    assert_eq!(texts.len(), 3, "{texts:?}");
    assert!(
        texts.iter().all(|it| it.contains("; repeat `")),
        "{texts:?}"
    );
    // The port alone goes on, too.
    let (_, texts) = check(&rows("web,80,tcp\n,443,\n"), "");
    assert!(texts[0].contains("; repeat `web` of line 2"), "{texts:?}");
    let label = mistake("label,port,transport\nApple TV,80,tcp\n,81,tcp\n", "");
    assert!(
        label.contains("the label is empty; repeat `Apple TV` of line 2"),
        "{label}"
    );
    // The transport is the one above more likely than any that a default has for all rows.
    assert_eq!(
        mistake(&rows("dns,53,udp\nntp,123,\n"), ""),
        "ports.csv:3: the transport is empty; repeat `udp` of line 2 if it is the same, write \
         another one, or say what an empty one means: `#[ports(default(transport = \"tcp\"))]`"
    );
    // What is above is wrong, left out, or another service.
    for (cells, tokens) in [
        ("w b,80,tcp\n,443,tcp\n", ""),
        ("ping,8,icmp\n,443,tcp\n", "skip(transport = \"icmp\")"),
        ("web,x,tcp\nweb,,tcp\n", ""),
        ("web,80,tcp\nmail,,tcp\n", ""),
        ("web,80,tcp\nmail,25,tcp\nweb,80,sctp\nmail,,udp\n", ""),
        ("web,80,tcp\nmail,,tcp\nmail,,udp\n", ""),
        ("web,80,tcp\n,,\n", ""),
    ] {
        let (_, texts) = check(&rows(cells), tokens);
        assert!(!texts.iter().any(|it| it.contains("repeat")), "{texts:?}");
    }
    let noted = "name,port,transport,description\nweb,80,tcp,\n,,,x\n";
    let (_, texts) = check(noted, "");
    assert!(!texts.iter().any(|it| it.contains("repeat")), "{texts:?}");
    // A range in two cells is not repeated by one of them.
    let two = "name,port,last port,transport\nweb,80,90,tcp\nweb,,,udp\n";
    assert!(!mistake(two, "").contains("repeat"));
}

/// What is selected of a range is kept, and the rest of it is not.
#[test]
fn ranges_are_selected_in_part() {
    let text = "name,port,transport\nweb,80,tcp\nmedia,8000-8100,tcp/udp\nall,9000-9999,udp\n";
    for (ports, kept) in [
        ("\"8050-8200\"", &["media 8050-8100/tcp+udp"] as &[&str]),
        ("8000", &["media 8000/tcp+udp"]),
        (
            "[8099..=9000, 80]",
            &["web 80/tcp", "media 8099-8100/tcp+udp", "all 9000/udp"],
        ),
        ("[8051..=8100, 8000..=8050]", &["media 8000-8100/tcp+udp"]),
        (
            "\"9001,9003-9005,9999\"",
            &["all 9001/udp 9003-9005/udp 9999/udp"],
        ),
        (
            "0..=65535",
            &["web 80/tcp", "media 8000-8100/tcp+udp", "all 9000-9999/udp"],
        ),
    ] {
        assert_eq!(
            super::files::read(text, &format!("select(port = {ports})")),
            kept,
            "{ports}"
        );
    }
}

/// A file of a few lines has no millions of ranges.
#[test]
fn what_is_kept_of_ranges_has_a_limit() {
    let every_second: Vec<String> = (0..=65_535).step_by(2).map(|it| it.to_string()).collect();
    let ports = every_second.join(",");
    let options = format!("conflicts = \"first\", select(port = \"{ports}\")");
    let rows: Vec<String> = (1..=9).map(|i| format!("s{i},0-65535,tcp\n")).collect();
    let (_, texts) = check(&format!("name,port,transport\n{}", rows.concat()), &options);
    let limit = "`select` keeps more than 262144 ports and ranges of the file; name fewer ports";
    assert!(texts.iter().any(|it| it.contains(limit)), "{texts:?}");
}
