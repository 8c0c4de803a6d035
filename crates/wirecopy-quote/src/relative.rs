//! Content that a relative clause goes back to: `the talks, [which] Kerry said [went well]`, `a deal analysts say [could
//! work]`, `…, [a charge] Kerry denies`.

use crate::adjuncts::past_time_ago;
use crate::ends::clause_end;
use crate::lexicon::{
    CueEntry,
    class::{PLURAL, SPEAKER_NOUN, TITLE},
    frame,
};
use crate::linking::Linker;
use crate::phrases::Phrase;
use crate::quote::Act;
use crate::words::Tag;

impl Linker<'_, '_> {
    /// `…, [a number] Kerry calls [too low]`: what a noun behind a comma sums up, and what it is called.
    pub(crate) fn summed_up(
        &self,
        start: usize,
        group: usize,
        after: usize,
        entry: &CueEntry,
    ) -> Option<Vec<Phrase>> {
        let words = self.words;
        let noun = start.checked_sub(1).filter(|_| start < group)?;
        // `…, a number that Kerry disputes`
        let relative = matches!(words.tag(noun), Tag::That | Tag::Wh);
        let noun = noun.checked_sub(usize::from(relative))?;
        let article =
            (noun.saturating_sub(3)..noun).rev().find(|&at| words.is(at, &["a", "an"]))?;
        let behind = words.before(article, 1).tag == Tag::Comma;
        let bare =
            (article + 1..=noun).all(|at| matches!(words.tag(at), Tag::Noun | Tag::Adjective));
        if !behind || !bare || !entry.allows(frame::OBJECT | frame::CALL) {
            return None;
        }
        let mut content = vec![Phrase::new(article, noun + 1)];
        let called = entry.allows(frame::CALL) && !words.tag(after).is_break();
        let from = after + usize::from(words.is(after, &["as"]));
        let to = clause_end(words, from + 1, from);
        if (called || from > after) && to > from {
            content.push(Phrase::new(from, to));
        }
        Some(content)
    }

    /// `…, [which] Kerry denies.`: what was said before, taken up by a relative pronoun.
    pub(crate) fn relative_object(
        &self,
        start: usize,
        group: usize,
        after: usize,
        entry: &CueEntry,
    ) -> Option<Vec<Phrase>> {
        let words = self.words;
        let which = start.checked_sub(1).filter(|_| start < group)?;
        let taken = words.is(which, &["which"])
            && words.before(which, 1).tag == Tag::Comma
            && matches!(words.tag(after), Tag::Stop | Tag::Comma)
            && entry.act == Act::Speech
            && entry.allows(frame::OBJECT);
        taken.then(|| vec![Phrase::new(which, start)])
    }

    /// `the talks, which Kerry said went well`; `It is a plan Kerry said could work`.
    /// What is only thought (`sums they knew would be paid`) is the rest alone.
    pub(crate) fn gapped(
        &self,
        start: usize,
        group: usize,
        after: usize,
        thought: bool,
    ) -> Option<Vec<Phrase>> {
        let words = self.words;
        // `400 boats that Kerry said [a year ago] would be lost`
        let after = past_time_ago(words, after).unwrap_or(after);
        if !words.tag(after).is_finite() || start >= group {
            return None;
        }
        let previous = start.checked_sub(1)?;
        let to = clause_end(words, after + 1, after);
        // `The bridge, which Kerry said would hold, | opened`
        let aside = words.tag(previous) == Tag::Wh && words.before(previous, 1).tag == Tag::Comma;
        let opens = |&at: &usize| words.tag(at) == Tag::Comma && words.tag(at + 1).is_finite();
        let close = (after..to).take_while(|&at| words.tag(at) != Tag::Wh).find(opens);
        let to = close.filter(|&at| aside && !words.at(at).quoted).unwrap_or(to);
        let rest = Phrase::new(after, to);
        if matches!(words.tag(previous), Tag::Wh | Tag::That) {
            return Some(vec![Phrase::new(previous, start), rest]);
        }
        let (first, _) = words.sentence(start);
        let lead = Phrase::new(first, start);
        let gap = words.tag(previous).ends_phrase() && start > first;
        gap.then(|| if thought { vec![rest] } else { vec![lead, rest] })
    }

    /// `[The deal] analysts say [could change the market] was signed`: a relative clause without its pronoun, whose
    /// subject stands right behind the noun that it is about.
    pub(crate) fn thing_said(
        &self,
        speaker: Option<Phrase>,
        group: usize,
        after: usize,
    ) -> Option<(Vec<Phrase>, Phrase)> {
        let words = self.words;
        let speaker = speaker.filter(|speaker| speaker.to == group)?;
        let last = speaker.to - 1;
        let who = words.at(last);
        let many = who.entry.is(PLURAL) || who.surface.ends_with('s');
        let thing = last.checked_sub(1).filter(|&thing| thing > speaker.from)?;
        let said = words.tag(after).is_finite()
            && words.is(speaker.from, &["the", "a", "an", "this", "that"])
            && words.tag(last) == Tag::Noun
            && words.tag(thing) == Tag::Noun
            && !words.surface(thing).ends_with('s')
            && who.entry.is(SPEAKER_NOUN | TITLE)
            && many;
        if !said {
            return None;
        }
        let to = clause_end(words, after + 1, after);
        let matrix = (after + 2..to).find(|&at| {
            let before = words.before(at, 1).tag;
            words.tag(at).is_finite() && matches!(before, Tag::Noun | Tag::Name | Tag::Time)
        });
        let rest = Phrase::new(after, matrix.unwrap_or(to));
        Some((vec![Phrase::new(speaker.from, last), rest], Phrase::new(last, speaker.to)))
    }
}
