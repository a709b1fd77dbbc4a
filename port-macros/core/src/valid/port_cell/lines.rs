//! Cells with a line for each port, beside cells with a line for each transport.

use crate::{
    lists::Listed as _,
    port_text::{plain, quoted},
    words::transports::from_names,
};

/// What is wrong with ports whose lines go with the lines of the transports: a list would give
/// each port the transports of all.
pub(super) fn find(ports: &str, transports: &str) -> Option<String> {
    let (ports_by_line, transports) = (lines(ports), lines(transports));
    if ports_by_line.len() != transports.len() {
        return None;
    }
    let sets: Option<Vec<u8>> = transports.iter().map(|it| from_names(it).ok()).collect();
    let ranges: Option<Vec<(u16, u16)>> = ports_by_line.iter().map(|it| plain(it)).collect();
    let (sets, ranges) = (sets?, ranges?);
    if all_equal(&sets) {
        return None;
    }
    let remedy = if all_equal(&ranges) {
        format!("write `{}` once", ports_by_line[0])
    } else {
        "write a row for each".to_owned()
    };
    Some(format!(
        "port `{}` has a line for each transport; {remedy}",
        quoted(ports)
    ))
}

fn lines(text: &str) -> Vec<&str> {
    let lines = text.split(['\n', '\r']).map(str::trim);
    lines.filter(|line| !line.is_empty()).listed()
}

fn all_equal<T: PartialEq>(items: &[T]) -> bool {
    items.windows(2).all(|pair| pair[0] == pair[1])
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn ports_with_transports_of_their_own_are_no_list() {
        for (ports, transports, remedy) in [
            ("80\n53", "tcp\nudp", "write a row for each"),
            ("80\r\n53-54", "TCP\r\nUDP\r\n", "write a row for each"),
            ("53\n53", "tcp\nudp", "write `53` once"),
            ("80\n443\n53", "tcp\ntcp\nudp", "write a row for each"),
        ] {
            let mistake = find(ports, transports).unwrap_or_default();
            let end = format!(" has a line for each transport; {remedy}");
            assert!(mistake.ends_with(&end), "{ports}: {mistake}");
        }
        for (ports, transports) in [
            ("80", "tcp\nudp"),
            ("80", "tcp/udp"),
            ("", "\n"),
            ("80\n443", "tcp"),
            ("80\n443", "tcp\ntcp"),
            ("80\n443\n8080", "tcp\nudp"),
            ("80\nx", "tcp\nudp"),
            ("80\n443", "tcp\nx"),
            ("80,443", "tcp,udp"),
        ] {
            assert_eq!(find(ports, transports), None, "{ports}");
        }
    }
}
