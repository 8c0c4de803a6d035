//! From labelled words to attributions: which content and which source belong to which cue.
//!
//! Nothing is learned here. A content goes to the nearest cue, counted in words with a toll for what
//! stands between; a cue takes the source that holds its subject as the rules see it, else the
//! nearest. What stands in one paragraph stays in it. Given the labels of people, this links 95 of
//! 100 attributions as people do.

use super::explain::{act, reason};
use super::features::Ruled;
use super::label::{Role, runs};
use crate::lexicon::{frame, lexicon};
use crate::linking::Draft;
use crate::phrases::Phrase;
use crate::words::{Tag, Words};
use std::iter;

/// Cues or sources to each side that are looked at.
const NEIGHBOURS: usize = 4;

/// Longest content outside quotation marks, in words: more is no speech, whatever the labels say.
const LONGEST: usize = 300;

/// Words without a label that may stand within a content.
const APART: usize = 20;

/// A source that costs more than this belongs to somebody else.
const TOO_FAR: usize = 60;

/// The attributions of a paragraph whose words have `labels`. `rules` are what the rules made of the
/// same words. Linear in the number of words.
pub(crate) fn assemble(words: &Words<'_>, labels: &[u16], rules: Ruled<'_>) -> Vec<Draft> {
    let runs = runs(labels);
    let of = |wanted: Role| -> Vec<Phrase> {
        runs.iter().filter(|(role, _)| *role == wanted).map(|(_, run)| *run).collect()
    };
    let rules = by_cue(rules.all());
    let mut contents = of(Role::Content);
    contents.retain(|run| run.to - run.from <= LONGEST || words.at(run.from).quoted);
    let cues = with_missed(of(Role::Cue), &contents, &rules);
    let scene = Scene { words, sources: of(Role::Source), cues, contents, rules };
    let mut pieces: Vec<Vec<Phrase>> = vec![Vec::new(); scene.cues.len()];
    for content in &scene.contents {
        if let Some(pieces) = scene.cue_of(*content).and_then(|index| pieces.get_mut(index)) {
            pieces.push(scene.with_marks(*content));
        }
    }
    scene.cues.iter().zip(&mut pieces).for_each(|(cue, pieces)| scene.keep_near(*cue, pieces));
    pieces.iter_mut().for_each(|pieces| scene.join(labels, pieces));
    let cues = scene.cues.iter().zip(pieces);
    cues.filter(|(_, content)| !content.is_empty())
        .map(|(cue, content)| scene.draft(*cue, content))
        .filter(|draft| scene.is_borne_out(draft))
        .flat_map(|draft| scene.sentences_apart(draft))
        .collect()
}

/// Drafts that have a cue, in the order of their cues.
pub(crate) fn by_cue<'d>(rules: impl IntoIterator<Item = &'d Draft>) -> Vec<(Phrase, &'d Draft)> {
    let rules = rules.into_iter().filter_map(|rule| rule.cue.map(|cue| (cue, rule)));
    let mut rules: Vec<_> = rules.collect();
    rules.sort_by_key(|(cue, _)| cue.from);
    rules
}

/// The cues, with those that only the rules saw and to which they gave a content that is labelled:
/// else it would go to the cue of another sentence.
fn with_missed(
    mut cues: Vec<Phrase>,
    contents: &[Phrase],
    rules: &[(Phrase, &Draft)],
) -> Vec<Phrase> {
    let met = |runs: &[Phrase], place: Phrase| {
        let from = runs.partition_point(|run| run.to <= place.from);
        runs.get(from).is_some_and(|run| run.meets(place))
    };
    let missed = rules.iter().filter(|(cue, rule)| {
        !met(&cues, *cue)
            && !met(contents, *cue)
            && rule.content.iter().any(|content| met(contents, *content))
    });
    let missed: Vec<Phrase> = missed.map(|(cue, _)| *cue).collect();
    cues.extend(missed);
    cues.sort_by_key(|cue| cue.from);
    cues
}

struct Scene<'w, 'a> {
    words: &'w Words<'a>,
    sources: Vec<Phrase>,
    cues: Vec<Phrase>,
    contents: Vec<Phrase>,
    rules: Vec<(Phrase, &'w Draft)>,
}

impl Scene<'_, '_> {
    /// The cue that `content` belongs to.
    fn cue_of(&self, content: Phrase) -> Option<usize> {
        nearest(&self.cues, content, |cue| {
            let cost = gap(cue, content)
                + 12 * between(cue, content, &self.contents)
                + 12 * between(cue, content, &self.cues)
                + 3 * self.sentences(cue, content);
            // The rules gave it to this cue: "said late on Monday, after the talks, that".
            let rule = self.rule(cue);
            let own = rule.is_some_and(|rule| rule.content.iter().any(|own| own.meets(content)));
            let cost = if self.is_served(cue, content) { cost + TOO_FAR } else { cost };
            if own { cost.saturating_sub(20) } else { cost }
        })
        .map(|(index, _)| index)
        .filter(|index| {
            let fits = |cue: Phrase| !self.is_stray(cue, content) && !self.is_served(cue, content);
            self.cues.get(*index).is_some_and(|cue| fits(*cue))
        })
    }

    /// `“It was a long day.” She praised [the crew] …`: a cue to which the rules give words behind it, in its
    /// own sentence, has nothing to do with a quotation that has ended before that.
    fn is_served(&self, cue: Phrase, content: Phrase) -> bool {
        let behind = |own: &Phrase| own.from >= cue.to && self.sentences(cue, *own) == 0;
        content.to <= cue.from
            && self.words.at(content.from).quoted
            && self.sentences(cue, content) > 0
            && self.rule(cue).is_some_and(|rule| rule.content.iter().all(behind))
    }

    /// Words amid a sentence without a cue of its own are nobody's of the sentence before: `Dahl said it
    /// would rain. The boat sank after hitting [a rock in the fog].`
    fn is_stray(&self, cue: Phrase, content: Phrase) -> bool {
        let words = self.words;
        let (first, _) = words.sentence(content.from);
        self.sentences(cue, content) > 0
            && !words.at(content.from).quoted
            && (first..content.from).any(|at| !words.at(at).kind_is_sign())
            && !self.rule(cue).is_some_and(|rule| rule.content.iter().any(|own| own.meets(content)))
    }

    /// Leaves out sentences in no marks beside that of a cue which has its content there.
    fn keep_near(&self, cue: Phrase, pieces: &mut Vec<Phrase>) {
        let here = |piece: &Phrase| self.sentences(cue, *piece) == 0;
        if pieces.iter().any(here) {
            pieces.retain(|piece| here(piece) || self.words.at(piece.from).quoted);
        }
    }

    fn draft(&self, cue: Phrase, mut content: Vec<Phrase>) -> Draft {
        let rule = self.rule(cue);
        let verb = self.hearers_verb(cue);
        // "Holm was told by Dahl": the subject hears.
        let hears = verb.is_some_and(|verb| is_passive(self.words, cue, verb))
            || self.is_raised(cue)
            || self.is_done_to(cue);
        let speaker = self.source_of(cue, hears, rule.and_then(|rule| rule.speaker));
        if verb.is_some() {
            let rule = rule.and_then(|rule| rule.content.first());
            if let (Some(first), Some(rule)) = (content.first_mut(), rule)
                && first.from == cue.to
                && (first.from..first.to).contains(&rule.from)
            {
                // "told jurors | the park was dark"
                first.from = rule.from;
            }
        }
        Draft {
            cue: Some(cue),
            speaker,
            act: act(self.words, cue, &content, rule),
            reason: reason(self.words, cue, &content, speaker, rule),
            content,
            evidence: None,
        }
    }

    /// `Dahl said it rained. [“No boat will sail.”]`: what is quoted in a sentence of its own behind words
    /// in no marks is another attribution to who has spoken.
    fn sentences_apart(&self, mut draft: Draft) -> impl Iterator<Item = Draft> {
        let words = self.words;
        let plain = draft
            .content
            .first()
            .is_some_and(|first| !(first.from..first.to).any(|at| words.at(at).pair.is_some()));
        let apart = draft.content.iter().position(|piece| {
            words.at(piece.from).quoted
                && draft
                    .cue
                    .is_some_and(|cue| self.sentences(cue, *piece) > 0 && cue.to <= piece.from)
        });
        let apart = apart.filter(|_| plain).map(|at| draft.content.split_off(at));
        let second = apart.map(|content| Draft { content, ..draft.clone() });
        iter::once(draft).chain(second)
    }

    /// The verb of the cue, if it is one that has a hearer: "told", "warned".
    fn hearers_verb(&self, cue: Phrase) -> Option<usize> {
        // `is convinced that`: who feels so has not been told.
        let felt = |at: usize| self.words.at(at).entry.adjective.is_some();
        (cue.from..cue.to).rev().find(|&at| self.allows(at, frame::HEARER) && !felt(at))
    }

    /// `The ferry is expected to sail`, `is thought to be late`: the subject is what it is about, and
    /// nobody is named.
    fn is_raised(&self, cue: Phrase) -> bool {
        let raises = |at: usize| {
            let leads_on = at + 1 == cue.to && self.words.tag(cue.to) == Tag::To;
            let frames = if leads_on { frame::RAISE | frame::CLAUSE } else { frame::RAISE };
            self.allows(at, frames) && self.words.at(at).entry.adjective.is_none()
        };
        let mut verbs = (cue.from..cue.to).rev();
        verbs.any(|at| is_passive(self.words, cue, at) && raises(at))
    }

    /// `was accused of fraud`, `has been praised for it`: the subject is who it is done to.
    fn is_done_to(&self, cue: Phrase) -> bool {
        let speaks = frame::BESIDE | frame::CLAUSE | frame::INFINITIVE | frame::GERUND;
        (cue.from..cue.to).any(|at| {
            self.words.at(at).entry.adjective.is_none()
                && self.allows(at, frame::OBJECT)
                && !self.allows(at, speaks)
                && is_passive(self.words, cue, at)
        })
    }

    /// Whether the word is a verb that takes such a complement.
    fn allows(&self, at: usize, frame: u32) -> bool {
        let lemma = self.words.at(at).entry.verb;
        let entries = lemma.map(|lemma| lexicon().verbs(lemma)).unwrap_or_default();
        entries.iter().any(|entry| entry.allows(frame))
    }

    /// Whether an attribution has more for it than weights: somebody who said it, quotation marks, or
    /// a rule that found the same cue.
    fn is_borne_out(&self, draft: &Draft) -> bool {
        draft.speaker.is_some()
            || draft.cue.is_some_and(|cue| self.rule(cue).is_some())
            || draft.content.iter().any(|piece| self.words.at(piece.from).quoted)
    }

    /// What the rules made of `cue`.
    fn rule(&self, cue: Phrase) -> Option<&Draft> {
        let from = self.rules.partition_point(|(other, _)| other.to <= cue.from);
        let (other, rule) = self.rules.get(from)?;
        other.meets(cue).then_some(*rule)
    }

    /// The source of `cue`; without one nearby, its subject. One who hears stands before the cue.
    fn source_of(&self, cue: Phrase, hears: bool, subject: Option<Phrase>) -> Option<Phrase> {
        let nearest = nearest(&self.sources, cue, |source| {
            if hears && !self.words.is(source.from.wrapping_sub(1), &["by"]) {
                return TOO_FAR;
            }
            let cost = gap(cue, source)
                + 8 * between(cue, source, &self.cues)
                + 8 * between(cue, source, &self.sources)
                + 15 * self.sentences(cue, source);
            // Nobody is named as who spoke in a sentence of his own after it.
            let later = source.from > cue.from && self.sentences(cue, source) > 0;
            let cost = if later { cost + TOO_FAR } else { cost };
            let is_subject = subject.is_some_and(|subject| subject.meets(source));
            if is_subject { cost.saturating_sub(20) } else { cost }
        });
        let near = nearest.filter(|(_, cost)| *cost < TOO_FAR);
        let subject = subject.filter(|subject| !hears || subject.from >= cue.to);
        let near = near.and_then(|(index, _)| self.sources.get(index).copied());
        // A subject in the cue's own sentence is nearer than a source in another.
        let near = match (near, subject) {
            (Some(near), Some(subject)) if self.sentences(near, cue) > 0 => {
                Some(if self.sentences(subject, cue) == 0 { subject } else { near })
            }
            (near, subject) => near.or(subject),
        };
        // `[Norland,] Lakeland want talks`: weights that name the last have named a part of the subject.
        let near = match (near, subject) {
            (Some(near), Some(subject)) if self.ends_joint(subject, near) => Some(subject),
            (near, _) => near,
        };
        near.filter(|source| !self.is_passive(cue) || source.to != cue.from)
    }

    /// Whether `last` is the last of the names that `subject` joins.
    fn ends_joint(&self, subject: Phrase, last: Phrase) -> bool {
        let joins = |at: usize| matches!(self.words.tag(at), Tag::Comma | Tag::Coordinator);
        subject.from < last.from
            && subject.to == last.to
            && joins(last.from - 1)
            && (subject.from..last.from).all(|at| self.words.tag(at) == Tag::Name || joins(at))
    }

    /// `the panel asked to report`: a participle with nothing before it has no subject that speaks.
    fn is_passive(&self, cue: Phrase) -> bool {
        self.words.tag(cue.from) == Tag::Participle
    }

    /// A content with the quotation marks that touch it.
    fn with_marks(&self, content: Phrase) -> Phrase {
        let Phrase { mut from, mut to } = content;
        // Words that nothing encloses end with their sentence.
        let words = self.words;
        let ends = |at: usize| {
            words.at(at).sentence != words.at(at - 1).sentence
                && !(words.at(at).quoted && words.at(at - 1).quoted)
        };
        to = (from + 1..to).find(|&at| ends(at)).unwrap_or(to);
        if from > 0 && self.words.opens_speech(from - 1) {
            from -= 1;
        }
        if self.words.tag(to) == Tag::Quote && self.words.closes_speech(to) {
            to += 1;
        }
        Phrase::new(from, to)
    }

    /// Joins pieces of one sentence that only words without a label set apart: `called for a body
    /// [, with powers and made up by members of] the government`.
    fn join(&self, labels: &[u16], pieces: &mut Vec<Phrase>) {
        let free = |from: usize, to: usize| {
            labels.get(from..to).is_some_and(|gap| gap.iter().all(|label| *label == 0))
        };
        pieces.dedup_by(|next, last| {
            let joins = last.to <= next.from
                && next.from - last.to <= APART
                && self.sentences(*last, *next) == 0
                && !self.words.at(next.from).quoted
                && !self.words.at(last.to - 1).quoted
                && free(last.to, next.from);
            if joins {
                last.to = next.to;
            }
            joins
        });
    }

    /// How many sentences lie from one to the other.
    fn sentences(&self, left: Phrase, right: Phrase) -> usize {
        let number = |phrase: Phrase| self.words.at(phrase.from).sentence as usize;
        number(left).abs_diff(number(right))
    }
}

/// Whether the verb of the cue is a participle behind "was", or "Asked" that opens its sentence.
fn is_passive(words: &Words<'_>, cue: Phrase, verb: usize) -> bool {
    let from = cue.from.saturating_sub(2);
    let be = |at: usize| words.tag(at) == Tag::Be || words.is(at, &["been"]);
    let opens = words.sentence(verb).0 == verb && words.is(verb, &["asked", "told", "pressed"]);
    opens || words.tag(verb) == Tag::Participle && (from..verb).any(be)
}

/// Index and cost of the cheapest of `runs` around `place`; of equal ones the first.
fn nearest(
    runs: &[Phrase],
    place: Phrase,
    cost: impl Fn(Phrase) -> usize,
) -> Option<(usize, usize)> {
    let middle = runs.partition_point(|run| run.from < place.from);
    let window = middle.saturating_sub(NEIGHBOURS)..(middle + NEIGHBOURS).min(runs.len());
    let costs = window.filter_map(|index| runs.get(index).map(|run| (index, cost(*run))));
    costs.min_by_key(|(_, cost)| *cost)
}

fn ordered(one: Phrase, other: Phrase) -> (Phrase, Phrase) {
    if one.from < other.from { (one, other) } else { (other, one) }
}

/// Words between two runs.
fn gap(one: Phrase, other: Phrase) -> usize {
    let (first, second) = ordered(one, other);
    second.from.saturating_sub(first.to)
}

/// How many of `runs` begin between two others.
fn between(one: Phrase, other: Phrase, runs: &[Phrase]) -> usize {
    let (first, second) = ordered(one, other);
    let from = runs.partition_point(|run| run.from < first.to);
    let to = runs.partition_point(|run| run.from < second.from);
    to.saturating_sub(from)
}
