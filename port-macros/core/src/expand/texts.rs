//! A text for each service, all of them in one.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    bytes::{pack, table, width},
    variants::identifier,
};
use crate::lists::Places;

/// Statics whose names begin with `name`, and an expression for the text of `service`. Texts
/// that several services have stand there once if that is smaller.
pub(super) fn by_table(
    name: &str,
    service: &TokenStream,
    texts: &[&str],
) -> (TokenStream, TokenStream) {
    let mut places = Places::default();
    let mut distinct: Vec<&str> = Vec::new();
    let mut indices: Vec<usize> = Vec::with_capacity(texts.len());
    for text in texts {
        let place = places.find_or(*text, distinct.len());
        if place == distinct.len() {
            distinct.push(text);
        }
        indices.push(place);
    }
    let index_width = width(distinct.len());
    if bytes(texts) <= bytes(&distinct) + texts.len() * index_width {
        return packed(name, texts, &quote!(index(#service)));
    }
    let table_name = identifier(&format!("{name}S"));
    let mut statics = table(&table_name, &pack(indices, index_width));
    let place = quote! {
        #table_name.number::<#index_width>(index(#service)) as ::core::primitive::usize
    };
    let (more, text) = packed(name, &distinct, &place);
    statics.extend([more]);
    (statics, text)
}

/// How many bytes texts take, and where they end.
fn bytes(texts: &[&str]) -> usize {
    let bytes = length(texts);
    bytes + (texts.len() + 1) * width(bytes).max(2)
}

fn length(texts: &[&str]) -> usize {
    texts.iter().map(|text| text.len()).sum()
}

fn packed(name: &str, texts: &[&str], place: &TokenStream) -> (TokenStream, TokenStream) {
    let all = texts.concat();
    let mut ends = vec![0];
    for text in texts {
        ends.push(ends[ends.len() - 1] + text.len());
    }
    let width = width(all.len()).max(2);
    let ends = pack(ends, width);
    let count = ends.len();
    let (text_name, ends_name) = (
        identifier(&format!("{name}_TEXT")),
        identifier(&format!("{name}_ENDS")),
    );
    let mut statics = table(&ends_name, &ends);
    statics.extend([quote! {
        static #text_name: &::core::primitive::str = #all;
    }]);
    let text = quote! {
        ::port_consts::__private::text_at::<#width, #count>(&#text_name, &#ends_name, #place)
    };
    (statics, text)
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::{by_table, bytes};

    fn statics(texts: &[&str]) -> String {
        by_table("NOTE", &quote!(self), texts).0.to_string()
    }

    #[test]
    fn a_text_that_many_have_stands_there_once() {
        let long = "a text that many services have";
        let repeated = statics(&[long, "", long, long, ""]);
        assert_eq!(repeated.matches(long).count(), 1, "{repeated}");
        assert!(repeated.contains("NOTES"), "{repeated}");
        let all_differ = statics(&["x", "y", "", "z"]);
        assert!(all_differ.contains("\"xyz\""), "{all_differ}");
        assert!(!all_differ.contains("NOTES"), "{all_differ}");
    }

    #[test]
    fn texts_stand_there_once_if_that_is_smaller() {
        // Ends have two bytes each, or four, and there is one more than texts.
        assert_eq!(bytes(&[]), 2);
        assert_eq!(bytes(&["abc", "", "de"]), 5 + 4 * 2);
        assert_eq!(bytes(&[&"x".repeat(0xFFFF)]), 0xFFFF + 2 * 2);
        assert_eq!(bytes(&[&"x".repeat(0x1_0000)]), 0x1_0000 + 2 * 4);
        // A further text of `length` bytes takes these and an end; each index takes one byte.
        let stands_once = |length: usize| {
            let text = "x".repeat(length);
            statics(&[&text, "a", &text, "b"]).contains("NOTES")
        };
        assert_eq!([2, 3].map(stands_once), [false, true]);
        // And two where there are more than 255 texts.
        let stands_once = |length: usize| {
            let mut texts: Vec<String> = (0..255).map(|i| i.to_string()).collect();
            texts.extend(["x".repeat(length), "x".repeat(length)]);
            statics(&texts.iter().map(String::as_str).collect::<Vec<_>>()).contains("NOTES")
        };
        assert_eq!([512, 513].map(stands_once), [false, true]);
    }
}
