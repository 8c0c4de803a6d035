//! The embedded name lists, opened once.

use std::sync::OnceLock;
use wirecopy_dateline::PlaceLookup;
use wirecopy_gazetteer::{EntryKind, Gazetteer};
use wirecopy_gazetteer_data::NAMES;

/// Places, people in office, organisations, then towns; a pack lacks only if its embedded bytes
/// were damaged.
pub(crate) fn packs() -> &'static [Gazetteer] {
    static OPENED: OnceLock<Vec<Gazetteer>> = OnceLock::new();
    OPENED.get_or_init(|| {
        let packs = wirecopy_gazetteer_data::packs().into_iter();
        packs.filter_map(|pack| Gazetteer::open_static(pack).ok()).collect()
    })
}

/// Given names and surnames; `None` only if the embedded bytes were damaged.
pub(crate) fn names() -> Option<&'static Gazetteer> {
    static OPENED: OnceLock<Option<Gazetteer>> = OnceLock::new();
    OPENED.get_or_init(|| Gazetteer::open_static(NAMES).ok()).as_ref()
}

/// Vouches for the places of mixed-case datelines.
#[derive(Debug)]
pub(crate) struct Places;

impl PlaceLookup for Places {
    fn is_place(&self, name: &str) -> bool {
        // Any word is a town somewhere: only the first pack vouches.
        packs().first().is_some_and(|core| {
            let found = core.lookup(name);
            found.is_some_and(|name| {
                core.entries(name).any(|entry| entry.kind() == EntryKind::Place)
            })
        })
    }
}
