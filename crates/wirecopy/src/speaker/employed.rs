//! Whose "we" is: the body whose officer speaks. "The union's negotiator, Tom Berg," and "Its president, Ann Holm," say
//! "we" for the union; who stands right beside a body's name is found in `focus.rs`.

use super::Resolver;
use super::description::{Description, Determiner};
use super::focus;
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

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn we_are_the_body_whose_officer_speaks() {
        let text = "The Dock Workers Union met in May. “We told them that it rained,” the union's chief negotiator, Tom \
                    Berg, said.";
        let named = speakers(text);
        assert_eq!(named, ["Tom Berg", "Dock Workers Union"]);
    }
}
