//! Whose "we" and "the company" is: the body whose officer speaks. "The union's negotiator, Tom Berg," and "Its
//! president, Ann Holm," say "we" for the union; who stands right beside a body's name is found in `focus.rs`.

use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::lexicon::{Word, is};
use super::role::{REACH, Roles};
use super::{Resolver, focus, mentions_in};
use wirecopy_entity::{EntityKind, Mention};
use wirecopy_text::{Span, floor_char_boundary};

/// Bytes before a name in which "its" stands.
const ITS: usize = 64;

impl Resolver<'_> {
    /// The body for which the speaker of the words around says `words`.
    pub(super) fn we(&self, words: &str, span: Span) -> Option<u32> {
        if !["we", "our", "us"].iter().any(|we| we.eq_ignore_ascii_case(words)) {
            return None;
        }
        let who = self.discourse.whose_words(span)?;
        let [only] = who.as_slice() else { return None };
        let is_free =
            self.discourse.is_person(*only) && focus::employer(*only, &self.discourse).is_none();
        if !is_free {
            return None;
        }
        let first = self.named.entities.get(*only as usize)?.mentions.first()?;
        let name = self.named.mentions.get(*first as usize)?.span;
        let mut bodies = self.roles.of(*only).iter().filter_map(|role| match &role.owner {
            Some(owner) => {
                let body = Description::new(owner)?;
                let is_body = body.is_any_body() || body.is_any_agency();
                if is_body { self.roles.body(&body, name, &self.discourse) } else { None }
            }
            None if role.determiner == Determiner::Possessive && role.kin().is_none() => {
                self.its(name)
            }
            None => None,
        });
        bodies.find(|body| self.discourse.is_body(*body))
    }

    /// "Its" of "Its president, | Ann Holm".
    fn its(&self, name: Span) -> Option<u32> {
        let end = name.start() as usize;
        let start = floor_char_boundary(self.text, end.saturating_sub(ITS));
        let before = self.text.get(start..end)?;
        let at = before.rfind("Its ").or_else(|| before.rfind(" its ").map(|at| at + 1))?;
        let start = u32::try_from(start + at).ok()?;
        match self.link(Span::new(start, start + 3)).0.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

impl Roles<'_> {
    /// "Ann Holm, chief executive of Norden Inc., said | the company would wait", "a spokesman for Norden Inc. said |
    /// the company": theirs.
    pub(super) fn own_body(&self, span: Span, story: &Discourse<'_>) -> Option<u32> {
        if let Some(person) = story.reported_by(span) {
            let mut roles = self.of(person).iter();
            let leads = story.is_person(person) && roles.any(|role| is(&role.head, Word::Officer));
            return focus::employer(person, story).filter(|_| leads);
        }
        let part = story.tokens.sentences().get(story.sentence(span))?.span();
        let before = Span::new(part.start().min(span.start()), span.start());
        let mut bodies = mentions_in(self.named, before).iter().rev().take(REACH);
        let speaks = |name: &&Mention| {
            let front =
                Span::new(part.start().min(name.span.start()), name.span.start()).of(story.text);
            let front =
                ["the ", "THE "].iter().find_map(|the| front.strip_suffix(the)).unwrap_or(front);
            let mut words = front.split_whitespace().rev();
            let is_for = words.next().is_some_and(|word| word.eq_ignore_ascii_case("for"));
            let who = words.next().filter(|_| is_for).unwrap_or_default().to_lowercase();
            name.kind == EntityKind::Organization && who.starts_with("spokes")
        };
        bodies.find(speaks).and_then(|name| name.entity)
    }
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn the_company_is_whose_officer_speaks() {
        let text = "Norden Inc. said it was late.\n\nAnna Holm, president of Vigra Energy, said the company expects \
                    prices to fall.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Vigra Energy"));
        let text = "Norden Inc. said it was late. A spokesman for Vigra Energy Inc. said the company expects prices to \
                    fall.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Vigra Energy Inc."));
        let text = "Norden Inc. said it was late. Anna Holm, an analyst at Vigra Energy Inc., said the company expects \
                    prices to fall.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Norden Inc."));
    }

    #[test]
    fn the_union_is_whose_president_speaks() {
        let text =
            "Tom Berg, the president of the Players' Association, said the union planned to wait.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Players' Association"));
    }

    #[test]
    fn we_are_the_body_whose_officer_speaks() {
        let text = "The Dock Workers Union met in May. “We told them that it rained,” the union's chief negotiator, Tom \
                    Berg, said.";
        let named = speakers(text);
        assert_eq!(named, ["Tom Berg", "Dock Workers Union"]);
    }
}
