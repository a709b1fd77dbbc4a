//! A port by its number or by the name of its service.

use crate::{
    __private::named::Named, ParseNameOrNumberError, Port, Service, text::wrong_form::is_no_value,
};

impl Port {
    /// Returns the port of this number, or of the service with this name.
    ///
    /// It is for what people write: flags, environment variables, config files. A number is
    /// read as by [`FromStr`](#impl-FromStr-for-Port), which reads numbers only. A name is one
    /// of the curated registry, [`Service`], or an alias, in any ASCII case. A service may have
    /// several ports, and this is its first one. No name has digits only, so no text is both;
    /// and none is `null`, `none`, `nil`, `true` or `false`.
    ///
    /// [`TransportPort`](crate::TransportPort) reads `https/udp`, too.
    ///
    /// ```
    /// use port_consts::{HTTPS, Port};
    ///
    /// assert_eq!(Port::from_name_or_number("443"), Ok(HTTPS));
    /// assert_eq!(Port::from_name_or_number("HTTPS"), Ok(HTTPS));
    ///
    /// let listen = |text: &str| match Port::from_name_or_number(text) {
    ///     Ok(port) => format!("listening on {port}"),
    ///     Err(error) => format!("--listen: {error}"),
    /// };
    /// assert_eq!(
    ///     listen("htps"),
    ///     "--listen: unknown service `htps`; did you mean `https`?",
    /// );
    /// ```
    ///
    /// # Errors
    ///
    /// If it is neither.
    #[doc(alias = "getservbyname")]
    pub fn from_name_or_number(text: &str) -> Result<Self, ParseNameOrNumberError> {
        name_or_number::<Service>(text)
    }
}

/// Reads a number, or a name of any registry.
///
/// # Errors
///
/// If it is neither.
pub fn name_or_number<E: Named + Into<Port>>(
    text: &str,
) -> Result<Port, ParseNameOrNumberError<E>> {
    text.parse().or_else(|error| match E::from_name(text) {
        // A registry of somebody's own may have such a name.
        Some(service) if !is_no_value(text) => Ok(service.into()),
        _ => Err(ParseNameOrNumberError::new(error)),
    })
}
