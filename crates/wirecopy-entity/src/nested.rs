//! Names within names and words: "Ribeira Police Department", "Ribeira-based".

use crate::listed::PlaceClass;
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Inner, Scene};
use crate::words::WordKind;
use wirecopy_text::Span;

impl Scene<'_> {
    /// Listed places and nationalities inside the names of organisations ("Ribeira Police
    /// Department").
    pub(crate) fn names_within(&mut self) {
        let mut known: Vec<Inner> = Vec::new();
        for mark in &self.marks {
            if mark.kind != EntityKind::Organization || mark.words.len() < 2 {
                continue;
            }
            let mut word = mark.words.start;
            while word < mark.words.end {
                let hit = self.evidence.at(word).iter().find(|hit| {
                    hit.end <= mark.words.end
                        && hit.end - hit.start < mark.words.len()
                        && self.evidence.listed(hit.name).is_some_and(|l| {
                            let county = hit.end > hit.start + 1
                                && l.place_class == Some(PlaceClass::County);
                            l.demonym || l.place >= if county { 2.5 } else { 4.5 }
                        })
                        && !self.is_owner(hit.end - 1)
                        && self.words.word(hit.start).capital
                        && self.common(hit.start) < 0.3
                });
                let Some(hit) = hit else {
                    word += 1;
                    continue;
                };
                let kind = match self.evidence.listed(hit.name) {
                    Some(listed) if listed.demonym && listed.place < 5.0 => EntityKind::Demonym,
                    _ => EntityKind::Place,
                };
                let span = self.words.span(&(hit.start..hit.end));
                known.push(Inner {
                    span,
                    kind,
                    reason: MentionReason::Nested,
                    listed: Some(hit.name),
                });
                word = hit.end;
            }
        }
        self.nested.extend(known);
    }

    /// "St. Olav's | Hospital" is nowhere near a town of that name.
    fn is_owner(&self, last: usize) -> bool {
        self.words.word(last).kind == WordKind::Clitic
    }

    /// "Interfax-Ribeira": a branch of a listed agency.
    pub(crate) fn branches(&mut self) {
        let mut found: Vec<usize> = Vec::new();
        for &(word, name, end) in &self.evidence.parts {
            let span = self.words.word(word).span;
            let rest = self.words.text.get(end as usize..span.end() as usize).unwrap_or_default();
            let branch = rest.strip_prefix('-').is_some_and(|rest| {
                rest.starts_with(char::is_uppercase) && rest.chars().all(char::is_alphabetic)
            });
            let agency =
                self.evidence.listed(name).is_some_and(|l| l.organization >= 6.0 && l.place < 3.0);
            if branch && agency && !self.is_furniture(word) {
                found.push(word);
            }
        }
        for word in found {
            self.mark_sure(word..word + 1, EntityKind::Organization, MentionReason::Nested);
        }
    }

    /// Places and nationalities inside compounds: "Moscow-based", "U.S.-Russian".
    pub(crate) fn compounds(&mut self) {
        let mut known: Vec<Inner> = Vec::new();
        for &(word, name, end) in &self.evidence.parts {
            let Some(listed) = self.evidence.listed(name) else { continue };
            if self.mark_at(word).is_some() || self.is_furniture(word) {
                continue;
            }
            let span = Span::new(self.words.word(word).span.start(), end);
            let Some(rest) =
                self.words.text.get(span.end() as usize..self.words.word(word).span.end() as usize)
            else {
                continue;
            };
            let small = rest
                .strip_prefix('-')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_lowercase()));
            let other = rest
                .strip_prefix('-')
                .and_then(|rest| rest.chars().next())
                .is_some_and(char::is_uppercase);
            let kind = if listed.demonym && listed.place < 5.0 {
                EntityKind::Demonym
            } else if listed.place >= 5.0
                && (small || other)
                && listed.place_class != Some(PlaceClass::Feature)
            {
                EntityKind::Place
            } else {
                continue;
            };
            if let Some(last) = known.last_mut()
                && last.span.start() == span.start()
            {
                if last.span.end() < span.end() {
                    *last = Inner { span, kind, reason: MentionReason::Nested, listed: Some(name) };
                }
                continue;
            }
            known.push(Inner { span, kind, reason: MentionReason::Nested, listed: Some(name) });
        }
        self.nested.extend(known);
    }
}
