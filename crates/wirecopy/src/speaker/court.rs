//! Who stands in court: "the defendant" is who "denies murder" or "was charged", "the witness" who "told jurors"
//! something. Neither is told by a role beside a name.

use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::nouns::{Noun, is};
use super::role::{REACH, Roles};
use wirecopy_text::Span;

/// Bytes behind a name in which it is told what the person does in court.
const BEHIND: u32 = 160;

/// What is told of somebody who is tried.
const TRIED: [&str; 11] = [
    "accused of",
    "charged with",
    "denied",
    "denies",
    "jailed",
    "on trial",
    "pleaded",
    "sentenced",
    "convicted",
    "found guilty",
    "is charged",
];

/// What is told of somebody who is heard.
const HEARD: [&str; 8] = [
    "testified",
    "told a court",
    "told jurors",
    "told the court",
    "told the inquest",
    "told the jury",
    "told the tribunal",
    "took the stand",
];

/// Roles of those who only work there.
const LAWYERS: [&str; 9] = [
    "attorney",
    "barrister",
    "counsel",
    "coroner",
    "detective",
    "judge",
    "justice",
    "lawyer",
    "prosecutor",
];

impl Roles<'_> {
    /// The nearest person before who is told to be tried, or heard.
    pub(super) fn in_court(
        &self,
        words: &Description,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let told: &[&str] = match &*words.head {
            "accused" | "defendant" => &TRIED,
            "witness" => &HEARD,
            _ => return None,
        };
        let plain = words.opens
            && words.determiner == Determiner::Definite
            && words.complement.is_empty()
            && words.modifiers.iter().all(|word| is(word, Noun::Filler));
        let works = |person: u32| {
            let mut roles = self.of(person).iter();
            roles.any(|role| LAWYERS.contains(&&*role.head))
        };
        let mut people = story.people_before(span, REACH).filter(|_| plain);
        let found = people.find(|(person, at)| {
            let end = sentence_end(*at, story).min(at.saturating_add(BEHIND));
            let behind = story.text.get(*at as usize..floor(story.text, end));
            let behind = behind.unwrap_or_default();
            told.iter().any(|told| behind.contains(told)) && !works(*person)
        });
        found.map(|(person, _)| person)
    }
}

fn sentence_end(at: u32, story: &Discourse<'_>) -> u32 {
    let sentence = story.tokens.sentences().get(story.sentence(Span::empty_at(at)));
    sentence.map_or(at, |sentence| sentence.span().end())
}

/// The place, or one before it where a character begins.
fn floor(text: &str, at: u32) -> usize {
    let at = (at as usize).min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn the_defendant_is_who_denies_it() {
        let text = "Tom Berg denies theft. Prosecutor Anna Holm opened the case. Judge Eva Dahl called for \
                    quiet.\n\nOutside, the defendant said it would rain.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Tom Berg"));
    }
}
