//! Whose life is told: in an obituary one person is the topic throughout. "He liked trains" at the head
//! of a paragraph is that one, whoever was named before: "Ann Holm, weaver, dies at 90", "Tom Berg
//! obituary". In portraits the same gains nothing.

use super::lexicon::{Word, is};
use super::mentions_in;
use wirecopy_article::Part;
use wirecopy_entity::{Entities, EntityKind};
use wirecopy_text::{Folding, Span, Spanned, fold};

/// Mentions of somebody whose life is told.
const MENTIONS: usize = 3;

/// Bytes of a title before the name in the headline: "Dame".
const TITLE: u32 = 12;

/// The only person in the headline, if it begins with the name, says that it is a life, and nobody is
/// named more often.
pub(super) fn told_of(text: &str, parts: &[Part], named: &Entities) -> Option<u32> {
    let head = parts.first()?.span();
    let mut people =
        mentions_in(named, head).iter().filter(|mention| mention.kind == EntityKind::Person);
    let name = people.next()?;
    let person = name.entity?;
    let only = people.all(|other| other.entity == Some(person));
    if !only || name.span.start() > head.start() + TITLE {
        return None;
    }
    let behind = Span::new(name.span.end().min(head.end()), head.end()).of(text);
    let lower = fold(behind, Folding::new().case());
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let is_life = words.any(|word| is(word, Word::Dead));
    let count = |entity: u32| named.entities.get(entity as usize).map_or(0, |e| e.mentions.len());
    let own = count(person);
    let others = named.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let most = others.map(|entity| entity.mentions.len()).max().unwrap_or_default();
    (is_life && own >= MENTIONS && own == most).then_some(person)
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn a_life_is_told_of_one() {
        let text = "Anna Holm, weaver, dies at 90\n\nOSLO (AP) - Anna Holm, who wove the sails of the old \
                    fleet, has died. Holm was 90.\n\nA sister, Eva Dahl, survives. Her son said Holm wove \
                    to the end.\n\nIn her last years she was nearly blind. “I hear the thread,” she \
                    used to say.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Anna Holm"));
    }
}
