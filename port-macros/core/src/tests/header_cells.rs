//! Headers whose cells say what their titles don't.

use super::{
    files::{mistake, read},
    headers::{is_proposed, is_said},
};

#[test]
fn a_number_is_not_the_port_beside_ports() {
    for (text, option, ports) in [
        (
            "Number,Service,Ports,Protocol\n1,web,\"80,443\",tcp\n2,dns,53,udp\n",
            "columns(port = \"Ports\", ignore = \"Number\")",
            &["web 80/tcp 443/tcp", "dns 53/udp"][..],
        ),
        (
            "ID,Number,Service,Destination Port,Protocol\n7,1,web,80,tcp\n",
            "columns(port = \"Destination Port\", ignore = [\"Number\", \"ID\"])",
            &["web 80/tcp"],
        ),
        (
            "Number,Service,From,To,Protocol\n1,web,80,90,tcp\n",
            "columns(port = \"From\", last = \"To\", ignore = \"Number\")",
            &["web 80-90/tcp"],
        ),
        (
            "Number,Service,UDP Port,Protocol\n1,dns,53,udp\n2,ntp,123,udp\n",
            "columns(port = \"UDP Port\", ignore = \"Number\")",
            &["dns 53/udp", "ntp 123/udp"],
        ),
        (
            "Number,Service,Protocol,From\n80,web,tcp,2024\n",
            "columns(ignore = \"From\")",
            &["web 80/tcp"],
        ),
        (
            "Number,Service,Protocol,Port Label\n80,web,tcp,x\n",
            "columns(ignore = \"Port Label\")",
            &["web 80/tcp"],
        ),
    ] {
        is_proposed(text, option, ports);
    }
    // Numbers that are no count may be ports.
    is_said(
        "Number,Service,Alt Port,Protocol\n80,web,8080,tcp\n",
        "write a row for each, with one column `Port Number`",
    );
    // The options say what it is.
    let text = "Number,Service,Ports,Protocol\n80,web,1,tcp\n";
    let said = mistake(text, "columns(port = \"Number\")");
    assert!(
        said.ends_with("write a row for each, with one column `Port Number`"),
        "{said}"
    );
}

#[test]
fn transports_are_in_the_column_that_has_them() {
    // The one message, too: the cells of the other column are not read.
    for (header, option) in [
        (
            "Service,Protocol,Port,Transport",
            "columns(transport = \"Transport\", ignore = \"Protocol\")",
        ),
        (
            "Service,Transport,Port,Protocol",
            "columns(transport = \"Protocol\", ignore = \"Transport\")",
        ),
        (
            "Service,Protocol,Port,Layer 4",
            "columns(transport = \"Layer 4\", ignore = \"Protocol\")",
        ),
    ] {
        is_proposed(
            &format!("{header}\nweb,HTTP,80,tcp\n"),
            option,
            &["web 80/tcp"],
        );
    }
    let text = "Service,Protocol,Port,Transport\nweb,HTTP,80,tcp\n";
    assert!(mistake(text, "").starts_with("ports.csv:1: "));
    // Beside marks.
    is_proposed(
        "Service,Port,Protocol,TCP,UDP\nweb,80,HTTP,x,\n",
        "columns(ignore = \"Protocol\")",
        &["web 80/tcp"],
    );
    is_proposed(
        "Service,Port,Protocol,TCP,UDP\nweb,80,tcp,x,\n",
        "columns(ignore = [\"TCP\", \"UDP\"])",
        &["web 80/tcp"],
    );
}

#[test]
fn ports_with_transports_are_split() {
    for (text, title, cell) in [
        ("PORT,STATE,SERVICE\n53/udp,open,domain\n", "PORT", "53/udp"),
        ("NAME,PORT(S)\nweb,80/TCP\n", "PORT(S)", "80/TCP"),
        (
            "Port/Protocol,Service\n80/tcp,web\n",
            "Port/Protocol",
            "80/tcp",
        ),
        (
            "Names,Ports\nweb,0.0.0.0:8080->80/tcp\n",
            "Ports",
            "0.0.0.0:8080->80/tcp",
        ),
        (
            "Names,Ports\na,\nweb,\"80/tcp, 443/tcp\"\n",
            "Ports",
            "80/tcp, 443/tcp",
        ),
        ("Service,Listens\nweb,tcp/80\n", "Listens", "tcp/80"),
        // Beside a column that counts something.
        (
            "Name,Value,Refs\nWeb,80/tcp,3\nAll,any,2\nDNS,53/udp,1\n",
            "Value",
            "80/tcp",
        ),
        (
            "Name,Details,Foo\nHTTP,TCP/80,2\nTLS,TCP/443,1\nPING,ICMP/8,3\n",
            "Details",
            "TCP/80",
        ),
        (
            "Name,Description,Foo\nWeb,80/tcp 443/tcp,2\n",
            "Description",
            "80/tcp 443/tcp",
        ),
        // The only ports that there are.
        ("Name,Value\nAll,any\nWeb,80/tcp\n", "Value", "80/tcp"),
        ("Name,Value,Proto\nWeb,80/tcp,tcp\n", "Value", "80/tcp"),
    ] {
        is_said(
            text,
            &format!(
                "the column `{title}` has ports with their transports, such as `{cell}`; split it \
                 into the columns `Port Number` and `Transport Protocol`"
            ),
        );
    }
    is_said(
        "Service,\nweb,80/tcp\n",
        "; column 2 has ports with their transports, such as `80/tcp`; split it into the columns \
         `Port Number` and `Transport Protocol`",
    );
    assert_eq!(
        read("Port Number,Transport Protocol,Service\n80,tcp,web\n", ""),
        ["web 80/tcp"]
    );
}

/// Nothing says which of these columns has the ports, so none of them is ignored.
#[test]
fn columns_that_may_be_the_ports_are_named() {
    for (text, titles) in [
        (
            "Name,Value,Foo\nWeb,80/tcp,3\nAll,any,2\n",
            "`Value` and `Foo`",
        ),
        (
            "Name,Foo,Transport,Details\nWeb,80,tcp,also on 443/tcp\n",
            "`Foo` and `Details`",
        ),
        (
            "id.orig_p,id.resp_p,proto,service\n52344,443,tcp,ssl\n",
            "`id.orig_p` and `id.resp_p`",
        ),
    ] {
        is_said(
            text,
            &format!(
                "the columns {titles} have numbers, and no title says which are the ports; give \
                 the ports the title `Port Number`, and the last ports of ranges the title `Last \
                 Port`; where several have ports, write a row for each"
            ),
        );
    }
    // A device's number is none.
    let text = "COMMAND,PID,FD,TYPE,DEVICE,SIZE/OFF,NODE,NAME\n\
                sshd,812,3u,IPv4,23456,0t0,TCP,*:ssh\n";
    let said = mistake(text, "");
    assert!(said.contains("; add a column `Port Number`; "), "{said}");
    assert!(!said.contains("(port = "), "{said}");
}

/// What the call has already is no remedy.
#[test]
fn an_option_that_is_there_is_not_proposed() {
    for (text, tokens, end) in [
        (
            "id.orig_p,id.resp_p,proto,service\n52344,443,tcp,ssl\n",
            "columns(transport = \"proto\", ignore = [\"id.orig_p\", \"id.resp_p\"])",
            "no column `Port Number`; add a column `Port Number`",
        ),
        (
            "name,port,transport\nweb,80,tcp\n",
            "columns(category = \"name\")",
            "no column `Service Name`; add a column `Service Name`",
        ),
    ] {
        let said = mistake(text, tokens);
        assert!(said.ends_with(end), "{said}");
    }
}

#[test]
fn columns_without_a_title_are_told_by_their_cells() {
    let looks = |column: usize, title: &str| {
        format!(
            "; column {column} has no title, and looks like the `{title}`; if it is, give it this \
             title"
        )
    };
    let transport = looks(3, "Transport Protocol");
    for (text, end) in [
        ("Service,Port,\nweb,80,tcp\ndns,53,udp\n", &transport),
        ("Service,Port,,\nweb,80,tcp,x\n", &transport),
        (",Port,Protocol\nweb,80,tcp\n", &looks(1, "Service Name")),
        (",Port,Protocol\nFront page,80,tcp\n", &looks(1, "Label")),
        ("Service,,Protocol\nweb,80,tcp\n", &looks(2, "Port Number")),
        (
            "Service,,\nweb,80,tcp\n",
            &(looks(2, "Port Number") + &transport),
        ),
        (
            "Service,Port,,Rack\nweb,80,tcp,1\n",
            &format!("unknown column `Rack`{transport}"),
        ),
    ] {
        is_said(text, end);
        assert!(!mistake(text, "").contains("has no title;"), "{text}");
    }
    // A column that counts the rows, and one with something else.
    for text in [
        ",Service,Protocol\n0,web,tcp\n1,dns,udp\n",
        "Service,Port,\nweb,80,x\n",
    ] {
        let said = mistake(text, "");
        assert!(
            said.contains("has no title;") && !said.contains("looks like"),
            "{said}"
        );
    }
}

#[test]
fn names_are_in_the_column_whose_texts_differ() {
    is_proposed(
        "Group,Thing,Port,Protocol\nlan,web,80,tcp\nlan,dns,53,tcp\n",
        "columns(name = \"Thing\", ignore = \"Group\")",
        &["web 80/tcp", "dns 53/tcp"],
    );
}

#[test]
fn sources_of_packets_are_no_references() {
    for (header, row, option) in [
        (
            "Source,Destination,Service,Port,Protocol,Action",
            "10.0.0.0/8,any,web,80,tcp,allow",
            "columns(ignore = [\"Source\", \"Destination\", \"Action\"])",
        ),
        (
            "Source,Dest. Zone,Service,Port,Protocol",
            "lan,dmz,web,80,tcp",
            "columns(ignore = [\"Source\", \"Dest. Zone\"])",
        ),
        (
            "Source,Service,Port,Protocol",
            "fe80::1,web,80,tcp",
            "columns(ignore = \"Source\")",
        ),
        (
            "Source,Service,Port,Protocol",
            "RFC 9110,web,80,tcp",
            "columns(reference = \"Source\")",
        ),
        (
            "Link,Destination,Service,Port,Protocol",
            "RFC 9110,any,web,80,tcp",
            "columns(reference = \"Link\", ignore = \"Destination\")",
        ),
    ] {
        is_proposed(&format!("{header}\n{row}\n"), option, &["web 80/tcp"]);
    }
}
