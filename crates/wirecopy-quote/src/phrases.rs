//! Noun phrases and verb groups, without a parser.
//!
//! A phrase is read off the tags from its last word leftwards, or from its first rightwards. All walks
//! are bounded by [`REACH`] words.

use crate::lexicon::{class::*, frame, lexicon, usage};
use crate::marks::MarkPair;
use crate::words::{Tag, Words};

/// How far a walk goes, in words.
pub(crate) const REACH: usize = 60;

/// Longest noun phrase without what hangs on it, in words.
const PHRASE: usize = 14;

/// Words from what has been issued to "by".
const ISSUED: usize = 6;

/// Most words of a bracket within a name, and the bracket.
const BRACKETED: usize = 5;

/// A run of words: `from` is its first, `to` is one past its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) from: usize,
    pub(crate) to: usize,
}

impl Phrase {
    pub(crate) const fn new(from: usize, to: usize) -> Self {
        Self { from, to }
    }

    /// Whether all words of the other are among its own.
    pub(crate) const fn holds(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// Whether the two have a word in common.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// The words that some phrases take, as phrases in order of which none overlaps another.
pub(crate) struct Taken(Vec<Phrase>);

impl Taken {
    pub(crate) fn by(phrases: impl IntoIterator<Item = Phrase>) -> Self {
        let mut phrases: Vec<Phrase> = phrases.into_iter().collect();
        phrases.sort_by_key(|phrase| (phrase.from, phrase.to));
        let mut runs: Vec<Phrase> = Vec::with_capacity(phrases.len());
        for phrase in phrases {
            match runs.last_mut() {
                Some(last) if phrase.from < last.to => last.to = last.to.max(phrase.to),
                _ => runs.push(phrase),
            }
        }
        Self(runs)
    }

    /// Whether the phrase has a word of them.
    pub(crate) fn meet(&self, phrase: Phrase) -> bool {
        let at = self.0.partition_point(|run| run.to <= phrase.from);
        self.0.get(at).is_some_and(|run| run.meets(phrase))
    }
}

/// The first word of the verb group whose main verb is at `verb`: auxiliaries, adverbs, negations,
/// and a governing verb with `to` (`refused to say`).
pub(crate) fn group_start(words: &Words<'_>, verb: usize) -> usize {
    let mut from = verb;
    let mut at = verb;
    for _ in 0..12 {
        let Some(previous) = at.checked_sub(1) else { break };
        if words.at(previous).quoted || words.at(previous).sentence != words.at(verb).sentence {
            break;
        }
        let here = words.tag(at);
        // `has the right | to defend`
        if here == Tag::To && words.is(previous, &["right"]) {
            break;
        }
        match words.tag(previous) {
            Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::To | Tag::Negation => from = previous,
            Tag::Adverb => {}
            Tag::Finite | Tag::Participle | Tag::Base | Tag::Gerund
                if here == Tag::To || matches!(here, Tag::Participle | Tag::Gerund) =>
            {
                from = previous;
            }
            Tag::Adjective if here == Tag::To => from = previous,
            // `went on to say`
            _ if here == Tag::To
                && words.is(previous, &["on"])
                && words.is(previous.saturating_sub(1), &["go", "goes", "went", "going"]) => {}
            _ if words.is(previous, &["go", "goes", "went", "going"]) && words.is(at, &["on"]) => {
                from = previous;
            }
            _ => break,
        }
        at = previous;
    }
    // Adverbs before the group belong to it: `also has said`.
    while from > 0
        && (words.tag(from - 1) == Tag::Adverb || is_floating(words, from - 1))
        && !(words.tag(from) == Tag::To && words.is(from - 1, &["right"]))
        && words.at(from - 1).sentence == words.at(verb).sentence
        && !words.at(from - 1).capital
    {
        from -= 1;
    }
    from
}

/// `all`, `himself` between a subject and its verb.
fn is_floating(words: &Words<'_>, at: usize) -> bool {
    let floats =
        words.is(at, &["all", "both", "each", "himself", "herself", "themselves", "itself"]);
    floats && at > 0 && (words.tag(at - 1).ends_phrase() || words.tag(at - 1) == Tag::Wh)
}

/// The noun phrase that ends right before word `to`, with phrases that hang on it by a preposition
/// (`a spokesman for the mayor of Oslo`).
pub(crate) fn phrase_left(words: &Words<'_>, to: usize) -> Option<Phrase> {
    let mut from = chunk_left(words, to)?;
    for _ in 0..6 {
        let Some(previous) = from.checked_sub(1) else { break };
        if words.at(previous).sentence != words.at(from).sentence {
            break;
        }
        let hangs = match words.tag(previous) {
            // `…, according to | polls reported by the Herald`
            Tag::Preposition => {
                !words.is(previous, &["before", "after", "since", "than", "as", "until", "till"])
                    && !words.is(previous.wrapping_sub(1), &["according"])
            }
            Tag::Coordinator => words.is(previous, &["and", "or", "&"]) && coordinates(words, from),
            _ => false,
        };
        if !hangs {
            break;
        }
        match issued_before(words, previous).or_else(|| chunk_left(words, previous)) {
            Some(further) => from = further,
            None => break,
        }
    }
    Some(Phrase::new(from, to))
}

/// `[a statement] issued here on Friday by`: where what somebody made begins, before the "by" at `by`.
fn issued_before(words: &Words<'_>, by: usize) -> Option<usize> {
    if !words.is(by, &["by"]) {
        return None;
    }
    let floor = by.saturating_sub(ISSUED);
    let when = |at: usize| {
        matches!(words.tag(at), Tag::Time | Tag::Adverb | Tag::Number)
            || words.is(at, &["on", "late", "early"])
    };
    let made = (floor..by).rev().find(|&at| !when(at))?;
    let participle = words.at(made).entry.is(PARTICIPLE) && made + 1 < by;
    let noun = made.checked_sub(1).filter(|_| participle)?;
    (words.tag(noun) == Tag::Noun).then(|| chunk_left(words, made)).flatten()
}

/// Whether the phrase from word `from` and the one before the coordinator stand side by side:
/// what comes before the two is no verb and no preposition.
fn coordinates(words: &Words<'_>, from: usize) -> bool {
    let Some(mut left) = from.checked_sub(1).and_then(|at| chunk_left(words, at)) else {
        return false;
    };
    // The one before may hang on another: `envoy for Syria and minister`.
    for _ in 0..3 {
        let Some(at) = left.checked_sub(1).filter(|&at| words.tag(at) == Tag::Preposition) else {
            break;
        };
        match chunk_left(words, at) {
            Some(further) if further < at => left = further,
            _ => break,
        }
    }
    let before = words.before(left, 1);
    // `Dahl said [Kerry and Lavrov] had agreed`: nobody says a person.
    let named = from.checked_sub(2).is_some_and(|at| words.tag(at) == Tag::Name);
    left == 0
        || named && before.entry.verb.is_some_and(takes_plain_clause)
        || before.sentence != words.at(from).sentence
        || matches!(
            before.tag,
            Tag::Comma
                | Tag::Stop
                | Tag::Quote
                | Tag::Colon
                | Tag::Dash
                | Tag::That
                | Tag::Subordinator
                | Tag::Coordinator
                | Tag::Adverb
        )
}

/// Whether a verb takes a clause and no hearer: "said", but not "told".
fn takes_plain_clause(lemma: u16) -> bool {
    let verbs = lexicon().verbs(lemma);
    let plain = verbs.iter().find(|entry| entry.particle.is_none());
    plain.is_some_and(|entry| entry.allows(frame::CLAUSE) && !entry.allows(frame::HEARER))
}

/// First word of the bare noun phrase that ends right before word `to`.
fn chunk_left(words: &Words<'_>, to: usize) -> Option<usize> {
    let last = to.checked_sub(1)?;
    let mut from = None;
    let mut at = last;
    if words.tag(last) == Tag::CloseBracket {
        at = bracket_left(words, last)?.checked_sub(1)?;
    }
    let sentence = words.at(at).sentence;
    for _ in 0..PHRASE {
        let word = words.at(at);
        let first = from.is_none();
        // `Kerr's book [“We Sang”] tells`
        let titled =
            !word.quoted && word.sentence == sentence && !words.before(at, 1).tag.is_break();
        let closes = |pair: &&MarkPair| titled && words.index_at(pair.end) == at + 1;
        if let Some(pair) = words.pair_at(at).filter(closes) {
            let open = words.index_at(pair.open.start()).min(at);
            from = Some(open);
            if open == 0 || words.at(open).sentence != sentence {
                break;
            }
            at = open - 1;
            continue;
        }
        if let Some(town) = seat_before(words, at).filter(|_| !first) {
            from = Some(town);
            at = town - 1;
            continue;
        }
        // `the Mill Owners' Union (MOU) chairman`, `Kerr Bank (Norland) SA`
        if let Some(before) = short_bracket(words, at).filter(|_| !first) {
            at = before;
            continue;
        }
        let fits = word.sentence == sentence && belongs_left(words, at, first);
        if !fits || !first && is_seam(words, at) {
            break;
        }
        from = Some(at);
        if opens_left(words, at) || at == 0 {
            break;
        }
        at -= 1;
    }
    let from = from?;
    let holds = (from..to).any(|at| {
        words.tag(at).ends_phrase()
            || matches!(words.tag(at), Tag::Determiner | Tag::Adjective | Tag::Wh)
    });
    holds.then_some(from)
}

/// Whether the word at `at` may stand in a bare noun phrase, as the last word of it if `last`.
fn belongs_left(words: &Words<'_>, at: usize, last: bool) -> bool {
    let word = words.at(at);
    let before = words.before(at, 1).tag;
    match word.tag {
        Tag::Noun | Tag::Name | Tag::Number | Tag::Adjective => true,
        Tag::Pronoun => last || word.entry.is(DET | NUMBER),
        Tag::ObjectPronoun | Tag::Wh => last,
        // `Lloyd's said`
        Tag::Genitive if last => before == Tag::Name,
        Tag::Determiner => true,
        Tag::Possessive | Tag::Genitive | Tag::Time => !last,
        // `had drawn | criticism`
        Tag::Participle => !last && !matches!(before, Tag::Have | Tag::Be),
        // `…, underwriting sources`, but `…, saying officials`
        Tag::Gerund => !last && (before != Tag::Comma || word.entry.verb.is_none()),
        Tag::Adverb => !last && before == Tag::Determiner,
        // `“mine,” | Kerr said`
        Tag::Quote => !word.quoted && word.pair.is_some() && !before.is_break(),
        Tag::Other if matches!(word.surface, "<" | ">") => true,
        _ => word.pair.is_some() && !word.quoted && !word.tag.is_break(),
    }
}

/// Whether nothing of a bare noun phrase stands before the word at `at`.
fn opens_left(words: &Words<'_>, at: usize) -> bool {
    let before = words.before(at, 1);
    match words.tag(at) {
        Tag::Pronoun | Tag::ObjectPronoun | Tag::Wh => true,
        Tag::Determiner => before.tag != Tag::Determiner || before.pair.is_some(),
        Tag::Possessive => before.tag != Tag::Determiner,
        _ => false,
    }
}

/// Whether a phrase that ends in the word at `at` and one that begins after it meet there:
/// `told reporters | Kerry would`, `in a statement | Kerry said`.
fn is_seam(words: &Words<'_>, at: usize) -> bool {
    let (left, right) = (words.at(at), words.at(at + 1));
    // `the raids of Aug. 7 | show`
    let day = left.entry.is(MONTH)
        && right.tag == Tag::Number
        && !words.tag(at + 2).begins_phrase()
        && !words.tag(at + 2).is_break();
    if left.tag == Tag::Time && right.tag != Tag::Noun && !day {
        return true;
    }
    if left.tag == Tag::Number && right.tag == Tag::Name && left.span.len() == 4 {
        return true;
    }
    if matches!(right.tag, Tag::Determiner | Tag::Possessive) {
        return !matches!(left.tag, Tag::Determiner);
    }
    // `…, corrections Officer Ann Kerry said`
    let titled = words.before(at, 1).tag == Tag::Comma && right.entry.is(TITLE);
    if left.tag != Tag::Noun || words.capitals || right.tag != Tag::Name || titled {
        return false;
    }
    // `…, a claim | Kerry denied`
    let claim = left.entry.noun.is_some() || words.has(at, usage::SUMMARY);
    let sums = words.is(at.wrapping_sub(1), &["a", "an"]) && words.before(at, 2).tag == Tag::Comma;
    if claim && sums {
        return true;
    }
    // `After the vote | Kerry said`
    let back = (1..4).find(|&back| words.before(at, back).tag == Tag::Determiner);
    let opens = back.is_some_and(|back| {
        let preposition = at.wrapping_sub(back + 1);
        words.tag(preposition) == Tag::Preposition && preposition == words.sentence(at).0
    });
    if opens && !left.entry.is(TITLE | SPEAKER_NOUN) {
        return true;
    }
    let surface = left.surface;
    let plural = surface.ends_with('s') && !surface.ends_with("ss") || left.entry.is(PLURAL);
    left.entry.is(MEDIUM) || plural && !left.entry.is(TITLE)
}

/// The word before a bracket of a few words with capitals that closes at `at`, where a name stands before it.
fn short_bracket(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.tag(at) != Tag::CloseBracket {
        return None;
    }
    let floor = at.saturating_sub(BRACKETED);
    let open = (floor..at).rev().find(|&at| words.tag(at) == Tag::OpenBracket)?;
    let before = open.checked_sub(1)?;
    let loud = (open + 1..at).all(|at| words.at(at).capital);
    (loud && words.tag(before) == Tag::Name).then_some(before)
}

/// The opening bracket of the closing one at `at`.
fn bracket_left(words: &Words<'_>, at: usize) -> Option<usize> {
    (at.saturating_sub(REACH)..at).rev().find(|&left| words.tag(left) == Tag::OpenBracket)
}

/// One past the last word of the noun phrase that begins at `from`, with what hangs on it by a
/// preposition when `hanging` is set.
pub(crate) fn phrase_right(words: &Words<'_>, from: usize, hanging: bool) -> Option<usize> {
    let mut to = chunk_right(words, from)?;
    for _ in 0..6 {
        let next = words.tag(to);
        let same = words.at(to).sentence == words.at(from).sentence;
        // `a source close to the mayor`
        let close = words.is(to, &["close"]) && words.is(to + 1, &["to"]);
        let hangs = same
            && match next {
                Tag::Adjective => hanging && close,
                Tag::Preposition => {
                    hanging
                        && !words
                            .is(to, &["before", "after", "since", "than", "as", "during", "while"])
                }
                Tag::Coordinator => {
                    words.is(to, &["and", "or", "&"]) && words.tag(to + 1).begins_phrase()
                }
                _ => false,
            };
        if !hangs {
            break;
        }
        let Some(further) = chunk_right(words, to + 1 + usize::from(close)) else { break };
        if next == Tag::Coordinator && words.tag(further).is_finite() {
            break;
        }
        to = further;
    }
    Some(to)
}

/// One past the last word of the bare noun phrase that begins at `from`.
pub(crate) fn chunk_right(words: &Words<'_>, from: usize) -> Option<usize> {
    let sentence = words.at(from).sentence;
    let mut at = from;
    let mut headed = false;
    while at < from + PHRASE {
        let word = words.at(at);
        if word.sentence != sentence {
            break;
        }
        if word.tag == Tag::Comma && seat_before(words, at + 2).is_some_and(|town| town > from) {
            at += 3;
            continue;
        }
        let fits = match word.tag {
            Tag::Noun | Tag::Name | Tag::Number => true,
            Tag::Pronoun | Tag::ObjectPronoun => !headed,
            Tag::Determiner | Tag::Possessive => !headed,
            Tag::Adjective => !headed || words.tag(at + 1) == Tag::Noun,
            Tag::Participle | Tag::Gerund => !headed && at > from,
            Tag::Adverb => {
                let before = words.before(at, 1).tag;
                !headed && at == from || matches!(before, Tag::Determiner | Tag::Possessive)
            }
            Tag::Genitive => headed,
            Tag::OpenBracket => headed,
            Tag::Quote => !word.quoted && word.pair.is_some(),
            // `Monday's vote`
            Tag::Time if at == from && words.tag(at + 1) == Tag::Genitive => true,
            // `in a June report`
            Tag::Time => {
                let led = at > from && matches!(words.before(at, 1).tag, Tag::Determiner);
                (headed || led) && words.tag(at + 1) == Tag::Noun
            }
            // `<Kerr Lines Inc>`, `Kerr Lines Inc <KLI>`
            Tag::Other if matches!(word.surface, "<" | ">") => true,
            _ => word.pair.is_some() && !word.quoted,
        };
        if !fits
            || headed
                && at > from
                && is_seam(words, at - 1)
                && words.before(at, 1).tag != Tag::Genitive
        {
            break;
        }
        if word.tag == Tag::OpenBracket {
            let close = (at..at + 8).find(|&close| words.tag(close) == Tag::CloseBracket);
            match close {
                Some(close) => at = close + 1,
                None => break,
            }
            continue;
        }
        headed |= matches!(
            word.tag,
            Tag::Noun | Tag::Name | Tag::Pronoun | Tag::ObjectPronoun | Tag::Number | Tag::Time
        );
        if word.tag == Tag::Genitive {
            headed = false;
        }
        at += 1;
        if matches!(word.tag, Tag::Pronoun | Tag::ObjectPronoun) {
            break;
        }
    }
    let named =
        (from..at).any(|at| words.tag(at).ends_phrase() || words.tag(at) == Tag::Determiner);
    (at > from && named).then_some(at)
}

/// `the Tarn, N.Y., | paper`: the first word of the town, where the comma at `comma` closes where something is
/// and stands between the article and the noun.
pub(crate) fn seat_before(words: &Words<'_>, comma: usize) -> Option<usize> {
    let state = comma.checked_sub(1)?;
    let opens = state.checked_sub(1)?;
    let short = words.tag(state) == Tag::Name && words.surface(state).ends_with('.');
    let signs = words.tag(comma) == Tag::Comma && words.tag(opens) == Tag::Comma;
    if !short || !signs || !matches!(words.tag(comma + 1), Tag::Noun | Tag::Adjective | Tag::Name) {
        return None;
    }
    let article = (opens.saturating_sub(4)..opens).rev().find(|&at| words.tag(at) != Tag::Name)?;
    let named = words.tag(article) == Tag::Determiner && article + 1 < opens;
    named.then_some(article + 1)
}

/// Past the gerund before an office: `presiding | judge Ann Kerr`.
pub(crate) fn past_acting(words: &Words<'_>, at: usize) -> usize {
    let acts = words.tag(at) == Tag::Gerund && words.at(at + 1).entry.is(TITLE | SPEAKER_NOUN);
    at + usize::from(acts)
}

/// Past what stands between commas about the phrase that ends at `to`: `her boss, Ann Kerr, | that`.
pub(crate) fn past_aside(words: &Words<'_>, to: usize) -> usize {
    let close = apposition(words, to);
    if close > to && words.tag(close) == Tag::Comma { close + 1 } else { to }
}

/// One past the last word of an apposition that follows a name at `to`: `Harf, a spokeswoman,`.
pub(crate) fn apposition(words: &Words<'_>, to: usize) -> usize {
    if words.tag(to) != Tag::Comma {
        return to;
    }
    let (_, end) = words.sentence(to);
    let from = to + 1;
    let titled = |next| matches!(words.tag(next), Tag::Preposition | Tag::Comma | Tag::Stop);
    let fits = match words.tag(from) {
        Tag::Determiner | Tag::Noun | Tag::Possessive | Tag::Adjective => true,
        Tag::Name => chunk_right(words, from).is_some_and(titled),
        _ => false,
    };
    if !fits {
        return to;
    }
    let mut relative = false;
    for at in from..end.min(from + 26) {
        // `a neurologist who led the trial`
        relative |= words.tag(at) == Tag::Wh;
        let finite = words.tag(at).is_finite() && !relative;
        let broken = words.at(at).quoted || finite || words.is(at, &["but"]);
        if broken {
            return to;
        }
        if matches!(words.tag(at), Tag::Comma | Tag::Stop) {
            return at;
        }
    }
    to
}
