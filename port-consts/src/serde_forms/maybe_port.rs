//! [`MaybePort`], the types that fields with another form have.

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Port;

/// The types of fields that [`name_or_number`](super::name_or_number) and
/// [`non_zero`](super::non_zero) are for: `Port` and `Option<Port>`.
///
/// ```
/// use port_consts::{Port, serde_forms::MaybePort};
///
/// fn is_for<T: MaybePort>() {}
/// is_for::<Port>();
/// is_for::<Option<Port>>();
/// ```
pub trait MaybePort: sealed::Sealed + Sized {
    /// Writes the port in the form `F`.
    #[doc(hidden)]
    fn write<F: Serialize + From<Port>, S: Serializer>(
        &self,
        serializer: S,
    ) -> Result<S::Ok, S::Error>;

    /// Reads the port in the form `F`.
    #[doc(hidden)]
    fn read<'de, F: Deserialize<'de> + Into<Port>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error>;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for crate::Port {}
    impl Sealed for Option<crate::Port> {}
}

impl MaybePort for Port {
    fn write<F: Serialize + From<Self>, S: Serializer>(
        &self,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        F::from(*self).serialize(serializer)
    }

    fn read<'de, F: Deserialize<'de> + Into<Self>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        F::deserialize(deserializer).map(Into::into)
    }
}

impl MaybePort for Option<Port> {
    fn write<F: Serialize + From<Port>, S: Serializer>(
        &self,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        self.map(F::from).serialize(serializer)
    }

    fn read<'de, F: Deserialize<'de> + Into<Port>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        let port = Option::<F>::deserialize(deserializer)?;
        Ok(port.map(Into::into))
    }
}
