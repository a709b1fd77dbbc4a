//! The docs of what is emitted. Texts from a file are escaped, so that Markdown and HTML in
//! them show as they are.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    args::Args,
    format::assignments::Status,
    lists::Listed as _,
    valid::{Category, Registry, Service},
    words::{columns::Column, transports},
};

/// The docs of all services, for their variants and their constants.
pub(super) fn of_services(args: &Args, registry: &Registry) -> Vec<TokenStream> {
    let summary = if args.options.constants {
        summary
    } else {
        short_summary
    };
    let services = registry.services.iter();
    let docs = services.map(|it| of_service(registry, it, summary(it)));
    docs.listed()
}

fn of_service(registry: &Registry, service: &Service, summary: String) -> TokenStream {
    let mut paragraphs = vec![summary];
    let description = service.text(Column::Description);
    if !description.is_empty() {
        let description = description.trim_end_matches('.');
        paragraphs.push(format!("{}.", escape(description)));
    }
    let mut notes = Vec::new();
    if let Some(plain) = service.tls_of {
        notes.push(format!("TLS of `{}`.", registry.services[plain].name));
    }
    if !service.aliases.is_empty() {
        notes.push(format!("Also named {}.", code_list(&service.aliases)));
    }
    let document = service.text(Column::Reference);
    if !document.is_empty() {
        notes.push(format!("Reference: {}.", reference(document)));
    }
    if !notes.is_empty() {
        paragraphs.push(notes.join(" "));
    }
    let text = paragraphs.join("\n\n");
    quote!(#[doc = #text])
}

/// "Port 443 (tcp/udp), assigned to `https`."
fn summary(service: &Service) -> String {
    format!(
        "{}, {} {}.",
        ports(service),
        verb(service),
        code(&service.name)
    )
}

/// "Port 443 (tcp/udp): https." Registries without constants are large, and each HTML element
/// stands on a page thousands of times.
fn short_summary(service: &Service) -> String {
    let note = if service.is_assigned() {
        ""
    } else {
        ", unofficial"
    };
    format!("{}: {}{note}.", ports(service), escape(&service.name))
}

/// "Port 443 (tcp/udp)".
fn ports(service: &Service) -> String {
    let ports: Vec<String> = service
        .assignments
        .iter()
        .map(|assignment| {
            let transports: Vec<&str> = transports::names_of(assignment.transports).listed();
            let status = match assignment.status {
                Status::Pool => ", one of them",
                Status::Unofficial if service.is_assigned() => ", unofficial",
                Status::Assigned | Status::Unofficial => "",
            };
            let ports = if assignment.first == assignment.last {
                assignment.first.to_string()
            } else {
                format!("{} to {}", assignment.first, assignment.last)
            };
            format!("{ports} ({}{status})", transports.join("/"))
        })
        .listed();
    let [only] = service.assignments.as_slice() else {
        return format!("Ports {}", ports.join(", "));
    };
    let noun = if only.first == only.last {
        "Port"
    } else {
        "Ports"
    };
    format!("{noun} {}", ports.join(", "))
}

fn verb(service: &Service) -> &'static str {
    if service.is_assigned() {
        "assigned to"
    } else {
        "unofficially used by"
    }
}

/// The words that a search in the docs finds the service by: its numbers, and the name and the
/// aliases that its identifier doesn't spell.
pub(super) fn search_words(service: &Service, identifier: &str) -> Option<TokenStream> {
    let spelled = letters(identifier);
    let mut words: Vec<String> = Vec::new();
    let numbers = service
        .assignments
        .iter()
        .map(|assignment| assignment.first.to_string());
    let names = std::iter::once(&service.name)
        .chain(&service.aliases)
        .cloned();
    for word in numbers.chain(names) {
        // Rustdoc refuses these as aliases, or warns about them.
        let refused = letters(&word) == spelled
            || words.contains(&word)
            || word.contains(|letter: char| {
                letter == '"' || letter == '\'' || letter.is_whitespace() || letter.is_control()
            });
        if !refused {
            words.push(word);
        }
    }
    // One attribute: there are thousands of services.
    (!words.is_empty()).then(|| quote!(#[doc(alias(#(#words),*))]))
}

/// What a search compares: letters and digits, without case.
fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            letters.push(letter.to_ascii_lowercase());
        } else if !letter.is_ascii() && letter.is_alphanumeric() {
            letters.extend(letter.to_lowercase());
        }
    }
    letters
}

pub(super) fn of_category(category: &Category) -> TokenStream {
    let text = format!("The category {}.", code(&category.name));
    quote!(#[doc = #text])
}

/// A reference. RFCs are links.
fn reference(text: &str) -> String {
    let parts = text.split(';').map(str::trim).map(|part| {
        let number = part
            .trim_matches(['[', ']'])
            .strip_prefix("RFC")
            .map(str::trim_start);
        match number.and_then(|number| number.parse::<u32>().ok()) {
            Some(number) => format!("[RFC {number}](https://www.rfc-editor.org/rfc/rfc{number})"),
            None => escape(part),
        }
    });
    parts.listed().join(", ")
}

fn code_list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| code(text)).listed();
    texts.join(", ")
}

/// A name in Markdown's code quotes.
fn code(text: &str) -> String {
    if text.contains('`') {
        return escape(text);
    }
    format!("`{text}`")
}

/// Text that Markdown shows as it is, on one line.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            // In CommonMark, any of these after a backslash is the letter itself.
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '(' | ')' | '#' | '+'
            | '-' | '.' | '!' | '|' | '~' | '&' | '$' | '=' | '"' | '\'' | '^' | '@' => {
                escaped.extend(['\\', letter]);
            }
            // An entity, so that `http://` does not begin a link.
            ':' => escaped.push_str("&#58;"),
            letter if letter.is_control() || letter.is_whitespace() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escape, letters, reference};

    #[test]
    fn references_to_rfcs_are_links() {
        assert_eq!(
            reference("RFC 9110; [RFC9114]; IEEE 1588"),
            "[RFC 9110](https://www.rfc-editor.org/rfc/rfc9110), \
             [RFC 9114](https://www.rfc-editor.org/rfc/rfc9114), IEEE 1588"
        );
    }

    #[test]
    fn a_search_looks_at_letters_and_digits() {
        assert_eq!(
            letters("\u{DC}ber-x\u{2013}9_\u{C9} y"),
            "\u{FC}berx9\u{E9}y"
        );
    }

    #[test]
    fn markdown_is_shown_as_it_is() {
        assert_eq!(escape("a*b* </p>\n# x */"), "a\\*b\\* \\</p\\> \\# x \\*/");
        assert_eq!(escape("http://x"), "http&#58;//x");
        // A tab, a bell, a wide space, the end of a line as Unicode has it.
        assert_eq!(escape("a\tb\u{7}c\u{3000}d\u{2028}e"), "a b c d e");
    }
}
