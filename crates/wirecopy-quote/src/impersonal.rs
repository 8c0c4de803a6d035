//! What nobody is named for, said in passing: `[The bridge will open in May], it is hoped`, `[The bridge], it has been alleged,
//! [was sold]`.

use crate::adjuncts::past_time;
use crate::ends::clause_end;
use crate::fronted::{clause_start, has_main_verb};
use crate::lexicon::{CueEntry, frame};
use crate::linking::{Draft, Linker};
use crate::phrases::Phrase;
use crate::quote::{Act, QuoteReason};
use crate::words::Tag;
use std::iter::successors;

/// Steps past what tells when and where it is thought, behind the verb, at most.
const BEHIND: usize = 4;

impl Linker<'_, '_> {
    /// What the verb at `at`, whose group begins at `group` behind `it`, attributes to nobody, where a comma stands before
    /// `it` and nothing but when and where behind the verb.
    pub(crate) fn in_passing(
        &self,
        group: usize,
        at: usize,
        after: usize,
        entry: &CueEntry,
    ) -> Option<Draft> {
        let words = self.words;
        let it = group.checked_sub(1).filter(|&it| words.is(it, &["it"]))?;
        let comma = it.checked_sub(1).filter(|&comma| words.tag(comma) == Tag::Comma)?;
        let be = (group..at).any(|at| words.tag(at) == Tag::Be || words.is(at, &["been"]));
        let passive = be && words.tag(at) == Tag::Participle && entry.allows(frame::CLAUSE);
        let modal = (group..at).any(|at| matches!(words.tag(at), Tag::Modal | Tag::Negation));
        if !passive || modal || entry.act == Act::Other || words.at(comma).quoted {
            return None;
        }
        let past = |&at: &usize| {
            let here = words.tag(at) == Tag::Adverb || words.is(at, &["here", "there"]);
            past_time(words, at).or_else(|| here.then_some(at + 1))
        };
        let close = successors(Some(after), past).take(BEHIND).last().unwrap_or(after);
        let front = Phrase::new(clause_start(words, comma, self.floor(comma)), comma);
        let draft = |content, reason| Draft {
            cue: Some(Phrase::new(group, after)),
            content,
            speaker: None,
            act: entry.act,
            reason,
            evidence: None,
        };
        let ends = words.tag(close).is_break() || close >= words.len();
        if has_main_verb(words, front) {
            return ends.then(|| draft(vec![front], QuoteReason::FrontedClause));
        }
        let rest = Phrase::new(close + 1, clause_end(words, close + 2, close + 1));
        let waits = words.tag(close) == Tag::Comma && words.tag(close + 1).is_finite();
        (waits && front.from < front.to).then(|| draft(vec![front, rest], QuoteReason::SplitClause))
    }
}

#[cfg(test)]
mod tests {
    use crate::find_quotes;
    use wirecopy_token::tokenize;

    fn read(text: &str) -> Vec<Vec<&str>> {
        let pieces = |quote: &crate::Quote| quote.content.iter().map(|own| own.of(text)).collect();
        find_quotes(text, &tokenize(text)).iter().map(pieces).collect()
    }

    #[test]
    fn what_is_hoped_in_passing_is_the_clause_around_it() {
        let bridge = "The bridge will open in May";
        assert_eq!(read("The bridge will open in May, it is hoped."), [[bridge]]);
        assert_eq!(read("The bridge will open in May, it was alleged last night."), [[bridge]]);
        assert_eq!(
            read("The bridge will open in May, it was alleged earlier this week."),
            [[bridge]]
        );
        let split = ["A deal", "will be signed by Saturday"];
        assert_eq!(read("A deal, it is hoped here, will be signed by Saturday."), [split]);
        assert_eq!(read("The search went on, it was not hoped for."), [[""; 0]; 0]);
    }
}
