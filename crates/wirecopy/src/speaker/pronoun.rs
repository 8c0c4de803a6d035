//! A speaker who is a pronoun: "she" is a person before it (`antecedent.rs`), "they" two who are named
//! together, "it" a body, "I" whoever speaks the words around it, "who" whose name stands before it.

use super::Resolver;
use super::antecedent::{backwards, person};
use super::author;
use super::description::Description;
use super::discourse::Discourse;
use super::focus;
use super::lexicon::{Word, is_in_any_case};
use super::name;
use super::they;
use wirecopy_entity::{EntityKind, Gender, Mention, MentionForm};
use wirecopy_text::{Span, Spanned};

/// Mentions of one sentence that are searched; more stand in lists.
const MENTIONS: usize = 24;

/// Mentions that two joined names are sought among: roles between them hold names, too.
const JOINED: usize = 5;

/// Words of a title between a clause and a name, and mentions in which somebody is new.
const TITLE: usize = 4;
const REACH: usize = 64;

/// Bytes of the longest pronoun.
const LONGEST: usize = 5;

/// Bytes of an aside between a name and its "who".
const ASIDE: u32 = 80;

impl Resolver<'_> {
    /// "She and Tom Berg": who is meant by the pronoun, with whoever is named behind.
    pub(super) fn with_another(&self, words: &str, span: Span) -> Option<Vec<u32>> {
        let (first, rest) = super::split(words, " and ")?;
        if !matches!(first, "He" | "he" | "She" | "she") {
            return None;
        }
        let length = |words: &str| u32::try_from(words.len()).unwrap_or_default();
        let one = Span::new(span.start(), span.start() + length(first));
        let other = Span::new(span.end() - length(rest), span.end());
        let mut both = self.by_pronoun(first, one).filter(|both| !both.is_empty())?;
        let other = name::heads(self.text, other, self.named);
        both.extend(other.iter().filter(|who| self.discourse.is_person(**who)));
        both.dedup();
        (both.len() > 1).then_some(both)
    }

    /// "… is late, the letter says. | It concludes …": whose the paper is that spoke last, in the sentence before.
    pub(super) fn paper_before(&self, span: Span) -> Option<Vec<u32>> {
        let (paper, who) = self.last_words.as_ref()?;
        let paper = Some(*paper).filter(|paper| paper.end() <= span.start())?;
        let near = self.discourse.sentence(paper) + 1 >= self.discourse.sentence(span);
        let words = Description::new(paper.of(self.text)).filter(|_| near)?;
        (words.opens && words.is_paper() && !self.discourse.is_within_words()).then(|| who.clone())
    }
}

/// Whom the pronoun `words` at `span` means; `None` if it is no pronoun, or nobody fits.
pub(super) fn meant_by(words: &str, span: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
    if is_clause(words, span, story.text) {
        return adjacent(span, story).map(|entity| vec![entity]);
    }
    if words.len() > LONGEST {
        return None;
    }
    match words.to_lowercase().as_str() {
        "he" | "him" | "his" => one(span, Gender::Male, story).map(|person| vec![person]),
        "she" | "her" | "hers" => one(span, Gender::Female, story).map(|person| vec![person]),
        "they" | "their" | "them" => they::meant(span, story),
        "it" | "its" => body(span, story).map(|body| vec![body]),
        "i" | "me" | "my" => whose_words(span, story),
        "we" | "our" | "us" => whose_words(span, story).map(|who| match who.as_slice() {
            [only] => vec![focus::employer(*only, story).unwrap_or(*only)],
            _ => who,
        }),
        // "A nun from Tarnby, who": nobody is a town.
        "who" => adjacent(span, story)
            .filter(|entity| story.is_person(*entity))
            .map(|entity| vec![entity]),
        // "the Tarn Front, an armed group that": its.
        "that" => adjacent(span, story)
            .filter(|_| span.of(story.text) == "that")
            .filter(|entity| story.is_somebody(*entity))
            .map(|entity| vec![entity]),
        "which" => adjacent(span, story)
            .filter(|entity| !story.is_person(*entity))
            .map(|entity| vec![entity]),
        _ => None,
    }
}

/// The person near before whom the pronoun fits, or else the only one who has spoken of late.
fn one(span: Span, gender: Gender, story: &Discourse<'_>) -> Option<u32> {
    let ahead = ahead(span, gender, story);
    ahead
        .or_else(|| person(span, gender, story))
        .or_else(|| story.only_speaker(span, gender))
        .or_else(|| only_one(span, gender, story))
}

/// The only man or woman whom the story has named so far, where of late nobody without a name came in.
fn only_one(span: Span, gender: Gender, story: &Discourse<'_>) -> Option<u32> {
    let mut such = story.people_before(span, REACH).map(|(person, _)| person);
    let first = such.find(|person| story.gender(*person) == Some(gender))?;
    let only =
        such.all(|person| person == first || story.gender(person).is_some_and(|is| is != gender));
    let spoke = story.spoke_last_at(first).is_some();
    (only && spoke && !story.is_within_words() && !story.is_nameless_near(span, gender))
        .then_some(first)
}

/// "Before | she ruled on the mine, Judge Ann Holm slept": who is named first behind the clause, where it opens a
/// paragraph and nobody is named in it.
fn ahead(span: Span, gender: Gender, story: &Discourse<'_>) -> Option<u32> {
    let part = story.tokens.sentences().get(story.sentence(span))?.span();
    if part.start() != story.paragraph_at(span.start()) || story.is_quoted(span) {
        return None;
    }
    let before = Span::new(part.start(), span.start().max(part.start())).of(story.text);
    let mut words = before.split_whitespace();
    let opens = is_in_any_case(words.next().unwrap_or_default(), Word::Fronts);
    if !opens || words.next().is_some() || before.contains(',') {
        return None;
    }
    let name = super::mentions_in(story.named, Span::new(span.end(), part.end().max(span.end())));
    let name = name.iter().find(|mention| mention.kind == EntityKind::Person)?;
    let plain = is_fronted(span, name.span, story.text);
    let person = name.entity.filter(|_| plain && name.form == MentionForm::Name)?;
    let is_new = story.people_before(part, REACH).all(|(known, _)| known != person);
    let fits = story.gender(person).is_none_or(|known| known == gender);
    (is_new && fits).then_some(person)
}

/// Whether the clause of a pronoun ends right before a name and its title: "After | he lost, coach Tom Berg".
pub(super) fn is_fronted(pronoun: Span, name: Span, text: &str) -> bool {
    let clause = Span::new(pronoun.end(), name.start().max(pronoun.end())).of(text);
    clause.rsplit_once(", ").is_some_and(|(_, title)| {
        let is_title = title.starts_with(char::is_uppercase);
        title.is_empty() || is_title && title.split_whitespace().nth(TITLE).is_none()
    })
}

/// Who speaks the words around, or else wrote the story.
fn whose_words(span: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
    story.whose_words(span).or_else(|| {
        let is_free = !story.is_quoted(span);
        let line = || author::signs(span, story).or_else(|| author::heads(span, story));
        let author = if is_free { story.author.or_else(line) } else { None };
        author.map(|author| vec![author])
    })
}

/// "whose father founded the firm," of "Holm, whose father founded the firm, said", "who, in 2019,",
/// "55, who": a clause behind the name of the speaker.
fn is_clause(words: &str, span: Span, text: &str) -> bool {
    let closed = || {
        let behind = text.get(span.end() as usize..).unwrap_or_default();
        words.ends_with(',') || behind.starts_with(',')
    };
    words.starts_with("who,")
        || words.starts_with("who ")
        || words.starts_with("whose ") && closed()
        || words.starts_with(|c: char| c.is_ascii_digit()) && words.ends_with(", who")
}

/// The first names joined by "and" in one of so many sentences before `span`, the nearest first.
pub(super) fn joined_before(span: Span, story: &Discourse<'_>, reach: usize) -> Option<Vec<u32>> {
    backwards(span, story, reach).find_map(|part| {
        let mut names = story.names_in(part).take(MENTIONS);
        names.find_map(|(at, _)| joined_in(Span::new(at, part.end()), story))
    })
}

/// The names joined by "and" of which the first stands at `span`.
pub(super) fn joined_from(span: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
    let end = story.tokens.sentences().get(story.sentence(span))?.span().end();
    joined_in(Span::new(span.start(), end.max(span.end())), story)
}

fn joined_in(part: Span, story: &Discourse<'_>) -> Option<Vec<u32>> {
    let near = super::mentions_in(story.named, part).iter().take(JOINED).next_back();
    let end = near.map_or(part.end(), |last| last.span.end());
    let span = Span::new(part.start(), end.min(part.end()));
    Some(name::heads(story.text, span, story.named)).filter(|joined| joined.len() > 1)
}

/// "It said": the body that spoke in this sentence or one of the last, or the first named there, or
/// else the body that spoke last.
fn body(span: Span, story: &Discourse<'_>) -> Option<u32> {
    // "Norden Rail said | it would wait"
    if let Some([only]) = story.says(span).filter(|_| !story.is_within_words())
        && story.is_body(*only)
    {
        return Some(*only);
    }
    if paper_meant(span, story).is_some() {
        return None;
    }
    if let Some(sender) = sender(span, story) {
        return Some(sender);
    }
    let near = backwards(span, story, 2)
        .find_map(|part| focus::state(part, story).or_else(|| focus::bodies(part, story).next()));
    // "Norden Energy will close two yards, it said."
    let mistaken = || focus::mistaken(span, story);
    near.or_else(|| focus::opens_sought(story))
        .or_else(mistaken)
        .or_else(|| story.last_body(|_| true))
}

/// The body or land whose minister "its minister" at `span` is: the one that opens the sentence before, or whatever
/// "it" is.
pub(super) fn owner_body(span: Span, story: &Discourse<'_>) -> Option<u32> {
    const ITS: u32 = 3;
    let its =
        span.of(story.text).get(..=ITS as usize).filter(|its| matches!(*its, "Its " | "its "));
    let its = its.map(|_| Span::new(span.start(), span.start() + ITS))?;
    let opens = || {
        let part = backwards(its, story, 2).nth(1)?;
        let name = super::mentions_in(story.named, part).first()?;
        let before = Span::new(part.start(), name.span.start()).of(story.text);
        let is_its = matches!(name.kind, EntityKind::Organization | EntityKind::Place);
        name.entity.filter(|_| is_its && matches!(before, "" | "The "))
    };
    opens().or_else(|| body(its, story))
}

/// "signals from Norland that | it", "a promise by Vigra Energy that | it": whose they are.
fn sender(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let last = story.before(span).last()?;
    let gap = Span::new(last.span.end(), span.start().max(last.span.end())).of(story.text);
    let before = story.text.get(..last.span.start() as usize)?.trim_end_matches("the ");
    let is_sender = [" from ", " by "].iter().any(|word| before.ends_with(word));
    let may_be = matches!(last.kind, EntityKind::Place | EntityKind::Organization);
    last.entity.filter(|_| gap == " that " && is_sender && may_be)
}

/// "That document lays out steps. It calls for …": a paper, and no body, is meant, the words for which stand there.
pub(super) fn paper_meant(span: Span, story: &Discourse<'_>) -> Option<Span> {
    let opening = |part: Span| {
        let mut words = story.tokens.tokens_in(part).iter().map(Spanned::span);
        let first = words.next()?;
        let points = matches!(first.of(story.text), "The" | "That" | "This");
        let noun = words.next().filter(|_| points)?;
        let phrase = format!("the {}", noun.of(story.text));
        let is_paper = Description::new(&phrase).is_some_and(|words| words.is_paper());
        is_paper.then(|| first.cover(noun))
    };
    backwards(span, story, 2).find_map(opening)
}

/// ", a hog farmer" between a name and its "who".
fn is_apposition(words: &str) -> bool {
    let rest = words.strip_prefix(", ").unwrap_or_default();
    let opens = ["a ", "an ", "the "].iter().any(|article| rest.starts_with(article));
    opens && !rest.contains(',')
}

/// The entity whose name ends right before `span`: "Keller, who said".
fn adjacent(span: Span, story: &Discourse<'_>) -> Option<u32> {
    let before = story.before(span);
    let last = before.last()?;
    let gap = Span::new(last.span.end().min(span.start()), span.start()).of(story.text);
    // "the Tarn Rescue Society (TRS), which"
    if gap.len() <= 2 || gap == "), " {
        return last.entity;
    }
    // "Harald Dahl, a teacher in Tarnby, who": an aside between commas stands between.
    let aside = |mention: &&Mention| {
        let gap = Span::new(mention.span.end(), span.start().max(mention.span.end()));
        let words = gap.of(story.text).trim_end().trim_start_matches(')');
        matches!(mention.kind, EntityKind::Person | EntityKind::Organization)
            && gap.len() <= ASIDE
            && words.starts_with(',')
            && (words.ends_with(',') || is_apposition(words))
            && story.sentence(mention.span) == story.sentence(span)
    };
    before.iter().rev().take(JOINED).find(aside)?.entity
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn who_opens_the_sentence_may_be_she_of_its_first_clause() {
        let text = "Before she said the mine was deep, Judge Anna Holm had slept there.";
        assert_eq!(speakers(text), ["Anna Holm"]);
    }

    #[test]
    fn it_is_the_body_that_opens_the_sentence() {
        let text = "The Tarn Hospital Trust met. “It rained,” Vigra Bank said. The trust last night agreed. It said that it \
                    was late.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Tarn Hospital Trust"));
    }

    #[test]
    fn its_minister_is_nobodys_who_is_of_another_land() {
        let text = "Tom Berg, France's foreign minister, said it was late.\n\nHungary has yet to vote. Its foreign minister \
                    said it was early.";
        assert_eq!(speakers(text), ["Tom Berg"]);
        let text = text.replace("Hungary", "France");
        assert_eq!(speakers(&text), ["Tom Berg", "Tom Berg"]);
    }

    #[test]
    fn it_is_the_paper_that_spoke() {
        let text =
            "Vigra Bank met. Payments are late, a letter says. “It has rained,” it concludes.";
        assert!(speakers(text).is_empty());
    }

    #[test]
    fn she_and_another_are_two() {
        let text = "Anna Holm met Eva Dahl. Holm was late. She and Tom Berg said that it rained.";
        assert_eq!(speakers(text), ["Anna Holm and Tom Berg"]);
    }

    #[test]
    fn that_is_whose_aside_it_opens() {
        let text = "He blamed the Tarn Rescue Society (TRS), an odd group that refused to talk.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Tarn Rescue Society"));
    }

    #[test]
    fn it_is_the_country_that_acts() {
        let text = "Denmark has a navy of its own. It accused Norden News of inventing a second.";
        assert_eq!(speakers(text), ["Denmark"]);
        let text = "A dam was found by the Tarn Rescue Society (TRS), which said it was old.";
        assert_eq!(speakers(text), ["Tarn Rescue Society"]);
        let text = "The Foreign Ministry had signals from Denmark that it demands new talks.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Denmark"));
    }
}
