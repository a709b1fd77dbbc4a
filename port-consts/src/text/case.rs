//! The comparison of texts without regard to case, in constants too.

use crate::format::hash::same_bytes;

/// Returns whether two texts are the same, without regard to ASCII case.
///
/// `str::eq_ignore_ascii_case` is `const` only since Rust 1.89.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    same_bytes(a.as_bytes(), b.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn case_alone_makes_no_difference() {
        assert!(same("", "") && same("macOS", "MACos"));
        for (a, b) in [("tcp", "tc"), ("tc", "tcp"), ("tcp", "udp"), ("[", "{")] {
            assert!(!same(a, b), "{a} {b}");
        }
    }
}
