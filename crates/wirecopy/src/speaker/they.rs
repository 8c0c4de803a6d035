//! Whom "they" means: those who just spoke under a noun of several ("Regulators said no. **They** said why."), the
//! body that says what "they" do ("Norden FC said **they** would sell"), the body that the same words in marks
//! named before ("“We called Norden Rail and **they** said no”"); else two who are named together.

use super::antecedent::backwards;
use super::description::Description;
use super::discourse::Discourse;
use super::pronoun;
use wirecopy_entity::EntityKind;
use wirecopy_text::{Span, Spanned};

/// Sentences behind a noun of several in which "they" is them.
const NEAR: usize = 2;

/// Bytes in which a body stands before "they" in somebody's own words.
const CALLED: u32 = 160;

/// Mentions before "they" that are asked.
const MENTIONS: usize = 4;

/// Whoever "they" is; nobody where nothing tells.
pub(super) fn meant(span: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
    if let Some(who) = story.says(span).filter(|who| is_several(who, story)) {
        return Some(who.to_vec());
    }
    if story.is_within_words() {
        return called(span, story).map(|body| vec![body]);
    }
    if let Some(several) = story.several_before(span, NEAR) {
        return Some(several.to_vec()).filter(|several| !several.is_empty());
    }
    if let Some(team) = backwards(span, story, NEAR).find_map(|part| team(part, story)) {
        return Some(vec![team]);
    }
    pronoun::joined_before(span, story, NEAR)
        .or_else(|| Some(story.last_together().to_vec()).filter(|together| together.len() > 1))
}

/// More than one, or a body.
fn is_several(who: &[u32], story: &Discourse<'_>) -> bool {
    match who {
        [only] => story.is_body(*only),
        _ => who.len() > 1,
    }
}

/// "We called | Norden Rail and they": the last who is named in the same words, if a body, and no noun of several
/// stands between.
fn called(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let words = story.own_words_around()?;
    let mut before = story.before(span).iter().rev().take(MENTIONS);
    let last = before
        .find(|mention| matches!(mention.kind, EntityKind::Person | EntityKind::Organization))?;
    let near =
        words.contains_span(last.span) && span.start().saturating_sub(last.span.end()) <= CALLED;
    let gap = Span::new(last.span.end(), span.start().max(last.span.end()));
    let mut between = story.tokens.tokens_in(gap).iter().map(|token| token.span().of(story.text));
    let is_plural = |word: &str| {
        let words = Description::new(word).filter(Description::is_plural);
        words.is_some_and(|words| words.singular().is_somebody())
    };
    let free = near && last.kind == EntityKind::Organization && !between.any(is_plural);
    last.entity.filter(|_| free)
}

/// "Norden FC | have not won since May, and they said": a body that several words for one stand behind.
fn team(part: Span, story: &Discourse<'_>) -> Option<u32> {
    let name = super::mentions_in(story.named, part).first()?;
    let before = Span::new(part.start(), name.span.start()).of(story.text);
    let behind = Span::new(name.span.end(), part.end().max(name.span.end())).of(story.text);
    let verb = behind.split_whitespace().next().unwrap_or_default();
    let are =
        matches!(verb, "are" | "were" | "have" | "do" | "don't" | "haven't" | "weren't" | "aren't");
    let opens = matches!(before, "" | "The " | "But " | "And ") && behind.starts_with(' ');
    name.entity.filter(|body| are && opens && story.is_body(*body))
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn they_are_who_is_called_so() {
        let text = "Vigra Bank said they would close two branches.";
        assert_eq!(speakers(text), ["Vigra Bank"]);
        let text = "Vigra United have lost six times. They promised a new coach.";
        assert_eq!(speakers(text), ["Vigra United"]);
        let text = "“I called Vigra Bank and they told me to wait,” Anna Holm said.";
        assert_eq!(speakers(text), ["Anna Holm", "Vigra Bank"]);
        let text = "Tom Berg and Anna Holm sued. Neighbours said it rained. They said it was late.";
        assert!(speakers(text).is_empty());
    }
}
