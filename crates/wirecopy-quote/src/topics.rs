//! Whether the label over a headline names what the story is about, and nobody who speaks: `Tennis: Lund beats Holm`,
//! `Tarn: Ferry crews to strike`.
//!
//! A topic and a surname look alike, so two things must meet: what stands behind the label tells what happens, as headlines do,
//! and nobody of that name says anything in the story.

use crate::deeds::is_body;
use crate::lexicon::class::{MEDIUM, SIGNER, SPEAKER_NOUN, TITLE};
use crate::linking::Draft;
use crate::phrases::Phrase;
use crate::quote::{Quote, QuoteReason};
use crate::words::{Tag, Words, is_loud};
use wirecopy_text::Span;

/// Longest topic, in words.
const LONGEST: usize = 4;

/// Words of a headline that are looked at, at most.
const SEARCH: usize = 40;

/// A label that may be a topic: its last word, and what stands behind it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Topic<'a> {
    name: &'a str,
    content: Span,
}

impl<'a> Topic<'a> {
    /// The topic that `draft` takes for a speaker, if it may be one.
    pub(crate) fn of(words: &Words<'a>, draft: &Draft) -> Option<Self> {
        let (label, [piece]) = (draft.speaker?, draft.content.as_slice()) else { return None };
        let last = label.to.checked_sub(1)?;
        let speaks = words.at(last).entry.is(SPEAKER_NOUN | TITLE | SIGNER | MEDIUM)
            || is_body(words, last)
            || is_loud(words.surface(last))
            || ["ers", "ors", "ists", "ians"].iter().any(|end| words.surface(last).ends_with(end));
        let topic = draft.reason == QuoteReason::Colon
            && label.to <= label.from + LONGEST
            && words.tag(label.to) == Tag::Colon
            && !speaks
            && tells_what_happens(words, *piece);
        topic.then(|| Self { name: words.surface(last), content: words.span(piece.from, piece.to) })
    }

    /// Drops what the topic is said to say from `quotes`, unless somebody of its name says something else.
    pub(crate) fn silence(self, text: &str, quotes: &mut Vec<Quote>) {
        let same = |quote: &Quote| {
            quote.reason == QuoteReason::Colon && quote.content.first() == Some(&self.content)
        };
        let named = |who: Span| {
            let mut words = who.of(text).split(|c: char| !c.is_alphanumeric() && c != '-');
            words.any(|word| word.eq_ignore_ascii_case(self.name))
        };
        let mut others = quotes.iter().filter(|quote| !same(quote)).peekable();
        let alone = others.peek().is_none();
        if !alone && !others.any(|quote| quote.speaker.is_some_and(named)) {
            quotes.retain(|quote| !same(quote));
        }
    }
}

/// Whether the words behind a label are a headline of their own: a subject, and what it does or is to do.
fn tells_what_happens(words: &Words<'_>, piece: Phrase) -> bool {
    for at in piece.from..piece.to.min(piece.from + SEARCH) {
        let tag = words.tag(at);
        // `Radio Tarn: You called it late.` is a turn.
        let told = words.is(at, &["i", "you", "we", "my", "your", "our"]);
        if matches!(tag, Tag::Quote | Tag::Subordinator) || tag.is_auxiliary() || told {
            return false;
        }
        let before = words.before(at, 1);
        let does = tag == Tag::Finite || tag == Tag::Participle;
        let will = tag == Tag::To && (before.tag == Tag::Name || before.surface.ends_with('s'));
        if does || will {
            return at > piece.from;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::find_quotes;
    use wirecopy_token::tokenize;

    /// Who speaks in `text`, in order.
    fn speakers(text: &str) -> Vec<&str> {
        let quotes = find_quotes(text, &tokenize(text));
        quotes.iter().filter_map(|quote| Some(quote.speaker?.of(text))).collect()
    }

    #[test]
    fn a_topic_says_nothing() {
        for text in [
            "Tennis: Lund beats Holm in five sets\n\n“It was hot,” Lund said.",
            "Tarn: Ferry crews to strike\n\nThe union said it would strike on Monday.",
        ] {
            assert_eq!(speakers(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn whoever_speaks_below_speaks_in_the_headline() {
        for text in [
            "Lund: Holm hides the truth\n\n“It was hot,” Lund said.",
            "Minister: Banks hide losses\n\n“They hid it,” Ana Lund said.",
            "Lund: Holm hides the truth",
            "Radio Tarn: You once missed a ferry.\n\n“It was hot,” Ana Lund said.",
        ] {
            let first = text.split(':').next().unwrap();
            assert_eq!(speakers(text).first(), Some(&first), "{text}");
        }
    }
}
