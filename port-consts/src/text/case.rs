//! The comparison of texts without regard to case, in constants too.

/// Returns whether two texts are the same, without regard to ASCII case.
///
/// `str::eq_ignore_ascii_case` is `const` only since Rust 1.89.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    same_bytes(a.as_bytes(), b.as_bytes())
}

/// As [`same`], for bytes.
pub(crate) const fn same_bytes(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([x, behind_x @ ..], [y, behind_y @ ..]) = (a, b) {
        if !x.eq_ignore_ascii_case(y) {
            return false;
        }
        (a, b) = (behind_x, behind_y);
    }
    a.is_empty() && b.is_empty()
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
