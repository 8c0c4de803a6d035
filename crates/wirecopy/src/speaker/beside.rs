//! The body that speaks where somebody is named beside it: "Tom Berg's Vigra Corp.", "Berg's party, the Patriots of
//! Norland,", "Norway, which sent its envoy Ann Holm,", "the Norden Bank and its chairman, Ann Holm".

use super::name::is_possessive;
use wirecopy_entity::{EntityKind, Mention};
use wirecopy_text::Span;

/// What stands before a first name that is the head of its phrase.
fn is_article(words: &str) -> bool {
    matches!(words, "" | "The " | "the ")
}

/// "Norway" of "Norway, which sent its envoy Ann Holm,": who is named in the clause does not speak.
pub(super) fn before_which(text: &str, span: Span, inside: &[Mention]) -> Option<Span> {
    let is_group = |kind| matches!(kind, EntityKind::Organization | EntityKind::Place);
    let first = inside.first().filter(|first| is_group(first.kind))?;
    let opens = Span::new(span.start(), first.span.start().max(span.start())).of(text);
    let behind = Span::new(first.span.end().min(span.end()), span.end()).of(text);
    let person = inside.iter().any(|mention| mention.kind == EntityKind::Person);
    // ", which Tom Berg won": he may speak.
    let clause = behind.strip_prefix(", which ")?.starts_with(char::is_lowercase);
    (person && is_article(opens) && clause).then(|| Span::new(span.start(), first.span.end()))
}

/// "Vigra Corp." of "Tom Berg's Vigra Corp.", "party, the Patriots," of "Berg's party, the Patriots,": what somebody owns
/// or is of, who is the only person in the phrase.
pub(super) fn behind_owner(text: &str, span: Span, inside: &[Mention]) -> Option<Span> {
    let owner = inside.first().filter(|owner| owner.kind == EntityKind::Person)?;
    let alone = inside
        .iter()
        .skip(1)
        .all(|other| matches!(other.kind, EntityKind::Organization | EntityKind::Place));
    let body = inside.iter().any(|other| other.kind == EntityKind::Organization);
    let opens = owner.span.start() == span.start() && owner.span.end() < span.end();
    if !(alone && body && opens && is_possessive(text, owner.span)) {
        return None;
    }
    let behind = Span::new(owner.span.end(), span.end()).of(text);
    let gap = behind.find(' ')? + 1;
    let start = owner.span.end() + u32::try_from(gap).ok()?;
    (start < span.end()).then(|| Span::new(start, span.end()))
}

/// "the Norden Bank | and its chairman, Ann Holm": the body that opens the span, before a person.
pub(super) fn body_and(text: &str, span: Span, inside: &[Mention], people: &[u32]) -> Option<u32> {
    let body = inside.first().filter(|_| people.len() == 1)?;
    let opens = Span::new(span.start(), body.span.start().max(span.start())).of(text);
    let behind = Span::new(body.span.end().min(span.end()), span.end()).of(text);
    let owned = [" and its ", " and their "].iter().any(|and| behind.starts_with(and));
    let is_group = matches!(body.kind, EntityKind::Organization | EntityKind::Place);
    body.entity.filter(|_| is_group && owned && is_article(opens))
}

/// "Vigra Ltd." of "Vigra Ltd., one of the firms owned by Tom Berg,".
pub(super) fn before_aside(text: &str, span: Span, inside: &[Mention]) -> Option<Span> {
    let first = inside.first().filter(|first| first.kind == EntityKind::Organization)?;
    let opens = Span::new(span.start(), first.span.start().max(span.start())).of(text);
    let behind = Span::new(first.span.end().min(span.end()), span.end()).of(text);
    let aside = behind.strip_prefix(", ")?.starts_with(char::is_lowercase);
    (aside && is_article(opens)).then(|| Span::new(span.start(), first.span.end()))
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn a_body_speaks_and_not_who_is_named_beside_it() {
        let of = |who: &str| speakers(&format!("{who} said the quay would close.")).join("; ");
        assert_eq!(of("Tom Berg's Vigra Corp."), "Vigra Corp.");
        assert_eq!(of("Vigra Corp., which hired Tom Berg as chairman,"), "Vigra Corp.");
        assert_eq!(of("Tom Berg's firm"), "");
        assert_eq!(of("A lawyer for Tom Berg's Vigra Corp."), "");
    }
}
