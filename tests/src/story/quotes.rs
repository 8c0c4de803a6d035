//! Quotations: content, cue, and who speaks.

use super::{Comparison, Quote, list, say, spans};
use crate::surface::{MARKS, clip, clip_ends, contains, norm};
use serde_json::Value;
use std::collections::BTreeSet;

impl Comparison<'_> {
    /// Places of the letters and digits in spans, without a leading "that".
    fn letters(&self, spans: &[(usize, usize)]) -> BTreeSet<usize> {
        let mut spans = spans.to_vec();
        if let Some(first) = spans.first_mut() {
            let (start, end) = self.text.core(first.0, first.1);
            let head: Vec<char> =
                (start..end.min(start + 5)).filter_map(|i| self.text.at(i)).collect();
            if let ['t', 'h', 'a', 't', space] = head.as_slice()
                && space.is_whitespace()
            {
                *first = (start + 4, end);
            }
        }
        spans
            .into_iter()
            .flat_map(|(start, end)| start..end)
            .filter(|&offset| self.text.at(offset).is_some_and(char::is_alphanumeric))
            .collect()
    }

    pub(super) fn compare_quotes(&mut self) {
        let Some(all) = &self.gold.quotes else { return };
        let given = list(self.got, "quotes");
        let letters: Vec<BTreeSet<usize>> =
            given.iter().map(|quote| self.letters(&spans(&quote["content"]))).collect();
        let mut used = BTreeSet::new();
        let mut cursor = 0;
        for (index, want) in all.iter().enumerate() {
            let head = want.content.first().expect("a quotation has content");
            let first = self.find(head, cursor, want.inside.as_ref());
            cursor = first.0 + 1;
            let mut pieces = vec![first];
            for surface in &want.content[1..] {
                let from = pieces.last().map_or(0, |piece| piece.1);
                pieces.push(self.find(surface, from, None));
            }
            let place = format!("quote {} \"{}\"", index + 1, clip(head));
            let wanted = self.letters(&pieces);
            let mut best = None;
            let mut shared = 0;
            for (index, places) in letters.iter().enumerate() {
                let both = places.intersection(&wanted).count();
                if !used.contains(&index) && both > shared {
                    (best, shared) = (Some(index), both);
                }
            }
            let Some(best) = best else {
                self.missing(&place);
                continue;
            };
            used.insert(best);
            self.compare_content(&place, want, &given[best], wanted == letters[best]);
            self.compare_speaker(&place, want, &given[best]);
        }
        let optional: Vec<(usize, usize)> =
            self.gold.quotes_optional.iter().map(|surface| self.find(surface, 0, None)).collect();
        for (index, quote) in given.iter().enumerate() {
            let excused = spans(&quote["content"])
                .iter()
                .any(|(start, end)| optional.iter().any(|(s, e)| s < end && e > start));
            if !used.contains(&index) && quote["act"] == "speech" && !excused {
                let content = spans(&quote["content"])
                    .first()
                    .map(|(start, end)| clip(&self.text.slice(*start, *end)))
                    .unwrap_or_default();
                let kind = say(&quote["kind"]);
                self.differences.push(format!("quote: unexpected {kind} \"{content}\""));
            }
        }
    }

    fn compare_content(&mut self, place: &str, want: &Quote, quote: &Value, same: bool) {
        self.check(place, "kind", &want.kind.clone().into(), &quote["kind"]);
        let act = want.act.clone().unwrap_or_else(|| "speech".to_owned());
        self.check(place, "act", &act.into(), &quote["act"]);
        self.facts += 1;
        let pieces = spans(&quote["content"]);
        let mark = want.content[0].chars().next().filter(|c| MARKS.contains(*c));
        if !same {
            let content: Vec<String> =
                pieces.iter().map(|(s, e)| clip_ends(&self.text.slice(*s, *e))).collect();
            self.wrong(format!("{place}: content: got {}", content.join(" | ")));
        } else if let ("direct", Some(mark)) = (want.kind.as_str(), mark) {
            let first = pieces.first().and_then(|piece| self.text.at(piece.0));
            let first = first.map_or(Value::Null, |c| c.to_string().into());
            self.check(place, "opening mark", &mark.to_string().into(), &first);
        }
    }

    fn compare_speaker(&mut self, place: &str, want: &Quote, quote: &Value) {
        if let Some(wanted) = &want.cue {
            self.facts += 1;
            let cue: Vec<String> =
                spans(&quote["cue"]).iter().map(|(s, e)| self.text.slice(*s, *e)).collect();
            let cue = norm(&cue.join(" "));
            if cue.is_empty() || !contains(&cue, wanted) {
                let cue = if cue.is_empty() { "none" } else { &cue };
                self.wrong(format!("{place}: cue: want {wanted}, got {cue}"));
            }
        }
        let speaker = &quote["speaker"];
        let surface = (!speaker.is_null()).then(|| self.surface(speaker));
        self.facts += 1;
        match (&want.speaker, &surface) {
            (None, Some(surface)) => {
                self.wrong(format!("{place}: speaker: want none, got {surface}"));
            }
            (Some(wanted), None) => {
                self.wrong(format!("{place}: speaker: want {wanted}, got none"));
            }
            (Some(wanted), Some(surface)) if !contains(surface, wanted) => {
                self.wrong(format!("{place}: speaker: want {wanted}, got {surface}"));
            }
            _ => {}
        }
        if let Some(name) = &want.name {
            let given = speaker["name"].as_str().unwrap_or("none");
            self.check(place, "name", &name.clone().into(), &given.into());
        }
    }
}
