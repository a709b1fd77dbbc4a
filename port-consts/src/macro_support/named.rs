//! What the enums that `ports!` makes have in common.

use super::Nearest;

/// An enum whose variants have names: services and categories. Its methods are the enum's
/// own ones, for code that is generic over registries.
pub trait Named: Copy + 'static {
    /// What a variant is: `service` or `category`.
    const KIND: &'static str;

    /// All variants, in the order of the file.
    const ALL: &'static [Self];

    /// The canonical name.
    fn name(self) -> &'static str;

    /// Other names.
    fn aliases(self) -> &'static [&'static str];

    /// The variant of this name or alias, without regard to ASCII case.
    fn from_name(name: &str) -> Option<Self>;
}

/// The name nearest to one that no variant has.
#[cold]
pub(crate) fn nearest<E: Named>(name: &str) -> Option<&'static str> {
    E::ALL
        .iter()
        .fold(Nearest::to(name), |nearest, it| {
            nearest.consider(it.name(), it.aliases())
        })
        .name()
}
