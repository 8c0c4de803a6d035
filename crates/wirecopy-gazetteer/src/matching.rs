//! Names in a text.

use crate::Gazetteer;
use wirecopy_text::{Span, Spanned};

/// A name in one gazetteer. It means nothing in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NameId(pub(crate) u32);

/// A name found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Match {
    /// Where it stands.
    pub span: Span,
    /// Which name it is.
    pub name: NameId,
}

impl Spanned for Match {
    fn span(&self) -> Span {
        self.span
    }
}

/// Iterator over the longest matches: see [`Gazetteer::find`].
#[derive(Debug, Clone)]
pub struct Matches<'g, 't> {
    _gazetteer: &'g Gazetteer,
    _text: &'t str,
}

impl<'g, 't> Matches<'g, 't> {
    pub(crate) const fn new(gazetteer: &'g Gazetteer, text: &'t str) -> Self {
        Self { _gazetteer: gazetteer, _text: text }
    }
}

impl Iterator for Matches<'_, '_> {
    type Item = Match;

    fn next(&mut self) -> Option<Match> {
        None
    }
}

/// Iterator over all matches: see [`Gazetteer::find_all`].
#[derive(Debug, Clone)]
pub struct AllMatches<'g, 't> {
    _gazetteer: &'g Gazetteer,
    _text: &'t str,
}

impl<'g, 't> AllMatches<'g, 't> {
    pub(crate) const fn new(gazetteer: &'g Gazetteer, text: &'t str) -> Self {
        Self { _gazetteer: gazetteer, _text: text }
    }
}

impl Iterator for AllMatches<'_, '_> {
    type Item = Match;

    fn next(&mut self) -> Option<Match> {
        None
    }
}
