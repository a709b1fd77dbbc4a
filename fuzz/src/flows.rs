//! The example `enrich` on captures and on logs.

use port_consts_enrich::enrich_bytes;

/// The links that it reads, and some that it doesn't.
const LINKS: [u32; 26] = [
    0, 1, 7, 9, 50, 51, 100, 101, 104, 105, 113, 127, 129, 149, 195, 204, 219, 226, 228, 229, 239,
    240, 258, 276, 281, 284,
];

fn run(input: &[u8], explain: bool) -> Option<Vec<u8>> {
    match enrich_bytes(input, explain) {
        Ok(output) => Some(output),
        Err(message) => {
            assert!(message.len() < 2100, "{message}");
            None
        }
    }
}

/// A capture: the bytes as they are, and as a packet of a link that the first byte chooses.
pub fn capture(bytes: &[u8]) {
    run(bytes, false);
    let Some((choice, packet)) = bytes.split_first() else {
        return;
    };
    let link = LINKS[usize::from(*choice) % LINKS.len()];
    let length = u32::try_from(packet.len()).expect("short");
    // pcap with microseconds, version 2.4; then a packet of the year 1970, twice.
    let header = [0xA1B2_C3D4, 0x0004_0002, 0, 0, 0x0004_0000, link];
    let mut file: Vec<u8> = header
        .iter()
        .flat_map(|it: &u32| it.to_le_bytes())
        .collect();
    for _ in 0..2 {
        file.extend(
            [0, 0, length, length]
                .iter()
                .flat_map(|it: &u32| it.to_le_bytes()),
        );
        file.extend(packet);
    }
    let output = run(&file, false).expect("a whole capture");
    let lines: Vec<&[u8]> = output.split_inclusive(|byte| *byte == b'\n').collect();
    assert!(lines.len() <= 2, "a line for each packet");
    assert!(output.is_empty() || output.ends_with(b"\n"));
}

/// A log: no line of it is lost.
pub fn log(bytes: &[u8]) {
    if let Some(output) = run(bytes, true) {
        let count = |text: &[u8]| text.split(|byte| *byte == b'\n').count();
        let is_capture = matches!(bytes.first(), Some(0xA1 | 0xD4 | 0x4D | 0x0A));
        assert!(
            is_capture || count(bytes) == count(&output),
            "a line is lost"
        );
    }
}
