//! [`Options`], what `#[ports(..)]` says.

use proc_macro2::Span;
use syn::Ident;

use super::{ranges::Within, selection::Selection, skipped::Skip, titles::Titles};
use crate::{
    args::mistakes,
    rust::Path,
    words::strategies::{STRATEGIES, Strategy},
};

pub(crate) struct Options {
    /// Whether several services may have one port under one transport. The service of the
    /// first row is then the canonical one.
    pub(crate) first_wins: bool,
    /// Whether a constant is emitted for each service.
    pub(crate) constants: bool,
    /// Whether identifiers that collide are numbered.
    pub(crate) numbered: bool,
    /// Whether the file is IANA's, with its habits; then the place of the option.
    pub(crate) iana: Option<Span>,
    /// What the file is written in.
    pub(crate) format: Format,
    /// What an empty transport means, a set as in `words::transports`; `None` if it is a
    /// mistake.
    pub(crate) default_transport: Option<u8>,
    /// Rows that are left out.
    pub(crate) skip: Vec<Skip>,
    /// The ports that every port has to be among.
    pub(crate) within: Option<Within>,
    /// Registries whose ports are not to be used.
    pub(crate) avoid: Vec<Path>,
    /// Ports that may be used all the same, as first and last ports.
    pub(crate) except: Vec<(u16, u16)>,
    /// The part of the file that is kept.
    pub(crate) select: Selection,
    /// The titles of the columns.
    pub(crate) titles: Titles,
    /// The form of lookups, if the macro is not to choose it.
    pub(crate) lookup: Option<Lookup>,
    /// Where that is written.
    pub(crate) lookup_span: Option<Span>,
    /// What lookups are good at.
    pub(crate) optimize: &'static Strategy,
}

/// `lookup = ".."`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Lookup {
    Match,
    Table,
}

/// `format = ".."`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    Csv,
    /// As `/etc/services`, see services(5).
    Services,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            first_wins: false,
            constants: true,
            numbered: false,
            iana: None,
            format: Format::Csv,
            default_transport: None,
            skip: Vec::new(),
            within: None,
            avoid: Vec::new(),
            except: Vec::new(),
            select: Selection::default(),
            titles: Titles::default(),
            lookup: None,
            lookup_span: None,
            optimize: &STRATEGIES[0],
        }
    }
}

impl Options {
    /// Refuses `avoid` with the enum itself, which has all of its own ports.
    pub(in crate::stages::args) fn refuse_itself(
        &mut self,
        name: &Ident,
        mistakes: &mut Option<syn::Error>,
    ) {
        let is_it = |path: &&Path| {
            let mut before = path.before.iter();
            path.leading_colon.is_none() && path.last == *name && before.all(|it| it == "self")
        };
        if let Some(path) = self.avoid.iter().find(is_it) {
            let text = "`avoid` names the registry itself; write the path of another one";
            mistakes::add(mistakes, syn::Error::new_spanned(path, text));
            self.avoid.clear();
        }
    }
}
