//! Who is "you": "“Did you write that it was late?” Dahl asked. “I did,” Holm said." is Holm, who answers; or
//! else whoever spoke before the question.

use crate::{Quote, Speaker, SpeakerLink};
use wirecopy_entity::{Entities, EntityKind};
use wirecopy_text::{Span, floor_char_boundary};

/// Quotations behind the question that may be the answer, and before it.
const NEAR: usize = 8;

/// Bytes from the label of a question to its "you".
const LABEL: u32 = 160;

/// Bytes within which somebody answers.
const ANSWER: u32 = 600;

/// Gives "you" the speaker of the nearest answer.
pub(super) fn resolve(text: &str, quotes: &mut [Quote], named: &Entities) {
    for index in 0..quotes.len() {
        let Some(quote) = quotes.get(index) else { return };
        let Some(speaker) = quote.speaker.as_ref().filter(|speaker| speaker.entities.is_empty())
        else {
            continue;
        };
        if !matches!(speaker.span.of(text), "you" | "You" | "YOU") {
            continue;
        }
        let asks = quote.within.and_then(|within| quotes.get(within as usize));
        let asks = asks.and_then(one);
        // "Q: You have said that it was late." has no name for who asks.
        if asks.is_none() && !is_question(speaker.span, text) {
            continue;
        }
        let is_other = |who: &u32| {
            let entity = named.entities.get(*who as usize);
            Some(*who) != asks && entity.is_some_and(|entity| entity.kind == EntityKind::Person)
        };
        let at = speaker.span.start();
        let turns = |other: &&Quote| {
            other.within.is_none() && other.extent().start().abs_diff(at) <= ANSWER
        };
        let behind = quotes.get(index + 1..).unwrap_or_default().iter().take(NEAR).filter(turns);
        let before = quotes.get(..index).unwrap_or_default().iter().rev().take(NEAR).filter(turns);
        let Some(who) = behind.chain(before).filter_map(one).find(is_other) else { continue };
        let name = named.entities.get(who as usize).map(|entity| entity.name.clone());
        if let Some(quote) = quotes.get_mut(index) {
            quote.speaker = quote.speaker.as_ref().map(|speaker| Speaker {
                span: speaker.span,
                entities: vec![who],
                name,
                link: SpeakerLink::Pronoun,
            });
        }
    }
}

/// Whether the paragraph of `span` is labelled as a question.
fn is_question(span: Span, text: &str) -> bool {
    let near = floor_char_boundary(text, span.start().saturating_sub(LABEL) as usize);
    let before = text.get(near..span.start() as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().filter(|line| near == 0 || line.len() < before.len());
    line.is_some_and(|line| ["Q: ", "Q. ", "Q ", "Question: "].iter().any(|q| line.starts_with(q)))
}

/// Who alone speaks.
fn one(quote: &Quote) -> Option<u32> {
    match quote.speaker.as_ref()?.entities.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn you_is_who_answers() {
        let text = "Anna Holm sat down. “So you told them that it would rain?” Tom Berg asked.\n\n“I did,” Holm said.";
        let named = speakers(text);
        assert_eq!(named, ["Tom Berg", "Anna Holm", "Anna Holm"]);
    }

    #[test]
    fn you_of_a_question_is_who_answers() {
        let text = "Anna Holm runs the ferry.\n\nHOLM: I like it.\n\nQ: You have said that it was late. Was it?\n\nHOLM: It was. I doubt that it will be early.";
        let named = speakers(text);
        assert_eq!(named, ["Anna Holm"; 4]);
        let text = "Q: You have said that it was late. Was it?\n\nANNA HOLM: It was. I doubt that it will be early.";
        assert_eq!(speakers(text), ["ANNA HOLM"; 3]);
    }
}
