//! What may stand between a cue and its content, or behind a verb: time, place, hearer, an aside (`said in Oslo
//! [on Monday, after the talks,] that …`).

use crate::begins::clause_begins;
use crate::ends::ASIDE;
use crate::lexicon::{CueEntry, class::*, frame, lexicon, usage};
use crate::nouns::owner_right;
use crate::phrasal::infinitive_after;
use crate::phrases::{chunk_right, phrase_right};
use crate::words::{Tag, Words};

/// One past the comma that closes the aside opened at `at`, if a word of that tag follows it.
pub(crate) fn aside_before(words: &Words<'_>, at: usize, tag: Tag) -> Option<usize> {
    let end = words.sentence(at).1.min(at + ASIDE);
    let close = (at + 1..end).find(|&close| words.tag(close) == Tag::Comma)?;
    (words.tag(at) == Tag::Comma && words.tag(close + 1) == tag).then_some(close + 1)
}

/// Past a preposition and its noun phrase that give time, place or hearer.
pub(crate) fn past_adjunct(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.tag(at) == Tag::Subordinator {
        return None;
    }
    let mut next = at + 1;
    if words.opens_speech(next) {
        return None;
    }
    // `told us in 2014 | we would stay`
    let year = words.tag(next) == Tag::Number && words.surface(next).len() == 4;
    if year
        && words.is(at, &["in", "since", "by", "before", "until"])
        && matches!(words.tag(next + 1), Tag::Pronoun | Tag::Determiner | Tag::Possessive)
    {
        return Some(next + 1);
    }
    if words.tag(next) == Tag::Gerund {
        next += 1;
    }
    let mut timed = false;
    // `on Tuesday | 4,000 people`: a number belongs to a month, not to a day of the week.
    let counted = |at: usize| {
        words.tag(at) == Tag::Number
            && words.before(at, 1).entry.is(DAY)
            && !words.before(at, 1).entry.is(MONTH)
    };
    while matches!(words.tag(next), Tag::Time | Tag::Number | Tag::Adverb) && !counted(next)
        || timed && words.at(next).entry.is(TIME)
    {
        timed |= words.tag(next) == Tag::Time;
        next += 1;
    }
    // `on Tuesday | the ships would sail`: a time is the whole of it. `at Tuesday's hearing` goes on.
    if timed && words.tag(next) != Tag::Genitive {
        return Some(next);
    }
    next += usize::from(timed);
    // `in Oslo | he would`: the name is the adjunct, the pronoun begins the clause.
    let next = chunk_right(words, next).or((next > at + 1).then_some(next))?;
    // `said in a statement | retail sales fell`
    let medium = (at + 1..next.saturating_sub(1))
        .find(|&at| words.tag(at) == Tag::Noun && words.at(at).entry.is(MEDIUM));
    let plain = |medium: usize| {
        let mut subject = (medium + 1..medium + 9).take_while(|&at| !words.tag(at).is_finite());
        subject.all(|at| !matches!(words.tag(at), Tag::That | Tag::Wh))
    };
    if let Some(medium) = medium.filter(|&at| plain(at) && clause_begins(words, at + 1)) {
        return Some(medium + 1);
    }
    // `on the network's “Day to Day”`
    // `in the quarter ended June 30`
    let ended = words.is(next, &["ended", "ending"]) && words.tag(next + 1) == Tag::Time;
    if ended {
        return Some(next + 2 + usize::from(words.tag(next + 2) == Tag::Number));
    }
    let titled = words.pair_at(next).filter(|_| !words.at(next).quoted);
    let next = titled.map_or(next, |pair| words.index_at(pair.end).max(next));
    Some(past_reduced(words, next))
}

/// Past `on condition that she not be named`.
pub(crate) fn past_condition(words: &Words<'_>, at: usize) -> Option<usize> {
    let condition = words.is(at + 1, &["condition"]).then_some(at + 2)?;
    Some((condition..condition + 10).find(|&at| words.has(at, usage::HIDDEN))? + 1)
}

/// Past what a participle says of the thing before it: `in a memo [seen by the paper] that`.
pub(crate) fn past_reduced(words: &Words<'_>, at: usize) -> usize {
    let preposition = at + 1 + usize::from(words.tag(at + 1) == Tag::Adverb);
    let unknown = !words.at(at).entry.is(VERB) && words.surface(at).ends_with("ed");
    let reduced = (unknown || words.at(at).entry.is(PARTICIPLE))
        && matches!(words.tag(at), Tag::Finite | Tag::Participle | Tag::Adjective)
        && words.tag(preposition) == Tag::Preposition
        && words.at(at.saturating_sub(1)).entry.is(MEDIUM);
    // `in a memo published Friday | that`
    let timed = unknown || words.at(at).entry.is(PARTICIPLE);
    if timed && words.tag(at + 1) == Tag::Time && words.at(at.saturating_sub(1)).entry.is(MEDIUM) {
        return at + 2;
    }
    let phrase = preposition + 1;
    if !reduced || words.opens_speech(phrase) {
        return at;
    }
    chunk_right(words, phrase).unwrap_or(at)
}

/// Past `last week`, `earlier this month`, `Monday night`.
pub(crate) fn past_time(words: &Words<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    let marker = words.has(next, usage::WHEN);
    if !marker && words.tag(at) != Tag::Time {
        return None;
    }
    if marker {
        next += 1;
        if words.is(next, &["same", "past", "few", "day", "week", "year"])
            && words.at(next + 1).entry.is(TIME)
        {
            next += 1;
        }
    }
    let season = words.has(next, usage::SEASON);
    // `plans a march`
    let protest = words.is(next, &["march"]) && !words.at(next).capital;
    let time = words.at(next).entry.is(TIME) && !words.tag(next).is_verb() && !protest;
    // `last fall`, and not `blamed the fall`
    if marker && season && !words.is(at, &["the", "a", "an"]) {
        return Some(next + 1);
    }
    if !(marker && time) && words.tag(at) != Tag::Time {
        return None;
    }
    while words.at(next).entry.is(TIME) || words.is(next, &["ago"]) {
        next += 1;
    }
    // `the Sunday papers`
    if words.is(at, &["the"]) && words.tag(next) == Tag::Noun {
        return None;
    }
    // `this year's crop`
    if words.tag(next) == Tag::Genitive {
        return None;
    }
    (next > at).then_some(next)
}

/// Past the hearer of `told reporters that`, if what follows can be content.
pub(crate) fn past_hearer(words: &Words<'_>, at: usize, entry: &CueEntry) -> Option<usize> {
    // `asked the head of the mill | for a raise`
    let next = match entry.is_led_by("for") {
        true => owner_right(words, at, entry)?,
        false => phrase_right(words, at, true)?,
    };
    if words.tag(next).is_finite() && !matches!(words.tag(at), Tag::ObjectPronoun) {
        return None;
    }
    let asks = words.is(next, &["for"]) && entry.is_led_by("for");
    // `asked Kerr, who owns the mill, to speak`
    let urged = aside_before(words, next, Tag::To).unwrap_or(next);
    if !asks && entry.allows(frame::URGE) && words.tag(infinitive_after(words, urged)) == Tag::To {
        return None;
    }
    Some(next)
}

/// Past `a month ago`, `on Monday`, `last week`, behind a cue.
pub(crate) fn past_time_ago(words: &Words<'_>, at: usize) -> Option<usize> {
    let ago = words.is(at, &["a", "an"]) && words.is(at + 2, &["ago"]);
    if ago { Some(at + 3) } else { past_when(words, at) }
}

/// Past `this week` or `on Sunday`, between a verb and its particle.
pub(crate) fn past_when(words: &Words<'_>, at: usize) -> Option<usize> {
    let on = words.is(at, &["on"]) && words.tag(at + 1) == Tag::Time;
    if on { Some(at + 2) } else { past_time(words, at) }
}

/// `in May`, `on Friday`, `before noon`, `this week`.
pub(crate) fn is_date(words: &Words<'_>, from: usize) -> bool {
    let time = |at: usize| {
        words.at(at).entry.is(TIME | DAY | MONTH)
            || words.tag(at) == Tag::Time
            || words.tag(at) == Tag::Number
    };
    let prepositions = ["in", "on", "by", "before", "at", "within", "after", "until", "around"];
    let next = usize::from(words.is(from + 1, &["the", "early", "late", "mid"]));
    // `in mid-March`, `by the middle of the month`
    let end = |at: usize| {
        words.surface(at).rsplit_once('-').is_some_and(|(_, last)| lexicon().get(last).is(MONTH))
            || words.is(at, &["middle", "end", "start", "beginning"]) && words.is(at + 1, &["of"])
    };
    time(from)
        || words.is(from, &["this", "next", "later", "soon", "shortly"])
        || words.is(from, &prepositions)
            && (time(from + 1 + next) || time(from + 2 + next) || end(from + 1 + next))
}
