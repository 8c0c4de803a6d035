//! Whom "he" or "she" means: everybody named in the sentences before is weighed, and the best is taken.
//!
//! What speaks for a person: to be near, to be the subject of a sentence ("Berg met Dahl. He …" is
//! Berg; Hobbs 1978; Grosz, Joshi and Weinstein 1995), to have spoken there, to be a man or a woman as
//! the pronoun wants. What speaks against: to stand in the very words that the pronoun says ("Dahl had
//! left, he said" is rarely Dahl), to be only whose brother something is, or to stand behind a
//! preposition. Somebody without a name ("one juror") is weighed like the others; if that one is the
//! best, nobody is named. Nobody says "he" of himself, so whoever speaks the words around is out.

use super::discourse::{Discourse, Only};
use super::lexicon::{Word, is};
use super::unnamed;
use wirecopy_entity::Gender;
use wirecopy_text::Span;

/// Sentences before the pronoun that are searched, its own included.
const REACH: usize = 6;

/// Sentences of somebody's own words that are stepped over.
const QUOTED: usize = 32;

/// Mentions of one sentence that are searched; more stand in lists.
const MENTIONS: usize = 24;

/// Sentences back within which somebody stands alone.
const ALONE: usize = 2;

/// Sentences back in which somebody without a name is told of in the same words.
const UNNAMED: usize = 1;

/// What a sentence in between costs.
const DISTANCE: i32 = 6;

/// What each fitting person before in the sentence costs, and how many count.
const LATER: i32 = 5;
const MOST_LATER: i32 = 2;

/// What it costs that nothing tells the gender: most of whom the news names are men.
const PERHAPS_HE: i32 = 5;
const PERHAPS_SHE: i32 = 8;
const PERHAPS_SPOKE: i32 = 2;

/// What it costs to be no more than whose something is: in "Berg spoke with Dahl's brother", and in
/// "Dahl's shoes were lost".
const OWNER: i32 = 9;
const OWNER_FIRST: i32 = 4;

/// What it costs to stand in another paragraph, and what it costs somebody without a name more.
const ELSEWHERE: i32 = 3;
const NAMELESS: i32 = 7;

/// What it costs to stand behind a preposition.
const BEHIND: i32 = 3;

/// What it costs to stand in what the pronoun says, and in what another said.
const IN_SOUGHT: i32 = 11;
const IN_SAID: i32 = 3;

/// What it costs not to be named there at all, but to be whose life the story tells.
const LIFE: i32 = 10;

/// What it costs within somebody's own words to be only whom the story is about, and how often that one is named.
const TOPIC: i32 = 14;
const OFTEN: usize = 3;

/// Bytes of a title and a "that" before a name that opens what is said.
const OPENS: u32 = 16;

/// Letters that "king" and "bring" have and no participle is short of.
const PARTICIPLE: usize = 5;

/// Who stands at a place, and how much speaks for that one.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    who: Option<u32>,
    weight: i32,
}

/// The person before `span` whom "he" or "she" means.
pub(super) fn person(span: Span, gender: Gender, story: &Discourse<'_>) -> Option<u32> {
    alone(span, gender, story).or_else(|| weigh(span, gender, IN_SOUGHT, story))
}

/// "“It rained,” Daniele Berg said. It would rain again, | he said.": who alone spoke in the paragraph, though a list
/// holds the name for a woman's.
fn alone(span: Span, gender: Gender, story: &Discourse<'_>) -> Option<u32> {
    let behind = story.sought_content().is_some_and(|content| content.start() < span.start());
    if story.is_within_words() || !behind && !story.is_going_on() {
        return None;
    }
    let paragraph = story.paragraph_at(span.start());
    let parts = backwards(span, story, REACH).filter(|part| part.start() >= paragraph);
    let mut only: Option<u32> = None;
    let mut spoke = false;
    for (distance, part) in parts.enumerate() {
        for (at, who) in people(part, story) {
            if who.is_some() && (story.is_in_sought(at) || story.is_aside(at, part)) {
                continue;
            }
            if only.is_some_and(|only| Some(only) != who) {
                return None;
            }
            only = Some(who?);
            spoke |= story.is_speaker_at(at);
        }
        // "Anna Berg asked. I put it to my neighbour. “It did,” he said."
        if distance > 0 && !spoke {
            return None;
        }
    }
    let only = only.filter(|only| spoke && story.gender(*only).is_some_and(|is| is != gender))?;
    let called = story.called(only).is_none_or(|called| called == gender);
    (called && !story.is_titled(only)).then_some(only)
}

/// The person before `span` whose brother "his brother" is: "Dahl would not talk, his brother said" is
/// Dahl's.
pub(super) fn owner(span: Span, gender: Gender, story: &Discourse<'_>) -> Option<u32> {
    weigh(span, gender, 0, story)
}

fn weigh(span: Span, gender: Gender, in_sought: i32, story: &Discourse<'_>) -> Option<u32> {
    let mut best = of_life(gender, story);
    let near = near_words(story);
    let mut is_near = false;
    let mut only = Only::Nobody;
    let paragraph = story.paragraph_at(span.start());
    let named = named_behind(span, story);
    for (distance, part) in backwards(span, story, REACH).enumerate() {
        let far = i32::try_from(distance).unwrap_or(i32::MAX).saturating_mul(DISTANCE);
        // Nobody behind can be better.
        if best.is_some_and(|best| best.weight >= -far) {
            break;
        }
        if distance == 0 && is_participle(part, story) {
            continue;
        }
        let mut fitting: Vec<Option<u32>> = Vec::new();
        // "“My brother came, and he said”": within somebody's words whoever has no name there.
        let unnamed = unnamed(part, distance, gender, story);
        for (at, who) in with(people(part, story), &unnamed) {
            if let Some(person) = who.filter(|_| {
                let spoke = || story.spoken.contains_key(&at);
                distance <= ALONE && (at >= paragraph && !story.is_aside(at, part) || spoke())
            }) {
                only = only.with(person);
            }
            let earlier = fitting.iter().filter(|other| **other != who).count();
            let place = Place { at, part, is_first: earlier == 0, is_here: at >= paragraph };
            let weight = match who {
                None if unnamed.contains(&at) => Some(weight_unnamed(at, part, story)),
                _ => weight(place, who, gender, in_sought, story),
            };
            let Some(weight) = weight.filter(|_| who.is_none() || who != named) else {
                continue;
            };
            is_near |= at >= near && !story.is_speaker_at(at);
            // "Dahl's aide, Eva Holm, denied it. She": who spoke there comes first.
            let spoke = who.is_some() && story.spoken.contains_key(&at);
            let earlier = if spoke { 0 } else { earlier };
            let later = i32::try_from(earlier).unwrap_or(MOST_LATER).min(MOST_LATER) * LATER;
            // Who is only talked about is no subject before the one who talks.
            if !story.is_said(at) {
                fitting.push(who);
            }
            let weight = weight - far - later;
            if best.is_none_or(|best| weight > best.weight) {
                best = Some(Candidate { who, weight });
            }
        }
    }
    let best = if is_near { best } else { or_topic(best, gender, story) };
    match (best, only) {
        (Some(best), _) => best.who,
        // A list that calls Enda a woman is wrong where "he" has nobody else to mean.
        (None, Only::One(person)) => Some(person)
            .filter(|person| story.called(*person).is_none_or(|called| called == gender)),
        (None, _) => None,
    }
}

/// What speaks against somebody without a name in the same words.
fn weight_unnamed(at: u32, part: Span, story: &Discourse<'_>) -> i32 {
    if is_behind_preposition(at, part, story) { -IN_SAID - BEHIND } else { -IN_SAID }
}

/// Where somebody's words tell of somebody without a name, in a sentence so far back.
fn unnamed(part: Span, distance: usize, gender: Gender, story: &Discourse<'_>) -> Vec<u32> {
    let around = story.own_words_around().filter(|_| distance <= UNNAMED);
    let shared = around.and_then(|words| {
        let start = words.start().max(part.start());
        (start < part.end().min(words.end())).then(|| Span::new(start, part.end().min(words.end())))
    });
    shared.map(|part| unnamed::told_of(part, gender, story)).unwrap_or_default()
}

/// The people and those without a name, in order.
fn with(mut people: Vec<(u32, Option<u32>)>, unnamed: &[u32]) -> Vec<(u32, Option<u32>)> {
    if !unnamed.is_empty() {
        let new = unnamed.iter().filter(|at| people.iter().all(|(other, _)| other != *at));
        let new: Vec<_> = new.map(|at| (*at, None)).collect();
        people.extend(new);
        people.sort_unstable_by_key(|(at, _)| *at);
    }
    people
}

/// "He | said Dahl had left", "He | hailed Dahl": nobody whom he names behind is he.
fn named_behind(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let content = story.sought_content().filter(|content| {
        content.start() >= span.end() && !story.is_quoted(*content) && !story.is_within_words()
    })?;
    let first = super::mentions_in(story.named, content).first()?;
    first.entity.filter(|_| first.span.start() <= content.start().saturating_add(OPENS))
}

/// Whose life is told may be meant anywhere.
fn of_life(gender: Gender, story: &Discourse<'_>) -> Option<Candidate> {
    let life = story.life.filter(|life| story.gender(*life) == Some(gender))?;
    let may_be = !story.is_in_words_of(life);
    may_be.then_some(Candidate { who: Some(life), weight: -LIFE })
}

/// "Dahl left the bank. … Clerks were glad. “**He** never knew our names,” one said": in somebody's own words whom the
/// story is about may be meant, though another was named since.
fn of_topic(gender: Gender, story: &Discourse<'_>) -> Option<Candidate> {
    let topic = story.protagonist().filter(|_| story.is_within_words())?;
    let entity = story.named.entities.get(topic as usize)?;
    let fits = story.gender(topic) == Some(gender) && entity.mentions.len() >= OFTEN;
    (fits && !story.is_in_words_of(topic)).then_some(Candidate { who: Some(topic), weight: -TOPIC })
}

/// Where the sentence before the paragraph begins in which somebody's own words stand.
fn near_words(story: &Discourse<'_>) -> u32 {
    let words = story.own_words_around().map_or(0, |words| story.paragraph_at(words.start()));
    let before = story.sentence(Span::empty_at(words)).saturating_sub(1);
    story.tokens.sentences().get(before).map_or(0, |before| before.span().start())
}

/// Whom the story is about, where nobody weighs more or is named nearly so often.
fn or_topic(best: Option<Candidate>, gender: Gender, story: &Discourse<'_>) -> Option<Candidate> {
    let topic = of_topic(gender, story).filter(|topic| {
        best.is_none_or(|best| best.weight < topic.weight && is_less(best, *topic, story))
    });
    topic.or(best)
}

/// Whether the story names somebody much less often than whom it is about.
fn is_less(one: Candidate, topic: Candidate, story: &Discourse<'_>) -> bool {
    let count = |candidate: Candidate| {
        let entity = candidate.who.and_then(|who| story.named.entities.get(who as usize));
        entity.map_or(0, |entity| entity.mentions.len())
    };
    count(one) * 2 <= count(topic)
}

/// Where somebody is named.
#[derive(Debug, Clone, Copy)]
struct Place {
    at: u32,
    /// The sentence.
    part: Span,
    /// Nobody who fits is named before in the sentence.
    is_first: bool,
    /// The pronoun stands in the same paragraph.
    is_here: bool,
}

/// What speaks against whoever stands there, whatever else does; `None` if the gender does.
fn weight(
    place: Place,
    who: Option<u32>,
    gender: Gender,
    in_sought: i32,
    story: &Discourse<'_>,
) -> Option<i32> {
    let elsewhere = if place.is_here { 0 } else { ELSEWHERE };
    let Some(person) = who else {
        if !story.may_be(place.at, gender) {
            return None;
        }
        return Some(if place.is_here { 0 } else { -ELSEWHERE - NAMELESS });
    };
    // "She added" has told whom no list knows.
    let known = story.called(person).or_else(|| story.gender(person));
    let doubt = match (known, gender) {
        (Some(known), _) if known == gender => 0,
        (Some(_), _) => return None,
        // Who has just spoken needs no more.
        (None, _) if story.spoke_last(person) => PERHAPS_SPOKE,
        (None, Gender::Female) => PERHAPS_SHE,
        (None, _) => PERHAPS_HE,
    };
    let Place { at, part, is_first, .. } = place;
    let spoke = story.spoken.contains_key(&at);
    let owner = match (story.is_aside(at, part), is_first) {
        (false, _) => 0,
        // Of "Berg's funeral" at the head of the sentence nothing is left.
        (true, true) if at > part.start() => OWNER_FIRST,
        (true, _) => OWNER,
    };
    let behind = if !spoke && is_behind_preposition(at, part, story) { BEHIND } else { 0 };
    let sought = match at {
        _ if story.is_in_sought(at) => in_sought,
        _ if story.is_said(at) => IN_SAID,
        _ => 0,
    };
    Some(-elsewhere - doubt - owner - behind - sought)
}

/// "While urging Dahl to wait, | he": whoever does that is meant, and nobody whom the clause names.
fn is_participle(part: Span, story: &Discourse<'_>) -> bool {
    let words = part.of(story.text).trim_end();
    let mut front = words.split_whitespace().map(str::to_lowercase);
    let first = front.next().unwrap_or_default();
    let opening = if is(&first, Word::Fronts) { front.next().unwrap_or_default() } else { first };
    let small = opening.chars().all(char::is_alphabetic);
    words.ends_with(',') && small && opening.len() > PARTICIPLE && opening.ends_with("ing")
}

fn is_behind_preposition(at: u32, part: Span, story: &Discourse<'_>) -> bool {
    let before = Span::new(part.start().min(at), at).of(story.text);
    let last = before.split_whitespace().next_back();
    last.is_some_and(|word| is(word, Word::Preposition))
}

/// The sentence of `span` up to it, and those before, the nearest first. What is wholly somebody's own words is
/// not counted in the paragraph: behind a long quotation "he" is still who spoke it.
pub(super) fn backwards<'s>(
    span: Span,
    story: &'s Discourse<'_>,
    sentences_back: usize,
) -> impl Iterator<Item = Span> + use<'s> {
    let sentences = story.tokens.sentences();
    let here = sentences.partition_point(|sentence| sentence.span().start() <= span.start());
    let reach = sentences.get(here.saturating_sub(sentences_back + QUOTED)..here);
    let paragraph = story.paragraph_at(span.start());
    let mut inside = reach.unwrap_or_default().iter().rev();
    let own = inside.next();
    let told = inside.filter(move |sentence| {
        story.is_within_words()
            || sentence.span().start() < paragraph
            || !story.is_quoted(sentence.span())
    });
    own.into_iter().chain(told).take(sentences_back).map(move |sentence| {
        let until = sentence.span().end().min(span.start());
        Span::new(sentence.span().start().min(until), until)
    })
}

/// The people mentioned in `part` outside quotation marks, by name or as resolved speakers, in
/// order and where; `None` is somebody without a name.
pub(super) fn people(part: Span, story: &Discourse<'_>) -> Vec<(u32, Option<u32>)> {
    let spoken = story.spoken.range(part.start()..part.end());
    let mut people: Vec<(u32, Option<u32>)> = story
        .names_in(part)
        .take(MENTIONS)
        .map(|(at, person)| (at, Some(person)))
        .chain(spoken.take(MENTIONS).map(|(at, person)| (*at, *person)))
        .filter(|(_, person)| {
            person.is_none_or(|who| {
                story.is_person(who) && !story.is_in_words_of(who) && story.author != Some(who)
            })
        })
        .collect();
    // "Berg's aide, Ann Holm, said": at one place who spoke comes before whose aide it is.
    let is_named = |at: u32, who: Option<u32>| {
        story.spoken.get(&at).is_some_and(|said| *said != who) && story.owns(at)
    };
    people.sort_unstable_by_key(|(at, who)| (*at, is_named(*at, *who), *who));
    people
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn nobody_is_he_in_what_he_says() {
        let text =
            "Officer Tom Berg led the search.\n\nPeter Dahl had left by the back door, he said.";
        assert_eq!(speakers(text), ["Tom Berg"]);
        let text = "“He told me to wait,” Peter Dahl said.";
        assert_eq!(speakers(text), ["Peter Dahl"]);
    }

    #[test]
    fn in_somebodys_own_words_he_is_whom_the_story_is_about() {
        let text = "Peter Dahl has left the bank. Dahl was to stay until May. “It is late,” Dahl said.\n\nTom Berg, a \
                    broker, called it a pity. “It rained,” he said. The shares fell.\n\nClerks were glad. “He said it \
                    was late,” recalled Anna Holm.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Peter Dahl"));
    }

    #[test]
    fn nobody_is_he_whom_an_era_is_named_for() {
        let text = "Tom Berg spoke. Peter Dahl had rung the bell since the Thomas Holm administration. He said it was late.";
        assert_eq!(speakers(text), ["Peter Dahl"]);
        let text = "Tom Berg spoke.\n\nThe Thomas Holm arrived. He said it was late.";
        assert_eq!(speakers(text), ["Thomas Holm"]);
    }

    #[test]
    fn nobody_is_he_whom_he_names() {
        let text = "“It rained,” Tom Berg said. “It did,” said Peter Dahl. Dahl was late. He hailed Dahl and said it was good.";
        assert_eq!(speakers(text), ["Tom Berg", "Peter Dahl", "Tom Berg", "Tom Berg"]);
    }

    #[test]
    fn who_speaks_alone_is_he_whatever_a_list_holds() {
        let text =
            "Tom Berg left.\n\n“It rained,” Daniele Holm said. It would rain again, he added.";
        assert_eq!(speakers(text), ["Daniele Holm", "Daniele Holm"]);
    }

    #[test]
    fn the_subject_comes_before_who_is_behind_a_preposition() {
        let text = "Peter Dahl borrowed shoes from Tom Berg. “They hurt,” he said.";
        assert_eq!(speakers(text), ["Peter Dahl"]);
    }

    #[test]
    fn behind_a_long_quotation_he_is_who_spoke_it() {
        let text = "“It rained,” Tom Berg said. “The road was gone. The bridge was gone. The shed was gone. \
                    The boat was gone. The hens were gone. The dog was gone. The rain was not.” He said help \
                    was late.";
        assert_eq!(speakers(text), ["Tom Berg", "Tom Berg"]);
    }

    #[test]
    fn a_sentence_that_says_nothing_hands_the_topic_on() {
        let text = "Anna Holm never learnt to swim. She was born in Oslo, where her aunt Mary kept a \
                    shop. “I feared the water,” she said.";
        assert_eq!(speakers(text), ["Anna Holm"]);
    }

    #[test]
    fn nobody_in_a_clause_of_what_he_does_is_he() {
        let text = "Tom Berg sold the boats in May. While urging the council to hear Peter Dahl, he said the yard \
                    would close.";
        assert_eq!(speakers(text), ["Tom Berg", "Tom Berg"]);
    }
}
