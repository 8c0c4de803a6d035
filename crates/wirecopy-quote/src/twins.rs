//! Which of two cues attributes that share a word or lead to the same words in marks: `vowed [to back the fee]` and not
//! `vowed to back [the fee]` as well.

use crate::linking::Draft;
use crate::quote::QuoteReason;
use crate::words::Words;

/// How many drafts back a twin may stand.
const BACK: usize = 4;

/// Which of two gives way.
#[derive(Clone, Copy)]
enum Loser {
    Former,
    Latter,
}

/// Drops of two drafts that attribute alike the one whose cue or content says less of it. Linear in the drafts.
pub(crate) fn without_twins(words: &Words<'_>, drafts: &mut Vec<Draft>) {
    if drafts.len() < 2 {
        return;
    }
    let mut lost = vec![false; drafts.len()];
    for (index, latter) in drafts.iter().enumerate() {
        let first = index.saturating_sub(BACK);
        for (before, former) in drafts.iter().enumerate().take(index).skip(first) {
            let gone = |at: usize| lost.get(at).copied().unwrap_or_default();
            if gone(before) || gone(index) {
                continue;
            }
            let at = match loser(words, former, latter) {
                Some(Loser::Former) => before,
                Some(Loser::Latter) => index,
                None => continue,
            };
            if let Some(lost) = lost.get_mut(at) {
                *lost = true;
            }
        }
    }
    let mut lost = lost.into_iter();
    drafts.retain(|_| !lost.next().unwrap_or_default());
}

fn loser(words: &Words<'_>, former: &Draft, latter: &Draft) -> Option<Loser> {
    let (one, other) = (former.cue?, latter.cue?);
    if !one.meets(other) {
        return (former.content == latter.content)
            .then(|| of_marks(words, former, latter))
            .flatten();
    }
    let within = |inner: &Draft, outer: &Draft| {
        inner.content.iter().all(|own| outer.content.iter().any(|piece| piece.holds(*own)))
    };
    let clash = if within(latter, former) {
        if outdone(former, latter) { Loser::Former } else { Loser::Latter }
    } else if within(former, latter) {
        if outdone(latter, former) { Loser::Latter } else { Loser::Former }
    } else {
        return of_list(former, latter);
    };
    Some(clash)
}

/// Whether of two contents, one within the other, the shorter is what is said: `voiced [concern] about [the fee]`, `was quick to
/// add [that it rained]`.
fn outdone(long: &Draft, short: &Draft) -> bool {
    let clause = matches!(
        short.reason,
        QuoteReason::ThatClause | QuoteReason::BareClause | QuoteReason::QuestionClause
    );
    match long.reason {
        QuoteReason::Object => short.reason == QuoteReason::Noun,
        QuoteReason::Infinitive | QuoteReason::Predicate | QuoteReason::Passive => clause,
        _ => false,
    }
}

/// `named [two reasons]: [the cost and the noise]`: what stands behind a colon or in marks is said, and not how it is
/// announced.
fn of_list(former: &Draft, latter: &Draft) -> Option<Loser> {
    let says =
        |draft: &Draft| matches!(draft.reason, QuoteReason::Colon | QuoteReason::CueBeforeMarks);
    let thing = |draft: &Draft| {
        matches!(
            draft.reason,
            QuoteReason::Object | QuoteReason::Preposition | QuoteReason::Predicate
        )
    };
    if says(former) && thing(latter) {
        Some(Loser::Latter)
    } else if says(latter) && thing(former) {
        Some(Loser::Former)
    } else {
        None
    }
}

/// Of two verbs before the same words in marks the nearer attributes: `wrote to Holm, telling him, “…”`; before one that
/// comes after them the one in front: `He warned, “…” She answered that …`.
fn of_marks(words: &Words<'_>, former: &Draft, latter: &Draft) -> Option<Loser> {
    let marked = former.content.first().is_some_and(|piece| words.at(piece.from).pair.is_some());
    let before = |draft: &Draft| draft.reason == QuoteReason::CueBeforeMarks;
    match (before(former), before(latter)) {
        (true, true) if marked => Some(Loser::Former),
        (true, false) if marked => Some(Loser::Latter),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::find_quotes;
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    fn read(text: &str) -> Vec<String> {
        let shown = |quote: &crate::Quote| {
            let cue = quote.cue.first().map_or("", |cue| cue.of(text));
            format!("{cue} | {}", quote.span().of(text))
        };
        find_quotes(text, &tokenize(text)).iter().map(shown).collect()
    }

    #[test]
    fn one_cue_attributes_once() {
        for (text, said) in [
            ("Holm vowed to denounce the fee.", "vowed | to denounce the fee"),
            (
                "Holm made it clear that the mill would close.",
                "made it clear | that the mill would close",
            ),
            (
                "Holm was quick to add that the mill was sold.",
                "was quick to add | that the mill was sold",
            ),
            ("Holm voiced concern about the fee.", "voiced concern about | the fee"),
            ("Holm wrote to Ruiz, telling him, “You are late.”", "telling | “You are late.”"),
        ] {
            assert_eq!(read(text), [said], "{text}");
        }
    }
}
