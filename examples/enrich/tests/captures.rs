//! The example `enrich` on captures: every form of file, every link that systems capture on,
//! every transport, and packets that have no ports.

#![forbid(unsafe_code)]

mod pcap;
mod run;

use etherparse::{EtherType, IpNumber, PacketBuilder};
use pcap::{
    ETHERNET, PCAP, Pcap, block, enhanced, ethernet, framed, interface, section, simple, tcp,
    udp_v6,
};
use run::enrich;

const TCP_LINE: &str = "10.0.0.1:51234 10.0.0.2:443 tcp 443/tcp (https)\n";
const UDP_LINE: &str = "[fe00::1]:53 [fe00::2]:40000 udp 53/udp (domain)\n";

#[test]
fn pcap_in_either_order_of_bytes_and_with_either_time() {
    let packets = [
        ethernet(EtherType::IPV4, &tcp(51234, 443)),
        ethernet(EtherType::IPV6, &udp_v6(53, 40000)),
    ];
    for little in [true, false] {
        for magic in [0xA1B2_C3D4, 0xA1B2_3C4D] {
            let file = Pcap {
                little,
                magic,
                link: ETHERNET,
            }
            .file(&packets);
            let expected = (Some(0), format!("{TCP_LINE}{UDP_LINE}"), String::new());
            assert_eq!(enrich(&file), expected, "{little} {magic:x}");
        }
    }
}

#[test]
fn every_link_that_systems_capture_on() {
    let (v4, v6) = (tcp(51234, 443), udp_v6(53, 40000));
    let cooked = |ether_type: [u8; 2]| [&[0; 14], &ether_type[..]].concat();
    let cooked_2 = |ether_type: [u8; 2]| [&ether_type[..], &[0; 18]].concat();
    let vlan = |packet: &[u8]| framed(&[&[2; 12][..], &[0x81, 0, 0, 7, 8, 0]].concat(), packet);
    for (link, packets) in [
        (ETHERNET, [vlan(&v4), ethernet(EtherType::IPV6, &v6)]),
        (0, [framed(&[2, 0, 0, 0], &v4), framed(&[30, 0, 0, 0], &v6)]),
        (
            108,
            [framed(&[0, 0, 0, 2], &v4), framed(&[0, 0, 0, 30], &v6)],
        ),
        (101, [v4.clone(), v6.clone()]),
        (12, [v4.clone(), v6.clone()]),
        (
            113,
            [
                framed(&cooked([8, 0]), &v4),
                framed(&cooked([0x86, 0xDD]), &v6),
            ],
        ),
        (
            276,
            [
                framed(&cooked_2([8, 0]), &v4),
                framed(&cooked_2([0x86, 0xDD]), &v6),
            ],
        ),
    ] {
        let expected = (Some(0), format!("{TCP_LINE}{UDP_LINE}"), String::new());
        let file = Pcap { link, ..PCAP }.file(&packets);
        assert_eq!(enrich(&file), expected, "link {link}");
    }
}

#[test]
fn pcapng_with_several_interfaces_and_sections() {
    let (v4, v6) = (tcp(51234, 443), udp_v6(53, 40000));
    let file = [
        section(),
        interface(101),
        interface(1),
        enhanced(1, &ethernet(EtherType::IPV6, &v6)),
        enhanced(0, &v4),
        simple(&v4),
        // A block that is of no interest: statistics of an interface.
        block(5, &[0; 12]),
        // Interfaces are a section's own.
        section(),
        interface(1),
        enhanced(0, &ethernet(EtherType::IPV4, &v4)),
        // One that the section does not have.
        enhanced(7, &v4),
    ]
    .concat();
    assert_eq!(
        enrich(&file),
        (
            Some(0),
            format!("{UDP_LINE}{TCP_LINE}{TCP_LINE}{TCP_LINE}"),
            "1 of 5 packets have no ports\n".to_owned()
        )
    );
}

/// An IPv4 packet with this protocol, whose payload begins with two ports.
fn other(protocol: IpNumber, source: u16, destination: u16) -> Vec<u8> {
    let ports = [source.to_be_bytes(), destination.to_be_bytes()].concat();
    let mut packet = Vec::new();
    PacketBuilder::ipv4([10, 0, 0, 1], [10, 0, 0, 2], 64)
        .write(&mut packet, protocol, &[&ports[..], &[0; 20]].concat())
        .unwrap();
    packet
}

#[test]
fn every_transport() {
    let packets = [
        other(IpNumber::SCTP, 5672, 40000),
        other(IpNumber::DCCP, 5004, 40000),
        other(IpNumber::UDP, 123, 123),
        other(IpNumber::TCP, 40000, 22),
    ];
    let (status, output, errors) = enrich(&Pcap { link: 101, ..PCAP }.file(&packets));
    let labels: Vec<&str> = output
        .lines()
        .map(|line| line.split_once("10.0.0.2:").unwrap().1)
        .collect();
    assert_eq!(
        labels,
        [
            "40000 sctp 5672/sctp (amqp)",
            "40000 dccp -",
            "123 udp 123/udp (ntp)",
            "22 tcp 22/tcp (ssh)",
        ]
    );
    assert_eq!((status, errors.as_str()), (Some(0), ""));
}

#[test]
fn packets_without_ports() {
    let mut first = tcp(51234, 443);
    first[6] = 0x20; // More fragments follow this one, which has the ports.
    let mut second = tcp(51234, 443);
    second[7] = 1; // A later fragment: what is there is no port.
    let packets = [
        other(IpNumber::ICMP, 51234, 443),
        first,
        second,
        // Cut off in front of the ports, by tcpdump's option -s, and behind them.
        tcp(51234, 443)[..20].to_vec(),
        tcp(51234, 443)[..24].to_vec(),
        Vec::new(),
        vec![0xFF; 40],
    ];
    let run = enrich(&Pcap { link: 101, ..PCAP }.file(&packets));
    let errors = "5 of 7 packets have no ports\n".to_owned();
    assert_eq!(run, (Some(0), format!("{TCP_LINE}{TCP_LINE}"), errors));
    // A name is asked for by ARP, which has no ports.
    let arp = ethernet(EtherType::ARP, &[0; 28]);
    assert_eq!(
        enrich(&PCAP.file(&[arp])).2,
        "1 of 1 packets have no ports\n"
    );
}

#[test]
fn captures_that_break_off() {
    let packet = ethernet(EtherType::IPV4, &tcp(51234, 443));
    let whole = PCAP.file(&[packet.clone(), packet.clone()]);
    let ng = [
        section(),
        interface(1),
        enhanced(0, &packet),
        enhanced(0, &packet),
    ]
    .concat();
    for file in [whole, ng] {
        assert_eq!(enrich(&file).1, format!("{TCP_LINE}{TCP_LINE}"));
        for cut in [1, 10, packet.len()] {
            let (status, output, errors) = enrich(&file[..file.len() - cut]);
            assert_eq!((status, output.as_str()), (Some(1), TCP_LINE), "{cut}");
            assert_eq!(
                errors,
                "the capture ends within a packet, after 1 packets\n"
            );
        }
    }
    // What has the beginning of a capture only.
    for file in [&[0xD4, 0xC3, 0xB2, 0xA1][..], &section()[..10]] {
        let (status, output, errors) = enrich(file);
        assert_eq!((status, output.as_str()), (Some(2), ""), "{errors}");
        assert!(errors.starts_with("the capture"), "{errors}");
    }
}

/// What can't be is said, and what stands before it is not lost.
#[test]
fn captures_that_are_broken() {
    let packet = ethernet(EtherType::IPV4, &tcp(51234, 443));
    let mut file = [section(), interface(1), enhanced(0, &packet)].concat();
    // A block whose two lengths differ.
    let mut broken = enhanced(0, &packet);
    let end = broken.len() - 4;
    broken[end] ^= 0x10;
    file.extend(&broken);
    let (status, output, errors) = enrich(&file);
    assert_eq!((status, output.as_str()), (Some(2), TCP_LINE));
    assert!(
        errors.contains("can't be read any further after 1 packets"),
        "{errors}"
    );
}

/// More than is read at once.
#[test]
fn a_long_capture() {
    let packet = ethernet(EtherType::IPV4, &tcp(51234, 443));
    let packets = vec![packet; 50_000];
    let file = PCAP.file(&packets);
    assert!(file.len() > 3 << 20);
    let (status, output, errors) = enrich(&file);
    assert_eq!((status, errors.as_str()), (Some(0), ""));
    assert!(output == TCP_LINE.repeat(50_000));
}

/// A block that is longer than what is read at once, in front of a packet.
#[test]
fn a_long_block() {
    let packet = ethernet(EtherType::IPV4, &tcp(51234, 443));
    for length in [100_000, 300_000, 3_000_000] {
        let file = [
            section(),
            interface(1),
            enhanced(0, &packet),
            // Keys of encrypted connections.
            block(10, &vec![0; length]),
            enhanced(0, &packet),
        ];
        let (status, output, errors) = enrich(&file.concat());
        assert_eq!((status, errors.as_str()), (Some(0), ""), "{length}");
        assert_eq!(output, TCP_LINE.repeat(2), "{length}");
    }
}

/// What the parser says of a bad block has all bytes of its buffer; that is not shown.
#[test]
fn messages_are_short() {
    let packet = ethernet(EtherType::IPV4, &tcp(51234, 443));
    let mut file = [section(), interface(1), enhanced(0, &packet)].concat();
    let bad = file.len();
    file.extend(enhanced(0, &packet).repeat(5_000));
    file[bad + 4] = 0xFD;
    file[bad + 5] = 0;
    let (status, output, errors) = enrich(&file);
    assert_ne!(status, Some(0));
    assert!(output.starts_with(TCP_LINE), "{output}");
    assert!(!errors.is_empty() && errors.len() < 200, "{errors}");
}
