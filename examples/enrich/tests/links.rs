//! The example `enrich` on captures of every link that it reads, of those that it does not,
//! and of what may stand between a link and IP.

#![forbid(unsafe_code)]

mod pcap;
mod run;

use etherparse::EtherType;
use pcap::{PCAP, Pcap, enhanced, ethernet, framed, interface, section, tcp, udp_v6};
use run::enrich;

const TCP_LINE: &str = "10.0.0.1:51234 10.0.0.2:443 tcp 443/tcp (https)\n";
const UDP_LINE: &str = "[fe00::1]:53 [fe00::2]:40000 udp 53/udp (domain)\n";

fn v4() -> Vec<u8> {
    tcp(51234, 443)
}

fn v6() -> Vec<u8> {
    udp_v6(53, 40000)
}

/// Both packets are found behind these headers.
fn reads(link: u32, before_v4: &[u8], before_v6: &[u8]) {
    let packets = [framed(before_v4, &v4()), framed(before_v6, &v6())];
    let expected = (Some(0), format!("{TCP_LINE}{UDP_LINE}"), String::new());
    let file = Pcap { link, ..PCAP }.file(&packets);
    assert_eq!(enrich(&file), expected, "link {link:#x}");
    let ng = [
        section(),
        interface(u16::try_from(link & 0xFFFF).unwrap()),
        enhanced(0, &packets[0]),
        enhanced(0, &packets[1]),
    ];
    assert_eq!(enrich(&ng.concat()), expected, "link {link:#x}");
}

/// The packet has no ports, or none that can be known.
fn has_no_ports(link: u32, packet: &[u8]) {
    let (status, output, errors) = enrich(&Pcap { link, ..PCAP }.file(&[packet.to_vec()]));
    assert_eq!((status, output.as_str()), (Some(0), ""), "link {link}");
    assert_eq!(errors, "1 of 1 packets have no ports\n", "link {link}");
}

#[test]
fn a_link_that_is_not_read_is_named() {
    let (status, output, errors) = enrich(&Pcap { link: 195, ..PCAP }.file(&[v4(), v4()]));
    assert_eq!((status, output.as_str()), (Some(1), ""));
    assert_eq!(
        errors,
        "2 of 2 packets have link type 195, which `enrich` does not read\n"
    );
    // The packets of the other links are read all the same.
    let file = [
        section(),
        interface(195),
        interface(101),
        interface(147),
        enhanced(0, &v4()),
        enhanced(1, &v4()),
        enhanced(2, &v4()),
    ];
    let (status, output, errors) = enrich(&file.concat());
    assert_eq!((status, output.as_str()), (Some(1), TCP_LINE));
    assert_eq!(
        errors,
        "1 of 3 packets have link type 147, which `enrich` does not read\n\
         1 of 3 packets have link type 195, which `enrich` does not read\n"
    );
    // A capture without packets says nothing wrong of its link.
    assert_eq!(enrich(&Pcap { link: 195, ..PCAP }.file(&[])).0, Some(0));
}

/// Whoever made the capture does not decide how much is said.
#[test]
fn of_many_links_some_are_named() {
    let mut file = section();
    for link in 1000..2000 {
        file.extend(interface(link));
    }
    for number in 0..1000 {
        file.extend(enhanced(number, &v4()));
    }
    let (status, output, errors) = enrich(&file);
    assert_eq!((status, output.as_str()), (Some(1), ""));
    assert!(errors.ends_with(
        "1 of 1000 packets have link type 1007, which `enrich` does not read\n\
         992 of 1000 packets have other link types that `enrich` does not read\n"
    ));
    assert!(errors.len() < 2000);
}

const TYPE_V4: [u8; 2] = [8, 0];
const TYPE_V6: [u8; 2] = [0x86, 0xDD];

fn with_type(before: &[u8], behind: &[u8]) -> [Vec<u8>; 2] {
    [TYPE_V4, TYPE_V6].map(|kind| [before, &kind, behind].concat())
}

fn reads_typed(link: u32, before: &[u8], behind: &[u8]) {
    let [v4, v6] = with_type(before, behind);
    reads(link, &v4, &v6);
}

#[test]
fn ethernet_with_a_checksum_behind() {
    // Four bits for its length in units of two bytes, and one that says that they are set.
    for link in [0x4400_0001, 0x2400_0001] {
        reads_typed(link, &[2; 12], &[]);
    }
}

#[test]
fn ethernet_with_tags_and_llc() {
    reads_typed(1, &framed(&[2; 12], &[0x81, 0, 0, 7]), &[]);
    let two = [&[2; 12][..], &[0x88, 0xA8, 0, 7], &[0x81, 0, 0, 8]].concat();
    reads_typed(1, &two, &[]);
    let snap = [&[2; 12][..], &[0, 60], &[0xAA, 0xAA, 3, 0, 0, 0]].concat();
    reads_typed(1, &snap, &[]);
    // MACsec that does not encrypt: no short length, and the number of the packet.
    let macsec = [&[2; 12][..], &[0x88, 0xE5], &[0, 0, 0, 0, 0, 1]].concat();
    reads_typed(1, &macsec, &[]);
    has_no_ports(1, &framed(&[2; 12], &[0x88, 0xCC, 0, 0]));
}

/// The header of a session of 8 to 60 bytes, whose length nobody checks.
const SESSION: [u8; 6] = [0x11, 0, 0, 1, 0, 60];

#[test]
fn ppp_and_what_it_is_within() {
    let ppp = |before: &[u8]| [[0, 0x21], [0, 0x57]].map(|protocol| framed(before, &protocol));
    for (link, before) in [
        (9, &[][..]),
        (9, &[0xFF, 3]),
        (50, &[0xFF, 3]),
        (51, &SESSION),
        (166, &[1, 3]),
        (204, &[1, 0xFF, 3]),
        (204, &[0]),
    ] {
        let [v4, v6] = ppp(before);
        reads(link, &v4, &v6);
    }
    // The protocol compressed to one byte.
    reads(9, &[0x21], &[0x57]);
    // Within Ethernet, and within a VLAN.
    let frame = [&[2; 12][..], &[0x88, 0x64], &SESSION].concat();
    let [v4, v6] = ppp(&frame);
    reads(1, &v4, &v6);
    let frame = [&[2; 12][..], &[0x81, 0, 0, 7, 0x88, 0x64], &SESSION].concat();
    let [v4, v6] = ppp(&frame);
    reads(1, &v4, &v6);
    // LCP, a discovery of PPPoE, and a session of another version.
    has_no_ports(9, &[0xC0, 0x21, 1, 1, 0, 4]);
    has_no_ports(51, &[0x11, 9, 0, 0, 0, 0]);
    has_no_ports(51, &framed(&[0x21, 0, 0, 1, 0, 60, 0, 0x21], &self::v4()));
}

#[test]
fn cisco_hdlc() {
    reads_typed(104, &[0x0F, 0], &[]);
    reads_typed(50, &[0x8F, 0], &[]);
    reads_typed(205, &[1, 0x0F, 0], &[]);
}

#[test]
fn mpls() {
    let (label, last) = ([0, 1, 0, 64], [0, 2, 1, 64]);
    reads(219, &last, &last);
    let frame = |kind| [&[2; 12][..], &[0x88, kind], &label, &last].concat();
    reads(1, &frame(0x47), &frame(0x48));
    // Within PPP, and around a frame of Ethernet with a control word.
    let ppp = [&[0x02, 0x81][..], &last].concat();
    reads(9, &ppp, &ppp);
    reads_typed(219, &[&last[..], &[0; 4], &[2; 12]].concat(), &[]);
    // A stack without an end, and something else at its end.
    has_no_ports(219, &label.repeat(10));
    has_no_ports(219, &framed(&last, &[0x90; 40]));
}

/// From a station to the network, with these two bytes of frame control.
fn wifi(control: [u8; 2], length: usize) -> Vec<u8> {
    let mut header = control.to_vec();
    header.resize(length, 0);
    header.extend([0xAA, 0xAA, 3, 0, 0, 0]);
    header
}

#[test]
fn wireless() {
    for (control, length) in [
        ([0x08, 0x01], 24),
        ([0x08, 0x02], 24),
        // Between access points, with a fourth address.
        ([0x08, 0x03], 30),
        // With a priority, and with HT control, too.
        ([0x88, 0x01], 26),
        ([0x88, 0x83], 36),
    ] {
        reads_typed(105, &wifi(control, length), &[]);
        // Radiotap without fields, with a time and flags, with flags in a second word.
        for radiotap in [
            &[0, 0, 8, 0, 0, 0, 0, 0][..],
            &[0, 0, 17, 0, 3, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0],
            &[0, 0, 13, 0, 2, 0, 0, 0x80, 0, 0, 0, 0, 0],
        ] {
            reads_typed(127, &framed(radiotap, &wifi(control, length)), &[]);
        }
    }
    // With a header that is padded to a multiple of four, as a flag of radiotap says.
    let radiotap = [0, 0, 9, 0, 2, 0, 0, 0, 0x20];
    reads_typed(127, &framed(&radiotap, &wifi([0x88, 0x01], 28)), &[]);
    // Several packets in one frame: the first one is read.
    let mut several = wifi([0x88, 0x01], 26);
    several[24] = 0x80;
    several.splice(26..26, [7; 14]);
    reads_typed(105, &several, &[]);

    // Encrypted, a later fragment, a beacon, data without data, and one that breaks off.
    let whole = [&wifi([0x08, 0x41], 24)[..], &TYPE_V4, &v4()].concat();
    has_no_ports(105, &whole);
    let mut fragment = [&wifi([0x08, 0x01], 24)[..], &TYPE_V4, &v4()].concat();
    fragment[22] = 1;
    has_no_ports(105, &fragment);
    has_no_ports(105, &[0x80; 60]);
    has_no_ports(105, &[0x48; 60]);
    has_no_ports(105, &[0x08, 0x01, 0]);
    has_no_ports(127, &[0, 0, 200, 0, 0, 0, 0, 0]);
    has_no_ports(127, &[0, 0, 8, 0, 0, 0, 0, 0x80]);
}

#[test]
fn systems_own_headers() {
    // Solaris' IPNET: a version, the family, and 22 bytes more.
    let ipnet = |family: u8| framed(&[2, family], &[0; 22]);
    reads(226, &ipnet(2), &ipnet(26));
    // Linux' log of netfilter: a mark, then the packet.
    let nflog = |family: u8, length: usize, big: bool| {
        let number = |it: u16| {
            if big {
                it.to_be_bytes()
            } else {
                it.to_le_bytes()
            }
        };
        let length = number(u16::try_from(length + 4).unwrap());
        let mark = [number(8), number(2), [0; 2], [7; 2]].concat();
        [&[family, 0, 0, 5][..], &mark, &length, &number(9)].concat()
    };
    reads(
        239,
        &nflog(2, v4().len(), false),
        &nflog(10, v6().len(), false),
    );
    let big = Pcap {
        little: false,
        link: 239,
        ..PCAP
    };
    let packet = framed(&nflog(2, v4().len(), true), &v4());
    assert_eq!(enrich(&big.file(&[packet])).1, TCP_LINE);
    // A field whose length is 0 must not be read for ever.
    has_no_ports(239, &[2, 0, 0, 5, 0, 0, 2, 0, 0, 0, 2, 0]);
}

/// The header of Apple's PKTAP, in its first version, with this link within.
fn pktap(link: u32) -> Vec<u8> {
    let mut header = [108, 1, link].map(u32::to_le_bytes).concat();
    header.extend(b"en0");
    header.resize(108, 0);
    header
}

#[test]
fn pktap_in_both_versions_and_under_both_numbers() {
    for link in [258, 149] {
        reads_typed(link, &framed(&pktap(1), &[2; 12]), &[]);
        let loopback = framed(&pktap(0), &[2, 0, 0, 0]);
        reads(link, &loopback, &loopback);
        let mut second = [48, 0, 0, 0, 0, 0, 12, 0].to_vec();
        second.resize(48, 0);
        second[36..40].copy_from_slice(&0x0008_0000_u32.to_le_bytes());
        reads(link, &second, &second);
        // A record without a packet.
        let mut empty = pktap(1);
        empty[4] = 0;
        has_no_ports(link, &empty);
    }
    // A link within that is not read, and a private header that is something else.
    for (link, packet, named) in [(258, pktap(195), 195), (149, vec![0; 60], 149)] {
        let (status, _, errors) = enrich(&Pcap { link, ..PCAP }.file(&[packet]));
        assert_eq!(status, Some(1));
        assert!(errors.contains(&format!("link type {named},")), "{errors}");
    }
}

#[test]
fn other_networks() {
    // IP over InfiniBand, with and without the route in front.
    reads_typed(242, &[], &[0, 0]);
    reads_typed(242, &[0x60; 40], &[0, 0]);
    // ARCNET as BSD and as Linux capture it, by RFC 1201 and 2497, then by RFC 1051.
    reads(7, &[1, 2, 0xD4, 0, 0, 1], &[1, 2, 0xC4, 0, 0, 1]);
    reads(
        129,
        &[1, 2, 0, 0, 0xD4, 0, 0, 1],
        &[1, 2, 0, 0, 0xC4, 0, 0, 1],
    );
    reads(7, &[1, 2, 0xD4, 1, 0, 1], &[1, 2, 0xC4, 3, 0, 1]);
    let again = [1, 2, 0xD4, 0xFF, 0xFF, 0xFF, 0xD4, 0, 0, 1];
    reads(7, &again, &[1, 2, 0xC4, 0xFF, 0xFF, 0xFF, 0xC4, 0, 0, 1]);
    let (status, output, _) =
        enrich(&Pcap { link: 7, ..PCAP }.file(&[framed(&[1, 2, 0xF0], &v4())]));
    assert_eq!((status, output.as_str()), (Some(0), TCP_LINE));
    has_no_ports(7, &framed(&[1, 2, 0xD4, 2, 0, 1], &v4()));
    has_no_ports(7, &[1, 2, 0xD5, 0, 0, 1, 0, 0]);
    // Tags of switches: Broadcom's and Marvell's.
    reads_typed(281, &[2; 16], &[]);
    reads_typed(282, &framed(&[0; 4], &[2; 12]), &[]);
    reads_typed(283, &[2; 16], &[]);
    reads_typed(284, &[2; 20], &[]);
    // ATM, and an analyzer's header in front of Ethernet.
    reads_typed(100, &[0xAA, 0xAA, 3, 0, 0, 0], &[]);
    reads(100, &[6, 6, 3], &[0xFE, 0xFE, 3, 0x8E]);
    reads_typed(240, &framed(&[0; 4], &[2; 12]), &[]);
    reads(228, &[], &[]);
}

/// Headers within headers end sometime.
#[test]
fn tags_without_end() {
    let tags = [&[2; 12][..], &[0x81, 0, 0, 7].repeat(10_000)].concat();
    has_no_ports(1, &tags);
    let wrapped = [pktap(258).repeat(1000), v4()].concat();
    has_no_ports(258, &wrapped);
}

/// A packet of TCP with these flags, from and to a port.
fn with_flags(source: u16, destination: u16, flags: u8) -> Vec<u8> {
    let mut packet = tcp(source, destination);
    packet[33] = flags;
    ethernet(EtherType::IPV4, &packet)
}

fn labels(packets: &[Vec<u8>]) -> Vec<String> {
    let (status, output, errors) = enrich(&PCAP.file(packets));
    assert_eq!((status, errors.as_str()), (Some(0), ""));
    let label = |line: &str| line.split_once(" tcp ").unwrap().1.to_owned();
    output.lines().map(label).collect()
}

const SYN: u8 = 0x02;
const SYN_ACK: u8 = 0x12;
const ACK: u8 = 0x10;

#[test]
fn whoever_opens_a_connection_is_the_client() {
    // The number alone takes the second one for electrum.
    let known = labels(&[
        with_flags(1021, 2049, SYN),
        with_flags(50001, 44399, SYN),
        with_flags(1021, 2049, ACK),
        with_flags(50001, 44399, ACK),
    ]);
    assert_eq!(known, ["2049/tcp (nfs)", "-", "2049/tcp (nfs)", "-"]);
    let unknown = labels(&[with_flags(1021, 2049, ACK), with_flags(50001, 44399, ACK)]);
    assert_eq!(unknown, ["2049/tcp (nfs)", "50001/tcp (electrum)"]);
}

#[test]
fn the_answer_to_a_syn_comes_from_the_server() {
    assert_eq!(labels(&[with_flags(443, 22, SYN_ACK)]), ["443/tcp (https)"]);
    assert_eq!(labels(&[with_flags(443, 22, SYN)]), ["22/tcp (ssh)"]);
    // Both directions of a connection have the same service.
    let swapped: Vec<u8> = {
        let mut packet = tcp(2049, 1021);
        let (from, to) = ([10, 0, 0, 2], [10, 0, 0, 1]);
        packet[12..16].copy_from_slice(&from);
        packet[16..20].copy_from_slice(&to);
        packet[33] = ACK;
        packet
    };
    assert_eq!(
        labels(&[
            with_flags(1021, 2049, SYN),
            ethernet(EtherType::IPV4, &swapped),
        ]),
        ["2049/tcp (nfs)", "2049/tcp (nfs)"]
    );
    // A capture that cut the flags off knows no more than the numbers.
    let short = with_flags(50001, 44399, SYN)[..14 + 24].to_vec();
    assert_eq!(labels(&[short]), ["50001/tcp (electrum)"]);
}

/// UDP has no SYN: what stands at the same place of its payload says nothing.
#[test]
fn other_transports_open_nothing() {
    let mut packet = udp_v6(53, 40000);
    let flags = packet.len() - 7 + 5;
    packet[flags] = SYN;
    let file = PCAP.file(&[ethernet(EtherType::IPV6, &packet)]);
    assert_eq!(enrich(&file).1, UDP_LINE);
}
