//! What is said of first lines that are no header.

use super::tests::{table, texts};

#[test]
fn what_is_no_header_is_one_mistake() {
    for (text, part) in [
        (
            "web,80,tcp\nmail,25,tcp\n",
            "no header, `web,80,tcp` is none; write the titles of the columns into the first line: `Service Name,Port Number,Transport Protocol`",
        ),
        // Rows that lack something, or have something else there.
        (
            "80,tcp\n",
            "`Service Name,Port Number,Transport Protocol`, and a title for every other column",
        ),
        (
            "web,80,tcp\nmail,x,tcp\n",
            "`Service Name,Port Number,Transport Protocol`, and a title for every other column",
        ),
        (
            "web,100,80,tcp\n",
            ", and a title for every other column; columns `2` and `3` have numbers, give the title `Port Number` to that of the ports",
        ),
        (
            "web,80,5,90,tcp\n",
            "; columns `2`, `3` and `4` have numbers",
        ),
        // The ends of ranges, beside a column that counts the rows.
        (
            "rtp,5000,5100,udp\nssh,22,22,tcp\n",
            "`Service Name,Port Number,Last Port,Transport Protocol`, if columns `2` and `3` have the first and the last ports of ranges",
        ),
        (
            "1,80,90,web,tcp\n2,85,90,mail,tcp\n",
            "`Description,Port Number,Last Port,Service Name,Transport Protocol`, if columns `2` and `3` have",
        ),
        (
            "rtp,5000,5100\n",
            "`Service Name,Port Number,Last Port`, if columns `2` and `3` have the first and the last ports of ranges, and `#[ports(default(transport = \"tcp\"))]`",
        ),
        ("80,web,90,tcp\n", "; columns `1` and `3` have numbers"),
        ("web,1\n", "`Service Name,Port Number`, and"),
        (
            "80;tcp;web\n",
            "`Port Number;Transport Protocol;Service Name`",
        ),
        (
            "sep=\t\nweb\t80\ttcp\n",
            "`Service Name\tPort Number\tTransport Protocol`",
        ),
        (
            "80,Apple Remote Desktop,tcp\n",
            "`Port Number,Label,Transport Protocol`",
        ),
        (
            "80,web,tcp,what it is for\n",
            "`Port Number,Service Name,Transport Protocol,Description`",
        ),
        (
            "web,80\n",
            "`Service Name,Port Number`, and `#[ports(default(transport = \"tcp\"))]`",
        ),
        (
            "web,80,front page\n",
            "`Service Name,Port Number,Description`, and `#[ports(default(transport = \"tcp\"))]`",
        ),
        (
            "web,80,tcp,a,b,c,d\n",
            ", and a title for every other column",
        ),
        (
            "# ours\nweb,80,tcp\n",
            "`# ours` is none; write the titles of the columns into the first line: `Service Name,Port Number,Transport Protocol`; a CSV has no comments",
        ),
        ("\n,,\nweb,80,tcp\n", "`web,80,tcp` is none"),
        (
            "Our ports\nweb,80,tcp\n",
            "take out what is above the first row",
        ),
        ("web,80,tcp\nservice\n", "`web,80,tcp` is none"),
        // As many titles as cells would be a header.
        ("ours\n80\n", "`ours` is none; write the titles"),
        (
            "Our ports,all of them\nweb,80,tcp\n",
            "`Our ports,all of them` is none; write the titles",
        ),
    ] {
        let all = texts(text);
        assert!(
            all.len() == 1 && all[0].contains(part),
            "{text}: {all:?}\n{part}"
        );
    }
}

#[test]
fn a_header_below_the_first_line_is_found() {
    for (text, part) in [
        (
            "Our ports\nname,port,transport\nweb,80,tcp\n",
            "`Our ports` is no header, but line 2 is; take out what is above it",
        ),
        (
            "Our ports,,\n\nname,port,transport\nweb,80,tcp\n",
            "`Our ports` is no header, but line 3 is",
        ),
        (
            "# ours\nname,port,transport\n",
            "`# ours` is no header, but line 2 is; a CSV has no comments",
        ),
        ("# ours\n", "`# ours` is no header; a CSV has no comments"),
    ] {
        let all = texts(text);
        assert!(all.len() == 1 && all[0].contains(part), "{text}: {all:?}");
    }
}

#[test]
fn other_formats_are_named() {
    for (text, part) in [
        (
            "+------+------+\n| name | port |\n+------+------+\n| web | 80 |\n",
            "a table drawn with `|`",
        ),
        (
            "name|port|transport\nweb|80|tcp\n",
            "a table drawn with `|`",
        ),
        (
            "| name | port |\n|---|---|\n| web | 80 |\n",
            "a table drawn with `|`",
        ),
        ("name port transport\nweb 80 tcp\n", "separated by spaces"),
        ("NAME PORT(S)\nweb 80/TCP\n", "separated by spaces"),
        (
            "ssh 22/tcp\nwww 80/tcp http\n",
            "#[ports(format = \"services\")]",
        ),
        (
            "# Network services\n#\nssh\t22/tcp\t# Secure, shell\nx\t1/ddp\n",
            "#[ports(format = \"services\")]",
        ),
        ("[\n  {\"port\": 80}\n]\n", "looks like JSON,"),
        ("---\nports:\n  - 80\n", "looks like JSON or YAML"),
        ("<table>\n<td>80</td>\n", "looks like HTML"),
        (
            "services:\n  web:\n    ports:\n      - 80:80\n",
            "looks like YAML,",
        ),
        (
            "apiVersion: v1\nkind: Service\nspec:\n  ports:\n  - port: 80\n",
            "looks like YAML,",
        ),
        (
            "{| class=\"wikitable\"\n! Port !! Name\n|-\n| 80 || http\n|}\n",
            "looks like wikitext,",
        ),
        ("[ssh]\nport=22\n", "looks like INI or TOML,"),
        ("[[services]]\nport = 22\n", "looks like INI or TOML,"),
        ("[80, 443]\n", "looks like JSON or YAML,"),
    ] {
        let all = texts(text);
        assert!(all.len() == 1 && all[0].contains(part), "{text}: {all:?}");
    }
}

/// What is to be taken out is said where there is something.
#[test]
fn the_first_row_is_not_taken_out() {
    let titles = "write the titles of the columns into the first line: \
                  `Service Name,Port Number,Transport Protocol`";
    let expected = format!("ports.csv:1: the file has no header, `web,80,tcp` is none; {titles}");
    assert_eq!(texts("web,80,tcp\n"), [expected]);
}

/// A line `sep=` that the header contradicts is one mistake, and the line that is said is right.
#[test]
fn a_separator_that_the_header_does_not_have_is_named() {
    let rows = "Name;Port;Protocol\nweb;80;tcp\n";
    assert_eq!(
        texts(&format!("sep=,\n{rows}")),
        [
            "ports.csv:1: the line `sep=` says `,`, and the header has `;`; \
          write `sep=;`, or take the line out"
        ]
    );
    assert_eq!(texts(&format!("sep=;\n{rows}")), [""; 0]);
    assert_eq!(texts(rows), [""; 0]);
    assert_eq!(
        texts("sep=;\nName\tPort\tProtocol\nweb\t80\ttcp\n"),
        ["ports.csv:1: the line `sep=` says `;`, and the header has a tab; take the line out"]
    );
}

/// The quotes of JSON are no mistakes of their own.
#[test]
fn json_is_one_mistake() {
    for text in [
        "[{\"name\": \"ssh\", \"port\": 22}]\n",
        "\n{\n  \"ports\": [\n    {\"name\": \"ssh\", \"port\": 22},\n",
        "{\"name\":\"ssh\",\"port\":22}\n{\"name\":\"dns\",\"port\":53}\n",
        "[[\"name\", \"port\"], [\"ssh\", 22]]\n",
        "[]",
    ] {
        let all = texts(text);
        let part = "the file looks like JSON, and `ports!` reads CSV; write it as a table";
        assert!(all.len() == 1 && all[0].contains(part), "{text}: {all:?}");
    }
}

#[test]
fn yaml_is_one_mistake() {
    let all = texts("- name: web\n  port: 80\n  transport: tcp\n");
    assert!(
        all.len() == 1 && all[0].contains("looks like YAML,"),
        "{all:?}"
    );
}

/// A title may stand in brackets.
#[test]
fn brackets_are_not_json() {
    assert_eq!(texts("[name],{port},(transport)\nweb,80,tcp\n"), [""; 0]);
}

/// No option makes a table of one column.
#[test]
fn one_column_is_no_header() {
    for line in [
        "Status: active",
        "*filter",
        "SSH_PORT=22",
        "sep=:",
        "Application",
    ] {
        let expected = format!(
            "ports.csv:1: `{line}` is one column, and a table of ports has several; write a \
             header with commas between its titles: `name,port,transport`"
        );
        for rest in ["", "A=b\n", "a,b c\nd\n"] {
            assert_eq!(texts(&format!("{line}\n{rest}")), [expected.as_str()]);
        }
    }
    // A title that is known, and one that the options name.
    assert!(texts("name\nweb\n")[0].contains("no columns `Port Number` and"));
    let (_, all) = table("Thing\nweb\n", "columns(name = \"Thing\")");
    assert!(all[0].contains("no columns `Port Number` and"), "{all:?}");
}

#[test]
fn a_header_in_quotes_is_said_to_be() {
    for (text, line) in [
        (
            "\"name,port,transport\"\nweb,80,tcp\n",
            "name,port,transport",
        ),
        (
            "\"name,port,transport\"\n\"web,80,tcp\"\n",
            "name,port,transport",
        ),
        (
            "\"name;port;transport\"\nweb;80;tcp\n",
            "name;port;transport",
        ),
        ("\"Dienst;Hafen\"\n", "Dienst;Hafen"),
    ] {
        assert_eq!(
            texts(text),
            [format!(
                "ports.csv:1: `{line}` is one column, because the whole line is in quotes; take \
                 the quotes out"
            )]
        );
    }
    // A title of the whole table.
    for text in [
        "\"Our ports, all of them\"\nname,port,transport\nweb,80,tcp\n",
        "\"Our ports, all\"\nweb,80,tcp\n",
        "Our ports, all, 2026\nDienst;Puerto;Proto\nweb;80;tcp\n",
    ] {
        assert!(texts(text)[0].contains("take out what is above"), "{text}");
    }
}
