//! What the paper adds in the same sentence behind what was said: who does so too (`said he would vote for it, as have his
//! rivals`), what others say (`compared with 40 per cent`), what the words were besides (`a swipe at the mayor`), why somebody
//! wants it; and a second participle of speech (`calling it a mess and warning that …`), which goes with the first.
//!
//! Counted on PolNeAR train, how often its readers end what is said at such a comma and how often behind it, where the rules
//! had gone on: `as has he` 4 to 1; `because he`, `even though`, `despite` behind what is no clause 16 to 2, behind a clause 17
//! to 40 (so it stays there); a share that is compared with the one who speak 9 to 3; a noun that sums up, with a clause
//! of its own, 21 to 9. A relative clause at the end (`the mill, which opened in May`) stays: there it is 41 to 20, but on
//! PolNeAR dev and on real articles it goes the other way, and so do `and` and `but` before a new subject (70 to 166).

use crate::ends::{is_speech_cue, is_summary};
use crate::lexicon::{class::GERUND, usage};
use crate::phrases::Phrase;
use crate::quote::QuoteReason;
use crate::words::{Tag, Words};

/// Words of content that are looked at, at most.
const SEARCH: usize = 60;

/// Words before the number in `and just over 40 per cent`, at most.
const NEARLY: usize = 4;

/// How what others say compares: `compared with 40 per cent`.
const COMPARES: [&str; 10] = [
    "compared",
    "versus",
    "double",
    "twice",
    "triple",
    "half",
    "surpassing",
    "percentage",
    "proportion",
    "majority",
];

/// Where what the paper adds to `piece` begins, the content behind `cue`.
pub(crate) fn appended_start(
    words: &Words<'_>,
    piece: Phrase,
    reason: QuoteReason,
    cue: Phrase,
    speaker: Option<Phrase>,
) -> Option<usize> {
    let clause = matches!(reason, QuoteReason::ThatClause | QuoteReason::BareClause);
    let counted = speaker.is_some_and(|who| is_counted(words, who));
    let going = words.tag(cue.from) == Tag::Gerund
        && !matches!(words.tag(piece.from), Tag::Gerund | Tag::Preposition);
    // Before its verb a clause has only asides.
    let mut whole = !clause;
    for at in piece.from..piece.to.min(piece.from + SEARCH) {
        if words.at(at).quoted {
            continue;
        }
        let tag = words.tag(at);
        whole |= tag.is_finite();
        let begins = match tag {
            // `calling it a mess | and warning that it would grow`
            Tag::Coordinator => going && at > piece.from && goes_on(words, at),
            // `hailed the deal | despite its price`
            Tag::Preposition if words.is(at, &["despite"]) => !clause && at > piece.from,
            _ if words.is(at, &["before"]) => at > piece.from && is_next(words, at + 1),
            Tag::Comma => {
                is_response(words, at + 1)
                    || is_likewise(words, at + 1)
                    || is_summary(words, at + 1)
                    || !clause && is_why(words, at + 1)
                    || counted && is_comparison(words, at + 1)
            }
            _ => false,
        };
        if whole && begins {
            return Some(words.without_comma(at));
        }
    }
    None
}

/// Whether a second participle of speech stands behind the coordinator at `at`.
fn goes_on(words: &Words<'_>, at: usize) -> bool {
    let next = words.past_adverbs(at + 1);
    let after = words.tag(next + 1);
    // `a mess and | warning that`: it may look like a noun.
    let going =
        words.tag(next) == Tag::Gerund || words.at(next).entry.is(GERUND) && after == Tag::That;
    let takes = after.begins_phrase()
        || matches!(after, Tag::ObjectPronoun | Tag::That | Tag::To | Tag::Preposition);
    going && takes && is_speech_cue(words, next)
}

/// `said it was late before | explaining why`: whether a participle of speech at `at` has a clause of its own.
fn is_next(words: &Words<'_>, at: usize) -> bool {
    let next = words.past_adverbs(at);
    words.tag(next) == Tag::Gerund
        && is_speech_cue(words, next)
        && matches!(words.tag(next + 1), Tag::That | Tag::Wh)
}

/// `…, drawing loud boos`, `…, provoking an angry reply`: what others made of it.
fn is_response(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &["drawing", "earning", "eliciting", "provoking", "prompting", "winning"])
        && (at + 1..at + NEARLY + 2)
            .take_while(|&at| !words.tag(at).is_break())
            .any(|at| words.has(at, usage::REACTION))
}

/// `…, as have his rivals`, `…, as did the mayor`
fn is_likewise(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &["as"])
        && matches!(words.tag(at + 1), Tag::Have | Tag::Do)
        && words.tag(at + 2).begins_phrase()
}

/// `backed it, because he thought …`, `wants to go, even though …`: why, and what speaks against it.
fn is_why(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &["because"]) && words.is(at + 1, &["he", "she", "they"])
        || words.is(at, &["despite", "though", "although", "since"])
        || words.is(at, &["even"]) && words.is(at + 1, &["though", "as", "when", "after"])
}

/// `40 per cent`, `half of them`, `six in 10`: whether who speaks is a share of those asked.
fn is_counted(words: &Words<'_>, who: Phrase) -> bool {
    let shares =
        ["percent", "per", "pc", "%", "half", "third", "thirds", "quarter", "quarters", "majority"];
    (who.from..who.to).any(|at| {
        words.is(at, &shares)
            || words.surface(at).ends_with('%')
            || words.tag(at) == Tag::Number
                && words.is(at + 1, &["in", "of"])
                && words.tag(at + 2) == Tag::Number
    })
}

/// `…, and about 40 per cent …`, `…, down from 40`: whether another share follows at `at`.
fn is_comparison(words: &Words<'_>, at: usize) -> bool {
    let nearly = |at: usize| {
        matches!(words.tag(at), Tag::Coordinator | Tag::Adverb | Tag::Determiner | Tag::Adjective)
            || words.is(at, &["while", "with", "about", "than", "more", "fewer", "less", "another"])
    };
    let first = (at..at + NEARLY).find(|&at| !nearly(at)).unwrap_or(at);
    let share = words.tag(first) == Tag::Number
        && ((first + 1..first + 3).any(|at| words.is(at, &["percent", "per", "pc", "%", "in"]))
            || words.surface(first).ends_with('%'));
    // `down from 40 per cent`, and not `up to 40 dollars`
    let moved = words.is(first, &["down", "up"]) && words.is(first + 1, &["from"]);
    share || moved || words.is(first, &COMPARES)
}

#[cfg(test)]
mod tests {
    use crate::{Nested, QuoteFinder};
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    /// The contents of `text`, in order.
    fn read(text: &str) -> Vec<&str> {
        let all = QuoteFinder::new().nested(Nested::None).find(text, &tokenize(text));
        all.iter().map(|quote| quote.span().of(text)).collect()
    }

    #[test]
    fn what_others_do_or_say_is_no_part_of_it() {
        for (text, said) in [
            ("Ana Ruiz said the mill was safe, as have most of the crew.", "the mill was safe"),
            (
                "Some 30 percent said they backed the bridge, compared with 40 percent in May.",
                "they backed the bridge",
            ),
            (
                "Six in 10 say they like the mayor, and about 20 percent the clerk.",
                "they like the mayor",
            ),
        ] {
            assert_eq!(read(text).first(), Some(&said), "{text}");
        }
        let own = "Ana Ruiz said 30 percent had paid, compared with 40 percent in May.";
        assert!(read(own).first().is_some_and(|said| said.ends_with("May")), "{:?}", read(own));
    }

    #[test]
    fn why_somebody_wants_it_is_no_part_of_it_and_why_it_is_so_is() {
        for (text, said) in [
            ("Holm wants to sell the mill, because he thinks it is late.", "to sell the mill"),
            ("Holm backed the plan, even though the crew was silent.", "the plan"),
            (
                "Holm said the mill was sold, because it was late.",
                "the mill was sold, because it was late",
            ),
        ] {
            assert_eq!(read(text).first(), Some(&said), "{text}");
        }
    }

    #[test]
    fn a_second_participle_goes_with_the_first() {
        let text =
            "Holm spoke for an hour, calling the plan a mess and warning that it would grow.";
        assert_eq!(read(text), ["the plan a mess", "that it would grow"]);
    }

    #[test]
    fn what_is_said_next_and_what_others_make_of_it_is_no_part_of_it() {
        for (text, said) in [
            (
                "Holm said the mill was “dear” before explaining why he stayed.",
                "the mill was “dear”",
            ),
            ("Holm declared that he was the owner, drawing loud boos.", "that he was the owner"),
            ("Holm hopes to keep the mill, defying the town.", "to keep the mill"),
            ("Holm vowed to keep the mill despite its price.", "to keep the mill"),
        ] {
            assert_eq!(read(text).first(), Some(&said), "{text}");
        }
    }

    #[test]
    fn what_sums_it_up_is_the_papers() {
        for text in [
            "Holm said the crew was late, a swipe at the new owner.",
            "Holm said the crew was late, an approach that few have tried.",
            "Holm said the crew was late, remarks that angered the owner.",
        ] {
            assert_eq!(read(text).first(), Some(&"the crew was late"), "{text}");
        }
    }
}
