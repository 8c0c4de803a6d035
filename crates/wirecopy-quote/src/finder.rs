//! Finding every quotation of a text, paragraph by paragraph.

use crate::around::around;
use crate::beside::words_of;
use crate::continuity::Continuity;
use crate::controlled::controlled;
use crate::crossheads::without_crossheads;
use crate::ends::is_furniture;
use crate::leading::take_lead;
use crate::lexicon::{class::DET, usage};
use crate::linking::{Draft, link_all, without_scenes};
use crate::phrases::Phrase;
use crate::quote::{Act, Nested, Quote, QuoteKind};
use crate::tagger::{Judge, Labeller, Ruled};
use crate::topics::Topic;
use crate::vain::is_restated;
use crate::within::{read_again, within};
use crate::words::{Tag, Words};
use std::mem;
use wirecopy_text::{Span, Spanned};
use wirecopy_token::Tokens;

/// Paragraphs that are read together.
const BATCH: usize = 32;

/// Options of [`find_quotes`].
///
/// ```
/// use wirecopy_quote::QuoteFinder;
/// use wirecopy_token::tokenize;
///
/// let text = "";
/// assert!(QuoteFinder::new().find(text, &tokenize(text)).is_empty());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct QuoteFinder<'m> {
    speech_only: bool,
    nested: Nested,
    labeller: Option<&'m dyn Labeller>,
}

impl Default for QuoteFinder<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'m> QuoteFinder<'m> {
    /// By rules alone, and every attribution, whatever its act: a user who wants speech alone asks
    /// for it.
    #[must_use]
    pub const fn new() -> Self {
        Self { speech_only: false, nested: Nested::Told, labeller: None }
    }

    /// Has a trained model correct the rules: a [`crate::QuoteModel`], or another labeller of words.
    #[must_use]
    pub const fn labeller(self, labeller: &'m dyn Labeller) -> Self {
        Self { labeller: Some(labeller), ..self }
    }

    /// Which attributions within the content of another are given; [`Nested::Told`] by default.
    #[must_use]
    pub const fn nested(self, nested: Nested) -> Self {
        Self { nested, ..self }
    }

    /// Keeps only quotations whose act is [`crate::Act::Speech`].
    #[must_use]
    pub const fn speech_only(self) -> Self {
        Self { speech_only: true, ..self }
    }

    /// The quotations of `text`, ordered by the start of their content. See [`find_quotes`].
    #[must_use]
    pub fn find(&self, text: &str, tokens: &Tokens) -> Vec<Quote> {
        let mut quotes = Vec::new();
        let mut continuity = Continuity::default();
        let mut judge = self.labeller.map(Judge::new);
        let mut opens = true;
        let mut topic = None;
        // Step by step for some paragraphs at a time, so that a step finds its code near at hand.
        for paragraphs in tokens.paragraphs().chunks(BATCH) {
            let read = paragraphs.iter().map(|paragraph| Words::new(text, tokens, paragraph));
            let read: Vec<Words<'_>> = read.collect();
            let first_paragraph = opens;
            let linked = read.iter().map(|words| link_all(words, mem::take(&mut opens)));
            let mut linked: Vec<_> = linked.collect();
            if let Some(judge) = &mut judge {
                for (words, (drafts, _)) in read.iter().zip(&mut linked) {
                    *drafts = judge.drafts(words, Ruled::outer(drafts));
                }
                if let (Some(words), Some((drafts, _))) = (read.first(), linked.first_mut())
                    && first_paragraph
                {
                    without_scenes(words, drafts);
                }
            }
            if first_paragraph
                && let (Some(words), Some((drafts, _))) = (read.first(), linked.first())
            {
                topic = drafts.iter().find_map(|draft| Topic::of(words, draft));
            }
            for (words, (mut drafts, inner)) in read.iter().zip(linked) {
                drafts.retain(|draft| !says_nothing(words, draft));
                let mut within = within(words, &drafts, inner, self.nested);
                if self.nested == Nested::All {
                    if let Some(judge) = &mut judge {
                        within = read_again(words, &drafts, within, judge);
                    }
                    within
                        .retain(|draft| !says_nothing(words, draft) && !is_restated(words, draft));
                    within.iter_mut().for_each(|draft| take_lead(words, draft));
                    let apart: Vec<Draft> =
                        around(words, &drafts).chain(controlled(words, &drafts, &within)).collect();
                    within.extend(apart);
                }
                let first = quotes.len();
                quotes.extend(drafts.iter().filter_map(|draft| settle(words, draft)));
                continuity.carry(words, first, &mut quotes);
                quotes.extend(within.iter().filter_map(|draft| settle(words, draft)));
            }
        }
        quotes.retain(|quote| !quote.content.is_empty());
        if let Some(topic) = topic {
            topic.silence(text, &mut quotes);
        }
        if self.speech_only {
            quotes.retain(|quote| quote.act == Act::Speech);
        }
        quotes.sort_by_key(|quote| (quote.span().start(), quote.span().end()));
        without_crossheads(text, &mut quotes);
        quotes
    }
}

/// `a source who declined [to be named]`, `who requested [anonymity]`, `did not respond to [requests for
/// comment]`: how somebody came to have no name or no say.
fn says_nothing(words: &Words<'_>, draft: &Draft) -> bool {
    // `bus hit in attack LINK: https://…`: the page's, and a mark alone.
    let empty = |piece: &Phrase| {
        is_furniture(words, piece.from)
            || (piece.from..piece.to).all(|at| words.at(at).kind_is_sign())
    };
    if draft.content.iter().all(empty) {
        return true;
    }
    let [content] = draft.content.as_slice() else { return false };
    let opens = words.is(content.from, &["to", "not", "that", "anonymity"]);
    let near = content.from..content.to.min(content.from + 6);
    // `asked that she not be named`, and not `wrote that she was named mayor`
    let unnamed = !words.is(content.from, &["that"])
        || near.clone().any(|at| words.tag(at) == Tag::Negation || words.is(at, &["no"]));
    let hidden = opens
        && (unnamed && near.clone().any(|at| words.has(at, usage::HIDDEN))
            || near.into_iter().any(|at| is_own_name(words, at))
                && is_kept_back(words, draft.cue, *content));
    // `did not respond to requests for comment`
    let asked = content.from + usize::from(words.at(content.from).entry.is(DET));
    let asked = words.has(asked, usage::REQUEST);
    let silent = asked
        && draft.cue.is_some_and(|cue| (cue.from..cue.to).any(|at| words.tag(at) == Tag::Negation));
    hidden || silent
}

/// Whether somebody's own name begins at `at`: `her name`, `his last name`.
fn is_own_name(words: &Words<'_>, at: usize) -> bool {
    words.tag(at) == Tag::Possessive
        && (at + 1..at + 4)
            .take_while(|&at| !words.tag(at).is_break() && !words.tag(at).is_finite())
            .any(|at| words.is(at, &["name", "names", "surname"]))
}

/// `declined [to give her name]`, `asked [that his surname not be used]`, and not `promised [to give his name to the
/// school]`: whether what is asked or refused is to hide it.
fn is_kept_back(words: &Words<'_>, cue: Option<Phrase>, content: Phrase) -> bool {
    let near = || content.from..content.to.min(content.from + 12);
    let hides = |at: usize| words.tag(at) == Tag::Negation || words.is(at, &["only", "withheld"]);
    if words.tag(content.from) == Tag::That {
        let prints = ["used", "published", "printed", "withheld", "disclosed"];
        return near().any(hides) && near().any(|at| words.is(at, &prints));
    }
    let verb = content.from + 1 + usize::from(words.tag(content.from + 1) == Tag::To);
    let refuses = |at: usize| hides(at) || words.has(at, usage::YIELDS);
    let gives = ["give", "reveal", "disclose", "provide", "print", "publish", "use", "divulge"];
    words.is(verb, &gives)
        && (hides(content.from) || cue.is_some_and(|cue| (cue.from..cue.to).any(refuses)))
}

/// A draft in spans.
fn settle(words: &Words<'_>, draft: &Draft) -> Option<Quote> {
    let mut content: Vec<Span> = draft
        .content
        .iter()
        .map(|piece| words.span(piece.from, piece.to))
        .filter(|span| !span.is_empty())
        .collect();
    content.sort_unstable();
    content.dedup();
    if content.is_empty() {
        return None;
    }
    let (mut inside, mut all) = (0usize, 0usize);
    for piece in &draft.content {
        for at in piece.from..piece.to {
            let word = words.at(at);
            if !word.kind_is_sign() {
                all += 1;
                inside += usize::from(word.pair.is_some());
            }
        }
    }
    // Within a quotation what somebody else said stands in no marks of its own.
    let touches = |piece: &Phrase| words.tag(piece.from) == Tag::Quote;
    let told = inside == all
        && !draft.content.iter().any(touches)
        && draft.cue.is_some_and(|cue| words.at(cue.from).quoted);
    let kind = match inside {
        0 => QuoteKind::Indirect,
        _ if told => QuoteKind::Indirect,
        _ if inside == all => QuoteKind::Direct,
        _ => QuoteKind::Mixed,
    };
    Some(Quote {
        kind,
        act: draft.act,
        content,
        cue: draft.cue.map(|cue| words.span(cue.from, cue.to)).into_iter().collect(),
        speaker: draft.speaker.and_then(|speaker| who(words, whose_words(words, draft, speaker))),
        reason: draft.reason,
        evidence: draft.evidence.clone(),
    })
}

/// `Kerr` of `Kerr's message was short: “…”`.
fn whose_words(words: &Words<'_>, draft: &Draft, speaker: Phrase) -> Phrase {
    let names = draft.cue.is_some_and(|cue| {
        // `“Never,” came the reply from Kerr`
        let comes = words.is(cue.from, &["came", "comes", "come"]) && cue.to <= speaker.from;
        comes || words.tag(cue.from) == Tag::Be && speaker.to <= cue.from
    });
    let marked = draft.content.first().is_some_and(|piece| words.opens_speech(piece.from));
    let owner = if names && marked { words_of(words, speaker) } else { None };
    owner.map_or(speaker, |(owner, _)| owner)
}

/// Who speaks: `the government` of `the government Saturday`, `Holm` of `Holm's hope`; nobody is called
/// `there` or `Having`.
fn who(words: &Words<'_>, Phrase { mut from, mut to }: Phrase) -> Option<Span> {
    // `Read More | Holm`: a link of the page stands before the name.
    let read = usize::from(words.is(from, &["read"]));
    let more = words.is(from + read, &["more"]) && words.at(from + read).capital;
    if more && (read == 1 || words.is(from.wrapping_sub(1), &["read"])) && from + read + 1 < to {
        from += read + 1;
    }
    // `The officials [on Saturday] said`
    while from + 1 < to && matches!(words.tag(to - 1), Tag::Time | Tag::Genitive | Tag::Preposition)
    {
        to -= 1;
    }
    let alone = from + 1 == to;
    let nobody = matches!(
        words.tag(from),
        Tag::Adverb
            | Tag::Gerund
            | Tag::Subordinator
            | Tag::Preposition
            | Tag::To
            | Tag::Negation
            | Tag::Modal
            | Tag::Be
    );
    (!(alone && (nobody || words.is(from, &["there"])))).then(|| words.span(from, to))
}

/// The quotations of `text`, whose tokens are `tokens`, ordered by the start of their content.
///
/// Paragraphs are those of `tokens`. No names are needed: who speaks is told by the words around a
/// cue, and names are found the better for it. Time is linear in the length of the text.
#[must_use]
pub fn find_quotes(text: &str, tokens: &Tokens) -> Vec<Quote> {
    QuoteFinder::new().find(text, tokens)
}
