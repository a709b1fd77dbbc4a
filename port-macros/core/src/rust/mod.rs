//! The parts of Rust that a call is written with. syn has them, too, with generics and all, but
//! they take longer to compile than all the rest of it.

mod attribute;
mod path;
mod visibility;

pub(crate) use attribute::Attribute;
pub(crate) use path::Path;
pub(crate) use visibility::Visibility;
