//! News agencies and papers: ids, names, and the ways they sign a dateline.

use wirecopy_text::Span;

/// A news agency, paper or press-release wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Stable identifier: `itar-tass`.
    pub id: &'static str,
    /// The name it goes by: `ITAR-TASS`.
    pub name: &'static str,
}

/// The agency as a dateline names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgencyName {
    /// Where the name stands, without parentheses or slashes.
    pub span: Span,
    /// Which agency that is; `None` where the table does not know it.
    pub agency: Option<&'static Agency>,
}

/// The agencies that are known, sorted by id.
#[must_use]
pub fn agencies() -> &'static [Agency] {
    &[]
}

/// The agency that signs as `name`, whatever the case: `agency("Itar-Tass")`.
#[must_use]
pub fn agency(name: &str) -> Option<&'static Agency> {
    agencies().iter().find(|agency| agency.name.eq_ignore_ascii_case(name))
}
