//! Who asks and who answers in an interview, by the labels that repeat.
//!
//! "FIELD:" is Ann Field, whom the story names above; "HARBOUR WEEKLY:" before every question is the paper
//! that asks. A label counts where it opens two lines at least, and what nobody is called is a body only
//! where the other labels are people. Names in full are read in `turns`.

use crate::document::Memory;
use crate::lexicon::Class;
use crate::map::Map;
use crate::model::{EntityKind, MentionReason};
use crate::scene::Scene;
use crate::words::WordKind;
use std::ops::Range;

/// Most words of a label.
const LABEL: usize = 3;

/// A label, as often as it opens a line.
struct Label {
    lines: Vec<Range<usize>>,
    kind: Option<EntityKind>,
}

impl Scene<'_> {
    /// Marks the labels of the turns that no rule has marked.
    pub(crate) fn askers(&mut self) {
        let mut labels = self.repeated_labels();
        if labels.len() < 2 {
            return;
        }
        let memory = Memory::new(self);
        let words = self.words_of_names();
        for label in &mut labels {
            let known = |name| self.kind_of_label(name, &memory, &words);
            label.kind = label.lines.first().and_then(known);
        }
        let people = labels.iter().any(|label| label.kind == Some(EntityKind::Person));
        let marked = self.marks.len();
        for label in &labels {
            let Some(first) = label.lines.first() else { continue };
            let body = people && self.is_unlike_people(first);
            let kind = label.kind.or(body.then_some(EntityKind::Organization));
            for line in &label.lines {
                let reason = MentionReason::SpeechVerb;
                match kind {
                    Some(EntityKind::Organization) => {
                        self.mark_over(line.clone(), EntityKind::Organization, reason)
                    }
                    Some(kind) => self.mark_sure(line.clone(), kind, reason),
                    None => None,
                };
            }
        }
        if self.marks.len() > marked {
            let memory = Memory::new(self);
            self.recall(&memory);
        }
    }

    /// The labels that open two lines at least, in order of the text.
    fn repeated_labels(&self) -> Vec<Label> {
        let mut labels: Vec<Label> = Vec::new();
        let mut index: Map<String, usize> = Map::default();
        for line in &self.words.lines {
            let start = line.words.start;
            let colon = (start + 1..=start + LABEL).find(|&at| self.after(start, at) == ":");
            let name = |word: usize| {
                let it = self.words.word(word);
                it.capital && matches!(it.kind, WordKind::Word | WordKind::Acronym)
            };
            let Some(end) = colon.filter(|&end| (start..end).all(name)) else { continue };
            if self.is_furniture(start) {
                continue;
            }
            let key = self.words.key(start..end).to_lowercase();
            let at = *index.entry(key).or_insert(labels.len());
            match labels.get_mut(at) {
                Some(label) => label.lines.push(start..end),
                None => labels.push(Label { lines: vec![Range { start, end }], kind: None }),
            }
        }
        labels.retain(|label| label.lines.len() > 1);
        labels
    }

    /// The words of all names of people and bodies, in small letters. People go before bodies.
    fn words_of_names(&self) -> Map<String, EntityKind> {
        let mut words: Map<String, EntityKind> = Map::default();
        for mark in &self.marks {
            let kind = mark.kind;
            if !matches!(kind, EntityKind::Person | EntityKind::Organization) {
                continue;
            }
            for word in mark.words.clone().filter(|&word| self.words.word(word).capital) {
                let known = words.entry(self.words.lower(word).to_owned()).or_insert(kind);
                if kind == EntityKind::Person {
                    *known = kind;
                }
            }
        }
        words
    }

    /// Person or body, where a mark, the document or a list says it.
    fn kind_of_label(
        &self,
        name: &Range<usize>,
        memory: &Memory<'_>,
        words: &Map<String, EntityKind>,
    ) -> Option<EntityKind> {
        use EntityKind::{Organization, Person};
        if name.len() > 1 && self.is_body_word(name.end - 1) {
            return Some(Organization);
        }
        if let Some(mark) = self.mark_at(name.start) {
            return Some(mark.kind);
        }
        let form = self.words.form(name.start);
        let whole = [form.text(), form.title()].iter().find_map(|key| memory.kind_of(key));
        let named = whole.or_else(|| words.get(form.lower()).copied());
        if name.len() == 1 && named.is_some() {
            return named;
        }
        let listed = self.evidence.exact(name).map(|(_, listed)| listed);
        if listed.is_some_and(|l| l.organization >= 3.0 && l.organization > l.place) {
            return Some(Organization);
        }
        let plain = name.len() == 1 && self.class(name.start).is_plain();
        let bears = form.given > 0 || form.surname > 0;
        (plain && bears && form.common < 0.3).then_some(Person)
    }

    /// Whether an unknown label is no role ("OPERATOR") and no letter ("Q").
    fn is_unlike_people(&self, name: &Range<usize>) -> bool {
        let role = Class::ROLE.or(Class::TITLE).or(Class::HONORIFIC).or(Class::CALENDAR);
        let form = self.words.form(name.start);
        let odd = name.clone().any(|word| {
            let form = self.words.form(word);
            form.class.any(role.or(Class::FUNCTION))
        });
        let single = form.letters > 2 && form.common < 0.2 && form.class.is_plain();
        !odd && (name.len() > 1 || single)
    }
}
