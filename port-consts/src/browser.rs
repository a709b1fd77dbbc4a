//! The ports that browsers refuse.

use crate::Port;

/// The bad ports of the Fetch standard, section "port blocking", as of 2026-07-02
/// (<https://fetch.spec.whatwg.org/#port-blocking>).
#[rustfmt::skip] // a line an entry would hide that this is one list
const fn is_blocked(port: u16) -> bool {
    matches!(
        port,
        0 | 1 | 7 | 9 | 11 | 13 | 15 | 17 | 19 | 20 | 21 | 22 | 23 | 25 | 37 | 42 |
        43 | 53 | 69 | 77 | 79 | 87 | 95 | 101 | 102 | 103 | 104 | 109 | 110 |
        111 | 113 | 115 | 117 | 119 | 123 | 135 | 137 | 139 | 143 | 161 | 179 |
        389 | 427 | 465 | 512 | 513 | 514 | 515 | 526 | 530 | 531 | 532 | 540 |
        548 | 554 | 556 | 563 | 587 | 601 | 636 | 989 | 990 | 993 | 995 | 1719 |
        1720 | 1723 | 2049 | 3659 | 4045 | 4190 | 5060 | 5061 | 6000 | 6566 |
        6665 | 6666 | 6667 | 6668 | 6669 | 6679 | 6697 | 10080
    )
}

impl Port {
    /// Returns whether browsers refuse to fetch over HTTP(S) from this port.
    ///
    /// The list is that of the Fetch standard, section [port blocking], as of
    /// 2026-07-02: 83 ports. It grows now and then.
    ///
    /// A server for browsers must not listen here, whatever the scheme. The page fails with a
    /// message that doesn't name the reason: `ERR_UNSAFE_PORT` in Chromium, a "restricted
    /// address" in Firefox.
    ///
    /// ```
    /// # use port_consts::Port;
    /// assert!(Port::new(6000).is_browser_blocked()); // x11
    /// assert!(!Port::new(3000).is_browser_blocked());
    /// ```
    ///
    /// [port blocking]: https://fetch.spec.whatwg.org/#port-blocking
    #[inline]
    #[must_use]
    #[doc(alias = "ERR_UNSAFE_PORT")]
    #[doc(alias = "bad port")]
    pub const fn is_browser_blocked(self) -> bool {
        is_blocked(self.get())
    }
}
