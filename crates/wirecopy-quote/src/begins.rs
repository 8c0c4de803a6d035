//! Whether a clause without `that` begins: a subject, then a finite verb.

use crate::ends::{aside_end, past_tense_behind};
use crate::lexicon::{class::*, frame, usage};
use crate::lists::list_end;
use crate::objects::is_circumstance;
use crate::words::{Tag, Words};

/// How far a clause looks for its verb, in words.
const CLAUSE: usize = 28;

/// Whether a clause without `that` begins at `at`: a subject, then a finite verb.
pub(crate) fn clause_begins(words: &Words<'_>, at: usize) -> bool {
    let end = words.sentence(at).1.min(at + CLAUSE);
    let mut relative = 0usize;
    let mut subject = false;
    let mut aside = 0;
    for at in at..end {
        if words.opens_speech(at) && subject {
            continue;
        }
        match words.tag(at) {
            _ if at < aside => {}
            // `announced his retirement on Sunday | after doctors told him`
            Tag::Preposition | Tag::Wh if subject && relative == 0 && is_told_when(words, at) => {
                return false;
            }
            // `more than 40 mills have closed`
            Tag::Subordinator | Tag::Preposition
                if words.is(at, &["than"]) && words.tag(at + 1) == Tag::Number => {}
            Tag::Wh | Tag::Subordinator if subject => relative += 1,
            Tag::Stop | Tag::Colon => return false,
            Tag::Coordinator if relative == 0 && subject && sets_against(words, at) => {
                return false;
            }
            // `both towns welcome and support it`: the verb before may be a noun.
            Tag::Coordinator if relative == 0 && is_pair(words, at) => return subject,
            // `the love and respect they have`: what a subject follows is no verb.
            Tag::Coordinator
                if words.is(at + 2, &["he", "she", "they", "we", "i"])
                    && !words.entry(at + 1).is(PAST | THIRD) => {}
            // `conceded defeat | but said`: the verb is that of whoever conceded.
            Tag::Coordinator if relative == 0 && words.tag(at + 1).is_finite() => return false,
            // `claimed victory | two hours after the polls closed`
            Tag::Number
                if subject
                    && relative == 0
                    && is_circumstance(words, at)
                    // `said trains that were full two years ago | now run empty`
                    && !words.is(at + 2, &["ago", "earlier", "later"]) =>
            {
                return false;
            }
            Tag::Comma => {
                let listed = || subject.then(|| past_list(words, at)).flatten();
                match aside_end(words, at, end).or_else(listed) {
                    Some(close) => aside = close,
                    None => return false,
                }
            }
            // `confirmed the plan | saying it would work`
            Tag::Gerund if subject && relative == 0 && words.has(at, usage::SAYING) => {
                return false;
            }
            Tag::To if relative == 0 => return false,
            Tag::Finite if !subject && words.at(at).entry.is(PARTICIPLE) => subject = true,
            tag if tag.is_finite() => {
                if relative == 0 {
                    return subject;
                }
                if !words.tag(at + 1).is_verb() && words.tag(at + 1) != Tag::Negation {
                    relative -= 1;
                }
            }
            tag => {
                subject |= tag.begins_phrase() || tag == Tag::Gerund || words.at(at).pair.is_some()
            }
        }
    }
    false
}

/// `said tea, | oil from the north and soap were short`: past the list that goes on behind the comma at `comma`, if it is
/// the subject of a verb.
fn past_list(words: &Words<'_>, comma: usize) -> Option<usize> {
    list_end(words, comma).filter(|&to| {
        let verb = words.past_adverbs(to);
        words.tag(verb).is_finite() && !words.entry(verb).takes(frame::BESIDE)
    })
}

/// `confirmed receipt of it | but the town said`, and not `brief but hard talks began`: whether the coordinator at `at`
/// sets a clause against the phrase that it stands behind.
fn sets_against(words: &Words<'_>, at: usize) -> bool {
    let before = words.before(at, 1).tag;
    words.is(at, &["but"]) && before.ends_phrase() && before != Tag::Adjective
}

/// Whether what stands at `at`, behind a noun phrase, tells when something was said: behind a day, or with a
/// subject and a verb of its own.
fn is_told_when(words: &Words<'_>, at: usize) -> bool {
    let dated = words.before(at, 1).tag == Tag::Time && words.has(at, usage::BINDING);
    dated || words.is(at, &["after", "as", "before"]) && past_tense_behind(words, at + 1)
}

/// `said [a plan to close the mill is] off`: whether the noun phrase at `at`, which an infinitive goes with, has a
/// verb of its own behind it.
pub(crate) fn has_long_subject(words: &Words<'_>, at: usize) -> bool {
    let end = words.sentence(at).1.min(at + CLAUSE);
    let breaks = |at: usize| {
        let tag = words.tag(at);
        tag.is_break() || tag.is_finite() || matches!(tag, Tag::Wh | Tag::That | Tag::Subordinator)
    };
    let Some(to) = (at + 1..end).find(|&at| breaks(at) || words.tag(at) == Tag::To) else {
        return false;
    };
    if words.tag(to) != Tag::To || words.before(to, 1).tag != Tag::Noun {
        return false;
    }
    let verb = (to + 2..end).find(|&at| breaks(at) || words.tag(at) == Tag::Quote).unwrap_or(to);
    match words.tag(verb) {
        Tag::Modal | Tag::Be | Tag::Have | Tag::Do => words.before(verb, 1).tag != Tag::Coordinator,
        _ => false,
    }
}

/// Whether two bare verbs stand around the coordinator at `at`, of which the second has a tense.
fn is_pair(words: &Words<'_>, at: usize) -> bool {
    let bare = |at: usize| {
        let entry = words.at(at).entry;
        entry.is(BASE) && !entry.is(PAST | THIRD | PARTICIPLE)
    };
    let plural = matches!(words.before(at, 2).tag, Tag::Name | Tag::Noun | Tag::Pronoun);
    words.is(at, &["and", "or"])
        && plural
        && words.tag(at + 1) == Tag::Finite
        && bare(at - 1)
        && bare(at + 1)
}
