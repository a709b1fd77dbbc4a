//! The parts of Rust that a call is written with. syn has them, too, with generics and all, but
//! whoever builds this crate would compile a second more for them: see CONTRIBUTING.md.

mod attribute;
mod path;
mod visibility;

pub(crate) use attribute::Attribute;
pub(crate) use path::Path;
pub(crate) use visibility::Visibility;
