//! `within = ..`: where every port is to be.

use super::merge::Draft;
use crate::{args::Within, class::Class, problem::Problems};

/// Reports the rows with a port outside. They stay in the registry: the port is real,
/// and what is said of it elsewhere is not to be an error, too.
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
                    "port {outside} of `{}` is in the range {}, outside `within = {}`; \
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
