//! Noun phrases and subjects, without a parser.
//!
//! A phrase is read off the tags from its last word leftwards, or from its first rightwards. A
//! subject is what stands left of a verb group once asides are stepped over: `Kerry, who had flown
//! in from Oslo, then said`. All walks are bounded by [`REACH`] words.

use crate::lexicon::{class::*, frame, lexicon, usage};
use crate::words::{Tag, Words};

/// How far a walk goes, in words.
pub(crate) const REACH: usize = 60;

/// Longest noun phrase without what hangs on it, in words.
const PHRASE: usize = 14;

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
            Tag::Preposition => {
                !words.is(previous, &["before", "after", "since", "than", "as", "until", "till"])
            }
            Tag::Coordinator => words.is(previous, &["and", "or", "&"]) && coordinates(words, from),
            _ => false,
        };
        if !hangs {
            break;
        }
        match chunk_left(words, previous) {
            Some(further) => from = further,
            None => break,
        }
    }
    Some(Phrase::new(from, to))
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
        let fits = word.sentence == sentence
            && match word.tag {
                Tag::Noun | Tag::Name | Tag::Number => true,
                Tag::Pronoun => first || word.entry.is(DET | NUMBER),
                Tag::ObjectPronoun | Tag::Wh => first,
                // `Lloyd's said`
                Tag::Genitive if first => words.before(at, 1).tag == Tag::Name,
                Tag::Determiner | Tag::Possessive | Tag::Genitive => {
                    !first || word.tag == Tag::Determiner
                }
                Tag::Adjective | Tag::Participle => !first || word.tag == Tag::Adjective,
                // `…, underwriting sources`, but `…, saying officials`
                Tag::Gerund => {
                    !first && (words.before(at, 1).tag != Tag::Comma || word.entry.verb.is_none())
                }
                Tag::Time => !first,
                Tag::Adverb => !first && words.before(at, 1).tag == Tag::Determiner,
                Tag::Quote => !word.quoted && word.pair.is_some(),
                Tag::Other if matches!(word.surface, "<" | ">") => true,
                _ => word.pair.is_some() && !word.quoted && !word.tag.is_break(),
            };
        if !fits || !first && is_seam(words, at) {
            break;
        }
        from = Some(at);
        let opens = match word.tag {
            Tag::Pronoun | Tag::ObjectPronoun | Tag::Wh => true,
            Tag::Determiner => {
                !matches!(words.before(at, 1).tag, Tag::Determiner)
                    || words.before(at, 1).pair.is_some()
            }
            Tag::Possessive => words.before(at, 1).tag != Tag::Determiner,
            _ => false,
        };
        if opens || at == 0 {
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
            Tag::Time => headed && words.tag(at + 1) == Tag::Noun,
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
            Tag::Noun | Tag::Name | Tag::Pronoun | Tag::ObjectPronoun | Tag::Number
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

/// The subject of the verb group that begins at word `group`, asides between the two stepped over.
pub(crate) fn subject_left(words: &Words<'_>, group: usize) -> Option<Phrase> {
    let to = group;
    let (first, _) = words.sentence(group);
    let previous = group.checked_sub(1).filter(|&at| at >= first)?;
    match words.tag(previous) {
        Tag::Comma | Tag::Dash => {
            let phrase = after_aside(words, previous, first)?;
            let and = phrase.from.checked_sub(1).filter(|&and| and > first);
            let joined = and.is_some_and(|and| is_joined_behind_aside(words, and, first));
            Some(if joined { Phrase::new(first, phrase.to) } else { phrase })
        }
        Tag::Time => {
            let mut at = previous;
            while at > first && matches!(words.tag(at), Tag::Time | Tag::Number | Tag::Adverb) {
                at -= 1;
            }
            if words.tag(at) == Tag::Preposition {
                at = at.checked_sub(1)?;
            }
            // `a survey published on Monday found`
            let reduced = words.at(at).entry.is(PARTICIPLE) && at > first;
            if reduced
                && let Some(phrase) = phrase_left(words, at).filter(|phrase| phrase.from >= first)
            {
                return Some(Phrase::new(phrase.from, to));
            }
            // `Kerry, who had come from Oslo, on Friday said`
            if words.tag(at) == Tag::Comma
                && let Some(phrase) = after_aside(words, at, first)
            {
                return Some(phrase);
            }
            let end = if words.tag(at) == Tag::Comma { at } else { at + 1 };
            let phrase = phrase_left(words, end).filter(|phrase| phrase.from >= first)?;
            Some(settle(words, phrase, first))
        }
        // `the firms involved said`
        _ if words.has(previous, usage::REDUCED) => {
            let phrase = phrase_left(words, previous).filter(|phrase| phrase.from >= first)?;
            Some(Phrase::new(phrase.from, to))
        }
        // `a source who asked not to be named said`
        Tag::Participle | Tag::Base => named_by_clause(words, previous, first),
        Tag::Wh if is_adverb(words, previous) => None,
        Tag::Wh => Some(relative(words, previous, first)),
        _ => {
            let phrase = phrase_left(words, to).filter(|phrase| phrase.from >= first)?;
            // `Kerry had earlier | this year | promised`
            if is_time(words, phrase) && phrase.from > first {
                let mut at = phrase.from;
                while at > first && matches!(words.tag(at - 1), Tag::Adverb | Tag::Time) {
                    at -= 1;
                }
                return subject_left(words, group_start(words, at));
            }
            let settled = past_adverbial(words, phrase, first)
                .or_else(|| with_seat(words, phrase, first))
                .unwrap_or_else(|| settle(words, phrase, first));
            Some(with_listed(words, settled, first))
        }
    }
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

/// `The Tarn, Texas, [lender] said`: where a company sits stands between the article and the noun.
fn with_seat(words: &Words<'_>, phrase: Phrase, first: usize) -> Option<Phrase> {
    let noun = |at: usize| matches!(words.tag(at), Tag::Noun | Tag::Adjective);
    let opens = words.is(first, &["the"]) && words.tag(first + 1) == Tag::Name;
    if !opens || phrase.from <= first + SEAT_LEAST || phrase.from > first + SEAT {
        return None;
    }
    let seat = first + 1..phrase.from;
    let plain = seat.clone().all(|at| matches!(words.tag(at), Tag::Name | Tag::Comma));
    let commas = seat.filter(|&at| words.tag(at) == Tag::Comma).count();
    let closed = words.tag(phrase.from - 1) == Tag::Comma && commas == 2;
    let bare = (phrase.from..phrase.to).all(noun);
    (plain && closed && bare).then(|| Phrase::new(first, phrase.to))
}

/// `[Norland, US] want talks`: in a headline a comma stands for "and", where no verb in `-s` follows;
/// `[Ann Kerr (Tarn), Tom Berg (Norden) and Eva Dahl] said`: elsewhere an "and" tells that names are listed.
fn with_listed(words: &Words<'_>, phrase: Phrase, first: usize) -> Phrase {
    let Some(comma) = phrase.from.checked_sub(1).filter(|&comma| comma > first) else {
        return phrase;
    };
    if is_joined_behind_aside(words, comma, first) {
        return Phrase::new(first, phrase.to);
    }
    let headline = words.tag(words.len().saturating_sub(1)) != Tag::Stop;
    let listed = (phrase.from..phrase.to).any(|at| words.is(at, &["and"]));
    let named = |from: usize, to: usize| {
        let name = |at: usize| match words.tag(at) {
            Tag::Name => true,
            Tag::Coordinator | Tag::Comma | Tag::OpenBracket | Tag::CloseBracket => listed,
            _ => false,
        };
        (from..to).all(name)
    };
    let several = words.tag(comma) == Tag::Comma
        && named(first, comma)
        && named(phrase.from, phrase.to)
        && !words.at(phrase.to).entry.is(THIRD);
    if (headline || listed) && several { Phrase::new(first, phrase.to) } else { phrase }
}

/// `Tom Berg, 45, and | his wife Anna`, `Tom Berg, the mayor, and | Ann Kerr`: whether the "and" at `and` joins
/// what stands behind an aside to who opens the sentence.
fn is_joined_behind_aside(words: &Words<'_>, and: usize, first: usize) -> bool {
    let Some(comma) = and.checked_sub(1).filter(|&comma| comma > first) else { return false };
    let named = words.tag(first) == Tag::Name && !words.is(first, &["the"]);
    let plain = |at: usize| {
        let tag = words.tag(at);
        !tag.is_finite() && !words.at(at).quoted && !matches!(tag, Tag::That | Tag::Colon)
    };
    let aside = (first..comma).find(|&at| words.tag(at) == Tag::Comma);
    words.is(and, &["and"])
        && words.tag(comma) == Tag::Comma
        && named
        && aside.is_some_and(|aside| (first..aside).all(|at| words.tag(at) == Tag::Name))
        && (first..comma).all(plain)
}

/// Words of an article, a town, its state and the commas, and the fewest behind the article but one.
const SEAT: usize = 9;
const SEAT_LEAST: usize = 4;

/// Longest relative clause without commas, in words.
const RELATIVE: usize = 16;

/// `a source [who asked not to be named]`: whom a relative clause that ends in a verb is about.
fn named_by_clause(words: &Words<'_>, last: usize, first: usize) -> Option<Phrase> {
    let floor = last.saturating_sub(RELATIVE).max(first);
    let before = (floor..last).rev().take_while(|&at| !words.tag(at).is_break());
    let mut relatives = before.filter(|&at| words.tag(at) == Tag::Wh);
    let who = relatives.find(|&at| words.is(at, &["who", "which", "that"]))?;
    let head = phrase_left(words, who).filter(|phrase| phrase.from >= first && who > first)?;
    Some(Phrase::new(head.from, last + 1))
}

/// `who in the past has said`: a phrase with a preposition that hangs on nothing before it is an
/// adverbial, and the subject stands before that.
fn past_adverbial(words: &Words<'_>, phrase: Phrase, first: usize) -> Option<Phrase> {
    let preposition = phrase.from.checked_sub(1).filter(|&at| at > first)?;
    if words.tag(preposition) != Tag::Preposition {
        return None;
    }
    match words.tag(preposition - 1) {
        Tag::Wh => Some(relative(words, preposition - 1, first)),
        // `Kerry, a former envoy, in a short speech said`
        Tag::Comma if words.is(preposition, &["in", "at", "on", "during", "after", "before"]) => {
            after_aside(words, preposition - 1, first)
        }
        _ => None,
    }
}

/// `this year`, `last Monday`: when, not who.
fn is_time(words: &Words<'_>, phrase: Phrase) -> bool {
    words.is(phrase.from, &["this", "last", "that", "next", "earlier"])
        && phrase.to == phrase.from + 2
        && words.at(phrase.from + 1).entry.is(TIME)
}

/// `asked when told of it`: nobody is called when.
fn is_adverb(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &["when", "where", "why", "how", "whenever", "wherever"])
}

/// `who`, with the phrase that it goes back to.
fn relative(words: &Words<'_>, at: usize, first: usize) -> Phrase {
    if !words.is(at, &["who", "which", "that"]) {
        return Phrase::new(at, at + 1);
    }
    let end = match at.checked_sub(1) {
        Some(comma) if words.tag(comma) == Tag::Comma => comma,
        _ => at,
    };
    let head = phrase_left(words, end).filter(|phrase| phrase.from >= first && end > first);
    // `Ann Ruiz, 21, who`
    let aged = head.filter(|head| is_number(words, *head));
    let comma = aged.and_then(|aged| aged.from.checked_sub(1));
    let comma = comma.filter(|&comma| comma > first && words.tag(comma) == Tag::Comma);
    let head = comma.and_then(|comma| phrase_left(words, comma)).or(head);
    match head.filter(|head| head.from >= first) {
        Some(phrase) => Phrase::new(phrase.from, at + 1),
        None => Phrase::new(at, at + 1),
    }
}

/// A phrase that is the object of a verb within a relative clause gives way to what the clause
/// hangs on: `voters [who back Kerry] said`.
fn settle(words: &Words<'_>, phrase: Phrase, first: usize) -> Phrase {
    let Some(before) = phrase.from.checked_sub(1).filter(|&at| at >= first) else { return phrase };
    if words.tag(before) == Tag::Wh && words.is(before, &["who", "which"]) {
        return phrase;
    }
    let hangs = words.tag(before) == Tag::Preposition;
    if !hangs && !words.tag(before).is_verb() {
        return phrase;
    }
    // `the crew [based at Kastrup] said`, `people [living in Oslo] said`
    let verb = before.saturating_sub(1);
    let reduced = hangs
        && verb > first
        && matches!(words.tag(verb), Tag::Finite | Tag::Participle | Tag::Gerund)
        && matches!(words.tag(verb - 1), Tag::Noun | Tag::Name);
    if reduced && let Some(outer) = phrase_left(words, verb).filter(|outer| outer.from >= first) {
        return Phrase::new(outer.from, phrase.to);
    }
    // `Kerry, speaking to reporters said`: the second comma is missing.
    let aside = hangs && verb > first && words.tag(verb) == Tag::Gerund;
    if aside
        && words.tag(verb - 1) == Tag::Comma
        && words.before(verb, 2).tag == Tag::Name
        && let Some(outer) = phrase_left(words, verb - 1).filter(|outer| outer.from >= first)
    {
        return Phrase::new(outer.from, phrase.to);
    }
    let from = before.saturating_sub(16).max(first);
    for at in (from..before).rev() {
        match words.tag(at) {
            Tag::Wh if words.is(at, &["who", "which", "that"]) => {
                let end = if at > first && words.tag(at - 1) == Tag::Comma { at - 1 } else { at };
                return match phrase_left(words, end) {
                    Some(outer) if outer.from >= first && end > first => outer,
                    _ => phrase,
                };
            }
            Tag::Comma | Tag::Stop | Tag::Quote | Tag::Colon | Tag::Dash | Tag::That => break,
            _ => {}
        }
    }
    phrase
}

/// `Kerry, a former senator, said`: the subject before a pair of commas or dashes. The phrase
/// includes the aside.
fn after_aside(words: &Words<'_>, close: usize, first: usize) -> Option<Phrase> {
    let floor = close.saturating_sub(REACH).max(first);
    let mut at = close;
    let mut tries = 0;
    while at > floor && tries < 4 {
        at -= 1;
        if words.at(at).quoted {
            return None;
        }
        if !matches!(words.tag(at), Tag::Comma | Tag::Dash) {
            continue;
        }
        tries += 1;
        if !is_aside(words, at + 1, close) {
            if clause_stands(words, at + 1, close) {
                return None;
            }
            continue;
        }
        if let Some(phrase) = phrase_left(words, at).filter(|phrase| phrase.from >= first)
            && !is_number(words, phrase)
        {
            // `In an interview, envoy Ann Kerry, said`: the comma behind the name is one too many.
            let adverbial =
                phrase.from == first + 1 && words.is(first, &["in", "at", "on", "during"]);
            if adverbial
                && (at + 1..close).all(|at| is_of_phrase(words, at))
                && words.tag(close - 1) == Tag::Name
            {
                return Some(Phrase::new(at + 1, close));
            }
            let phrase = settle(words, phrase, first);
            let from = head_of_chain(words, phrase, first);
            return Some(Phrase::new(from, close.max(phrase.to)));
        }
    }
    None
}

/// Whether the word may stand in a phrase with what hangs on it: `deputy head of sports Ann Kerry`.
fn is_of_phrase(words: &Words<'_>, at: usize) -> bool {
    let tag = words.tag(at);
    tag.ends_phrase()
        || matches!(tag, Tag::Determiner | Tag::Adjective | Tag::Preposition | Tag::Genitive)
}

/// `Kerry, the head of X, a former senator,`: where the chain of appositions begins, if `phrase` is
/// one of its links and the chain opens the clause.
fn head_of_chain(words: &Words<'_>, phrase: Phrase, first: usize) -> usize {
    let opens = |at: usize| {
        at == first
            || matches!(
                words.tag(at - 1),
                Tag::That
                    | Tag::Subordinator
                    | Tag::Coordinator
                    | Tag::Quote
                    | Tag::Stop
                    | Tag::Colon
            )
    };
    let mut from = phrase.from;
    for _ in 0..3 {
        let Some(comma) = from.checked_sub(1).filter(|&at| at > first) else { break };
        if words.tag(comma) != Tag::Comma || !matches!(words.tag(from), Tag::Determiner | Tag::Name)
        {
            break;
        }
        let Some(left) = phrase_left(words, comma).filter(|left| left.from >= first) else { break };
        let hung = left.from > first && !opens(left.from) && words.tag(left.from - 1) != Tag::Comma;
        if hung || is_number(words, left) {
            break;
        }
        from = left.from;
    }
    if opens(from) { from } else { phrase.from }
}

fn is_number(words: &Words<'_>, phrase: Phrase) -> bool {
    (phrase.from..phrase.to).all(|at| words.tag(at) == Tag::Number)
}

/// Whether the words between two commas could be dropped: an apposition, a relative clause, an
/// adverbial.
fn is_aside(words: &Words<'_>, from: usize, to: usize) -> bool {
    if from >= to {
        return false;
    }
    match words.tag(from) {
        Tag::Wh
        | Tag::Preposition
        | Tag::Participle
        | Tag::Gerund
        | Tag::Subordinator
        | Tag::Adverb
        | Tag::To => true,
        Tag::Possessive if words.is(from, &["whose"]) => true,
        // `Kerr Corp., rumored a target for months, said`
        Tag::Finite => words.at(from).entry.is(PARTICIPLE) || words.at(from).entry.classes == 0,
        Tag::Coordinator => false,
        _ => !clause_stands(words, from, to),
    }
}

/// Whether there is a finite verb with a subject of its own between the two words.
fn clause_stands(words: &Words<'_>, from: usize, to: usize) -> bool {
    let mut relative = false;
    for at in from..to {
        match words.tag(at) {
            Tag::Wh | Tag::Subordinator => relative = true,
            // `Kerry, pale and tired, said`
            Tag::Finite
                if at + 1 == to
                    && words.at(at).entry.is(PARTICIPLE)
                    && !words.is(at, &["said"]) => {}
            tag if tag.is_finite() && !relative && at > from => return true,
            _ => {}
        }
    }
    false
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
