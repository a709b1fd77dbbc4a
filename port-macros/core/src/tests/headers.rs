//! Headers with ports in several columns: no option that a message says loses a port.

use super::files::{mistake, option_in, read};

/// The option that the one message says to write is `option`, and with it the file has `ports`.
pub(super) fn is_proposed(text: &str, option: &str, ports: &[&str]) {
    let said = mistake(text, "");
    assert_eq!(option_in(&said), option, "{text}: {said}");
    assert_eq!(read(text, option), ports, "{text}");
}

/// The same, where this stands before the option: for what the option is not right.
fn is_proposed_unless(text: &str, unless: &str, option: &str, ports: &[&str]) {
    let said = mistake(text, "");
    let end = format!("; {unless}, write `#[ports({option})]`");
    assert!(said.ends_with(&end), "{text}: {said}\n{end}");
    assert_eq!(read(text, option), ports, "{text}");
}

/// The one message ends like this.
pub(super) fn is_said(text: &str, end: &str) {
    let said = mistake(text, "");
    assert!(said.ends_with(end), "{text}: {said}\n{end}");
    assert!(!said.contains("#[ports("), "{said}");
}

#[test]
fn a_column_of_ports_for_each_transport_is_written_in_rows() {
    for (header, row, titles) in [
        (
            "Service,TCP Port,UDP Port",
            "dns,53,53",
            "`TCP Port` and `UDP Port`",
        ),
        (
            "Service,TCP Ports,UDP Ports",
            "dns,53,53",
            "`TCP Ports` and `UDP Ports`",
        ),
        (
            "Service,Port (TCP),Port (UDP)",
            "a,1,2",
            "`Port (TCP)` and `Port (UDP)`",
        ),
        (
            "name,tcpport,udpport,sctpport",
            "a,1,2,3",
            "`tcpport`, `udpport` and `sctpport`",
        ),
        ("Service,TCP,UDP", "dns,53,53", "`TCP` and `UDP`"),
        ("Service,TCP,UDP", "syslog,,514", "`UDP`"),
        ("Service,TCP,UDP,Rack", "dns,53,53,3", "`TCP` and `UDP`"),
        ("Service,TCP,UDP Port", "dns,53,53", "`TCP` and `UDP Port`"),
        (
            "Service,Port,UDP Port",
            "dns,53,53",
            "`Port` and `UDP Port`",
        ),
        ("Service,TCP Port,UDP Port,Notes", "dns,53,,x", "`TCP Port`"),
    ] {
        let text = format!("{header}\n{row}\n");
        if row.ends_with(",x") {
            // Nothing is in the other column.
            assert!(mistake(&text, "").contains("ignore = \"UDP Port\""));
            continue;
        }
        is_said(
            &text,
            &format!(
                "the ports of each transport are in a column of their own, {titles}; write a row \
                 for each transport, with the columns `Port Number` and `Transport Protocol`"
            ),
        );
    }
    // A column of ports that names no transport is not of one.
    let text = "Service,Ports,UDP\ndns,53,53\n";
    assert_eq!(option_in(&mistake(text, "")), "columns(port = \"Ports\")");
    // As it is said.
    let text = "Service,Port Number,Transport Protocol\ndns,53,tcp\ndns,53,udp\n";
    assert_eq!(read(text, ""), ["dns 53/tcp+udp"]);
    // Marks are marks.
    let all = mistake("Service,TCP,UDP\ndns,1,0\n", "");
    assert!(all.ends_with("no column `Port Number`; add it"), "{all}");
    // What is to be added is named where other columns are, too.
    let all = mistake("Server,Port,Protocol\n10.0.0.1,80,tcp\n", "");
    let end = "add a column `Service Name`; write `#[ports(columns(ignore = \"Server\"))]`";
    assert!(all.ends_with(end), "{all}");
    let all = mistake("Port,Protocol,Comment\n80,tcp,5\n", "");
    let end = "add a column `Service Name`; write `#[ports(columns(description = \"Comment\"))]`";
    assert!(all.ends_with(end), "{all}");
    let all = mistake("Service,Portrange,Protocol\nweb,x,tcp\n", "");
    let end = "add a column `Port Number`; write `#[ports(columns(ignore = \"Portrange\"))]`";
    assert!(all.ends_with(end), "{all}");
    let all = mistake("Service,Category\nweb,http\n", "");
    assert!(all.contains("; add a column `Port Number`; "), "{all}");
    // Where the one column of ports names a transport, all rows have that one.
    is_proposed(
        "Service,UDP Port\ndns,53\n",
        "columns(port = \"UDP Port\"), default(transport = \"udp\")",
        &["dns 53/udp"],
    );
}

#[test]
fn last_ports_are_found_by_titles_of_many_kinds() {
    for (first, last) in [
        ("min", "max"),
        ("port min", "port max"),
        ("min port", "max port"),
        ("Low", "High"),
        ("Port Low", "Port High"),
        ("Port Range Start", "Port Range End"),
        ("Beginning Port", "Ending Port"),
        ("Port von", "Port bis"),
        ("Port début", "Port fin"),
        ("portMin", "portMax"),
        ("First Port", "Last Port No."),
        ("dst_port_lower", "dst_port_upper"),
        ("From", "To"),
        ("Start Port", "End Port"),
        ("port_from", "port_to"),
        ("start", "end"),
        ("Port initial", "Port final"),
        ("Port de début", "Port de fin"),
        ("Puerto inicial", "Puerto final"),
        ("Premier port", "Dernier port"),
        ("Erster Port", "Letzter Port"),
        ("Начальный порт", "Конечный порт"),
        // The range is of years.
    ] {
        for (a, b) in [("80", "90"), ("2000", "2010")] {
            is_proposed(
                &format!("service,{first},{last},protocol\nweb,{a},{b},tcp\nx,7,7,udp\n"),
                &format!("columns(port = \"{first}\", last = \"{last}\")"),
                &[&format!("web {a}-{b}/tcp"), "x 7/udp"],
            );
        }
    }
    for last in ["Port End", "Ending Port", "Port (max)", "To"] {
        is_proposed(
            &format!("service,Port,{last},protocol\nweb,80,90,tcp\nx,7,,udp\n"),
            &format!("columns(last = \"{last}\")"),
            &["web 80-90/tcp", "x 7/udp"],
        );
    }
    // A title that may mean something else: both ways are said, and both are right.
    for last in ["Through", "max", "High"] {
        let text = format!("service,Port,{last},protocol\nweb,80,90,tcp\n");
        let said = mistake(&text, "");
        let with_last = format!("columns(last = \"{last}\")");
        let (without, if_last) = (
            format!("columns(ignore = \"{last}\")"),
            format!("write `#[ports({with_last})]` if `{last}` has the last ports of ranges"),
        );
        assert!(said.contains(&if_last), "{said}");
        assert_eq!(option_in(&said), without);
        assert_eq!(read(&text, &with_last), ["web 80-90/tcp"]);
        assert_eq!(read(&text, &without), ["web 80/tcp"]);
    }
    let said = mistake("service,Port,To\nweb,80,2027\n", "");
    assert!(
        said.contains("`#[ports(columns(last = \"To\"), default(transport = \"tcp\"))]` if `To`")
            && said.ends_with("`#[ports(columns(ignore = \"To\"), default(transport = \"tcp\"))]`"),
        "{said}"
    );
}

#[test]
fn years_and_dates_are_no_ports() {
    // Both ways, of which the second is right.
    let text = "Service,Port,Protocol,End\nweb,80,tcp,2027\nx,1,tcp,\n";
    is_proposed(
        text,
        "columns(ignore = \"End\")",
        &["web 80/tcp", "x 1/tcp"],
    );
    for (cells, titles) in [
        ("2024,2027", "start,end"),
        ("2024-01-31,2027-12-31", "start,end"),
        ("31.12.2024,31.12.2027", "von,bis"),
        ("2024-01-31,", "From,To"),
    ] {
        let [a, b]: [&str; 2] = titles.split(',').collect::<Vec<_>>().try_into().unwrap();
        is_proposed(
            &format!("Service,Port,Protocol,{titles}\nweb,80,tcp,{cells}\n"),
            &format!("columns(ignore = [{a:?}, {b:?}])"),
            &["web 80/tcp"],
        );
    }
    for (title, cell) in [("End", "2027-12-31"), ("To", "7"), ("Max Users", "100")] {
        is_proposed(
            &format!("Service,Port,Protocol,{title}\nweb,80,tcp,{cell}\n"),
            &format!("columns(ignore = {title:?})"),
            &["web 80/tcp"],
        );
    }
}

#[test]
fn no_column_of_ports_is_ignored() {
    for (header, row, titles) in [
        (
            "Service,Port 1,Port 2,Protocol",
            "a,1,2,tcp",
            "`Port 1` and `Port 2`",
        ),
        (
            "Service,Primary Port,Secondary Port,Protocol",
            "a,1,2,tcp",
            "`Primary Port` and `Secondary Port`",
        ),
        (
            "Service,HTTP Port,HTTPS Port",
            "a,80,443",
            "`HTTP Port` and `HTTPS Port`",
        ),
        (
            "Service,Port,Alt Port,Protocol",
            "a,80,8080,tcp",
            "`Port` and `Alt Port`",
        ),
        (
            "Service,Port,Protocol,UDP Port",
            "a,53,tcp,53",
            "`Port` and `UDP Port`",
        ),
        (
            "Service,Destination Port,Alt Port,Protocol",
            "a,80,8080,tcp",
            "`Destination Port` and `Alt Port`",
        ),
        (
            "Service,Port,Port Number,Protocol",
            "a,80,8080,tcp",
            "`Port` and `Port Number`",
        ),
        (
            "Service,Port A,Port B,Port C",
            "a,1,2,\nb,3,,4",
            "`Port A`, `Port B` and `Port C`",
        ),
    ] {
        is_said(
            &format!("{header}\n{row}\n"),
            &format!(
                "the columns {titles} have ports by their titles, and a row has those of one \
                 column; write a row for each, with one column `Port Number`"
            ),
        );
    }
    is_said(
        "service,a,b,protocol\nweb,80,90,tcp\n",
        "the columns `a` and `b` have numbers, and no title says which are the ports; give the \
         ports the title `Port Number`, and the last ports of ranges the title `Last Port`; where \
         several have ports, write a row for each",
    );
    // What is the same, or no port of the service.
    for (header, row, option) in [
        (
            "Service,Port,Port Copy,Protocol",
            "a,1,1,tcp",
            "columns(ignore = \"Port Copy\")",
        ),
        (
            "Service,Port,Port Type,Protocol",
            "a,1,5,tcp",
            "columns(ignore = \"Port Type\")",
        ),
        (
            "Service,Port,Support,Protocol",
            "a,1,5,tcp",
            "columns(ignore = \"Support\")",
        ),
        (
            "Service,Port,Port Label,Protocol",
            "a,1,x,tcp",
            "columns(ignore = \"Port Label\")",
        ),
        (
            "Service,Source Port,Destination Port,Protocol",
            "a,1024-65535,1,tcp",
            "columns(port = \"Destination Port\", ignore = \"Source Port\")",
        ),
    ] {
        is_proposed(&format!("{header}\n{row}\n"), option, &["a 1/tcp"]);
    }
    // More rows than the sample has, where the column is empty.
    let rows = |count: usize| (1..=count).map(|it| format!("s{it},{it},,tcp\n"));
    let text = |count: usize| {
        format!(
            "name,Port,Alt Port,transport\n{}",
            rows(count).collect::<String>()
        )
    };
    assert!(mistake(&text(5), "").contains("ignore = \"Alt Port\""));
    assert!(mistake(&text(50), "").contains("`Port` and `Alt Port` have ports by"));
}

#[test]
fn where_a_column_may_have_ports_both_ways_are_said() {
    for (titles, cells, doubted, ignored) in [
        ("Start,End", "90,99", "`Start` has", "[\"Start\", \"End\"]"),
        ("Min,Max", "5,9", "`Min` has", "[\"Min\", \"Max\"]"),
        ("SSL", "443", "`SSL` has", "\"SSL\""),
        (
            "Source Port",
            "1024-65535",
            "`Source Port` has",
            "\"Source Port\"",
        ),
        (
            "TLS,Alternate",
            "443,8080",
            "`TLS` and `Alternate` have",
            "[\"TLS\", \"Alternate\"]",
        ),
    ] {
        is_proposed_unless(
            &format!("Service,Port,Protocol,{titles}\nweb,80,tcp,{cells}\n"),
            &format!("if {doubted} ports of the services, too, write a row for each; if not"),
            &format!("columns(ignore = {ignored})"),
            &["web 80/tcp"],
        );
    }
    for (title, cell) in [
        ("SSL", "1"),
        ("SSL", "yes"),
        ("SSL", "80"),
        ("HTTP Status", "200"),
        ("Client", "90"),
    ] {
        let text = format!("Service,Port,Protocol,{title}\nweb,80,tcp,{cell}\n");
        let option = format!("columns(ignore = {title:?})");
        is_proposed(&text, &option, &["web 80/tcp"]);
        assert!(!mistake(&text, "").contains("if `"));
    }
}

/// Two columns of ports may be the ends of ranges, unless a last port would be below its first.
#[test]
fn two_columns_of_ports_may_be_ends_of_ranges() {
    let rewrite = "the columns `lport` and `hport` have ports by their titles, and a row has \
                   those of one column; write a row for each, with one column `Port Number`";
    for (rows, if_ends) in [
        ("rtp,5000,5100,udp\nssh,22,22,tcp\nx,7,,tcp\n", true),
        ("rtp,5000,5100,udp\nssh,22,21,tcp\n", false),
        ("ssh,22,22,tcp\nx,7,,tcp\n", false),
        ("rtp,5000,5100,udp\nssh,22,23-25,tcp\n", false),
    ] {
        let text = format!("service,lport,hport,protocol\n{rows}");
        let said = mistake(&text, "");
        if rows.starts_with("ssh") && !if_ends {
            assert!(!said.contains("ends of ranges"), "{said}");
            continue;
        }
        let option = "columns(port = \"lport\", last = \"hport\")";
        let end = if if_ends {
            format!(
                "{rewrite}; if they have the first and the last ports of ranges, write \
                 `#[ports({option})]`"
            )
        } else {
            rewrite.to_owned()
        };
        assert!(said.ends_with(&end), "{said}\n{end}");
        if if_ends {
            let expected = ["rtp 5000-5100/udp", "ssh 22/tcp", "x 7/tcp"];
            assert_eq!(read(&text, option), expected);
        }
    }
    // What else the file needs is in the option, too.
    let text = "name,lport,hport,Rack\nrtp,5000,5100,1\n";
    let option = "columns(port = \"lport\", last = \"hport\", ignore = \"Rack\"), \
                  default(transport = \"udp\")";
    assert_eq!(
        option_in(&mistake(text, "")),
        option.replace("\"udp\"", "\"tcp\"")
    );
    assert_eq!(read(text, option), ["rtp 5000-5100/udp"]);
}
