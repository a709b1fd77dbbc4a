//! Every row of the notes that the project started from, in both directions.

use port_consts::{
    DNS, FTP, FTP_DATA, HTTP, HTTPS, IMAP, IMAPS, LDAP, LDAPS, NETBIOS_SSN, NTP, POP3, POP3S, Port,
    RDP, SMB, SMTP, SMTPS, SNMP, SNMP_TRAP, SSH, SYSLOG, Service, TELNET, Transport, Transports,
};

/// number, transports, constant, service, an everyday name
#[rustfmt::skip]
const TABLE: [(u16, &str, Port, Service, &str); 22] = [
    (20, "tcp", FTP_DATA, Service::FtpData, "ftp-data"),
    (21, "tcp/udp", FTP, Service::Ftp, "ftp"),
    (22, "tcp", SSH, Service::Ssh, "ssh"),
    (23, "tcp", TELNET, Service::Telnet, "telnet"),
    (25, "tcp/udp", SMTP, Service::Smtp, "smtp"),
    (53, "tcp/udp", DNS, Service::Dns, "dns"),
    (80, "tcp", HTTP, Service::Http, "http"),
    (110, "tcp", POP3, Service::Pop3, "pop3"),
    (123, "udp", NTP, Service::Ntp, "ntp"),
    (139, "tcp/udp", NETBIOS_SSN, Service::NetbiosSsn, "netbios"),
    (143, "tcp", IMAP, Service::Imap, "imap"),
    (161, "udp", SNMP, Service::Snmp, "snmp"),
    (162, "tcp/udp", SNMP_TRAP, Service::SnmpTrap, "snmp-trap"),
    (389, "tcp/udp", LDAP, Service::Ldap, "ldap"),
    (443, "tcp/udp", HTTPS, Service::Https, "https"),
    (445, "tcp", SMB, Service::Smb, "smb"),
    (465, "tcp/udp", SMTPS, Service::Smtps, "smtps"),
    (514, "udp", SYSLOG, Service::Syslog, "syslog"),
    (636, "tcp/udp", LDAPS, Service::Ldaps, "ldaps"),
    (993, "tcp/udp", IMAPS, Service::Imaps, "imaps"),
    (995, "tcp/udp", POP3S, Service::Pop3s, "pop3s"),
    (3389, "tcp", RDP, Service::Rdp, "rdp"),
];

/// The service is the port's first, but for the number that IANA has assigned to another one
/// since: of UDP 465, it is a candidate.
fn assert_found(service: Service, port: Port, transport: Transport) {
    let candidates = Service::candidates(port, transport);
    if (port.get(), transport) == (465, Transport::Udp) {
        assert_eq!(candidates, [Service::Igmpv3lite, service]);
    } else {
        assert_eq!(candidates[0], service, "{port}/{transport}");
    }
}

#[test]
fn every_row_in_both_directions() {
    for (number, transports, constant, service, name) in TABLE {
        let port = Port::new(number);
        assert_eq!(constant, port);
        assert_eq!(service.port(), port);
        assert_eq!(Service::from_name(name), Some(service), "{name}");
        for transport in transports.parse::<Transports>().unwrap() {
            assert_found(service, port, transport);
            assert!(
                service.transports().contains(transport),
                "{service} {transport}"
            );
        }
    }
}

#[test]
fn rows_of_the_notes_are_all_in_the_table() {
    let rows = port_consts_tests::rows("tests/fixtures/seed-ports.csv");
    assert_eq!(rows.len(), 37);
    for row in rows {
        let number: u16 = row.get("number").parse().unwrap();
        let entry = TABLE.iter().find(|(port, ..)| *port == number);
        let (_, _, port, service, _) = entry.unwrap_or_else(|| panic!("{number}"));
        for transport in row.get("protocol").parse::<Transports>().unwrap() {
            assert_found(*service, *port, transport);
        }
    }
}

#[test]
fn what_goes_beyond_iana_is_marked() {
    for service in [Service::Smtps, Service::Imaps] {
        let udp = service
            .assignments()
            .iter()
            .find(|it| it.contains(service.port(), Transport::Udp));
        assert!(!udp.unwrap().is_assigned(), "{service}");
        assert!(service.is_assigned(), "{service}");
    }
}

#[test]
fn encrypted_services_wrap_the_plain_ones() {
    for (wrapped, plain) in [
        (Service::Https, Service::Http),
        (Service::Smtps, Service::Smtp),
        (Service::Ldaps, Service::Ldap),
        (Service::Imaps, Service::Imap),
        (Service::Pop3s, Service::Pop3),
    ] {
        assert_eq!(wrapped.tls_of(), Some(plain));
        assert_eq!(plain.over_tls(), Some(wrapped));
        assert!(wrapped.is_tls() && !plain.is_tls());
    }
}
