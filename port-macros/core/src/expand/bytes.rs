//! Tables of numbers as literals of bytes, the form that the compiler reads fastest.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// How many bytes a number needs.
pub(super) fn width(largest: usize) -> usize {
    match largest {
        0..=0xFF => 1,
        0x100..=0xFFFF => 2,
        _ => 4,
    }
}

/// Numbers of `width` bytes each, little-endian.
pub(super) fn pack(numbers: impl IntoIterator<Item = usize>, width: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    for number in numbers {
        bytes.extend_from_slice(&number.to_le_bytes()[..width]);
    }
    bytes
}

/// A static of the type `Table`.
pub(super) fn table(name: &proc_macro2::Ident, bytes: &[u8]) -> TokenStream {
    let (length, literal) = (bytes.len(), Literal::byte_string(bytes));
    quote! {
        static #name: ::port_consts::__private::Table<#length> =
            ::port_consts::__private::Table(*#literal);
    }
}
