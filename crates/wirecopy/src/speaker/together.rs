//! Several who are told of together: "both men", "the two companies", "the pair", "all three", "each", "the senators".
//!
//! A number or a noun says how many and of which kind. They are the holders of that role, if there are so many;
//! else those whom the nearest sentence joins ("Ann Holm and Tom Berg", "Senators Holm and Berg"), or names alone
//! beside one another ("Holm met Berg"); else those who last spoke with one voice. "The former" and "the latter"
//! are the first and the last of them.

use super::antecedent;
use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::focus;
use super::lexicon::{self, Word, is};
use super::name;
use super::role::{AHEAD, LEDE, REACH, Roles};
use super::traits;
use std::borrow::Cow;
use wirecopy_entity::{EntityKind, Mention};
use wirecopy_text::Span;

/// Sentences back within which they are named together.
const TOGETHER: usize = 12;

/// Sentences back within which two are named beside one another, or somebody is the latter.
const BESIDE: usize = 3;

/// Mentions of a sentence that are looked at, and among how many those stand that are joined.
const MENTIONS: usize = 24;
const JOINED: usize = 8;

/// Words that say how many, and how many.
const NUMBERS: [(&str, usize); 14] = [
    ("both", 2),
    ("couple", 2),
    ("duo", 2),
    ("either", 2),
    ("four", 4),
    ("neither", 2),
    ("pair", 2),
    ("quartet", 4),
    ("quintet", 5),
    ("three", 3),
    ("threesome", 3),
    ("trio", 3),
    ("two", 2),
    ("twosome", 2),
];

/// Which of those who were named together are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    All,
    First,
    Last,
    Youngest,
    Oldest,
    /// The second, the third.
    At(usize),
}

fn number(word: &str) -> Option<usize> {
    NUMBERS.iter().find(|(number, _)| *number == word).map(|(_, count)| *count)
}

/// "both", "each", "all three", "the latter", "the last of them": which of how many; `None` for other words.
fn which(words: &str) -> Option<(Which, Option<usize>)> {
    let lower = words.to_lowercase();
    let words = lower.split(',').next().unwrap_or_default();
    let words = [" of them", " of the two", " of the three", " of the pair"]
        .iter()
        .find_map(|of| words.strip_suffix(of))
        .unwrap_or(words);
    let bare = words.strip_prefix("the ").or_else(|| words.strip_prefix("all "));
    let bare = bare.or_else(|| words.strip_prefix("only the ")).unwrap_or(words);
    Some(match (bare, words) {
        ("former", "the former") => (Which::First, Some(2)),
        ("latter", _) => (Which::Last, None),
        ("first" | "first-named", _) if bare != words => (Which::First, None),
        ("second", _) if bare != words => (Which::At(1), None),
        ("third", _) if bare != words => (Which::At(2), None),
        ("last" | "last-named" | "last-mentioned", _) if bare != words => (Which::Last, None),
        ("younger" | "youngest" | "younger woman" | "younger man", _) if bare != words => {
            (Which::Youngest, None)
        }
        ("older" | "elder" | "oldest" | "eldest" | "older woman" | "older man", _)
            if bare != words =>
        {
            (Which::Oldest, None)
        }
        ("each", "each") => (Which::All, None),
        ("both" | "two" | "three" | "four" | "pair" | "duo" | "trio" | "quartet", _)
            if bare != words || bare == "both" =>
        {
            (Which::All, number(bare))
        }
        _ => return None,
    })
}

/// Those whom "both", "each", "the pair", "the latter" mean.
pub(super) fn by_number(words: &str, span: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
    let (which, count) = which(words)?;
    let together = story.last_together();
    let fits = |group: &[u32]| count.is_none_or(|count| group.len() == count) && group.len() > 1;
    let group = if which == Which::All {
        near(span, story, BESIDE, fits, |_| true)
            .or_else(|| Some(together.to_vec()).filter(|group| fits(group)))
            .or_else(|| beside(span, story, count?, |_| true))
            .or_else(|| near(span, story, TOGETHER, fits, |_| true))
    } else {
        let joined = near(span, story, BESIDE, fits, |_| true);
        let joined = joined.or_else(|| beside(span, story, count.unwrap_or(2), |_| true));
        match which {
            Which::Last => joined.or_else(|| behind_and(span, story).map(|last| vec![last])),
            _ => joined,
        }
    }?;
    let by_age = || group.iter().filter_map(|who| Some((traits::age(*who, story)?, *who)));
    match which {
        Which::Youngest => by_age().min().map(|(_, who)| vec![who]),
        Which::Oldest => by_age().max().map(|(_, who)| vec![who]),
        Which::All => Some(group),
        Which::First => group.first().map(|first| vec![*first]),
        Which::Last => group.last().map(|last| vec![*last]),
        Which::At(at) => group.get(at).map(|one| vec![*one]),
    }
}

/// The nearest group that is named with "and" or in a list, of those that fit.
fn near(
    span: Span,
    story: &Discourse<'_>,
    reach: usize,
    fits: impl Fn(&[u32]) -> bool,
    is_so: impl Fn(Span) -> bool,
) -> Option<Vec<u32>> {
    antecedent::backwards(span, story, reach).find_map(|part| {
        let inside = inside(part, story);
        (0..inside.len()).find_map(|first| {
            let run = run(inside.get(first..)?)?;
            let group = name::heads(story.text, run, story.named);
            let whole = fits(&group) && !story.is_in_words_of(*group.first()?);
            let whole = whole && (story.is_somebody(*group.first()?) || is_and(run, story));
            (whole && is_so(run)).then_some(group)
        })
    })
}

/// "The coast guard and the | Tarn Rescue Society": who is named behind an "and".
fn behind_and(span: Span, story: &Discourse<'_>) -> Option<u32> {
    antecedent::backwards(span, story, BESIDE).skip(1).find_map(|part| {
        let last = inside(part, story).iter().rev().find(|mention| is_member(mention))?;
        let before = Span::new(part.start(), last.span.start().max(part.start())).of(story.text);
        let joined = before.ends_with(" and the ") || before.ends_with(" and ");
        last.entity.filter(|who| joined && story.is_somebody(*who))
    })
}

/// "Norland and Sudland", but not "Tarn, Norland".
fn is_and(run: Span, story: &Discourse<'_>) -> bool {
    let mut names = super::mentions_in(story.named, run).iter().take(2);
    let (Some(first), Some(second)) = (names.next(), names.next()) else { return false };
    first.span.end() <= second.span.start()
        && Span::new(first.span.end(), second.span.start()).of(story.text) == " and "
}

fn inside<'s>(part: Span, story: &'s Discourse<'_>) -> &'s [Mention] {
    let inside = super::mentions_in(story.named, part);
    inside.get(..inside.len().min(MENTIONS)).unwrap_or(inside)
}

/// From a name as far as names of its kind may follow it: where a body stands first no person does.
fn run(names: &[Mention]) -> Option<Span> {
    let first = names.first().filter(|first| is_member(first))?;
    let may_follow = |mention: &&Mention| {
        let is_body =
            mention.kind == EntityKind::Person || mention.kind == EntityKind::Organization;
        // "Norland and Vigra Ltd. are at odds": a land and a firm.
        let is_side = first.kind == EntityKind::Place && mention.kind == EntityKind::Organization;
        first.kind == EntityKind::Person || mention.kind == first.kind || is_side || !is_body
    };
    let last = names.iter().take(JOINED).take_while(may_follow).last()?;
    Some(first.span.cover(last.span))
}

fn is_member(mention: &Mention) -> bool {
    matches!(mention.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place)
}

/// So many people or bodies that one sentence names and no others of the kind: "Holm met Berg".
fn beside(
    span: Span,
    story: &Discourse<'_>,
    count: usize,
    suits: impl Fn(u32) -> bool,
) -> Option<Vec<u32>> {
    let alone = |mut of_kind: Vec<u32>| {
        let mut seen: Vec<u32> = Vec::new();
        of_kind.retain(|who| {
            let is_new = !seen.contains(who);
            seen.push(*who);
            is_new
        });
        (of_kind.len() == count).then_some(of_kind)
    };
    antecedent::backwards(span, story, BESIDE).skip(1).find_map(|part| {
        let people = antecedent::people(part, story);
        if people.iter().any(|(_, who)| who.is_none()) {
            return None;
        }
        let people = people.into_iter().filter(|(at, _)| !story.is_aside(*at, part));
        let people = people.filter_map(|(_, who)| who).filter(|who| suits(*who));
        let bodies = || focus::bodies(part, story).filter(|who| suits(*who)).collect();
        alone(people.collect()).or_else(|| alone(bodies()))
    })
}

impl Roles<'_> {
    /// Those whom a description of several means.
    pub(super) fn together(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<Vec<u32>> {
        if let Some(lands) = self.two_lands(words, span, story) {
            return Some(lands);
        }
        // "one of the three"
        if words.determiner == Determiner::Indefinite {
            return None;
        }
        // "the two nations", "both sides" are no two people.
        if words.is(Word::Lands) {
            let together = story.last_together();
            let nobody = together.iter().all(|who| !story.is_person(*who));
            let again = || (together.len() == 2 && nobody).then(|| together.to_vec());
            return self.several_bodies(words, span, story).or_else(again);
        }
        let several = self.several(words, span, story);
        let bodies = || self.several_bodies(words, span, story);
        let staff = || {
            let staff = self.staff(words, span, story);
            staff.or_else(|| self.squad(words, span, story)).map(|body| vec![body])
        };
        several.or_else(bodies).or_else(staff)
    }

    /// "the two ministers", "both men", "the couple", "the senators".
    fn several(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<Vec<u32>> {
        let count = count(words);
        if !is_all(words) {
            return None;
        }
        let one = without_number(words);
        let mut holders: Vec<u32> = Vec::new();
        let mut people: Vec<u32> = Vec::new();
        for (entity, _) in story.people_before(span, REACH) {
            if self.fit(&one, entity, false) > 0 && !holders.contains(&entity) {
                holders.push(entity);
            }
            if !people.contains(&entity) {
                people.push(entity);
            }
        }
        let family = words.is(Word::Family);
        let is_any = number(&words.head).is_some() || family;
        let joint = is_any || count.is_some();
        let personal = is_any || one.is_personal() && !one.is_any_body() && !one.is_any_agency();
        let wanted = one.gender();
        let suits = |who: u32| {
            story.is_person(who)
                && wanted.is_none_or(|wanted| story.gender(who).is_none_or(|is| is == wanted))
        };
        let fits = |group: &[u32]| {
            group.len() > 1
                && count.is_none_or(|count| count == group.len())
                && group.iter().all(|who| suits(*who))
        };
        let together = story.last_together();
        let again = || {
            let many = count.is_none_or(|count| count == together.len()) && together.len() > 1;
            many && story.is_together_as(&one.head)
        };
        let number = count.unwrap_or(2);
        let mut meant = match holders.len() {
            held if held == number && held > 1 => holders,
            _ if again() => together.to_vec(),
            _ if !personal => return None,
            _ if joint => {
                let near = near(span, story, BESIDE, fits, |_| true)
                    .or_else(|| fits(together).then(|| together.to_vec()))
                    .or_else(|| beside(span, story, number, suits));
                let all = || {
                    let mut all = people.clone();
                    all.sort_unstable();
                    (all.len() == number && fits(&all)).then_some(all)
                };
                let found = near
                    .or_else(all)
                    .or_else(|| family.then(|| self.pair_before(&one, span, story)).flatten());
                match found {
                    Some(found) => return Some(found),
                    None if people.is_empty() => return pair_ahead(span, joint, story),
                    None => return None,
                }
            }
            _ if people.is_empty() => return pair_ahead(span, joint, story),
            _ => {
                let reach = if is_told_apart(&one) { BESIDE } else { 0 };
                return near(span, story, TOGETHER, fits, |run| is_called(run, &one, story))
                    .or_else(|| near(span, story, reach, fits, |_| people.len() == 2));
            }
        };
        meant.sort_unstable();
        Some(meant)
    }

    /// "Teruo Hara … His wife Emi …": the nearest who was introduced as a spouse, with whom the story
    /// named before; or the nearest two who are named together.
    fn pair_before(
        &self,
        one: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<Vec<u32>> {
        let mut people = story.people_before(span, REACH).map(|(person, _)| person);
        let spouse = people.find(|person| {
            self.of(*person).iter().any(|role| {
                let is_such = role.is(Word::Spouse) && one.kin().is_none();
                role.determiner == Determiner::Possessive && (is_such || role.head == one.head)
            })
        });
        match spouse {
            Some(spouse) => {
                let other = people.find(|person| *person != spouse)?;
                Some(vec![other, spouse])
            }
            None => super::pronoun::joined_before(span, story, TOGETHER),
        }
    }

    /// "the companies", "both parties": the nearest that are named together.
    fn several_bodies(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<Vec<u32>> {
        let count = count(words);
        let one = without_number(words);
        let fits = lexicon::is_body(&one.head)
            && is_all(words)
            && words.complement.is_empty()
            && one.modifiers.iter().all(|word| is(word, Word::Filler) || word == "combined");
        if !fits {
            return None;
        }
        let sides = matches!(&*one.head, "side" | "party");
        let is_side = |body: u32| sides && !story.is_person(body);
        let suits = |body: u32| {
            (story.is_body(body) || is_side(body))
                && (!one.is_any_body() || one.is(Word::Wide) || sides || self.is_company(body))
        };
        let group = |group: &[u32]| {
            group.len() == count.unwrap_or(2) && group.iter().all(|body| suits(*body))
        };
        let is_free = |run: Span| !focus::is_in_brackets(run, story);
        let both = count.filter(|count| *count == 2);
        near(span, story, TOGETHER, group, is_free)
            .or_else(|| beside(span, story, both?, suits))
            .or_else(|| two_in_sought(story, suits).filter(|_| both.is_some()))
            .or_else(|| two_who_spoke(span, story, suits).filter(|_| both.is_some()))
    }

    /// "the two countries", "both neighbours": the nearest two that are named together.
    fn two_lands(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<Vec<u32>> {
        if !is(&words.head, Word::Lands) || count(words) != Some(2) {
            return None;
        }
        let is_land = |mention: &&Mention| mention.kind == EntityKind::Place;
        antecedent::backwards(span, story, TOGETHER).find_map(|part| {
            let inside = inside(part, story);
            inside.iter().filter(is_land).zip(inside.iter().filter(is_land).skip(1)).find_map(
                |(first, second)| {
                    let gap =
                        Span::new(first.span.end(), second.span.start().max(first.span.end()));
                    let pair = [first.entity?, second.entity?];
                    let before = Span::new(part.start(), first.span.start()).of(story.text);
                    let last = before.split_whitespace().next_back().unwrap_or_default();
                    let acts = ["", "between", "that", "both", "as", "while", "of", "with"]
                        .contains(&last);
                    (acts && gap.of(story.text) == " and ").then(|| pair.to_vec())
                },
            )
        })
    }
}

/// "Norden Inc. will bid for Vigra Ltd., | the two sides said": the only two whom what they say names.
fn two_in_sought(story: &Discourse<'_>, suits: impl Fn(u32) -> bool) -> Option<Vec<u32>> {
    let content = story.sought_content()?;
    let bodies = super::mentions_in(story.named, content).iter().take(MENTIONS);
    let bodies = bodies.filter(|mention| mention.kind == EntityKind::Organization);
    let mut two: Vec<u32> = Vec::new();
    for who in bodies.filter_map(|mention| mention.entity).filter(|who| suits(*who)) {
        if !two.contains(&who) {
            two.push(who);
        }
    }
    (two.len() == 2).then_some(two)
}

/// "Norden Inc. said no. Vigra Ltd. said yes. | Both companies": the only two that spoke in the paragraph.
fn two_who_spoke(
    span: Span,
    story: &Discourse<'_>,
    suits: impl Fn(u32) -> bool,
) -> Option<Vec<u32>> {
    let start = story.paragraph_at(span.start()).min(span.start());
    let mut two: Vec<u32> = Vec::new();
    for who in story.spoken.range(start..span.start()).take(MENTIONS).map(|(_, who)| *who) {
        let who = who?;
        if !two.contains(&who) {
            two.push(who);
        }
    }
    (two.len() == 2 && two.iter().all(|who| suits(*who))).then_some(two)
}

/// How many are said to be meant.
fn count(words: &Description<'_>) -> Option<usize> {
    let before = words.modifiers.iter().find_map(|word| number(word));
    before.or_else(|| number(&words.head))
}

/// "the men", "both men", "all three men", but not "two men".
fn is_all(words: &Description<'_>) -> bool {
    let mut all = words.modifiers.iter().chain([&words.head]);
    words.opens || all.any(|word| matches!(&**word, "all" | "both"))
}

/// One of them, without the number: "minister" of "the two ministers".
fn without_number<'t>(words: &Description<'t>) -> Description<'t> {
    let mut one = words.singular();
    one.modifiers.retain(|word: &Cow<'_, str>| number(word).is_none() && word != "all");
    one
}

/// Whether the noun is one for those of whom the news has just told: "the suspects", "the strikers".
fn is_told_apart(one: &Description<'_>) -> bool {
    let plain =
        one.complement.is_empty() && one.modifiers.iter().all(|word| is(word, Word::Filler));
    let is_sex = matches!(&*one.head, "man" | "woman" | "boy" | "girl" | "teenager" | "suspect");
    plain && (is_sex || one.is(Word::Tried) || one.is(Word::Any))
}

/// Whether those who are named at `run` are called so there: "Senators | Ann Holm and Tom Berg".
fn is_called(run: Span, one: &Description<'_>, story: &Discourse<'_>) -> bool {
    let before = story.text.get(..run.start() as usize).unwrap_or_default();
    let noun = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let noun = noun.to_lowercase();
    !noun.is_empty()
        && Description::new(&noun)
            .is_some_and(|noun| noun.is_plural() && one.fits_in_general(&noun.singular()))
}

/// "The foreign ministers of A and B agreed …": the two whom the story then names together, before
/// anybody else.
fn pair_ahead(span: Span, joint: bool, story: &Discourse<'_>) -> Option<Vec<u32>> {
    let two = joint || span.of(story.text).contains(" and ");
    if !two || story.sentence(span) >= LEDE || story.is_quoted(span) {
        return None;
    }
    let people = story.after(span).iter().take(AHEAD);
    let first = people.clone().find(|mention| mention.kind == EntityKind::Person)?;
    let pair = super::pronoun::joined_from(first.span, story)?;
    (pair.len() == 2).then_some(pair)
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn both_are_the_two_who_are_named_together() {
        let both = "Tom Berg and Eva Dahl";
        let text = "Tom Berg and Eva Dahl went to court in May. Both denied the charge.";
        assert_eq!(speakers(text), [both]);
        let text = "Tom Berg met Eva Dahl in Oslo. The two said it was late.";
        assert_eq!(speakers(text), [both]);
        let text = "Tom Berg met Peter Dahl in Oslo. Both men said it was late.";
        assert_eq!(speakers(text), ["Tom Berg and Peter Dahl"]);
        let text = "Tom Berg, Peter Dahl and Eva Holm were found. The trio said it was late.";
        assert_eq!(speakers(text), ["Tom Berg, Peter Dahl and Eva Holm"]);
        let text =
            "Tom Berg, Peter Dahl and Eva Holm were found. One of the three said it was late.";
        assert!(speakers(text).is_empty());
        let text = "Senators Tom Berg of Maine and Eva Dahl of Ohio had a plan. The senators said it was late.";
        assert_eq!(speakers(text), [both]);
        let text = "Captain Eva Dahl and her co-pilot, Tom Berg, said it was late.";
        assert_eq!(speakers(text), ["Eva Dahl and Tom Berg"]);
    }

    #[test]
    fn the_younger_is_told_by_the_age() {
        let text =
            "Eva Dahl, 81, and Anna Holm, 24, ring the bell. “It is late,” the younger said.";
        assert_eq!(speakers(text), ["Anna Holm"]);
    }

    #[test]
    fn the_latter_is_the_last() {
        let text = "Tom Berg and Eva Dahl sat on the board. The latter said it was late.";
        assert_eq!(speakers(text), ["Eva Dahl"]);
        let text = "Norden Inc. will bid for Vigra Ltd., the two sides said.";
        assert_eq!(speakers(text), ["Norden Inc. and Vigra Ltd."]);
        let text = "Norden Inc. and Vigra Ltd. want the yard. The latter said it was late.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Vigra Ltd."));
    }
}
