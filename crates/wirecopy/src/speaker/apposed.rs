//! A speaker who is named behind the comma that closes the phrase, though another name hangs on its noun: "a
//! spokesman for Tom Berg, | Anna Holm,", "the head of Berg's firm, | Anna Holm".
//!
//! And the noun behind a seat that stands before it: "The Tarn, Texas, maker of boots".
//!
//! Not where what hangs there may be who is named: "a lawyer for Berg's son, Tom Holm".

use super::description::Description;
use super::mentions_in;
use super::name::hangs;
use wirecopy_entity::{Entities, EntityKind, Mention};
use wirecopy_text::Span;

/// The person in full behind the last comma of `span`, which begins with a word for somebody.
pub(super) fn closing(text: &str, span: Span, inside: &[Mention]) -> Option<u32> {
    let mut people = inside.iter().rev().filter(|mention| mention.kind == EntityKind::Person);
    let (last, before) = (people.next()?, people.next()?);
    let behind = Span::new(last.span.end().min(span.end()), span.end()).of(text);
    let closes = behind.is_empty() || behind.starts_with(',');
    let gap = Span::new(before.span.end().min(last.span.start()), last.span.start()).of(text);
    let front = Span::new(span.start().min(before.span.start()), before.span.start()).of(text);
    let somebody = Description::new(front.trim_end())
        .is_some_and(|words| words.is_somebody() && !words.is_plural());
    let is_full = last.span.of(text).contains(' ');
    (closes && is_full && somebody && is_no_person(gap)).then_some(last.entity).flatten()
}

/// Whether what stands between the two names, up to the comma, is nobody: nothing, or "'s firm".
fn is_no_person(gap: &str) -> bool {
    let Some(own) = gap.strip_suffix(", ") else { return false };
    let owned = own.strip_prefix("'s ").or_else(|| own.strip_prefix("’s "));
    let thing = |noun: &str| {
        !noun.contains(',') && Description::new(noun).is_some_and(|noun| !noun.is_personal())
    };
    own.is_empty() || owned.is_some_and(thing)
}

/// "boot maker" of "The Tarn, Texas, boot maker" and of "The Tarn, Texas, | boot maker of note".
pub(super) fn behind_seat<'t>(text: &'t str, span: Span, named: &Entities) -> Option<&'t str> {
    const ARTICLES: [&str; 6] = ["The ", "the ", "A ", "a ", "An ", "an "];
    let words = ARTICLES.iter().find_map(|article| span.of(text).strip_prefix(article))?;
    let start = span.end() - u32::try_from(words.len()).ok()?;
    let mut seat = mentions_in(named, span).iter().take(2);
    let is_place = |mention: &&Mention| mention.kind == EntityKind::Place;
    let town = seat.next().filter(|town| is_place(town) && town.span.start() == start)?;
    let seat = seat.next().filter(is_place).unwrap_or(town);
    let rest = Span::new(seat.span.end().min(span.end()), span.end()).of(text);
    let rest = rest.strip_prefix('.').unwrap_or(rest).strip_prefix(", ")?;
    let mut end = 0;
    for word in rest.split_inclusive(' ') {
        let plain = word.trim_end().chars().all(|c| c.is_lowercase() || c == '-');
        if !plain || hangs(word.trim_end()) {
            break;
        }
        end += word.len();
    }
    rest.get(..end).map(str::trim_end).filter(|noun| !noun.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn a_name_behind_the_last_comma_is_that_of_the_phrase() {
        let of = |who: &str| speakers(&format!("{who} said the quay would close.")).join("; ");
        assert_eq!(of("A spokesman for Mayor Tom Berg, Anna Holm,"), "Anna Holm");
        assert_eq!(of("The head of Tom Berg's shipyard, Anna Holm,"), "Anna Holm");
        assert_eq!(of("A spokeswoman for the governor, Anna Holm,"), "Anna Holm");
        assert_eq!(of("A lawyer for the boy, Tom Holm,"), "");
        assert_eq!(of("A lawyer for Tom Berg's son, Ola Holm,"), "");
        assert_eq!(of("A woman who gave her name only as Anna"), "Anna");
    }
}
