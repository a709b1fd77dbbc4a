//! What stands behind a number that is more than a port: `8000-8100`, `80, 443`, `443/tcp`.

use syn::{Ident, LitInt, Token, parse::ParseStream};

use crate::words::looks::is_transport;

/// Refuses a range, a list and a transport behind a number.
pub(super) fn refuse(first: u16, input: ParseStream) -> syn::Result<()> {
    let at = input.span();
    let rest = input.fork();
    if rest.parse::<Option<Token![/]>>()?.is_some() || rest.peek(Ident) {
        let name: Option<Ident> = rest.parse()?;
        return match name.filter(|name| is_transport(&name.to_string())) {
            Some(name) => Err(syn::Error::new(
                at,
                format!("a port has no transport; write `port!({first})` without `{name}`"),
            )),
            None => Ok(()),
        };
    }
    let is_list = rest.peek(Token![,]);
    // `..` has no last port in Rust, and has one elsewhere.
    let is_range = rest.peek(Token![-]) || rest.peek(Token![..=]);
    if !is_list && !is_range && !rest.peek(Token![..]) {
        return Ok(());
    }
    rest.step(|cursor| {
        let mut behind = *cursor;
        while let Some((_, next)) = behind.punct() {
            behind = next;
        }
        Ok(((), behind))
    })?;
    let Ok(next) = rest.parse::<LitInt>() else {
        return Ok(());
    };
    let next = next.base10_parse::<u16>().ok();
    let set = match next.filter(|_| rest.is_empty()) {
        Some(last) if is_range && first <= last => format!(": `port_set!(\"{first}-{last}\")`"),
        Some(next) if is_list => format!(": `port_set!(\"{first}, {next}\")`"),
        _ => ", such as `port_set!(\"80, 443, 8000-8100\")`".to_owned(),
    };
    Err(syn::Error::new(
        at,
        format!("a port is one number; for several, use `port_set!`{set}"),
    ))
}
