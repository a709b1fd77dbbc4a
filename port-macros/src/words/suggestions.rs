//! The suggestion in "did you mean …?". The rule is that of `format::distance`, which the
//! library uses, too.

use crate::format::distance::Search;

/// `; did you mean …?` for the nearest candidate, or nothing if none is near enough.
pub(crate) fn did_you_mean<'a>(
    wanted: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> String {
    let mut search = Search::of(wanted);
    let mut best = None;
    for candidate in candidates {
        if search.is_best(candidate) {
            best = Some(candidate);
        }
    }
    best.map_or_else(String::new, |best| format!("; did you mean `{best}`?"))
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn near_names_are_suggested_and_far_ones_not() {
        let names = ["tcp", "udp", "sctp", "dccp"];
        assert_eq!(did_you_mean("tpc", names), "; did you mean `tcp`?");
        assert_eq!(did_you_mean("UPD", names), "; did you mean `udp`?");
        assert_eq!(did_you_mean("sctpp", names), "; did you mean `sctp`?");
        assert_eq!(did_you_mean("SMTP", names), "");
    }
}
