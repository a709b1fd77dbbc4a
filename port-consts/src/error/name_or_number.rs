//! [`ParseNameOrNumberError`].

use core::{fmt, hash::Hash, marker::PhantomData};

use super::{ParsePortError, ParsePortErrorKind};
use crate::{
    __private::named::{Named, nearest},
    Service,
    text::wrong_form::{self, Reads},
};

/// The error for a text that is neither a port number nor the name of a service, from
/// [`Port::from_name_or_number`](crate::Port::from_name_or_number).
///
/// ```
/// use port_consts::{ParseNameOrNumberError, Port};
///
/// let message = |text: &str| match Port::from_name_or_number(text) {
///     Ok(port) => format!("port {port}"),
///     Err(error) => error.to_string(),
/// };
/// assert_eq!(message("htps"), "unknown service `htps`; did you mean `https`?");
/// assert_eq!(message("99999"), "port `99999` is above 65535");
/// assert_eq!(
///     message("443/tcp"),
///     "`443/tcp` has a transport, and only the port is read here; write `443`",
/// );
/// ```
///
/// `E` is the enum of the registry whose names are read, and without it the curated one. As
/// with [`ParseServiceError`](crate::ParseServiceError), what was meant is looked for when
/// the error is displayed.
pub struct ParseNameOrNumberError<E = Service> {
    port: ParsePortError,
    registry: PhantomData<fn() -> E>,
}

impl<E> ParseNameOrNumberError<E> {
    #[inline]
    pub(crate) const fn new(port: ParsePortError) -> Self {
        Self {
            port,
            registry: PhantomData,
        }
    }
}

impl<E: Named> ParseNameOrNumberError<E> {
    /// Returns the nearest name of a service, as
    /// [`ParseServiceError::suggestion`](crate::ParseServiceError::suggestion); `None` where
    /// the text is a number, or a form of a port that is not read.
    ///
    /// ```
    /// use port_consts::Port;
    ///
    /// let suggestion = |text| Port::from_name_or_number(text).map_err(|it| it.suggestion());
    /// assert_eq!(suggestion("htps"), Err(Some("https")));
    /// assert_eq!(suggestion("99999"), Err(None));
    /// ```
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static str> {
        let text = self.port.text();
        let may_be_a_name = self.port.kind() == ParsePortErrorKind::NotDigits
            && wrong_form::find(text, Reads::NAME_OR_NUMBER).is_none();
        may_be_a_name.then(|| nearest::<E>(text.as_str())).flatten()
    }
}

impl<E: Named> fmt::Display for ParseNameOrNumberError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (text, reads) = (self.port.text(), Reads::NAME_OR_NUMBER);
        if let Some(message) = self.port.kind().of_number(text, reads) {
            return message.write(f);
        }
        if let Some(form) = wrong_form::find(text, reads) {
            return write!(f, "`{text}` {form}");
        }
        match nearest::<E>(text.as_str()) {
            Some(name) => write!(f, "unknown service `{text}`; did you mean `{name}`?"),
            None => write!(f, "unknown service `{text}`; write {}", reads.write),
        }
    }
}

impl<E> fmt::Debug for ParseNameOrNumberError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ParseNameOrNumberError({:?})", self.port.text())
    }
}

impl<E: Named> core::error::Error for ParseNameOrNumberError<E> {}

// Not derived: a derive asks the enum for the same traits.
impl<E> Clone for ParseNameOrNumberError<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for ParseNameOrNumberError<E> {}

impl<E> PartialEq for ParseNameOrNumberError<E> {
    fn eq(&self, other: &Self) -> bool {
        self.port == other.port
    }
}

impl<E> Eq for ParseNameOrNumberError<E> {}

impl<E> Hash for ParseNameOrNumberError<E> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.port.hash(state);
    }
}

/// The text.
#[cfg(feature = "defmt")]
impl<E> defmt::Format for ParseNameOrNumberError<E> {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "ParseNameOrNumberError({})", self.port.text());
    }
}
