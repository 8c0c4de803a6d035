//! Where content ends since the clause that the verb stands in goes on: `If the court rules [that it is void], the state will
//! pay`, `Kerry, who teaches [that ice melts], said …`, `A man who said [he was the owner] told the crew …`.

use crate::begins::clause_begins;
use crate::clauses::Complement;
use crate::ends::{opens_sentence_bound, past_connectives};
use crate::lexicon::class::THIRD;
use crate::linking::{Linker, main_verb_after};
use crate::phrases::REACH;
use crate::quote::QuoteReason;
use crate::words::Tag;

/// Words between "whose" and the verb of its clause.
const WHOSE: usize = 4;

impl Linker<'_, '_> {
    /// `Fearing [that the dam would break], Kerry left`; `A report showing [the damage] has led to …`: where
    /// the clause that what a gerund opens stands in goes on.
    pub(crate) fn before_main_clause(&self, group: usize, found: Complement, to: usize) -> usize {
        let words = self.words;
        let (first, end) = words.sentence(group);
        let finite = |from: usize, to: usize| (from..to).find(|&at| words.tag(at).is_finite());
        if words.at(found.from).quoted {
            return to;
        }
        if words.tag(group) != Tag::Gerund {
            let clause = matches!(
                found.reason,
                QuoteReason::ThatClause | QuoteReason::BareClause | QuoteReason::QuestionClause
            );
            return self.before_waiting_clause(group, found.from, clause, to);
        }
        // `The pilots, wondering [how it had sunk], searched the bay`
        if words.before(group, 1).tag == Tag::Comma
            && finite(first, group).is_none()
            && let Some(comma) = main_verb_after(words, group).filter(|&comma| comma > found.from)
        {
            return comma.min(to);
        }
        // `But with fans [wanting] to leave, the choir sang`
        let opening = past_connectives(words, first);
        let leads = matches!(words.tag(opening), Tag::Preposition | Tag::Subordinator)
            && !(opening..group).any(|at| words.tag(at).is_break() || words.tag(at).is_finite());
        if group == first || leads && group > opening {
            let clause = found.reason == QuoteReason::ThatClause;
            let mut commas = (found.from + 1..to).filter(|&at| words.tag(at) == Tag::Comma);
            let comma = commas.find(|&comma| {
                clause_begins(words, comma + 1) && (!clause || finite(found.from, comma).is_some())
            });
            return comma.unwrap_or(to);
        }
        let reduced = words.before(group, 1).tag.ends_phrase()
            && found.reason == QuoteReason::BareClause
            && finite(first, group).is_none()
            && finite(found.to, end).is_none();
        finite(found.from, to).filter(|&verb| reduced && verb > found.from).unwrap_or(to)
    }

    /// `If the court rules [that it is void], the state will pay`, `Having vowed [to stay], Kerry left`, `Under a law
    /// that forbids [shops to open], owners pay`: where the clause begins that the one in front waits for.
    pub(crate) fn before_waiting_clause(
        &self,
        group: usize,
        from: usize,
        clause: bool,
        to: usize,
    ) -> usize {
        let words = self.words;
        let (first, _) = words.sentence(group);
        let relates = words.tag(first) == Tag::Preposition && words.before(group, 1).tag == Tag::Wh;
        let finite = |from: usize, to: usize| (from..to).any(|at| words.tag(at).is_finite());
        let waits = (relates || opens_sentence_bound(words, group)) && !finite(first, group);
        let mut commas = (from + 1..to).filter(|&at| words.tag(at) == Tag::Comma && waits);
        // `Under a law, which forbids shops to open, owners pay`
        let closes = relates && words.before(group, 2).tag == Tag::Comma && !clause;
        let comma = commas.find(|&comma| {
            closes && words.tag(comma + 1).begins_phrase()
                || clause_begins(words, comma + 1) && (!clause || finite(from, comma))
        });
        comma.unwrap_or(to)
    }

    /// `Kerry, who teaches [that ice melts], said …`: within an aside content ends where the aside does.
    pub(crate) fn aside_end(&self, group: usize, from: usize, to: usize) -> usize {
        let words = self.words;
        let (first, _) = words.sentence(group);
        let floor = first.max(group.saturating_sub(REACH));
        let opened = (floor..group).rev().find(|&at| words.tag(at) == Tag::Comma);
        let aside = opened.is_some_and(|comma| {
            words.tag(comma + 1) == Tag::Wh || words.is(comma + 1, &["whose"])
        });
        // `Those who want [to vote, as many do], will`
        let bound = !aside && words.tag(from) == Tag::To && words.before(group, 1).tag == Tag::Wh;
        let aside = aside || bound;
        let verb = |at: usize| words.tag(at).is_finite() || words.at(at).entry.is(THIRD);
        let mut commas = (from..to).filter(|&at| words.tag(at) == Tag::Comma && aside);
        // `who wants [to lead the choir, now at 40, to 50], said`
        let comma = if matches!(words.tag(from), Tag::To | Tag::Preposition) {
            commas.find(|&comma| verb(comma + 1))
        } else {
            commas.next()
        };
        let close = comma.filter(|&comma| verb(comma + 1));
        close.or_else(|| self.main_verb(group, from, to)).unwrap_or(to)
    }

    /// `A man who said [he was the owner] told the crew …`: the verb of the clause that the relative one
    /// stands in, behind that of what is said in it.
    fn main_verb(&self, group: usize, from: usize, to: usize) -> Option<usize> {
        let words = self.words;
        // `A man whose brother says [he is innocent] will be tried`
        let whose = (group.saturating_sub(WHOSE)..group).rev().find(|&at| words.is(at, &["whose"]));
        let whose = whose.filter(|&whose| words.before(whose, 1).tag.ends_phrase());
        let who = words.before(group, 1).tag == Tag::Wh && words.before(group, 2).tag != Tag::Comma;
        if !who && whose.is_none() {
            return None;
        }
        let mut own = false;
        for at in from..to {
            match words.tag(at) {
                _ if words.at(at).quoted => {}
                Tag::Wh | Tag::Subordinator | Tag::Coordinator | Tag::Comma => return None,
                Tag::That if at > from => return None,
                tag if own
                    && whose.is_some()
                    && tag.is_auxiliary()
                    && matches!(
                        words.before(at, 1).tag,
                        Tag::Noun | Tag::Name | Tag::Adjective
                    ) =>
                {
                    return Some(at);
                }
                // `A clerk who took [the call] said he …`
                Tag::Finite
                    if (own || words.is(at, &["said", "says"]))
                        && words.before(at, 1).tag.ends_phrase() =>
                {
                    return Some(at);
                }
                tag => own |= tag.is_finite(),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::{Nested, QuoteFinder};
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    #[test]
    fn content_ends_before_the_clause_that_its_own_waits_for() {
        for (text, said) in [
            (
                "Even though Holm hailed these as bold moves, the road was shut.",
                "these as bold moves",
            ),
            (
                "Three years after the firms vowed to do better, the town has done the opposite.",
                "to do better",
            ),
            ("The day after Holm said he would quit, the town cheered.", "he would quit"),
            ("A year after Holm said that it was over, the crew won a boat.", "that it was over"),
            (
                "Now that Holm has claimed that he is rich, the clerk has a question.",
                "that he is rich",
            ),
            ("But with both firms refusing to pay, the mill is likely to close.", "to pay"),
            ("Despite the fact that Holm vowed to stay, the crew is afloat.", "to stay"),
        ] {
            let all = QuoteFinder::new().nested(Nested::None).find(text, &tokenize(text));
            let first = all.first().map(|quote| quote.span().of(text));
            assert_eq!(first, Some(said), "{text}");
        }
        let text =
            "Soon after joining the firm, Holm said she saw the mill, and the mayor laughed.";
        let all = QuoteFinder::new().nested(Nested::None).find(text, &tokenize(text));
        assert!(
            all.first().is_some_and(|quote| quote.span().of(text).starts_with("she saw the mill"))
        );
    }

    #[test]
    fn a_joined_infinitive_ends_before_the_verb_of_its_subject() {
        for (text, said) in [
            (
                "His vow to sell the mill and close the road has angered the crew.",
                "to sell the mill and close the road",
            ),
            ("Her plan to make firms stay or pay is good news.", "to make firms stay or pay"),
        ] {
            let all = QuoteFinder::new().nested(Nested::None).find(text, &tokenize(text));
            assert_eq!(all.first().map(|quote| quote.span().of(text)), Some(said), "{text}");
        }
    }
}
