//! Cues that are neither verbs nor nouns: adjectives, `according to`, the colon; and what stands behind a noun.

use crate::adjuncts::past_when;
use crate::begins::clause_begins;
use crate::clauses::{Complement, led};
use crate::ends::clause_end;
use crate::fronted::{clause_start, holds_verb};
use crate::lexicon::{
    CueEntry,
    class::{ACCOUNT, DET, LABEL, MEASURE, MEDIUM, POSS, SIGNER, SPEAKER_NOUN, TITLE, VIEW},
    frame, lexicon, usage,
};
use crate::linking::{Draft, Linker};
use crate::phrasal::infinitive_after;
use crate::phrases::{Phrase, apposition, chunk_right, phrase_left, phrase_right};
use crate::quote::{Act, QuoteReason};
use crate::subjects::subject_left;
use crate::words::{Tag, Words, is_loud, is_with_article};
use wirecopy_token::TokenKind;

/// Longest label of a turn, in words: `SEN. ANN KERR (R-OHIO):`.
const LONGEST_LABEL: usize = 14;

/// Numbers of a row of names.
const NUMBERS: usize = 3;

/// Words of a name, or of an aside behind it, at most.
const NAMED: usize = 7;

/// A label without what its last brackets say of how it was said: `KERR (on the phone)`.
fn without_manner(words: &Words<'_>, label: Phrase) -> Phrase {
    if words.tag(label.to.saturating_sub(1)) != Tag::CloseBracket {
        return label;
    }
    let first = label.to.saturating_sub(LONGEST_LABEL).max(label.from + 1);
    let open = (first..label.to).rev().find(|&at| words.tag(at) == Tag::OpenBracket);
    let small = open.filter(|&open| !words.at(open + 1).capital);
    Phrase::new(label.from, small.unwrap_or(label.to))
}

/// The name of a label that says, behind a dash or in brackets, for whom somebody speaks: `Ann Kerr -- Chief
/// Officer:`, `ANN KERR [Norwire]:`.
fn without_office(words: &Words<'_>, label: Phrase) -> Option<Phrase> {
    let dash = |at: usize| words.tag(at) == Tag::Dash || matches!(words.surface(at), "-" | "--");
    let bracket = |at: usize| words.tag(at) == Tag::OpenBracket;
    let mark = (label.from + 1..label.to).find(|&at| dash(at) || bracket(at))?;
    let small = ["of", "for", "and", "the", "in", "at", "&"];
    let titled = (mark..label.to).all(|at| {
        words.at(at).capital
            || words.is(at, &small)
            || !words.surface(at).starts_with(char::is_alphabetic)
    });
    let closed = dash(mark) || words.tag(label.to - 1) == Tag::CloseBracket;
    let named = (label.from..mark).all(|at| words.at(at).capital) && mark > label.from + 1;
    (titled && closed && named).then(|| Phrase::new(label.from, mark))
}

/// Whether every word of a label is in capitals, with commas and brackets between them.
fn is_loud_label(words: &Words<'_>, label: Phrase) -> bool {
    let mut letters = 0;
    let loud = (label.from..label.to).all(|at| {
        let surface = words.surface(at);
        letters += surface.chars().filter(|c| c.is_alphabetic()).count();
        is_loud(surface) && !matches!(words.tag(at), Tag::Quote | Tag::Dash)
    });
    loud && letters >= 3
}

/// `was sure [the road was open]`: the clause behind an adjective that takes one with `that`.
fn bare(words: &Words<'_>, from: usize, entry: &CueEntry) -> Option<Complement> {
    let begins =
        matches!(words.tag(from), Tag::Pronoun | Tag::Determiner | Tag::Possessive | Tag::Name);
    let clause = begins && entry.is_led_by("that") && clause_begins(words, from);
    let to = if clause { clause_end(words, from + 1, from) } else { from };
    (to > from + 1).then_some(Complement { from, to, lead: None, reason: QuoteReason::BareClause })
}

/// Whether the clause behind `that` at `at` is about the noun before it: its verb has no subject, or no object.
fn relates(words: &Words<'_>, at: usize) -> bool {
    let to = clause_end(words, at + 1, at);
    let last = to.saturating_sub(1);
    let lacks =
        words.tag(last) == Tag::Finite && last > at + 1 && words.entry(last).takes(frame::OBJECT);
    words.tag(at + 1).is_finite() || lacks
}

/// `Q. How many are there?` and `A. Four.`: a turn of an interview that a letter and a stop open.
pub(crate) fn turn(words: &Words<'_>) -> Option<Draft> {
    let from = match words.surface(0) {
        "Q." | "A." => 1,
        "Q" | "A" if words.surface(1) == "." => 2,
        _ => return None,
    };
    let to = words.len();
    let asks = words.surface(0).starts_with('Q');
    // "A. Kerr said": an initial.
    let unknown = words.at(from).capital && words.at(from).entry.classes == 0;
    let initial = !asks && (unknown || to < from + 2);
    let whole = !asks || words.is(to - 1, &["?", "."]);
    (!initial && whole && to > from + 1).then(|| Draft {
        cue: Some(Phrase::new(0, from)),
        content: vec![Phrase::new(from, to)],
        speaker: Some(Phrase::new(0, from)),
        act: Act::Speech,
        reason: QuoteReason::Colon,
        evidence: None,
    })
}

/// Whether a label over a headline names who speaks, and not what it is about: `Cattle cull: …`.
fn names_source(words: &Words<'_>, label: Phrase) -> bool {
    let last = words.at(label.to.saturating_sub(1));
    let known = last.entry.is(SPEAKER_NOUN | TITLE | MEDIUM | SIGNER);
    known || last.capital || last.tag == Tag::Genitive || last.tag == Tag::Name
}

impl Linker<'_, '_> {
    /// `her advice: [don't look back]`: content behind a colon, to the end of its sentence.
    pub(crate) fn announced(&self, colon: usize) -> Option<Complement> {
        let words = self.words;
        let (from, last) = (colon + 1, words.sentence(colon).1);
        let to = (from..last).rev().find(|&at| words.tag(at) != Tag::Stop)? + 1;
        let plain = words.is(colon, &[":"]) && !words.at(from).quoted && to > from + 1;
        plain.then_some(Complement { from, to, lead: Some(from), reason: QuoteReason::Colon })
    }

    /// Content behind one of the words that an entry lists.
    pub(crate) fn behind(&self, at: usize, entry: &CueEntry) -> Option<Complement> {
        let words = self.words;
        // `the decision not to sell`
        let aim = at + usize::from(words.tag(at) == Tag::Negation && words.tag(at + 1) == Tag::To);
        let aims = words.is(aim, &["to"]) && entry.allows(frame::INFINITIVE)
            || aim > at && entry.is_led_by("to");
        if !aims && !entry.is_led_by(words.surface(at)) {
            return None;
        }
        match words.tag(at) {
            // `charges that include theft`, `a claim that Kerry denies`: a clause about the noun.
            Tag::That if relates(words, at) => None,
            Tag::That | Tag::To | Tag::Wh | Tag::Subordinator | Tag::Negation => {
                let to = clause_end(words, aim + 1, aim);
                (to > at + 1).then_some(Complement {
                    from: at,
                    to,
                    lead: None,
                    reason: QuoteReason::Noun,
                })
            }
            // `a plea to voters [to stay]`
            Tag::Preposition if words.is(at, &["to", "on"]) && entry.allows(frame::INFINITIVE) => {
                let from = infinitive_after(words, chunk_right(words, at + 1)?);
                let to = clause_end(words, from + 1, from);
                (words.tag(from) == Tag::To && to > from + 1).then_some(Complement {
                    from,
                    to,
                    lead: None,
                    reason: QuoteReason::Noun,
                })
            }
            // `calls for [Kerry to resign]`
            Tag::Preposition if words.is(at, &["for"]) && entry.allows(frame::INFINITIVE) => {
                let from = infinitive_after(words, chunk_right(words, at + 1).unwrap_or(at));
                let to = clause_end(words, from + 1, from);
                let urged =
                    Complement { from: at + 1, to, lead: Some(at + 1), reason: QuoteReason::Noun };
                let urges = words.tag(from) == Tag::To && to > from + 1;
                if urges { Some(urged) } else { led(words, at, QuoteReason::Noun) }
            }
            // `a charge of $5 million`
            Tag::Preposition
                if words.is(at - 1, &["charge", "charges"]) && words.tag(at + 1) == Tag::Number =>
            {
                None
            }
            Tag::Preposition => led(words, at, QuoteReason::Noun),
            _ => None,
        }
    }

    /// `is wary of …`, `was confident that …`
    pub(crate) fn adjective(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let entry = lexicon().adjective(words.at(at).entry.adjective?)?;
        let mut group = at;
        while group > 0
            && at - group < 6
            && matches!(
                words.tag(group - 1),
                Tag::Adverb | Tag::Negation | Tag::Be | Tag::Have | Tag::Modal
            )
            || group > 0 && words.has(group - 1, usage::COPULA)
            // `members more interested in`
            || group > 1 && words.is(group - 1, &["more", "less", "most", "least"])
        {
            group -= 1;
        }
        // `the angry Kerry left`: without a form of be no clause stands behind it.
        let be = (group..at).any(|at| words.tag(at) == Tag::Be || words.has(at, usage::COPULA));
        // `was adamant [on Monday] that`
        let next = past_when(words, at + 1).unwrap_or(at + 1);
        let found = self
            .behind(next, entry)
            .or_else(|| if be { bare(words, at + 1, entry) } else { None })
            .or_else(|| self.announced(at + 1))?;
        let (first, _) = words.sentence(at);
        // `Convinced that it was a fake, Kerry sold it`
        let opens = (first..group).all(|at| words.tag(at) == Tag::Adverb) && !be;
        if group == 0 && !opens {
            return None;
        }
        let aside = self.in_aside(group, found).filter(|_| !be);
        let (found, speaker) = match aside {
            Some(aside) => aside,
            None if opens => self.before_subject(found)?,
            None => (found, subject_left(words, group)?),
        };
        // `few will be willing to pay`, but `I'd be surprised if`
        let may = (group..at).any(|at| words.tag(at) == Tag::Modal);
        if may && !words.is(speaker.from, &["i", "we"]) {
            return None;
        }
        // `It is sad that`, and not `It is confident that`
        let it = words.is(speaker.from, &["it"]);
        let nobody = words.is(speaker.from, &["there"]) || it && words.has(at, usage::HARD);
        Some(Draft {
            cue: Some(Phrase::new(group, found.lead.unwrap_or(at + 1))),
            content: vec![Phrase::new(found.from, found.to)],
            speaker: (!nobody).then_some(speaker),
            act: entry.act,
            reason: QuoteReason::Predicate,
            evidence: None,
        })
    }

    /// Whether an adjective at `at` tells what somebody feels, and what about.
    pub(crate) fn feels(&self, at: usize) -> bool {
        let words = self.words;
        let at = at + usize::from(words.tag(at) == Tag::Adverb);
        let entry = words.at(at).entry.adjective.and_then(|entry| lexicon().adjective(entry));
        entry.is_some_and(|entry| {
            self.behind(at + 1, entry).is_some() || bare(words, at + 1, entry).is_some()
        })
    }

    /// `The coach, [unhappy with the referee], left`: whom an aside tells the feelings of, and what about.
    fn in_aside(&self, group: usize, found: Complement) -> Option<(Complement, Phrase)> {
        let words = self.words;
        let comma = group.checked_sub(1).filter(|&comma| words.tag(comma) == Tag::Comma)?;
        let (first, end) = words.sentence(group);
        let close = (found.from..end).find(|&at| words.tag(at) == Tag::Comma)?;
        let verb = (close + 1..end).find(|&at| words.tag(at) != Tag::Adverb)?;
        let speaker = phrase_left(words, comma)?;
        let opens = speaker.from == first || words.tag(speaker.from - 1).is_break();
        let whole = words.tag(verb).is_finite() && opens;
        (whole && close > found.from).then_some((Complement { to: close, ..found }, speaker))
    }

    /// `[Convinced] that it was a fake, | Kerry sold it`: what stands in front of its subject ends at the comma before
    /// that.
    fn before_subject(&self, found: Complement) -> Option<(Complement, Phrase)> {
        let subject = self.subject_after(found.from)?;
        let to = found.to.min(subject.from.checked_sub(1)?);
        (to > found.from).then_some((Complement { to, ..found }, subject))
    }

    /// `…, reportedly`, `has [reportedly] left`: what is told of nobody knows whom.
    pub(crate) fn reportedly(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let (first, end) = words.sentence(at);
        let from = clause_start(words, at, self.floor(at)).max(first);
        let start = (from..at).rev().find(|&at| words.tag(at).is_break()).map_or(from, |at| at + 1);
        let verb = (start..at).any(|at| words.tag(at).is_finite()) || words.tag(at + 1).is_finite();
        let cue = (at + 1..(at + 3).min(end)).any(|at| words.at(at).entry.verb.is_some());
        let plain = !words.at(at).quoted && !cue && verb;
        let to = clause_end(words, at + 2, at + 1);
        let content = [Phrase::new(start, at), Phrase::new(at + 1, to)];
        let content: Vec<Phrase> =
            content.into_iter().filter(|piece| piece.to > piece.from).collect();
        (plain && content.len() == 2).then(|| Draft {
            cue: Some(Phrase::new(at, at + 1)),
            content,
            speaker: None,
            act: Act::Speech,
            reason: QuoteReason::AccordingTo,
            evidence: None,
        })
    }

    /// `…, per a team source`: whom the words after the comma name.
    pub(crate) fn per(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let to = phrase_right(words, at + 1, true)?;
        let closed = words.tag(to).is_break();
        let comma = at > 0 && words.tag(at - 1) == Tag::Comma;
        let speaks = (at + 1..to).any(|at| {
            words.at(at).entry.is(SPEAKER_NOUN | TITLE | MEDIUM | SIGNER)
                || words.has(at, usage::BODY)
                || words.tag(at) == Tag::Name
        });
        (comma && closed && speaks).then(|| self.attributed(at, at + 1, Act::Speech)).flatten()
    }

    /// `For Ann Kerr of the Millers' Guild, [the rise came late]`: for whom something is so, where he is named with a
    /// body that he speaks for.
    pub(crate) fn for_whom(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let named = |at: usize| words.tag(at) == Tag::Name;
        let body = at + 1 + (at + 1..at + NAMED).take_while(|&at| named(at)).count();
        let body = body + usize::from(words.tag(body) == Tag::Comma);
        let speaks = named(at + 1) && named(at + 2) && words.is(body, &["of", "from"]);
        let to = speaks.then(|| phrase_right(words, body + 1, true))??;
        // `…, on the other hand, the rise came late`
        let aside = words.tag(to) == Tag::Comma && words.is(to + 1, &["on", "however", "though"]);
        let other = (to + 1..to + NAMED).find(|&at| words.tag(at) == Tag::Comma);
        let comma = other.filter(|_| aside).unwrap_or(to);
        let from = comma + 1;
        let whole = Phrase::new(from, clause_end(words, from + 1, from));
        let stands = words.tag(comma) == Tag::Comma
            && !matches!(words.tag(from), Tag::Pronoun | Tag::Wh)
            && clause_begins(words, from);
        stands.then(|| Draft {
            cue: Some(Phrase::new(at, at + 1)),
            content: vec![whole],
            speaker: Some(Phrase::new(at + 1, to)),
            act: Act::Attitude,
            reason: QuoteReason::AccordingTo,
            evidence: None,
        })
    }

    /// `…, according to Kerry` and `According to Kerry, …`
    pub(crate) fn according(&self, at: usize) -> Option<Draft> {
        self.summed_from(at).or_else(|| self.attributed(at, at + 2, Act::Speech))
    }

    /// `[That] is according to the police.`: what was said before, in a word.
    fn summed_from(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let that = at.checked_sub(2).filter(|&that| that == words.sentence(at).0)?;
        if words.tag(that + 1) != Tag::Be || !words.is(that, &["that", "this"]) {
            return None;
        }
        let speaker = Phrase::new(at + 2, phrase_right(words, at + 2, true)?);
        // `This was according to plan.`
        if words.at(speaker.to - 1).entry.is(MEASURE) {
            return None;
        }
        Some(Draft {
            cue: Some(Phrase::new(at, at + 2)),
            content: vec![Phrase::new(that, that + 1)],
            speaker: Some(speaker),
            act: Act::Speech,
            reason: QuoteReason::AccordingTo,
            evidence: None,
        })
    }

    /// What the words from `at` to before `from` attribute to who is named behind them.
    fn attributed(&self, at: usize, from: usize, act: Act) -> Option<Draft> {
        let words = self.words;
        let (first, end) = words.sentence(at);
        let name = phrase_right(words, from, true)?;
        let (first_noun, comma) = (
            from + usize::from(words.at(from).entry.is(DET | POSS)),
            at > first && words.tag(at - 1) == Tag::Comma,
        );
        // `acted according to the law`: by that nothing is said. But `According to the law, the road is shut`
        let head = chunk_right(words, from).unwrap_or(name).saturating_sub(1);
        let measured = words.at(head.max(first_noun)).entry.is(MEASURE);
        let rule = at == first && words.tag(name) == Tag::Comma && words.has(head, usage::LAW);
        if !comma && measured && !rule {
            return None;
        }
        let left = if comma { at - 1 } else { at };
        let relative = comma && words.tag(left.saturating_sub(1)) == Tag::Wh;
        // In front, an aside about the source ends in a comma; what runs to the stop is the clause.
        let to = Some(apposition(words, name))
            .filter(|&to| at > first && !relative || words.tag(to) == Tag::Comma)
            .unwrap_or(name);
        let draft = |content, reason| Draft {
            cue: Some(Phrase::new(at, from)),
            content,
            speaker: Some(Phrase::new(from, to)),
            act,
            reason,
            evidence: None,
        };
        let start = clause_start(words, left, self.floor(left));
        let clause = Phrase::new(start, left);
        // `It rained. According to Kerry, the road was shut.`: what stands in front is another sentence.
        // `a strip where, according to Kerry, mines were laid`: nor does a clause stand before "where".
        let front = (at > first || words.tag(to) == Tag::Stop) && !relative;
        // `“…,” Kerr told [the crew on Monday], according to two who were there`: whom and when he told.
        let marked = |draft: &Draft| {
            draft.is_fronted()
                && draft.content.iter().all(|piece| words.closes_speech(piece.to.saturating_sub(1)))
        };
        let told = self.drafts.last().is_some_and(marked) && self.floor(left) > first;
        if front && told && comma && !holds_verb(words, clause) {
            return None;
        }
        if front
            && (left > start + 2 && (holds_verb(words, clause) || left > start + 3)
                || comma && words.tag(to) == Tag::Comma && left > start)
        {
            let mut content = vec![clause];
            if words.closes_speech(left.saturating_sub(1)) && words.opens_speech(start) {
                self.preceding(&mut content);
            }
            // `…, according to Kerry, and it has gone on`: another clause.
            let another = words.tag(to + 1) == Tag::Coordinator && holds_verb(words, clause)
                || (to + 1..to + 4).any(|at| words.is(at, &["whom", "which"]));
            if words.tag(to) == Tag::Comma
                && to + 2 < end
                && comma
                && !another
                && self.resumes(to + 1, &content)
            {
                let stop = clause_end(words, to + 2, to + 1);
                content.push(Phrase::new(to + 1, stop));
            }
            content.retain(|phrase| phrase.to > phrase.from);
            return (!content.is_empty()).then(|| draft(content, QuoteReason::AccordingTo));
        }
        // `According to Kerry the house was sold`
        if at == first && words.tag(to).begins_phrase() && clause_begins(words, to) {
            let stop = clause_end(words, to + 1, to);
            return Some(draft(vec![Phrase::new(to, stop)], QuoteReason::AccordingTo));
        }
        let mut comma = (to..end.min(to + 30)).find(|&comma| words.tag(comma) == Tag::Comma)?;
        // `According to Kerry, whose book came out in May, the talks …`
        if words.tag(comma + 1) == Tag::Wh {
            let aside = comma + 1;
            comma = (aside..end.min(aside + 30)).find(|&close| words.tag(close) == Tag::Comma)?;
        }
        if words.opens_speech(comma + 1) {
            let mut content = Vec::new();
            self.take_pair(comma + 1, &mut content);
            return (!content.is_empty()).then(|| draft(content, QuoteReason::AccordingTo));
        }
        let stop = clause_end(words, comma + 2, comma + 1);
        (stop > comma + 2)
            .then(|| draft(vec![Phrase::new(comma + 1, stop)], QuoteReason::AccordingTo))
    }

    /// `Kerry: Talks went well`, `PENCE: Thank you.`
    pub(crate) fn colon(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let from = usize::from(words.tag(0) == Tag::Quote);
        // No label is so long, and of a paragraph of colons each would walk back to its start.
        if at > from + LONGEST_LABEL {
            return None;
        }
        let label = Phrase::new(from, at);
        let name = without_office(words, label).unwrap_or_else(|| without_manner(words, label));
        let names = (from..name.to).all(|at| {
            matches!(
                words.tag(at),
                Tag::Name | Tag::Noun | Tag::Genitive | Tag::Adjective | Tag::Number
            ) && (self.first_paragraph
                || words.at(at).capital
                || is_with_article(words.surface(at))
                || words.tag(at) == Tag::Genitive)
                || self.first_paragraph && words.tag(at) == Tag::Preposition
                // `Retiring judge: …`
                || self.first_paragraph && words.tag(at) == Tag::Gerund && at == from
        });
        // "Q:" and "A:" of an interview.
        let letter = at == from + 1 && words.at(from).capital && words.is(from, &["q", "a"]);
        // "dpa: Will the dykes hold?"
        let asks = at == from + 1
            && words.at(from).kind == TokenKind::Word
            && words.is(words.len().saturating_sub(1), &["?"]);
        let loud = at <= from + LONGEST_LABEL && is_loud_label(words, name);
        if at == from
            || name.to > from + 5 && !loud
            || !(names || letter || asks || loud)
            || self.first_paragraph && !names_source(words, name)
            || words.at(from).entry.is(LABEL)
            // `(ATTN: UPDATES with …)`
            || words.tag(from) == Tag::OpenBracket
            // `ANN KERR, BYLINE:`
            || words.at(name.to - 1).entry.is(LABEL) && words.before(name.to - 1, 1).tag != Tag::Comma
        {
            return None;
        }
        let to = words.len();
        let row = is_result(words, Phrase::new(from, at))
            || is_row(words, Phrase::new(at + 1, to))
            || !self.first_paragraph && !is_turn(words);
        // `Kerr: “We had no coal.” Berg: “We had no food.”`
        let mut content = vec![Phrase::new(at + 1, to)];
        if words.opens_speech(at + 1)
            && let Some(pair) = words.pair_at(at + 1).filter(|pair| pair.close.is_some())
        {
            content = vec![Phrase::new(at + 1, words.index_at(pair.end))];
            self.joined(&mut content);
        }
        (to > at + 3 && !row).then(|| Draft {
            cue: Some(Phrase::new(at, at + 1)),
            content,
            speaker: Some(name),
            act: Act::Speech,
            reason: QuoteReason::Colon,
            evidence: None,
        })
    }

    /// `a sign reading “No fishing”`: what is written on something.
    pub(crate) fn inscription(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let end = at - usize::from(words.before(at, 1).tag == Tag::Comma && at > 1);
        let speaker = phrase_left(words, end)?;
        let mut content = Vec::new();
        let pair = words.pair_at(at + 1)?;
        content.push(Phrase::new(at + 1, words.index_at(pair.end).max(at + 2)));
        self.joined(&mut content);
        Some(Draft {
            cue: Some(Phrase::new(at, at + 1)),
            content,
            speaker: Some(speaker),
            act: Act::Speech,
            reason: QuoteReason::CueBeforeMarks,
            evidence: None,
        })
    }

    /// `…, in her view`, `In Kerry's opinion, …`, `in the eyes of Kerry`: whose view it is.
    pub(crate) fn view(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let view = words.at(at + 2).entry;
        if words.is(at + 1, &["the"]) && view.is(VIEW) && words.is(at + 3, &["of"]) {
            let act = if view.is(ACCOUNT) { Act::Speech } else { Act::Attitude };
            return self.attributed(at, at + 4, act);
        }
        let (first, end) = words.sentence(at);
        let noun = match words.tag(at + 1) {
            Tag::Possessive if !words.is(at + 1, &["its"]) => at + 2,
            _ => {
                let genitive =
                    (at + 2..end.min(at + 8)).find(|&at| words.tag(at) == Tag::Genitive)?;
                genitive + 1
            }
        };
        // `by his own account`
        let owner = noun;
        let noun = noun + usize::from(words.is(noun, &["own"]));
        if !words.at(noun).entry.is(VIEW) {
            return None;
        }
        let genitive = words.tag(owner - 1) == Tag::Genitive;
        let speaker = Phrase::new(at + 1, if genitive { owner - 1 } else { owner });
        let cue = Phrase::new(at, noun + 1);
        let marked =
            at.checked_sub(1).filter(|_| at > first).and_then(|close| words.pair_at(close));
        let apart = |open: usize| words.before(open, 1).tag == Tag::Comma || words.at(open).quoted;
        let marked = marked.filter(|pair| {
            words.index_at(pair.end) == at && apart(words.index_at(pair.open.start()))
        });
        let content = if let Some(pair) = marked {
            // `“a heap of stones” in Kerr's words`
            vec![Phrase::new(words.index_at(pair.open.start()), at)]
        } else if at > first && words.tag(at - 1) == Tag::Comma {
            let closed = matches!(words.tag(noun + 1), Tag::Comma | Tag::Stop);
            let start = clause_start(words, at - 1, self.floor(at - 1));
            let mut content = vec![Phrase::new(start, at - 1)];
            if words.tag(noun + 1) == Tag::Comma && noun + 3 < end {
                content.push(Phrase::new(noun + 2, clause_end(words, noun + 3, noun + 2)));
            }
            let whole = content.iter().any(|piece| holds_verb(words, *piece));
            (closed && whole && start < at - 1).then_some(content)?
        } else if at > first && matches!(words.tag(at - 1), Tag::Modal | Tag::Be) {
            // `The bill will in Kerry's view do little`
            let start = clause_start(words, at, self.floor(at));
            let rest = Phrase::new(noun + 1, clause_end(words, noun + 2, noun + 1));
            (start + 1 < at && rest.to > rest.from).then(|| vec![Phrase::new(start, at), rest])?
        } else if at == first && words.tag(noun + 1) == Tag::Comma {
            vec![Phrase::new(noun + 2, clause_end(words, noun + 3, noun + 2))]
        } else if at == first
            && words.tag(noun + 1).begins_phrase()
            && clause_begins(words, noun + 1)
        {
            vec![Phrase::new(noun + 1, clause_end(words, noun + 2, noun + 1))]
        } else {
            return None;
        };
        Some(Draft {
            cue: Some(cue),
            content,
            speaker: Some(speaker),
            act: if words.at(noun).entry.is(ACCOUNT) { Act::Speech } else { Act::Attitude },
            reason: QuoteReason::AccordingTo,
            evidence: None,
        })
    }

    /// Puts the quotations right before the first piece in front of it.
    fn preceding(&self, content: &mut Vec<Phrase>) {
        let words = self.words;
        let Some(mut from) = content.first().map(|first| first.from) else { return };
        for _ in 0..8 {
            let Some(left) = from.checked_sub(1).filter(|&left| words.closes_speech(left)) else {
                return;
            };
            let Some(pair) = words.pair_at(left) else { return };
            let start = words.index_at(pair.open.start());
            content.insert(0, Phrase::new(start, from));
            from = start;
        }
    }
}

/// `Tarnby 2-1 Qvistby: late goal`: a result, nobody speaks.
fn is_result(words: &Words<'_>, label: Phrase) -> bool {
    (label.from + 1..label.to).any(|at| {
        words.tag(at) == Tag::Number && words.tag(at - 1) == Tag::Name && words.at(at + 1).capital
    })
}

/// `Tarnby: Holm 7; Dahl 6, Berg 6 (Lund 66, 8).`: names and numbers, nobody speaks.
fn is_row(words: &Words<'_>, content: Phrase) -> bool {
    let is = |at: usize| match words.tag(at) {
        Tag::Name | Tag::Number | Tag::Comma | Tag::Stop => true,
        Tag::OpenBracket | Tag::CloseBracket | Tag::Dash | Tag::Colon => true,
        Tag::Other => words.surface(at).len() == 1,
        _ => words.at(at).capital,
    };
    let mut numbers = 0;
    (content.from..content.to).all(|at| {
        numbers += usize::from(words.tag(at) == Tag::Number);
        is(at)
    }) && numbers >= NUMBERS
}

/// Whether the paragraph closes as a turn does: `Scorers: Holm 12, Dahl 40` is a row, `GHANA: Parrot in court` a heading.
fn is_turn(words: &Words<'_>) -> bool {
    let last = words.len() - 1;
    let ends = [".", "?", "!", "…", "”", "\"", "’", "'", ")", "]", "--"];
    // `Holm: Let me finish –`
    words.is(last, &ends) || words.tag(last) == Tag::Dash
}
