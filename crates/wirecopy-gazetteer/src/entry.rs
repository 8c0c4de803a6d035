//! What a name stands for.

use crate::{EntryKind, Gazetteer, NameId};

/// One thing that has a name, read in place from the compiled form.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'g> {
    _gazetteer: &'g Gazetteer,
}

impl<'g> Entry<'g> {
    /// The key in its source, such as `geonames:4140963`; empty if it has none.
    #[must_use]
    pub const fn id(&self) -> &'g str {
        ""
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> EntryKind {
        EntryKind::Other
    }

    /// The canonical name.
    #[must_use]
    pub const fn name(&self) -> &'g str {
        ""
    }

    /// The list that it comes from; empty if unknown.
    #[must_use]
    pub const fn source(&self) -> &'g str {
        ""
    }

    /// Importance among entries of one name.
    #[must_use]
    pub const fn weight(&self) -> u32 {
        0
    }

    /// Latitude in degrees, north positive.
    #[must_use]
    pub const fn latitude(&self) -> Option<f32> {
        None
    }

    /// Longitude in degrees, east positive.
    #[must_use]
    pub const fn longitude(&self) -> Option<f32> {
        None
    }

    /// ISO 3166 two-letter country code.
    #[must_use]
    pub const fn country(&self) -> Option<&'g str> {
        None
    }

    /// First-level division.
    #[must_use]
    pub const fn region(&self) -> Option<&'g str> {
        None
    }

    /// First day of validity: year, month, day.
    #[must_use]
    pub const fn valid_from(&self) -> Option<(i16, u8, u8)> {
        None
    }

    /// Last day of validity: year, month, day.
    #[must_use]
    pub const fn valid_to(&self) -> Option<(i16, u8, u8)> {
        None
    }

    /// A further column.
    #[must_use]
    pub const fn field(&self, key: &str) -> Option<&'g str> {
        let _ = key;
        None
    }
}

/// Iterator over the entries of a name: see [`Gazetteer::entries`].
#[derive(Clone, Debug)]
pub struct Entries<'g> {
    _gazetteer: &'g Gazetteer,
    _name: NameId,
}

impl<'g> Entries<'g> {
    pub(crate) const fn new(gazetteer: &'g Gazetteer, name: NameId) -> Self {
        Self { _gazetteer: gazetteer, _name: name }
    }
}

impl<'g> Iterator for Entries<'g> {
    type Item = Entry<'g>;

    fn next(&mut self) -> Option<Entry<'g>> {
        None
    }
}
