//! News agencies and papers: ids, names, and the ways they sign a dateline.

use crate::lists;
use wirecopy_text::{Span, Spanned};

/// What kind of house an [`Agency`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AgencyKind {
    /// A news agency.
    Agency,
    /// A newspaper, or the wire of one.
    Paper,
    /// Radio or television.
    Broadcaster,
    /// A wire that carries press releases.
    PressRelease,
}

/// A news agency, paper or press-release wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Stable identifier: `itar-tass`.
    pub id: &'static str,
    /// The name it goes by: `ITAR-TASS`.
    pub name: &'static str,
    /// What kind of house it is.
    pub kind: AgencyKind,
    /// Other names that it signs with: `Associated Press` of `AP`.
    pub aliases: Vec<&'static str>,
    /// Its desks and regional wires that sign by names of their own: `PRNewswire-USNewswire`.
    pub desks: Vec<&'static str>,
}

/// The agency as a dateline names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgencyName {
    /// Where the name stands, without parentheses or slashes.
    pub span: Span,
    /// Which agency that is; `None` where the table does not know it.
    pub agency: Option<&'static Agency>,
    /// The desk, if the name is that of one.
    pub desk: Option<&'static str>,
}

impl Spanned for AgencyName {
    fn span(&self) -> Span {
        self.span
    }
}

/// The agencies that are known, sorted by id.
///
/// ```
/// let ids = wirecopy_dateline::agencies().iter().map(|agency| agency.id);
/// assert!(ids.is_sorted());
/// ```
#[must_use]
pub fn agencies() -> &'static [Agency] {
    &lists::lists().agencies
}

/// The agency that signs as `name`, whatever the case, hyphens and full stops.
///
/// ```
/// use wirecopy_dateline::agency;
///
/// let found = agency("Itar-Tass").map(|agency| (agency.id, agency.name));
/// assert_eq!(found, Some(("itar-tass", "ITAR-TASS")));
/// assert!(agency("the river") .is_none());
/// ```
#[must_use]
pub fn agency(name: &str) -> Option<&'static Agency> {
    agency_and_desk(name).map(|(agency, _)| agency)
}

/// The agency that signs as `name`, and the desk if `name` is that of one.
pub(crate) fn agency_and_desk(name: &str) -> Option<(&'static Agency, Option<&'static str>)> {
    let key = lists::squeeze(name);
    let lists = lists::lists();
    let at = lists.agency_keys.binary_search_by(|entry| entry.key.as_str().cmp(&key)).ok()?;
    let entry = lists.agency_keys.get(at)?;
    lists.agencies.get(entry.agency).map(|agency| (agency, entry.desk))
}
