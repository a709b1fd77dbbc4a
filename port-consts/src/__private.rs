//! What the expansions of `ports!` and `port!` name. Not public: it changes with the macros, in any
//! version.

pub use crate::{
    error::{unknown_category, unknown_service},
    macro_support::*,
    name_or_number::name_or_number as from_name_or_number,
};

// What `__integrations!` calls, by the features that are on.
#[cfg(feature = "arbitrary")]
pub use crate::arbitrary::variant as arbitrary_variant;
#[cfg(feature = "arbitrary")]
pub use arbitrary;

#[cfg(feature = "schemars")]
pub use crate::schemars::{SchemaText, schema as name_schema};
#[cfg(feature = "schemars")]
pub use schemars;

#[cfg(feature = "serde")]
pub use crate::serde_forms::named::{deserialize as deserialize_name, serialize as serialize_name};
#[cfg(feature = "serde")]
pub use serde_core as serde;
