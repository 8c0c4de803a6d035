//! Who goes on where a quotation has no cue: "“It rained,” Dahl said." and below “The boats stayed in.” are one's, with a
//! question or a word on nobody else between them; and who speaks beside a sentence that tells of one person.

use super::description::Description;
use super::{Resolver, mentions_in, pronoun, unnamed};
use wirecopy_entity::{EntityKind, Gender};
use wirecopy_quote::{Quote, QuoteKind, QuoteReason};
use wirecopy_text::{Span, Spanned};

/// Bytes of a paragraph that may stand between two quotations of one speaker.
const BETWEEN: usize = 300;

impl Resolver<'_> {
    /// "She considers the question. “Not in that hat.”": the sentence before begins with who speaks.
    pub(super) fn beat(&self, quote: &Quote) -> Option<(Span, Vec<u32>)> {
        if quote.kind != QuoteKind::Direct || quote.reason != QuoteReason::MarksOnly {
            return None;
        }
        let sentences = self.discourse.tokens.sentences();
        let start = quote.span().start();
        let here = sentences.partition_point(|sentence| sentence.span().end() <= start);
        let before = sentences.get(here.checked_sub(1)?)?.span();
        let first = self.discourse.tokens.tokens_in(before).first()?.span();
        if self.discourse.is_quoted(first) {
            return None;
        }
        if matches!(first.of(self.text), "He" | "She") {
            let who = pronoun::meant_by(first.of(self.text), first, &self.discourse)?;
            return Some((first, who));
        }
        let name = mentions_in(self.named, first).first()?;
        let person = name.entity.filter(|entity| self.discourse.is_person(*entity))?;
        Some((name.span, vec![person]))
    }

    /// A quotation that is a paragraph of its own, without a cue: who spoke in the paragraph before
    /// goes on.
    pub(super) fn continued(&self, quote: &Quote) -> Option<(Span, Vec<u32>)> {
        let free = matches!(quote.reason, QuoteReason::MarksOnly | QuoteReason::Beat);
        if quote.kind != QuoteKind::Direct || !free {
            return None;
        }
        let paragraphs = self.discourse.tokens.paragraphs();
        let here = paragraphs.partition_point(|p| p.span().end() <= quote.span().start());
        let own = paragraphs.get(here)?.span();
        if own.start() != quote.span().start() {
            return None;
        }
        let (end, speaker, who) = self.last.as_ref()?;
        if let Some((span, who)) = self.answers(*end) {
            return Some((span, vec![who]));
        }
        let only = match who.as_slice() {
            [only] => *only,
            _ => return None,
        };
        let mut before = paragraphs.get(here.checked_sub(1)?)?.span();
        if *end <= before.start() && self.is_between(before, only) {
            before = paragraphs.get(here.checked_sub(2)?)?.span();
        }
        let spoke = before.start() <= *end && *end <= before.end();
        let goes_on = self.discourse.is_person(only) || self.says_we(quote, *speaker);
        (spoke && goes_on).then(|| (*speaker, vec![only]))
    }

    /// "Does it still hurt?", "Her limes line the road.": whether a paragraph between two quotations of `person` is
    /// the writer's question or tells of nobody else.
    fn is_between(&self, paragraph: Span, person: u32) -> bool {
        let words = paragraph.of(self.text);
        let mut people = mentions_in(self.named, paragraph)
            .iter()
            .filter(|mention| mention.kind == EntityKind::Person);
        // "Her brother shook his head.": of somebody new.
        let told = |gender| unnamed::told_of(paragraph, gender, &self.discourse);
        let is_new = || {
            [Gender::Male, Gender::Female]
                .into_iter()
                .flat_map(told)
                .any(|at| at == paragraph.start())
        };
        let marked = words.contains(['"', '“', '‘', '«', '»']);
        let alone = words.len() <= BETWEEN && people.all(|mention| mention.entity == Some(person));
        !marked && (words.ends_with('?') || alone && !is_new())
    }

    /// Whether a body or its paper at `speaker` may go on with what the quotation says: "We regret the delay."
    fn says_we(&self, quote: &Quote, speaker: Span) -> bool {
        let is_paper = || {
            let words = Description::new(speaker.of(self.text));
            words.is_some_and(|words| words.is_paper() && words.opens)
        };
        let words = quote.content.iter().flat_map(|piece| piece.of(self.text).split_whitespace());
        let mut plain = words.map(|word| word.trim_start_matches(['"', '“', '‘', '«']));
        plain.any(|word| matches!(word, "We" | "we" | "Our" | "our")) || is_paper()
    }
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn nobody_goes_on_behind_another() {
        let of = |between: &str| {
            speakers(&format!(
                "“It rained,” Anna Holm said.\n\n{between}\n\n“She never asks. She just goes.”"
            ))
        };
        assert_eq!(of("Her hands were cold."), ["Anna Holm", "Anna Holm"]);
        assert_eq!(of("Her brother shook his head."), ["Anna Holm"]);
        assert_eq!(of("Her coach, Tom Berg, smiled."), ["Anna Holm", "Tom Berg"]);
    }

    #[test]
    fn a_body_goes_on_as_we() {
        let text = "Vigra Bank said it would close two branches.\n\n“We have no choice. The rent has doubled.”";
        assert_eq!(speakers(text), ["Vigra Bank", "Vigra Bank"]);
        let text = "Vigra Bank said it would close two branches.\n\n“They have no choice. The rent has doubled.”";
        assert_eq!(speakers(text), ["Vigra Bank"]);
    }

    #[test]
    fn a_paragraph_about_one_person_tells_who_speaks() {
        let text = "Anna Holm runs a mill in the hills. The flood took the roof.\n\n“It came at night. I ran.”";
        assert_eq!(speakers(text), ["Anna Holm"]);
    }
}
