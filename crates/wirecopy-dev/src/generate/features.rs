//! Where GeoNames itself puts countries, first-level regions and counties (features.tsv).

use super::Raw;
use super::read::Table;
use crate::score::Failure;
use std::collections::BTreeMap;

/// A place of the list.
#[derive(Debug)]
pub(super) struct Feature {
    pub(super) name: String,
    /// ISO code.
    pub(super) country: String,
    /// GeoNames' level: `country`, `admin1`, `admin2`, `admin_other`.
    pub(super) kind: String,
    pub(super) latitude: f64,
    pub(super) longitude: f64,
    pub(super) inhabitants: u32,
}

/// All places of the list by GeoNames id.
#[derive(Debug)]
pub(super) struct Features(pub(super) BTreeMap<String, Feature>);

impl Features {
    /// Reads features.tsv.
    pub(super) fn read(raw: &Raw) -> Result<Self, Failure> {
        let mut all = BTreeMap::new();
        for line in Table::tsv(&raw.data.join("features.tsv"))?.lines() {
            let feature = Feature {
                name: line.get("name").to_owned(),
                country: line.get("country").to_owned(),
                kind: line.get("kind").to_owned(),
                latitude: line.get("latitude").parse()?,
                longitude: line.get("longitude").parse()?,
                inhabitants: line.get("inhabitants").parse()?,
            };
            all.insert(line.get("id").to_owned(), feature);
        }
        Ok(Self(all))
    }

    /// Where a place lies: latitude and longitude in degrees.
    pub(super) fn point(&self, id: &str) -> Option<(f32, f32)> {
        let feature = self.0.get(id)?;
        Some(super::places::point(feature.latitude, feature.longitude))
    }
}
