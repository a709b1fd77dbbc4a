//! Tables as tools and vendors export them: what is said of each, and what it then has.

use super::files::{check, mistake, option_in, read};

/// Pastes the option that the one message says, and reads again.
fn remedied(text: &str) -> Vec<String> {
    let message = mistake(text, "");
    read(text, option_in(&message))
}

/// Numbers are ports only where nothing says that they are something else.
#[test]
fn priorities_are_no_ports() {
    let text = "NAME,DIRECTION,PRIORITY,ALLOW,DENY\nping,INGRESS,65534,icmp,\n\
                internal,INGRESS,65534,\"tcp:0-65535,udp:0-65535,icmp\",\nrdp,INGRESS,1000,tcp:3389,\n";
    let said = mistake(text, "");
    let end = "the column `ALLOW` has ports with their transports, such as \
               `tcp:0-65535,udp:0-65535,icmp`; split it into the columns `Port Number` and \
               `Transport Protocol`";
    assert!(said.ends_with(end), "{said}");
    let said = mistake("Name,Priority,Protocol\nweb,100,tcp\ndns,200,udp\n", "");
    assert!(said.contains("; add a column `Port Number`; "), "{said}");
    assert!(!said.contains("port ="), "{said}");
}

/// Names are those of services, not what repeats in each row.
#[test]
fn names_are_not_what_rules_have() {
    let purposes = "Protocol,Direction,Port Range,Purpose,Used By\nTCP,Inbound,6443,API server,All\n\
                    TCP,Inbound,2379-2380,etcd,All\nTCP,Outbound,10250,Kubelet API,Self\n";
    assert_eq!(
        remedied(purposes),
        [
            "api-server 6443/tcp",
            "etcd 2379-2380/tcp",
            "kubelet-api 10250/tcp"
        ]
    );
    let groups = "GroupId,IpProtocol,FromPort,ToPort,CidrIp,Description\n\
                  sg-1,tcp,443,443,0.0.0.0/0,web\nsg-1,udp,5000,5010,0.0.0.0/0,media\n";
    assert_eq!(remedied(groups), ["web 443/tcp", "media 5000-5010/udp"]);
    let chains = "chain,protocol,dport,comment\nINPUT,tcp,\"80,443\",web\nINPUT,tcp,22,ssh\n";
    assert_eq!(remedied(chains), ["web 80/tcp 443/tcp", "ssh 22/tcp"]);
    let systems = "System service name,Application protocol,Protocol,Ports\n\
                   W32Time,NTP,UDP,123\nNetlogon,LDAP Server,TCP,389\n";
    assert_eq!(remedied(systems), ["W32Time 123/udp", "Netlogon 389/tcp"]);
    let targets = "target,prot,dpt\nACCEPT,tcp,22\nACCEPT,udp,53\n";
    let said = mistake(targets, "");
    assert!(said.contains("; add a column `Service Name`; "), "{said}");
}

#[test]
fn ports_in_columns_of_transports_are_seen() {
    let said = mistake("Service,Protocol\nweb,TCP/443\ndns,UDP/53\n", "");
    let part = "the column `Protocol` has ports with their transports, such as `TCP/443`";
    assert!(said.contains(part), "{said}");
    let said = mistake("Service,TCP,UDP\nweb,80,-\ndns,53,53\nntp,,123\n", "");
    assert!(
        said.contains("a column of their own, `TCP` and `UDP`;"),
        "{said}"
    );
}

/// What is not read is no reason to leave it out.
#[test]
fn ports_in_other_forms_are_seen() {
    for (text, part) in [
        (
            "Protocol and Port,Usage\nTCP 25,SMTP\nTCP and UDP 389,LDAP\n",
            "the column `Protocol and Port` has ports with their transports, such as `TCP 25`",
        ),
        (
            "Src Zone,App,Svc\ntrust,ssl,tcp-443\ntrust,dns,udp-53\n",
            "the column `Svc` has ports with their transports, such as `tcp-443`",
        ),
        (
            "name,allow.protocol,allow.ports\nweb,tcp,80\ndns,udp,53\nping,icmp,\n",
            "columns(port = \"allow.ports\", transport = \"allow.protocol\")",
        ),
        (
            "Rule,Service,Comment\n1,tcp/https,web\n2,udp/53,dns\n",
            "the column `Service` has ports with their transports, such as `udp/53`",
        ),
        (
            "Description,UDP,TCP\nSMB,--,445\nRPC,135,DYNAMIC\n",
            "the ports of each transport are in a column of their own, `UDP` and `TCP`",
        ),
        (
            "name,protocol,ports\nweb,tcp,\"['80', '443']\"\n",
            "write `#[ports(columns(port = \"ports\"))]`",
        ),
        (
            "Service Name,IP Protocol Number,Port Start\nweb,6,80\ndns,17,53\n",
            "columns(port = \"Port Start\", transport = \"IP Protocol Number\")",
        ),
    ] {
        let said = mistake(text, "");
        assert!(said.contains(part), "{said}");
    }
}

/// A transport in the cell of the ports is one mistake, whose remedy names it.
#[test]
fn no_other_transport_is_proposed() {
    for cell in [
        "53/udp",
        "udp 53",
        "0.0.0.0:53->53/udp",
        "\"0.0.0.0:53->53/udp, :::53->53/udp\"",
        "53:53/udp",
        "\"53/udp, http\"",
    ] {
        let text = format!("name,port,protocol\ndns,{cell},\n");
        let said = mistake(&text, "");
        let end = "here and `udp` in the column `protocol`";
        assert!(said.ends_with(end), "{said}");
    }
    let (_, both) = check("name,port,protocol\ndns,x,\n", "");
    assert_eq!(both.len(), 2, "{both:?}");
}

/// The lines of two cells go together.
#[test]
fn cells_with_lines_are_not_multiplied() {
    let text = "name,port,protocol\nmix,\"80\n53\",\"tcp\nudp\"\n";
    let said = mistake(text, "");
    let end = "port `80\\n53` has a line for each transport; write a row for each";
    assert!(said.ends_with(end), "{said}");
    let once = "name,port,protocol\ndns,53,\"tcp\nudp\"\n";
    assert_eq!(read(once, ""), ["dns 53/tcp+udp"]);
}

/// To take one of two columns of ports out would lose its ports.
#[test]
fn columns_of_one_title_are_no_copies() {
    let said = mistake("Name,Port,Protocol,Port,Protocol\nweb,80,tcp,53,udp\n", "");
    let end = "write a row for each, with one column `Port Number`";
    assert!(said.ends_with(end), "{said}");
    let said = mistake("Name,Port,Port,Protocol\nweb,80,80,tcp\n", "");
    let end = "rename one of the columns `Port`, or take it out";
    assert!(said.ends_with(end), "{said}");
}

/// Of two transports none is preferred.
#[test]
fn transports_that_differ_are_named() {
    for (port, transport) in [
        ("53/udp", "tcp"),
        ("udp 53", "tcp/udp"),
        ("80:53/udp", "TCP"),
    ] {
        let said = mistake(&format!("name,port,protocol\ndns,{port},{transport}\n"), "");
        let end = format!(
            "and the column `protocol` has another, `{transport}`; write the ports alone here, \
             and there the transport that is meant"
        );
        assert!(said.ends_with(&end), "{said}");
    }
    let said = mistake("name,port,protocol\ndns,53/udp,udp\n", "");
    assert!(
        said.ends_with("write `53` here and `udp` in the column `protocol`"),
        "{said}"
    );
}
