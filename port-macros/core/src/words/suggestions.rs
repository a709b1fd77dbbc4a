//! The suggestion in "did you mean …?". The rule is that of `format::distance`, which the
//! library uses, too.

use crate::format::distance::Search;

/// `; did you mean …?` for the nearest candidate, or nothing if none is near enough.
pub(crate) fn did_you_mean<'a>(
    wanted: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> String {
    nearest(wanted, &mut candidates.into_iter())
}

fn nearest(wanted: &str, candidates: &mut dyn Iterator<Item = &str>) -> String {
    let mut search = Search::of(wanted);
    let mut best = None;
    for candidate in candidates {
        if !is_opposite(wanted, candidate) && search.is_best(candidate) {
            best = Some(candidate);
        }
    }
    best.map_or_else(String::new, |best| format!("; did you mean `{best}`?"))
}

/// Whether two words differ by what turns a word into its opposite: `official` is not meant for
/// `unofficial`.
fn is_opposite(a: &str, b: &str) -> bool {
    is_negated(a, b) || is_negated(b, a)
}

/// Whether the second word is the first one with a prefix that negates it.
fn is_negated(short: &str, long: &str) -> bool {
    let without = |prefix: &str| {
        let start = long.get(..prefix.len())?;
        let is_prefix = start.eq_ignore_ascii_case(prefix);
        is_prefix.then(|| long[prefix.len()..].trim_start_matches(['-', '_']))
    };
    let mut rests = ["un", "non", "no", "de", "dis"]
        .into_iter()
        .filter_map(without);
    rests.any(|rest| rest.eq_ignore_ascii_case(short))
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
        for (a, b) in [("official", "unofficial"), ("Unassigned", "assigned")] {
            assert_eq!(did_you_mean(a, [b]) + &did_you_mean(b, [a]), "");
        }
        assert_eq!(
            did_you_mean("ofical", ["official"]),
            "; did you mean `official`?"
        );
    }
}
