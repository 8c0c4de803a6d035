//! The dateline and the parts of a story.

use super::{Comparison, list, say, span};
use crate::surface::{clip, norm, tail};
use serde_json::Value;
use std::collections::BTreeMap;

impl Comparison<'_> {
    pub(super) fn compare_dateline(&mut self) {
        let got = &self.got["dateline"];
        let Some(want) = &self.gold.dateline else {
            self.facts += usize::from(self.gold.no_dateline);
            if self.gold.no_dateline && !got.is_null() {
                // Counted among the facts, so this one is wrong and not merely unexpected.
                self.wrong(format!("dateline: unexpected \"{}\"", self.surface(got)));
            }
            return;
        };
        self.dateline = Some(self.find(&want.text, 0, None));
        if got.is_null() {
            self.missing("dateline");
            return;
        }
        let edge =
            |text: &str| -> Value { text.trim_end_matches(|c| " .-–—_:".contains(c)).into() };
        let given = self.surface(got);
        self.check("dateline", "text", &edge(&want.text), &edge(&given));
        let wanted: Vec<Value> = want
            .places
            .iter()
            .map(|place| serde_json::json!([norm(&place.text), place.region]))
            .collect();
        let given: Vec<Value> = list(got, "places")
            .iter()
            .map(|place| {
                let region = match &place["region"] {
                    Value::Object(region) => &region["text"],
                    region => region,
                };
                serde_json::json!([norm(place["text"].as_str().unwrap_or_default()), region])
            })
            .collect();
        self.check("dateline", "places", &wanted.into(), &given.into());
        match &want.date {
            Some(date) => {
                for (field, value) in date {
                    let given = &got["date"][field];
                    self.check("dateline", &format!("date {field}"), value, given);
                }
            }
            None => self.check("dateline", "date text", &Value::Null, &got["date"]["text"]),
        }
        let agency = want.agency.clone().map_or(Value::Null, Value::String);
        self.check("dateline", "agency", &agency, &got["agency"]["text"]);
    }

    pub(super) fn compare_parts(&mut self) {
        let Some(wanted) = &self.gold.parts else { return };
        let mut given: BTreeMap<usize, (String, usize)> = list(self.got, "parts")
            .iter()
            .map(|part| {
                let (start, end) = span(part);
                let (start, end) = self.text.trim(start, end);
                (start, (say(&part["kind"]), end))
            })
            .collect();
        let mut cursor = 0;
        for (index, want) in wanted.iter().enumerate() {
            let head = want.text.as_ref().or(want.starts.as_ref()).expect("text or starts");
            let (start, mut end) = self.find(head, cursor, None);
            if let Some(ends) = &want.ends {
                end = self.find(ends, start, None).1;
            }
            cursor = end;
            let place = format!("part {} \"{}\"", index + 1, clip(head));
            let Some((kind, given_end)) = given.remove(&start) else {
                self.missing(&place);
                continue;
            };
            self.check(&place, "kind", &want.kind.clone().into(), &kind.into());
            if want.text.is_some() || want.ends.is_some() {
                let wanted = tail(&self.text.flat(start, end), 40);
                let given = tail(&self.text.flat(start, given_end), 40);
                self.check(&place, "end", &wanted.into(), &given.into());
            }
        }
        for (start, (kind, end)) in given {
            let text = clip(&self.text.slice(start, end));
            self.differences.push(format!("part: unexpected {kind} \"{text}\""));
        }
    }
}
