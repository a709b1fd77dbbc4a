//! The error of `port!`: const evaluation that ends with a message.

use super::message::Message;
use crate::{Port, PortClass};

/// Ends a const evaluation with an error if the port of the service `name` is not of
/// `class`.
///
/// # Panics
///
/// If it is not: this is called at compile time only.
#[track_caller]
pub const fn assert_in_class(class: PortClass, port: Port, name: &str) {
    if class.contains(port) {
        return;
    }
    let text = Message::new().push("`").push(name).push("` has port ");
    let text = text.push_number(port.get()).push(", ");
    let text = text.push_class(port.class()).push(", not ");
    panic!("{}", text.push_class(class).as_str())
}

#[cfg(test)]
mod tests {
    use super::assert_in_class;
    use crate::{Port, PortClass};

    #[test]
    #[should_panic(
        expected = "`https` has port 443, a System port (0 to 1023), not a User port (1024 to 49151)"
    )]
    fn port_of_another_class() {
        assert_in_class(PortClass::System, Port::new(443), "https");
        assert_in_class(PortClass::User, Port::new(443), "https");
    }
}
