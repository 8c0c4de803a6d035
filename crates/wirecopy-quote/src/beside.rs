//! Who stands beside a quotation that no cue has claimed: any verb will do where words in marks wait for one
//! (`“…,” Kerry retaliated`, `As the choir sang, “…”`), a noun for what is said (`Kerr's message was short: “…”`,
//! `That is the view of Kerr`), or whom the sentence before is about (`Kerr shrugged. “…”`).

use crate::lexicon::{
    class::{ACCOUNT, SPEAKER_NOUN, TITLE, VIEW},
    lexicon, usage,
};
use crate::linking::{Draft, Linker};
use crate::phrases::{
    Phrase, REACH, apposition, chunk_right, group_start, phrase_left, phrase_right,
};
use crate::quote::{Act, QuoteReason};
use crate::subjects::subject_left;
use crate::words::{Tag, Words, is_loud};

/// A speaker, the cue's words, and why.
pub(crate) type Beside = (Option<Phrase>, Phrase, QuoteReason);

/// Words of a question that asks for what somebody said: `And Kerr's own verdict on the stand?`
const ASKED: usize = 8;

/// Words from an owner to what he owns: `Kerr's last written message`.
const OWNED: usize = 6;

/// `“…,” Kerry retaliated.`: any verb will do where the quotation waits for one; `“…” – Kerry`.
pub(crate) fn after(words: &Words<'_>, to: usize) -> Option<Beside> {
    if words.tag(to) == Tag::Dash || words.is(to, &["-", "--"]) {
        let end = phrase_right(words, to + 1, false)?;
        let alone =
            words.tag(to + 1) == Tag::Name && (end >= words.len() || words.tag(end).is_break());
        return alone
            .then(|| (Some(Phrase::new(to + 1, end)), Phrase::new(to, to + 1), QuoteReason::Dash));
    }
    if to >= words.len() {
        return None;
    }
    if let Some(found) = so_says(words, to).or_else(|| is_whose(words, to)) {
        return Some(found);
    }
    let waits = (to.saturating_sub(3)..to)
        .any(|at| words.tag(at) == Tag::Comma || words.is(at, &["?", "!", "—"]));
    if !waits {
        return None;
    }
    if words.tag(to) == Tag::Finite {
        let end = phrase_right(words, to + 1, true)?;
        let speaker = Phrase::new(to + 1, end);
        let speaker = words_of(words, speaker).map_or(speaker, |(whose, _)| whose);
        return Some((Some(speaker), Phrase::new(to, to + 1), QuoteReason::InvertedCueAfterMarks));
    }
    let end = phrase_right(words, to, true)?;
    let mut verb = end;
    while words.tag(verb) == Tag::Adverb {
        verb += 1;
    }
    (words.tag(verb) == Tag::Finite).then(|| {
        (Some(Phrase::new(to, end)), Phrase::new(verb, verb + 1), QuoteReason::CueAfterMarks)
    })
}

/// `“….” So says Kerr, who …`, `“….” Thus spoke Kerr`: a sentence behind the quotation that is nothing but its cue.
fn so_says(words: &Words<'_>, to: usize) -> Option<Beside> {
    let verb = to + usize::from(words.is(to, &["so", "thus"]));
    let speaks = words.at(to).capital && words.has(verb, usage::TELLS) && words.tag(verb).is_verb();
    let from = verb + 1;
    let end = speaks.then(|| phrase_right(words, from, true))??;
    let named = matches!(words.tag(from), Tag::Name | Tag::Determiner | Tag::Noun | Tag::Pronoun);
    let closed = words.tag(end).is_break();
    (named && closed).then(|| {
        let speaker = Phrase::new(from, apposition(words, end));
        (Some(speaker), Phrase::new(to, from), QuoteReason::InvertedCueAfterMarks)
    })
}

/// `“….” That is the view of Kerr`, `“….” Those were the words of Kerr, …`: whose words or view it is.
fn is_whose(words: &Words<'_>, to: usize) -> Option<Beside> {
    let points = words.is(to, &["that", "those", "this", "these", "such"]) && words.at(to).capital;
    let noun = to + 3;
    let article = words.is(to + 2, &["the"]) && words.tag(to + 1) == Tag::Be && points;
    let of = (noun + 1..noun + 3).find(|&at| words.is(at, &["of", "from"]))?;
    let said = article && is_said_noun(words, of - 1);
    let end = said.then(|| phrase_right(words, of + 1, true))??;
    let speaker = Phrase::new(of + 1, apposition(words, end));
    Some((Some(speaker), Phrase::new(to, of + 1), QuoteReason::CueAfterMarks))
}

/// `Here is Kerry in May: “…”`, `As the choir sang, “…”`, `Kerr's verdict? “…”`.
pub(crate) fn before(words: &Words<'_>, from: usize) -> Option<Beside> {
    let sign = from.checked_sub(1)?;
    if words.is(sign, &["?"]) {
        if let Some((whose, noun)) = asked_for(words, sign) {
            return Some((Some(whose), noun, QuoteReason::Colon));
        }
        let who = asked_about(words, sign)?;
        return Some((Some(who), Phrase::new(who.from, who.from), QuoteReason::Beat));
    }
    matches!(words.tag(sign), Tag::Colon | Tag::Comma).then_some(())?;
    let (speaker, cue) = clause_before(words, sign)?;
    let reason = if words.tag(sign) == Tag::Colon {
        QuoteReason::Colon
    } else {
        QuoteReason::CueBeforeMarks
    };
    Some((speaker, cue, reason))
}

/// `Kerr's verdict?`, `Her secret?`: whose the words are that such a question of the writer announces.
fn asked_for(words: &Words<'_>, sign: usize) -> Option<(Phrase, Phrase)> {
    let (first, _) = words.sentence(sign);
    if sign > first + ASKED || (first..sign).any(|at| words.tag(at).is_finite()) {
        return None;
    }
    let phrase = Phrase::new(first, sign);
    words_of(words, phrase).or_else(|| {
        let mut owners = first..sign;
        let owner = owners.find(|&at| matches!(words.tag(at), Tag::Genitive | Tag::Possessive))?;
        let genitive = words.tag(owner) == Tag::Genitive;
        let whose = Phrase::new(first, if genitive { owner } else { owner + 1 });
        let thing = owner + 1 < sign && !words.at(sign - 1).entry.is(SPEAKER_NOUN | TITLE);
        thing.then(|| (whose, Phrase::new(owner + 1, sign)))
    })
}

/// `Would [Kerr] sell the mill?`: whom the writer's question is about.
fn asked_about(words: &Words<'_>, sign: usize) -> Option<Phrase> {
    let (first, _) = words.sentence(sign);
    let floor = first.max(sign.saturating_sub(REACH));
    let auxiliary = (floor..sign).find(|&at| words.tag(at).is_auxiliary())?;
    let opens = auxiliary == first || words.tag(first) == Tag::Wh;
    let from = auxiliary + 1;
    let names = (from..sign).take_while(|&at| words.tag(at) == Tag::Name).count();
    let to = from + names.max(usize::from(words.is(from, &["he", "she"])));
    (opens && to > from && !words.at(first).quoted).then(|| Phrase::new(from, to))
}

/// Subject and cue of the clause that the colon or comma at `sign` closes.
pub(crate) fn clause_before(words: &Words<'_>, sign: usize) -> Option<(Option<Phrase>, Phrase)> {
    let (first, _) = words.sentence(sign);
    let floor = first.max(sign.saturating_sub(REACH));
    let loud = (first..sign).all(|at| is_loud(words.surface(at)));
    let verb = (floor..sign).rev().find(|&at| {
        (words.tag(at).is_finite() || words.tag(at) == Tag::Gerund) && !words.at(at).quoted
    });
    let colon = words.tag(sign) == Tag::Colon;
    let end = if colon { sign + 1 } else { sign };
    if let Some(verb) = verb {
        let group = group_start(words, verb);
        if words.is(group.saturating_sub(1), &["here"]) || words.is(group, &["here"]) {
            let to = phrase_right(words, verb + 1, false)?;
            return Some((Some(Phrase::new(verb + 1, to)), Phrase::new(sign, end)));
        }
        if let Some(found) = comes_from(words, verb) {
            return Some(found);
        }
        let subject = subject_left(words, group)?;
        // `For Kerr, the choice was easy: “…”`
        if colon
            && words.is(first, &["for", "to"])
            && words.before(subject.from, 1).tag == Tag::Comma
        {
            let whom = Phrase::new(first + 1, subject.from - 1);
            if is_somebody(words, whom) && !is_somebody(words, subject) {
                return Some((Some(whom), Phrase::new(group, verb + 1)));
            }
        }
        if words.tag(verb) == Tag::Be
            && let Some((whose, noun)) = words_of(words, subject)
        {
            return Some((Some(whose), noun));
        }
        return Some((Some(subject), Phrase::new(group, verb + 1)));
    }
    if !colon {
        return None;
    }
    // `ANN KERR, ECONOMIST, NORDEN BANK:`
    if loud && first == 0 && sign > 1 {
        return Some((Some(Phrase::new(first, sign)), Phrase::new(sign, end)));
    }
    // `Kerr, on the rain:`, `And then Kerr, quietly:`, `Kerr again:`
    let leads = |at: usize| matches!(words.tag(at), Tag::Adverb | Tag::Coordinator);
    let from = (first..sign).find(|&at| !leads(at)).unwrap_or(first);
    let name = chunk_right(words, from).filter(|_| words.tag(from) == Tag::Name);
    let topic = |to: &usize| {
        let aside = words.tag(*to) == Tag::Comma && (first == 0 || from > first);
        *to < sign && (aside || words.tag(*to) == Tag::Adverb && *to + 1 == sign)
    };
    if let Some(to) = name.filter(topic) {
        return Some((Some(Phrase::new(from, to)), Phrase::new(sign, end)));
    }
    let phrase = phrase_left(words, sign)?;
    match words_of(words, phrase) {
        Some((whose, noun)) => Some((Some(whose), noun)),
        None => Some((Some(phrase), Phrase::new(sign, end))),
    }
}

/// `Kerr` and `message to the crew` of `Kerr's message to the crew`: whose words they are that a noun names.
pub(crate) fn words_of(words: &Words<'_>, phrase: Phrase) -> Option<(Phrase, Phrase)> {
    let owner = (phrase.from..phrase.to)
        .take_while(|&at| words.tag(at) != Tag::Preposition)
        .find(|&at| matches!(words.tag(at), Tag::Genitive | Tag::Possessive));
    let Some(owner) = owner else { return words_from(words, phrase) };
    let noun = (owner + 1..phrase.to.min(owner + OWNED))
        .take_while(|&at| words.tag(at) != Tag::Preposition)
        .filter(|&at| is_said_noun(words, at))
        .last()?;
    let whose = match words.tag(owner) {
        Tag::Genitive => Phrase::new(phrase.from, owner),
        _ => Phrase::new(owner, owner + 1),
    };
    (whose.from < whose.to).then(|| (whose, Phrase::new(owner + 1, noun + 1)))
}

/// `Kerr` and `message` of `the message from Kerr`, `the words of Kerr`.
fn words_from(words: &Words<'_>, phrase: Phrase) -> Option<(Phrase, Phrase)> {
    let mut inner = phrase.from + 1..phrase.to;
    let from = inner.find(|&at| words.tag(at) == Tag::Preposition)?;
    let whose = words.is(from, &["from", "by"])
        || words.is(from, &["of"]) && words.at(from - 1).entry.is(VIEW | ACCOUNT);
    let said = whose && is_said_noun(words, from - 1) && from + 1 < phrase.to;
    said.then(|| (Phrase::new(from + 1, phrase.to), Phrase::new(from - 1, from)))
}

/// Whether the noun at `at` names what somebody says: `message`, `verdict`, `words`.
fn is_said_noun(words: &Words<'_>, at: usize) -> bool {
    let entry = words.at(at).entry;
    let cue = entry.noun.and_then(|noun| lexicon().noun(noun));
    cue.is_some_and(|noun| noun.act == Act::Speech)
        || entry.is(VIEW | ACCOUNT)
        || words.has(at, usage::SPOKEN)
}

/// `Then came a warning from Kerr: “…”`, `There was this from Kerr: “…”`: who stands behind what is said.
fn comes_from(words: &Words<'_>, verb: usize) -> Option<(Option<Phrase>, Phrase)> {
    let comes = words.is(verb, &["came", "comes", "come"])
        || words.tag(verb) == Tag::Be && words.is(verb.wrapping_sub(1), &["there"]);
    let to = comes.then(|| chunk_right(words, verb + 1))??;
    let noun = to.checked_sub(1)?;
    let said = is_said_noun(words, noun) || words.is(noun, &["this", "these"]);
    let from = words.is(to, &["from", "by", "of"]).then_some(to + 1).filter(|_| said)?;
    let end = phrase_right(words, from, true)?;
    Some((Some(Phrase::new(from, apposition(words, end))), Phrase::new(verb + 1, to)))
}

/// `Kerr shrugged. | “…”`, `Asked whether it would rain, Kerr smiled. | “…”`: whom the sentence before the
/// quotation at `from` is about.
pub(crate) fn beat(words: &Words<'_>, from: usize) -> Option<Phrase> {
    let last = from.checked_sub(1).filter(|&last| words.tag(last) == Tag::Stop)?;
    let (first, end) = words.sentence(last);
    let led = matches!(
        words.tag(first),
        Tag::Subordinator | Tag::Preposition | Tag::Gerund | Tag::Participle | Tag::Wh | Tag::Time
    ) || words.at(first).entry.is(crate::lexicon::class::PARTICIPLE)
        || words.tag(first) == Tag::Adverb;
    let floor = first.max(end.saturating_sub(REACH));
    if floor > first || words.at(last).quoted {
        return None;
    }
    let mut verbs = (first..end).filter(|&at| words.tag(at).is_finite() && !words.at(at).quoted);
    let subject = verbs.find_map(|verb| {
        let subject = subject_left(words, group_start(words, verb))?;
        // `For years Kerr has lived there.`
        let amid = words.tag(first) == Tag::Preposition
            && !(first..subject.from).any(|at| words.tag(at).is_break());
        let opens = subject.from == first
            || led && (amid || words.before(subject.from, 1).tag == Tag::Comma)
            || words.tag(subject.from.wrapping_sub(1)) == Tag::Adverb && subject.from == first + 1;
        // `Coach Kerr was blunt.`: the title may be a verb.
        let opens = opens || subject.from == first + 1 && words.at(first).entry.is(TITLE);
        let relative = words.tag(subject.to - 1) == Tag::Wh;
        (opens && !relative).then_some(subject)
    });
    subject
        .map(|subject| bearer(words, subject))
        .filter(|subject| is_somebody(words, *subject))
        .or_else(|| presented(words, first, last))
}

/// `[Kerr] kept the mill. The flood took it. | “…”`: whom a whole paragraph is about that names nobody else.
pub(crate) fn beat_of_paragraph(words: &Words<'_>) -> Option<Phrase> {
    if let Some(last) = beat(words, words.len()) {
        return Some(last);
    }
    let (_, end) = words.sentence(0);
    let first = beat(words, end).filter(|_| end < words.len())?;
    let own =
        |at: usize| (first.from..first.to).any(|name| words.surface(name) == words.surface(at));
    let name = |at: usize| words.tag(at) == Tag::Name && !own(at);
    let alone = !(0..words.len()).filter(|at| !(first.from..first.to).contains(at)).any(name);
    let somebody = (first.from..first.to).any(|at| words.tag(at) == Tag::Name);
    (alone && somebody).then_some(first)
}

/// `Among them was [Kerr], a nurse.`, `The shop is run by [Kerr].`, `Meet [Kerr].`: who is presented in the words from
/// `first` to `last`, which are about nobody else.
fn presented(words: &Words<'_>, first: usize, last: usize) -> Option<Phrase> {
    let name = |at: usize| words.tag(at) == Tag::Name;
    let leads = |&at: &usize| {
        let verb = words.tag(at) == Tag::Be
            || words.tag(at) == Tag::Finite && words.tag(first) == Tag::Preposition;
        let opens = at == first && words.is(at, &["meet", "enter"]);
        (verb || opens || words.is(at, &["by"])) && name(at + 1)
    };
    let before = (first..last).find(leads)?;
    let named =
        (first..before).any(|at| name(at) || words.is(at, &["he", "she", "they", "i", "we"]));
    let to = chunk_right(words, before + 1)?;
    let closed = words.tag(to).is_break() || words.tag(to) == Tag::Wh;
    (!named && closed).then(|| Phrase::new(before + 1, to))
}

/// `Her` of `Her voice breaks`: of a thing that is somebody's, whose it is.
fn bearer(words: &Words<'_>, subject: Phrase) -> Phrase {
    let last = words.at(subject.to.saturating_sub(1)).entry;
    // `Her coach, Kerr,`: he.
    let named = (subject.from..subject.to).any(|at| words.tag(at) == Tag::Name);
    let whose = words.is(subject.from, &["his", "her"]) && subject.to > subject.from + 1 && !named;
    let thing = whose && !last.is(TITLE | SPEAKER_NOUN) && !words.has(subject.to - 1, usage::OWNED);
    if thing { Phrase::new(subject.from, subject.from + 1) } else { subject }
}

/// Whether a phrase may be a person: a name, `she`, `the coach`.
fn is_somebody(words: &Words<'_>, phrase: Phrase) -> bool {
    let last = words.at(phrase.to.saturating_sub(1));
    words.is(phrase.from, &["he", "she"])
        || words.is(phrase.from, &["his", "her"]) && phrase.to == phrase.from + 1
        || (phrase.from..phrase.to).any(|at| words.tag(at) == Tag::Name)
        || last.entry.is(TITLE | SPEAKER_NOUN)
}

impl Linker<'_, '_> {
    /// `“No,” was Kerr's [answer]`, `the [answer] from Kerr was “no”`, `left to [chants] of “Out”`: a noun for what
    /// somebody says, with the words in marks beside it.
    pub(crate) fn marked_noun(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        if words.tag(at) != Tag::Noun {
            return None;
        }
        let draft = |content: Phrase, speaker, cue| Draft {
            cue: Some(cue),
            content: vec![content],
            speaker,
            act: Act::Speech,
            reason: QuoteReason::Noun,
            evidence: None,
        };
        if words.has(at, usage::OUTCRY) && words.is(at + 1, &["of"]) {
            let content = marks_at(words, at + 2)?;
            // `shouts of “Name them!” from the benches`
            let from = words.is(content.to, &["from", "by"]).then_some(content.to + 1);
            let crowd =
                from.and_then(|from| Some(Phrase::new(from, phrase_right(words, from, true)?)));
            return Some(draft(content, crowd, Phrase::new(at, at + 2)));
        }
        if !is_said_noun(words, at) {
            return None;
        }
        let floor = words.sentence(at).0.max(at.saturating_sub(OWNED));
        let be = (floor..at).rev().find(|&at| words.tag(at) == Tag::Be)?;
        let close = be.checked_sub(1).filter(|&close| words.closes_speech(close))?;
        let pair = words.pair_at(close)?;
        let to = phrase_right(words, at, true).unwrap_or(at + 1);
        let (whose, noun) = words_of(words, Phrase::new(be + 1, to))?;
        let content = Phrase::new(words.index_at(pair.open.start()), be);
        Some(draft(content, Some(whose), noun))
    }
}

/// The words in marks that open at `at`, whatever they hold.
fn marks_at(words: &Words<'_>, at: usize) -> Option<Phrase> {
    let pair = words.pair_at(at).filter(|pair| pair.open == words.at(at).span)?;
    Some(Phrase::new(at, words.index_at(pair.end).max(at + 1)))
}
