//! Rows that may be left out, and rows that must not be: what is said of cells that are empty, or
//! that say there is nothing.

use super::files::{check, mistake, rows};

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
    let label = mistake("label,port,transport\nApple TV,80,tcp\n,81,tcp\n", "");
    assert!(
        label.contains("the label is empty; repeat `Apple TV` of line 2"),
        "{label}"
    );
    // What is above is wrong, left out, or another service.
    for (cells, tokens) in [
        ("w b,80,tcp\n,443,tcp\n", ""),
        ("ping,8,icmp\n,443,tcp\n", "skip(transport = \"icmp\")"),
        ("web,x,tcp\nweb,,tcp\n", ""),
        ("web,80,tcp\nmail,,tcp\n", ""),
        ("web,80,tcp\nmail,25,tcp\nweb,80,sctp\nmail,,udp\n", ""),
        ("web,80,tcp\n,,\n", ""),
    ] {
        let (_, texts) = check(&rows(cells), tokens);
        assert!(!texts.iter().any(|it| it.contains("repeat")), "{texts:?}");
    }
    // A range in two cells is not repeated by one of them.
    let two = "name,port,last port,transport\nweb,80,90,tcp\nweb,,,udp\n";
    assert!(!mistake(two, "").contains("repeat"));
}
