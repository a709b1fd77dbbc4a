//! Where a source file has to change, so that each of its mutants can be chosen.

use std::ops::Range;

use proc_macro2::LineColumn;
use syn::{
    Arm, Block, Expr, ExprBinary, ExprConst, ExprMatch, ExprRepeat, ExprUnary, ImplItemConst,
    ImplItemFn, ItemConst, ItemFn, ItemStatic, Pat, PatGuard, Signature, TraitItemConst,
    TraitItemFn, TypeArray,
    spanned::Spanned,
    visit::{self, Visit},
};

use crate::{
    Result,
    mutants::{Genre, Mutant, Place},
    switch::is_chosen,
};

/// A change of a text.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Edit {
    /// The bytes that it is about: of two that overlap, one has the other in it.
    pub(crate) range: Range<usize>,
    /// The mutant's number.
    pub(crate) id: usize,
    pub(crate) change: Change,
}

#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Change {
    /// Something stands in front.
    Before(String),
    /// If the mutant is chosen, this expression is the value.
    Instead(String),
}

/// All changes, the outer before the inner. A mutant for which there is none is left out.
pub(crate) fn edits(text: &str, mutants: &[&Mutant]) -> Result<Vec<Edit>> {
    let starts = text.match_indices('\n').map(|(at, _)| at + 1);
    let mut finder = Finder {
        text,
        lines: [0].into_iter().chain(starts).collect(),
        mutants,
        in_constant: false,
        in_whole_match: false,
        edits: Vec::new(),
    };
    finder.visit_file(&syn::parse_file(text)?);
    let mut edits = finder.edits;
    edits.sort_by_key(|edit| (edit.range.start, usize::MAX - edit.range.end));
    Ok(edits)
}

struct Finder<'a> {
    text: &'a str,
    /// Where each line starts.
    lines: Vec<usize>,
    mutants: &'a [&'a Mutant],
    /// The compiler evaluates a constant, before a mutant can be chosen.
    in_constant: bool,
    /// The arm is of a `match` that has an arm for all the rest.
    in_whole_match: bool,
    edits: Vec<Edit>,
}

impl Finder<'_> {
    /// The place of a character, of which both count from 0.
    fn at(&self, line: usize, column: usize) -> usize {
        let start = self.lines[line];
        let before = self.text[start..].chars().take(column);
        start + before.map(char::len_utf8).sum::<usize>()
    }

    fn range(&self, item: &impl Spanned) -> Range<usize> {
        let at = |it: LineColumn| self.at(it.line - 1, it.column);
        let span = item.span();
        at(span.start())..at(span.end())
    }

    fn written(&self, item: &impl Spanned) -> &str {
        &self.text[self.range(item)]
    }

    /// The mutants of just these bytes.
    fn mutants_of(&self, genre: Genre, range: &Range<usize>) -> Vec<Mutant> {
        let at = |it: Place| self.at(it.line - 1, it.column - 1);
        let is_here = |it: &&&Mutant| it.genre == genre && (at(it.start)..at(it.end)) == *range;
        let found = self.mutants.iter().filter(is_here);
        found.map(|it| (**it).clone()).collect()
    }

    fn add(&mut self, range: Range<usize>, id: usize, change: Change) {
        if !self.in_constant {
            self.edits.push(Edit { range, id, change });
        }
    }

    /// Visits what is in a constant, or in a function, which may be in a constant's block.
    fn within(&mut self, is_constant: bool, visit: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.in_constant, is_constant);
        visit(self);
        self.in_constant = outer;
    }

    /// An early return of `impl Trait` would be of another type than the rest, so there is none.
    fn function(&mut self, signature: &Signature, body: &Block) {
        if self.written(&signature.output).contains("impl ") {
            return;
        }
        let (Some(first), Some(last)) = (body.stmts.first(), body.stmts.last()) else {
            return;
        };
        let range = self.range(first).start..self.range(last).end;
        for Mutant {
            id, replacement, ..
        } in self.mutants_of(Genre::Function, &range)
        {
            let early = format!("if {} {{ return {replacement}; }}", is_chosen(id));
            self.add(range.start..range.start, id, Change::Before(early));
        }
    }
}

/// Whether it binds a variable, as `if let A(b) = c && b > 0` does: it can't be in brackets.
fn binds(expression: &Expr) -> bool {
    match expression {
        Expr::Let(_) => true,
        Expr::Binary(it) => binds(&it.left) || binds(&it.right),
        Expr::Paren(it) => binds(&it.expr),
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_fn(&mut self, it: &'ast ItemFn) {
        self.within(false, |this| {
            this.function(&it.sig, &it.block);
            visit::visit_item_fn(this, it);
        });
    }

    fn visit_impl_item_fn(&mut self, it: &'ast ImplItemFn) {
        self.within(false, |this| {
            this.function(&it.sig, &it.block);
            visit::visit_impl_item_fn(this, it);
        });
    }

    fn visit_trait_item_fn(&mut self, it: &'ast TraitItemFn) {
        self.within(false, |this| {
            if let Some(body) = &it.default {
                this.function(&it.sig, body);
            }
            visit::visit_trait_item_fn(this, it);
        });
    }

    fn visit_item_const(&mut self, it: &'ast ItemConst) {
        self.within(true, |this| visit::visit_item_const(this, it));
    }

    fn visit_item_static(&mut self, it: &'ast ItemStatic) {
        self.within(true, |this| visit::visit_item_static(this, it));
    }

    fn visit_impl_item_const(&mut self, it: &'ast ImplItemConst) {
        self.within(true, |this| visit::visit_impl_item_const(this, it));
    }

    fn visit_trait_item_const(&mut self, it: &'ast TraitItemConst) {
        self.within(true, |this| visit::visit_trait_item_const(this, it));
    }

    fn visit_expr_repeat(&mut self, it: &'ast ExprRepeat) {
        self.visit_expr(&it.expr);
        self.within(true, |this| this.visit_expr(&it.len));
    }

    fn visit_type_array(&mut self, it: &'ast TypeArray) {
        self.visit_type(&it.elem);
        self.within(true, |this| this.visit_expr(&it.len));
    }

    fn visit_expr_const(&mut self, it: &'ast ExprConst) {
        self.within(true, |this| visit::visit_expr_const(this, it));
    }

    fn visit_expr_binary(&mut self, it: &'ast ExprBinary) {
        if !binds(&it.left) && !binds(&it.right) {
            for Mutant {
                id, replacement, ..
            } in self.mutants_of(Genre::Binary, &self.range(&it.op))
            {
                let (left, right) = (self.written(&it.left), self.written(&it.right));
                let instead = format!("({left}) {replacement} ({right})");
                self.add(self.range(it), id, Change::Instead(instead));
            }
        }
        visit::visit_expr_binary(self, it);
    }

    fn visit_expr_unary(&mut self, it: &'ast ExprUnary) {
        for Mutant { id, .. } in self.mutants_of(Genre::Unary, &self.range(&it.op)) {
            let instead = self.written(&it.expr).to_owned();
            self.add(self.range(it), id, Change::Instead(instead));
        }
        visit::visit_expr_unary(self, it);
    }

    /// An arm can be left out where another one has no condition: `_ if a` has, and is `_` to
    /// cargo-mutants.
    fn visit_expr_match(&mut self, it: &'ast ExprMatch) {
        self.visit_expr(&it.expr);
        let has_rest = it.arms.iter().any(|arm| matches!(arm.pat, Pat::Wild(_)));
        for arm in &it.arms {
            let outer = std::mem::replace(&mut self.in_whole_match, has_rest);
            self.visit_arm(arm);
            self.in_whole_match = outer;
        }
    }

    fn visit_arm(&mut self, it: &'ast Arm) {
        let mut removed = self.mutants_of(Genre::Arm, &self.range(it));
        removed.retain(|_| self.in_whole_match);
        if let Pat::Guard(PatGuard { guard, .. }) = &it.pat {
            let range = self.range(guard);
            for Mutant {
                id, replacement, ..
            } in self.mutants_of(Genre::Guard, &range)
            {
                self.add(range.clone(), id, Change::Instead(replacement));
            }
            for Mutant { id, .. } in removed {
                let unless = format!("!{} && ", is_chosen(id));
                self.add(range.start..range.start, id, Change::Before(unless));
            }
        } else {
            let end = self.range(&it.pat).end;
            for Mutant { id, .. } in removed {
                let unless = format!(" if !{}", is_chosen(id));
                self.add(end..end, id, Change::Before(unless));
            }
        }
        visit::visit_arm(self, it);
    }
}
