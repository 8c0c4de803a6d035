//! Date expressions outside the dateline.

use super::{Comparison, Date, list, say, span};
use crate::surface::{clip, norm};
use serde_json::Value;
use std::collections::BTreeSet;

impl Comparison<'_> {
    pub(super) fn compare_dates(&mut self) {
        let Some(all) = &self.gold.dates else { return };
        let given: Vec<&Value> = list(self.got, "dates")
            .iter()
            .filter(|date| {
                let (start, end) = span(date);
                self.outside_dateline(start, end)
            })
            .collect();
        let mut used = BTreeSet::new();
        let mut cursor = 0;
        for (index, want) in all.iter().enumerate() {
            let (mut start, mut end) = self.find(&want.text, cursor, want.inside.as_ref());
            while !self.outside_dateline(start, end) {
                (start, end) = self.find(&want.text, end, None);
            }
            cursor = end;
            let place = format!("date {} \"{}\"", index + 1, clip(&want.text));
            let found = given.iter().enumerate().find(|(index, date)| {
                let (s, e) = span(date);
                !used.contains(index) && s < end && e > start
            });
            let Some((index, date)) = found else {
                self.missing(&place);
                continue;
            };
            used.insert(index);
            self.compare_date(&place, want, (start, end), date);
        }
        for (index, date) in given.iter().enumerate() {
            let kind = date["kind"].as_str().unwrap_or_default();
            if used.contains(&index) || !["date", "time"].contains(&kind) || date["value"].is_null()
            {
                continue;
            }
            let surface = self.surface(date);
            if !self.gold.dates_optional.iter().any(|text| norm(text) == surface) {
                let value = say(&date["value"]);
                self.differences.push(format!("date: unexpected \"{surface}\" = {value}"));
            }
        }
    }

    fn compare_date(&mut self, place: &str, want: &Date, at: (usize, usize), date: &Value) {
        let flat_core = |(start, end): (usize, usize)| -> Value {
            let (start, end) = self.text.core(start, end);
            self.text.flat(start, end).into()
        };
        let (wanted, text) = (flat_core(at), flat_core(span(date)));
        self.check(place, "text", &wanted, &text);
        let kind = want.kind.clone().unwrap_or_else(|| "date".to_owned());
        self.check(place, "kind", &kind.into(), &date["kind"]);
        for (field, wanted) in [("value", &want.value), ("timex3", &want.timex3)] {
            if let Some(wanted) = wanted {
                self.check(place, field, &wanted.clone().into(), &date[field]);
            }
        }
    }

    fn outside_dateline(&self, start: usize, end: usize) -> bool {
        self.dateline.is_none_or(|dateline| end <= dateline.0 || start >= dateline.1)
    }
}
