//! `within = ..`: the ports that every port has to be among.

use super::draft::Draft;
use crate::{args::Within, problem::Problems, words::classes::Class};

/// Reports the rows with another port. They stay in the registry, so that what uses their
/// constants is no further error.
pub(super) fn check(drafts: &[Draft], within: &Within, problems: &mut Problems) {
    for draft in drafts {
        for claim in &draft.claims {
            let outside = if claim.first < within.first {
                claim.first
            } else if claim.last > within.last {
                claim.last
            } else {
                continue;
            };
            problems.at(
                claim.line,
                format!(
                    "`{}` has port {outside}, {}, but `within` is {}; \
                     choose a port from {} to {}",
                    draft.name,
                    Class::of(outside),
                    within.shown,
                    within.first,
                    within.last,
                ),
            );
        }
    }
}
