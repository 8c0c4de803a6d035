//! A body told by those who are it: "prosecutors" are the Tarn Prosecutor's Office, "growers" the Tarn Growers'
//! Association, "auditors" the Audit Office, whose name has the stem (`data/staff.tsv`).
//!
//! The nearest such body before; in the headline and the lede, where none is named yet, the first behind.

use super::bodies::NEAR;
use super::description::Description;
use super::discourse::Discourse;
use super::lexicon::{Word, is};
use super::role::{AHEAD, LEDE, REACH, Roles};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use wirecopy_entity::{EntityKind, MentionForm};
use wirecopy_text::Span;

/// By noun: how a word of the body's name begins.
static STEMS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let rows = include_str!("../../data/staff.tsv").lines();
    rows.filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t')).collect()
});

impl Roles<'_> {
    /// The body that those of the trade or office are.
    pub(super) fn staff(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let one = words.head.strip_suffix('s').filter(|_| words.complement.is_empty())?;
        let bodies = || self.bodies_before(span, story).filter_map(|mention| mention.entity);
        // "the judges" are the court that was told of last.
        if matches!(one, "judge" | "justice" | "magistrate")
            && words.opens
            && words.modifiers.is_empty()
        {
            return bodies().find(|body| self.is_court(*body));
        }
        // "the trustees" of the Trustees of the Tarn Fund
        let headed = |body: &u32| {
            self.as_body(*body).is_some_and(|body| body.nouns().head() == words.head.as_ref())
        };
        if let Some(body) = bodies().find(headed).filter(|_| words.opens) {
            return Some(body);
        }
        bodies()
            .find(|body| self.is_owned_by(*body, one))
            .or_else(|| bodies().find(|body| self.is_of_office(*body, words, span, story)))
            .or_else(|| self.staff_ahead(words, span, story))
    }

    /// "Growers want …": the first body behind a headline or lede that they are.
    fn staff_ahead(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let here = story.sentence(span);
        if here >= LEDE || story.is_quoted(span) {
            return None;
        }
        let ahead = story.after(span).iter().take(AHEAD.min(REACH));
        let near = ahead.take_while(|mention| story.sentence(mention.span) <= here + NEAR);
        let near = near.filter(|mention| {
            mention.kind == EntityKind::Organization && mention.form == MentionForm::Name
        });
        let mut near = near.filter_map(|mention| mention.entity);
        near.find(|body| {
            self.is_of_office(*body, words, span, story) || self.is_of_trade(*body, words)
        })
    }

    /// "the bishops" of the Bishops' Council, "prosecutors" of the Prosecutor's Office.
    fn is_owned_by(&self, body: u32, one: &str) -> bool {
        let many = matches!(
            one,
            "bishop" | "trustee" | "regent" | "governor" | "director" | "commissioner" | "elder"
        );
        let owns = |word: &str| {
            word.strip_prefix(one).is_some_and(|rest| {
                matches!(rest, "'s" | "’s") || many && matches!(rest, "s" | "s'" | "s’")
            })
        };
        let is_owned = |name: &str| name.split_whitespace().any(|word| owns(&word.to_lowercase()));
        self.as_body(body).is_some_and(|body| is_owned(body.name))
    }

    /// "Growers" of the Growers' Association; "the growers" are some of them.
    fn is_of_trade(&self, body: u32, words: &Description<'_>) -> bool {
        let Some(body) = self.as_body(body).filter(|_| !words.opens) else { return false };
        let named = body.words();
        let plain = words.modifiers.is_empty();
        let trade = |word: &String| word.trim_end_matches(['\'', '’']) == words.head;
        plain && named.iter().any(trade) && named.iter().any(|noun| is(noun, Word::United))
    }

    /// "state auditors" of the Audit Office.
    fn is_of_office(
        &self,
        body: u32,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> bool {
        let (Some(body), Some(stem)) = (self.as_body(body), STEMS.get(&*words.head)) else {
            return false;
        };
        let named = body.words();
        let lands = story.lands_in(span);
        let mut modifiers = words.modifiers.iter();
        named.iter().any(|word| word.starts_with(stem))
            && modifiers.all(|word| {
                named.iter().any(|own| own.contains(&**word))
                    || is(word, Word::Sort)
                    || is(word, Word::Filler)
                    || lands.iter().any(|land| land == word)
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn those_of_the_trade_are_the_body() {
        let text = "Growers want cash\n\nThe Norden Growers' Association said it was late.";
        assert_eq!(speakers(text), ["Norden Growers' Association", "Norden Growers' Association"]);
        let text = "Ferry accounts were false, auditors found.\n\nThe Norden Audit Office said it was late.";
        assert_eq!(speakers(text), ["Norden Audit Office", "Norden Audit Office"]);
        let text = "Retired growers want cash\n\nThe Norden Growers' Association said it was late.";
        assert_eq!(speakers(text), ["Norden Growers' Association"]);
    }
}
