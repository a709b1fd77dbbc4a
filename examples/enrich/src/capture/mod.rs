//! Flows in the packets of a capture, pcap or pcapng.

mod ends;
mod link;
mod openers;
mod wifi;
mod wrapped;

use std::io::{Read, Write};

use pcap_parser::{
    Block, PcapBlockOwned, PcapError, create_reader, traits::PcapNGPacketBlock as _,
};

use crate::{Mistake, Tally};
use ends::Ends;
use openers::Openers;

/// As much is read at once. It grows for a block that is longer, such as one of keys or names.
const BUFFER: usize = 1 << 17;

/// tcpdump's largest packet has 256 KiB. A block that is longer than this has a length that
/// was made up.
const LONGEST_BLOCK: usize = 1 << 24;

/// Whether an input begins as a capture does: in either order of bytes, with times in micro-
/// or nanoseconds, or with a section of pcapng.
pub(crate) fn is_one(beginning: &[u8]) -> bool {
    matches!(
        beginning,
        [0xA1, 0xB2, 0xC3, 0xD4, ..]
            | [0xD4, 0xC3, 0xB2, 0xA1, ..]
            | [0xA1, 0xB2, 0x3C, 0x4D, ..]
            | [0x4D, 0x3C, 0xB2, 0xA1, ..]
            | [0x0A, 0x0D, 0x0D, 0x0A, ..]
    )
}

/// Writes a line for each packet that has ports.
pub(crate) fn enrich(input: impl Read + Send, output: &mut dyn Write) -> Result<Tally, Mistake> {
    let mut reader = create_reader(BUFFER, input).map_err(|error| refuse(&error))?;
    let mut packets = Packets::new();
    loop {
        let broken = match reader.next() {
            Ok((length, block)) => {
                packets.block(&block);
                reader.consume(length);
                continue;
            }
            Err(PcapError::Eof) => break,
            Err(PcapError::Incomplete(_) | PcapError::UnexpectedEof) => None,
            Err(PcapError::BufferTooSmall) => {
                let length = packets.next_length(reader.data());
                // The parser wants more room than the block needs.
                let room = length.map(|it| (it + BUFFER).next_power_of_two());
                if room.is_some_and(|room| reader.grow(room)) {
                    continue;
                }
                Some("a block is too long".to_owned())
            }
            Err(error) => Some(reason(&error)),
        };
        // What is complete goes on before more is waited for.
        output.write_all(&packets.lines).map_err(Mistake::Write)?;
        packets.lines.clear();
        if let Some(reason) = broken {
            let packets = packets.tally.all();
            return Err(Mistake::Input(format!(
                "the capture can't be read any further after {packets} packets: {reason}"
            )));
        }
        if reader.reader_exhausted() {
            packets.tally.breaks_off();
            break;
        }
        reader.refill().map_err(|error| refuse(&error))?;
    }
    output.write_all(&packets.lines).map_err(Mistake::Write)?;
    output.flush().map_err(Mistake::Write)?;
    Ok(packets.tally)
}

fn refuse<I>(error: &PcapError<I>) -> Mistake {
    Mistake::Input(format!("the capture: {}", reason(error)))
}

/// What is wrong, in words of known length: the parser's own have all bytes of its buffer.
fn reason<I>(error: &PcapError<I>) -> String {
    let words = match error {
        PcapError::Eof | PcapError::UnexpectedEof | PcapError::Incomplete(_) => "it ends too early",
        PcapError::BufferTooSmall => "a block is too long",
        PcapError::ReadError => "reading it failed",
        PcapError::HeaderNotRecognized => "neither pcap nor pcapng",
        PcapError::NomError(_, kind) | PcapError::OwnedNomError(_, kind) => {
            return format!("a block or a packet is malformed ({kind:?})");
        }
    };
    words.to_owned()
}

/// The packets so far, and the lines that come of them.
struct Packets {
    tally: Tally,
    lines: Vec<u8>,
    /// The link of each interface of the section.
    interfaces: Vec<u32>,
    /// Whether the machine that captured writes numbers with the high byte first.
    big_endian: bool,
    /// Where the length stands in what is before each packet.
    length_at: usize,
    openers: Openers,
}

impl Packets {
    fn new() -> Self {
        Self {
            tally: Tally::of_packets(),
            lines: Vec::with_capacity(BUFFER),
            interfaces: Vec::new(),
            big_endian: false,
            length_at: 4,
            openers: Openers::default(),
        }
    }

    fn block(&mut self, block: &PcapBlockOwned) {
        match block {
            PcapBlockOwned::LegacyHeader(header) => {
                self.big_endian = header.is_bigendian();
                self.length_at = 8;
                self.interfaces = vec![link::of_header(header.network.0)];
            }
            PcapBlockOwned::Legacy(it) => self.packet(0, it.data),
            PcapBlockOwned::NG(Block::SectionHeader(it)) => {
                self.big_endian = it.big_endian();
                self.interfaces.clear();
            }
            PcapBlockOwned::NG(Block::InterfaceDescription(it)) => {
                self.interfaces.push(link::of_header(it.linktype.0));
            }
            PcapBlockOwned::NG(Block::EnhancedPacket(it)) => {
                self.packet(it.if_id as usize, it.packet_data());
            }
            PcapBlockOwned::NG(Block::SimplePacket(it)) => self.packet(0, it.packet_data()),
            PcapBlockOwned::NG(_) => {}
        }
    }

    /// The length that the next block or packet says it has, if that can be.
    fn next_length(&self, data: &[u8]) -> Option<usize> {
        let bytes = *data.get(self.length_at..)?.first_chunk()?;
        let length = if self.big_endian {
            u32::from_be_bytes(bytes)
        } else {
            u32::from_le_bytes(bytes)
        };
        let length = usize::try_from(length).ok()?;
        (length <= LONGEST_BLOCK).then_some(length)
    }

    fn packet(&mut self, interface: usize, data: &[u8]) {
        self.tally.count();
        let Some(link) = self.interfaces.get(interface) else {
            self.tally.without_ports();
            return;
        };
        match link::ip(*link, data, self.big_endian) {
            Err(link::Unread(number)) => self.tally.unread_link(number),
            Ok(ip) => match ip.and_then(Ends::of_ip) {
                Some(ends) => ends.write(&mut self.openers, &mut self.lines),
                None => self.tally.without_ports(),
            },
        }
    }
}
