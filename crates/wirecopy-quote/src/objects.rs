//! Where an object ends: a noun phrase with what hangs on it, before what tells when or how (`conceded defeat |
//! in a call`).

use crate::adjuncts::{past_adjunct, past_time, past_when};
use crate::begins::clause_begins;
use crate::ends::{ASIDE, aside_end, ends_sentence, is_furniture, past_tense_behind};
use crate::lexicon::{class::*, frame, usage};
use crate::lists::{is_role, list_end, past_aside_within};
use crate::phrases::{REACH, chunk_right, phrase_right};
use crate::words::{Tag, Words};

/// One past the last word of an object: a noun phrase with what hangs on it, to the end of its
/// clause.
pub(crate) fn object_end(words: &Words<'_>, from: usize) -> usize {
    let end = words.sentence(from).1;
    let mut at = from;
    let mut object = Object { from, end, relative: false, brackets: 0, aside: 0, governed: None };
    while at < end && at < from + 40 {
        // `pleaded not guilty | to four counts`
        if at <= from + 1 && words.is(at, &["guilty"]) {
            return at + 1;
        }
        if words.at(at).quoted {
            let Some(pair) = words.pair_at(at) else { break };
            at = words.index_at(pair.end).max(at + 1);
            if ends_sentence(words, at) || at >= end {
                break;
            }
            continue;
        }
        // `a “full and open” inquiry`
        if let Some(pair) = words.pair_at(at) {
            at = words.index_at(pair.end).max(at + 1);
            // `demanding “Water for all,” | the old cry`
            if words.before(at, 2).tag == Tag::Comma {
                break;
            }
            continue;
        }
        if object.ends_at(words, at) {
            break;
        }
        at += 1;
    }
    trim_end(words, from, at.min(end))
}

/// An object while it is read.
struct Object {
    from: usize,
    /// Of the sentence.
    end: usize,
    /// A relative clause has begun.
    relative: bool,
    /// Open ones.
    brackets: usize,
    /// Where the latest aside ends.
    aside: usize,
    /// Whether the verb before it has a tense and stands in no relative clause, where that has been asked.
    governed: Option<bool>,
}

impl Object {
    /// Whether the object ends before the word at `at`.
    fn ends_at(&mut self, words: &Words<'_>, at: usize) -> bool {
        match words.tag(at) {
            _ if at < self.aside => false,
            // `in the | last year`, `recalled the | Sept. 11 attacks`: no phrase ends in an article.
            tag if at > self.from && !tag.is_break() && is_article(words, at - 1) => false,
            _ if at > self.from && self.waits_behind_time(words, at) => false,
            Tag::OpenBracket => {
                self.brackets += 1;
                false
            }
            Tag::CloseBracket if self.brackets > 0 => {
                self.brackets -= 1;
                false
            }
            // `the night trains`
            Tag::Time
                if at > self.from && !words.tag(at + 1).is_break() && is_counted(words, at + 1) =>
            {
                !matches!(words.tag(at - 1), Tag::Determiner | Tag::Possessive | Tag::Adjective)
            }
            // `asked for Monday's race to be put back`
            Tag::Time if at == self.from && words.tag(at + 1) == Tag::Genitive => false,
            // `backed one way of saving it: a new road`
            Tag::Colon if words.surface(at) == ":" => {
                self.relative = true;
                is_apart(words, at + 1)
            }
            Tag::Dash => self.aside_within(words, at).is_none(),
            Tag::Stop | Tag::Colon | Tag::Time | Tag::CloseBracket => true,
            _ if at > self.from && (is_circumstance(words, at) || is_furniture(words, at)) => true,
            Tag::Preposition if at > self.from && is_held(words, at) => true,
            // `confirmed the plan | saying it would work`
            Tag::Gerund if at > self.from && words.has(at, usage::SAYING) => {
                !words.at(at - 1).entry.is(MEDIUM)
            }
            Tag::Comma => self.ends_at_comma(words, at),
            // `named Kerr as his deputy`
            _ if words.is(at, &["as"]) => {
                !self.relative && !is_role(words, at) && !words.is(at - 1, &["such"])
            }
            Tag::Subordinator => true,
            Tag::Preposition => is_meanwhile(words, at),
            Tag::Coordinator => self.ends_at_coordinator(words, at),
            Tag::Wh if words.is(at, &["when"]) && is_occasion(words, at) => true,
            Tag::Wh | Tag::That => {
                self.relative = true;
                false
            }
            Tag::Finite if is_reduced(words, at) => false,
            _ if words.is(at, &["having", "being", "doing"]) => false,
            tag if tag.is_finite() => {
                !self.relative && (at == self.from || !self.holds_verb(words, at))
            }
            _ => false,
        }
    }

    /// Whether the object ends before the coordinator at `at`.
    fn ends_at_coordinator(&self, words: &Words<'_>, at: usize) -> bool {
        let next = (at + 1..self.end).find(|&at| words.tag(at) != Tag::Adverb).unwrap_or(self.end);
        // `former and serving officers`
        let alone = matches!(words.before(at, 2).tag, Tag::Preposition | Tag::Determiner);
        let modifies = (words.before(at, 1).tag == Tag::Adjective || alone)
            && matches!(words.tag(next), Tag::Gerund | Tag::Participle)
            && matches!(words.tag(next + 1), Tag::Noun | Tag::Adjective);
        words.tag(next).is_verb() && !modifies && !self.goes_on(words, at, next)
            || words.tag(next) == Tag::Pronoun
            || !self.relative && self.begins_other(words, next)
    }

    /// Whether the object ends before the comma at `at`.
    fn ends_at_comma(&mut self, words: &Words<'_>, at: usize) -> bool {
        // `a scene in which a woman, played by Kerr, sings`
        let own = self.relative.then(|| aside_end(words, at, self.end)).flatten();
        if let Some(close) = own {
            self.aside = close;
            return false;
        }
        if self.aside_within(words, at).is_some() {
            return false;
        }
        // `accused him of hiding it, selling it and | lying`
        let deed = |at: usize| words.tag(at) == Tag::Gerund && words.entry(at).verb.is_none();
        let deeds = deed(at + 1)
            && self.goes_on(words, at, at + 1)
            && (at + 2..self.end.min(at + ASIDE))
                .any(|at| words.tag(at) == Tag::Coordinator && deed(at + 1));
        let list = list_end(words, at);
        if let Some(list) = list
            && (self.lists(words, list) || !words.tag(words.past_adverbs(list)).is_finite())
        {
            self.aside = list;
            return false;
        }
        let next = at + 1 + usize::from(words.tag(at + 1) == Tag::Coordinator);
        !deeds && !continues_list(words, at) && !self.repeats(words, next)
    }

    /// Where what the object waits for goes on behind the aside at `at`.
    fn aside_within(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        let close = past_aside_within(words, at, self.end)?;
        self.aside = close;
        Some(close)
    }

    /// `attacked her on Monday | for her ties to the firm`, `welcomed news last week | that it fell`: whether behind a time at
    /// `at` stands what belongs to the object.
    fn waits_behind_time(&mut self, words: &Words<'_>, at: usize) -> bool {
        let next = match words.tag(at) {
            Tag::Preposition if words.is(at, &["during"]) => past_adjunct(words, at),
            Tag::Preposition if words.is(at, &["on"]) && words.tag(at + 1) == Tag::Time => {
                past_when(words, at)
            }
            Tag::Preposition => None,
            _ => past_time(words, at),
        };
        let Some(next) = next.filter(|&next| next > at && next < self.end) else { return false };
        let claims = words.before(at, 1).entry.noun.is_some() && words.tag(next) == Tag::That;
        // `announced it on Monday | for the first time`
        let timed = |at: usize| words.is(at, &["time"]) || words.at(at).entry.is(TIME | DURATION);
        let why = words.is(next, &["for"])
            && matches!(words.tag(next + 1), Tag::Gerund | Tag::Possessive | Tag::Determiner)
            && !(next + 2..next + 4).any(timed);
        let waits = claims || why || words.is(next, &["as"]) && is_role(words, next);
        if waits {
            self.aside = next + 1;
        }
        waits
    }

    /// `praised the way | he played`, `promised to at least | do it`: whether the verb at `at` belongs to the object. None
    /// other can follow a verb with a tense, so it has a subject in the object (or is a noun: `touted the road | projects`).
    fn holds_verb(&mut self, words: &Words<'_>, at: usize) -> bool {
        let mut before = (self.from..at).rev().take(3);
        let before = before.find(|&at| words.tag(at) != Tag::Adverb).unwrap_or(self.from);
        let pronoun = words.tag(before) == Tag::Pronoun;
        // `opposed the plan but not | say why`, `more of it than | had been`, `opposed the plan, | said that …`
        let apart = words.tag(before) == Tag::Negation
            || words.is(before, &["than"])
            || words.tag(before) == Tag::Noun
                && words.entry(at).takes(frame::BESIDE)
                && !words.entry(at).is(VERB_NOUN);
        if apart || words.tag(before) == Tag::To {
            return !apart;
        }
        let governed = self.is_governed(words);
        self.relative |= governed && pronoun;
        governed
    }

    fn is_governed(&mut self, words: &Words<'_>) -> bool {
        let from = self.from;
        *self.governed.get_or_insert_with(|| is_governed(words, from))
    }

    /// `firms backing tea, oil and salt | have`: whether a verb at `at` goes with a list, since its subject is whoever the
    /// object is an object of.
    fn lists(&mut self, words: &Words<'_>, at: usize) -> bool {
        let verb = words.past_adverbs(at);
        words.tag(verb).is_finite()
            && !words.entry(verb).takes(frame::BESIDE)
            && !self.is_governed(words)
    }

    /// `asks for a bridge and | the town pays`: whether behind a coordinator a clause begins at `at`, with a subject and a
    /// verb of its own. What may be a participle is a verb where an object follows; `attacks on Kerr and Berg | were`
    /// has no verb before.
    fn begins_other(&self, words: &Words<'_>, at: usize) -> bool {
        let to = phrase_right(words, at, true).filter(|_| !words.is(at, &["that"]));
        let Some(to) = to else { return false };
        let verb = words.past_adverbs(to);
        let (entry, next) = (words.at(verb).entry, words.tag(verb + 1));
        let object =
            next.begins_phrase() || matches!(next, Tag::That | Tag::To | Tag::ObjectPronoun);
        let doubtful = entry.is(PARTICIPLE) || entry.is(VERB_NOUN) && !entry.is(AUXILIARY);
        let (first, _) = words.sentence(self.from);
        words.tag(verb).is_finite()
            && !is_reduced(words, verb)
            // `and other damaged goods`
            && words.tag(to - 1) != Tag::Adjective
            && (object || !doubtful)
            // The nearest first: in an endless sentence it is near for all but one.
            && (first..self.from).rev().any(|at| words.tag(at).is_finite())
    }

    /// `asks for candles, for water and for oil`: whether the preposition at `at` has led to a part of the object before.
    fn repeats(&self, words: &Words<'_>, at: usize) -> bool {
        let listed = words.is(at, &["for", "to", "of", "against", "about", "from"]);
        let leads = listed && words.tag(at + 1).begins_phrase();
        leads
            && !is_circumstance(words, at)
            && (self.from.saturating_sub(1)..at).any(|own| {
                words.tag(own) == Tag::Preposition && words.is(own, &[words.surface(at)])
            })
    }

    /// `accused him of taking it and | selling it`, `asked for leave to stop and | rest`, `talked about rain and | keeping
    /// dry`: whether what stands at `next`, behind the coordinator at `at`, is a second deed.
    fn goes_on(&self, words: &Words<'_>, at: usize, next: usize) -> bool {
        let entry = words.at(next).entry;
        let any = |tag: Tag| (self.from..at).any(|at| words.tag(at) == tag);
        if words.tag(next) == Tag::Gerund {
            let led = words.tag(self.from.saturating_sub(1)) == Tag::Preposition;
            let own = |at: usize| {
                words.tag(at) == Tag::Gerund && words.before(at, 1).tag == Tag::Preposition
            };
            // `spoke about rain and | hoping for more`
            let says = words.has(next, usage::SAYING);
            let deed = entry.verb.is_none() && (led || any(Tag::Gerund));
            return !says && (deed || (self.from..at).any(own));
        }
        entry.is(BASE) && !entry.is(PAST | THIRD) && any(Tag::To)
    }
}

/// `backed the plan: | it is cheap`, `backed one way: | The town pays`: whether what stands at `at`, behind a colon, is a sentence of
/// its own, or somebody's words.
fn is_apart(words: &Words<'_>, at: usize) -> bool {
    let next = words.at(at);
    let sentence = next.capital && !matches!(next.tag, Tag::Name | Tag::Wh);
    sentence || next.tag == Tag::Pronoun || words.opens_speech(at)
}

/// Whether the preposition at `at` leads to what went on when it was said; but `a tax modelled | after the old one`.
fn is_meanwhile(words: &Words<'_>, at: usize) -> bool {
    if words.is(at, &["after"]) && words.at(at - 1).entry.is(PARTICIPLE) {
        return clause_begins(words, at + 1);
    }
    let leads = ["during", "after", "before", "since", "until", "while", "despite", "amid", "when"];
    words.is(at, &leads)
}

/// `denied wrongdoing | when contacted`, `denied the claims | when he took the stand`, but `recalled the day when it rained`:
/// whether "when" at `at` tells when something was said.
fn is_occasion(words: &Words<'_>, at: usize) -> bool {
    let moments = ["moment", "time", "times", "occasion", "era", "point"];
    let day = words.at(at - 1).entry.is(TIME | DURATION) || words.is(at - 1, &moments);
    words.has(at + 1, usage::REACHED) || !day && past_tense_behind(words, at + 1)
}

/// Whether an article stands at `at`, or what does its work.
fn is_article(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &["the", "a", "an", "its", "their", "our", "my"]) && !words.at(at).quoted
}

/// Whether the verb that has its object at `from` has a tense and stands in no relative clause, so that no other verb can
/// follow the object: `Kerr backed | the plan`, and not `those who backed | the plan`, `asked about | the plan`.
fn is_governed(words: &Words<'_>, from: usize) -> bool {
    let (first, _) = words.sentence(from);
    let floor = first.max(from.saturating_sub(REACH));
    let opens = |at: usize| {
        let tag = words.tag(at);
        matches!(tag, Tag::Wh | Tag::That | Tag::Subordinator | Tag::Quote)
    };
    for at in (floor..from).rev() {
        let tag = words.tag(at);
        // `firms backing | the plan`
        let hung = matches!(tag, Tag::Gerund | Tag::Participle)
            && words.before(at, 1).tag.ends_phrase()
            && at > floor;
        if opens(at) || hung || is_reduced(words, at) {
            return false;
        }
        if tag.is_finite() {
            return !(at.saturating_sub(4).max(floor)..at).any(opens);
        }
    }
    false
}

/// Whether a noun in the plural stands at `at`, though it may look like a verb: `the night trains`.
fn is_counted(words: &Words<'_>, at: usize) -> bool {
    let word = words.at(at);
    let noun = words.tag(at) == Tag::Noun || !word.entry.is(CLOSED) && word.surface.ends_with('s');
    noun && !word.capital
}

/// `the method [learnt from her uncle]`: a participle that says of the noun before it what was done to it.
pub(crate) fn is_reduced(words: &Words<'_>, at: usize) -> bool {
    let next = words.at(at + 1).entry;
    let timed = words.is(at + 1, &["last", "this"]) && words.at(at + 2).entry.is(TIME);
    words.at(at).entry.is(PARTICIPLE)
        && words.tag(at.saturating_sub(1)) == Tag::Noun
        && (timed || next.is(PREPOSITION) && !next.is(DET | POSS))
}

/// Whether what stands at `at` tells when or by what means: `in a letter`, `throughout the trial`, `at
/// 9 p.m.`, `two hours after`.
pub(crate) fn is_circumstance(words: &Words<'_>, at: usize) -> bool {
    if words.is(at, &["throughout", "following"]) {
        return words.tag(at) == Tag::Preposition;
    }
    if words.is(at, &["in"]) && words.at(at + 1).entry.is(DET | POSS) {
        let noun = (at + 2..at + 5).find(|&at| words.at(at).entry.is(MEDIUM | PREPOSITION));
        return noun.is_some_and(|noun| !words.at(noun).entry.is(PREPOSITION));
    }
    // `in remarks made last week`
    let words_of = |at: usize| words.at(at).entry.is(MEDIUM) && words.surface(at).ends_with('s');
    if words.is(at, &["in"]) && (words_of(at + 1) || words_of(at + 2)) {
        return words.tag(at + 1) != Tag::Name && !words.is(at + 2, &["of"]);
    }
    // `at a news conference`
    let led = words.at(at + 1).entry.is(DET | POSS);
    if words.is(at, &["at"]) && (led || words.is_heading()) {
        let noun_like = |at: usize| {
            matches!(words.tag(at), Tag::Noun | Tag::Adjective | Tag::Name)
                || words.tag(at) == Tag::Participle && words.is_heading()
        };
        let head = (at + 1 + usize::from(led)..at + 6).take_while(|&at| noun_like(at)).last();
        return head.is_some_and(|head| {
            words.at(head).entry.is(MEDIUM) || words.has(head, usage::OCCASION)
        });
    }
    // `on state television`, `on the radio`
    if words.is(at, &["on"]) {
        return (at + 1..at + 4)
            .take_while(|&at| !words.tag(at).is_break() && words.tag(at) != Tag::Preposition)
            .any(|at| words.has(at, usage::AIR));
    }
    if words.is(at, &["at"]) && words.tag(at + 1) == Tag::Number {
        return words.is(at + 2, &["a.m.", "p.m.", "o'clock"]);
    }
    // `asked for a meeting | four times`, `twice`, `last week`
    let number = at + usize::from(words.is(at, &["a"]));
    let often = words.tag(number) == Tag::Number
        && words.is(number + 1, &["times"])
        && !words.is(number + 2, &["as", "the", "more"])
        && words.before(at, 1).tag != Tag::Determiner;
    let when = words.is(at, &["last", "earlier"]) && past_time(words, at).is_some();
    if often || when || words.is(at, &["twice", "thrice"]) && !words.is(at + 1, &["as"]) {
        return true;
    }
    // `advised against it | hours earlier`
    let long = words.at(at).entry.is(DURATION)
        && words.surface(at).ends_with('s')
        && words.is(at + 1, &["earlier", "later", "after", "before"]);
    if long {
        return true;
    }
    let counted = words.tag(at) == Tag::Number || words.is(at, &["a", "an", "several", "some"]);
    counted
        && words.at(at + 1).entry.is(TIME | DURATION)
        && words.is(at + 2, &["after", "before", "later", "earlier", "ago"])
}

/// `late on Friday`, `early this week`
pub(crate) fn is_late(words: &Words<'_>, at: usize) -> bool {
    let time = |at: usize| words.tag(at) == Tag::Time || words.at(at).entry.is(TIME);
    words.is(at, &["late", "early"])
        && (words.tag(at + 1) == Tag::Time
            || words.is(at + 1, &["on", "in", "this", "last"]) && time(at + 2))
}

/// `rejected the claim | on the grounds that`: whether the preposition at `at` leads to what whoever does so has in
/// mind.
fn is_held(words: &Words<'_>, at: usize) -> bool {
    let noun = at + 1 + usize::from(words.is(at + 1, &["the"]));
    words.is(at, &["on"]) && words.has(noun, usage::HELD) && words.tag(noun + 1) == Tag::That
}

/// Whether the comma at `at` stands within a list of noun phrases.
fn continues_list(words: &Words<'_>, at: usize) -> bool {
    // `cash, not seeds`
    if words.is(at + 1, &["not"]) {
        return chunk_right(words, at + 2).is_some_and(|to| !words.tag(to).is_finite());
    }
    // `demands, including higher pay`, `12 flights, up from four`
    let up = words.is(at + 1, &["up", "down"]) && words.is(at + 2, &["from"]);
    if up || words.is(at + 1, &["including", "especially", "particularly", "notably"]) {
        return !words.tag(at + 2).is_finite();
    }
    if words.is(at + 1, &["such"]) && words.is(at + 2, &["as"]) {
        return true;
    }
    // `fell to 44 percent, from 54 percent`
    let part = words.is(at + 1, &["with", "from"])
        && words.tag(at + 2) == Tag::Number
        && words.is(at + 3, &["percent", "%", "points"]);
    part || words.is(at + 1, &["as"]) && words.is(at + 2, &["well"]) && words.is(at + 3, &["as"])
}

/// Drops stops and commas from the end, and a preposition that the cut left without its noun.
pub(crate) fn trim_end(words: &Words<'_>, from: usize, to: usize) -> usize {
    let mut to = to;
    // `to gather outside.`
    while to > from && matches!(words.tag(to - 1), Tag::Stop) && !words.at(to - 1).quoted {
        to -= 1;
    }
    if words.tag(to) == Tag::Stop && words.tag(to.saturating_sub(1)) == Tag::Preposition {
        return to;
    }
    // `vowed to fight on | and accused`, `will not give in | – a threat`
    let particle =
        words.is(to.saturating_sub(1), &["on", "in", "up", "out", "off", "down", "over"]);
    if particle
        && words.before(to, 2).tag.is_verb()
        && matches!(words.tag(to), Tag::Coordinator | Tag::Comma | Tag::Dash)
    {
        return to;
    }
    while to > from
        && !words.at(to - 1).quoted
        && (words.tag(to - 1).is_break()
            || matches!(words.tag(to - 1), Tag::Coordinator | Tag::OpenBracket | Tag::Preposition)
            || words.tag(to - 1) == Tag::Wh && words.tag(to) == Tag::Comma && to > from + 1)
    {
        to -= 1;
    }
    to
}

#[cfg(test)]
mod tests {
    use crate::{Nested, QuoteFinder};
    use wirecopy_text::Spanned as _;
    use wirecopy_token::tokenize;

    #[test]
    fn an_object_keeps_the_verbs_that_are_its_own() {
        for (text, said) in [
            ("Berg praised the road the town built.", "the road the town built"),
            ("Berg criticised remarks he made in Oslo.", "remarks he made in Oslo"),
            ("Berg denied any role in the Sept. 11 attacks.", "any role in the Sept. 11 attacks"),
            ("Berg talked about rain and keeping dry.", "rain and keeping dry"),
            ("Berg backed one way of saving it: a new road.", "one way of saving it: a new road"),
            (
                "Berg attacked Ruiz on Monday for her ties to the mill.",
                "Ruiz on Monday for her ties to the mill",
            ),
            ("Berg condemned the mill because it leaks.", "the mill because it leaks"),
            ("Berg mocked Ruiz for not having won.", "Ruiz for not having won"),
            ("Berg announced the sale on Friday for the first time.", "the sale"),
            ("Berg backed the mill: it feeds the town.", "the mill"),
            // No verb of the object.
            ("Those who backed the mill are in school.", "the mill"),
            ("Berg backed the mill but did not say why.", "the mill"),
        ] {
            let all = QuoteFinder::new().nested(Nested::All).find(text, &tokenize(text));
            let read: Vec<&str> = all.iter().map(|quote| quote.span().of(text)).collect();
            assert!(read.contains(&said), "{text}: {read:?}");
        }
    }
}
