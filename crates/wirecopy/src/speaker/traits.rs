//! What is told of people beside their names, by which one is meant and another is not: how old they are
//! ("Ann Holm, 34,", "14-year-old Ann Holm"), whether they speak of others by trade ("coach Tom Berg") or are told of
//! as somebody's ("her brother, Tom Berg").
//!
//! "The 34-year-old", "the teenager", "the pensioner" is whoever is of that age; of whom nothing is told, rather
//! the player than the coach.

use super::description::{Description, Determiner};
use super::discourse::Discourse;
use super::lexicon::{self, Word};
use super::role::{REACH, Roles};
use wirecopy_text::{Span, floor_char_boundary};

/// Mentions of one person at which an age is sought, and bytes before them.
const MENTIONS: usize = 3;
const BEFORE: usize = 64;

/// Words before a name of which one may tell the age.
const WORDS: usize = 4;

/// Ages of people: digits behind a name that say more are a number.
const OLDEST: u16 = 120;

/// Numbers that open a sentence in letters: "Fourteen-year-old".
const NUMBERS: [&str; 20] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// How old somebody is said to be beside one of the first mentions.
pub(super) fn age(person: u32, story: &Discourse<'_>) -> Option<u16> {
    let entity = story.named.entities.get(person as usize)?;
    let names = entity.mentions.iter().take(MENTIONS);
    let names = names.filter_map(|at| story.named.mentions.get(*at as usize));
    names.map(|name| name.span).find_map(|name| behind(name, story).or_else(|| before(name, story)))
}

/// "Ann Holm|, 34,", "Ann Holm| (34)".
fn behind(name: Span, story: &Discourse<'_>) -> Option<u16> {
    let behind = story.text.get(name.end() as usize..)?;
    let rest = behind.strip_prefix(", ").map(|rest| {
        rest.strip_prefix("now ").or_else(|| rest.strip_prefix("aged ")).unwrap_or(rest)
    });
    let rest = rest.or_else(|| behind.strip_prefix(" ("))?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let ends = rest.get(digits..).is_none_or(|rest| {
        rest.is_empty()
            || rest.starts_with([',', '.', ')', ';', '"', '”', '\n'])
            || rest.starts_with(" and ")
    });
    rest.get(..digits)?.parse().ok().filter(|age| ends && *age <= OLDEST)
}

/// "34-year-old striker | Ann Holm", "Fourteen-year-old | Ann Holm".
fn before(name: Span, story: &Discourse<'_>) -> Option<u16> {
    let end = name.start() as usize;
    let from = floor_char_boundary(story.text, end.saturating_sub(BEFORE));
    let before = story.text.get(from..end)?;
    let mut words = before.strip_suffix(' ')?.split(' ').rev().take(WORDS);
    let ends = |word: &str| {
        word.contains([',', '.', '"', '”', '\n']) || lexicon::is(word, Word::Stop) || word == "to"
    };
    let word = words.find(|word| word.ends_with("-year-old") || ends(word))?;
    years(&word.to_lowercase())
}

/// 34 of "34-year-old".
fn years(word: &str) -> Option<u16> {
    let number = word.strip_suffix("-year-old")?;
    let in_letters = || {
        let at = NUMBERS.iter().position(|name| *name == number)?;
        u16::try_from(at + 1).ok()
    };
    number.parse().ok().or_else(in_letters).filter(|age| *age <= OLDEST)
}

/// How old the one is whom the words describe: "the 34-year-old".
pub(super) fn years_of(words: &Description<'_>) -> Option<(u16, u16)> {
    let exact = words.modifiers.iter().chain([&words.head]).find_map(|word| years(word));
    exact.map(|exact| (exact, exact))
}

/// How old the one must be, from and to: "the 34-year-old", "the teenager", "the young woman".
pub(super) fn wanted_age(words: &Description<'_>) -> Option<(u16, u16)> {
    if let Some(exact) = years_of(words) {
        return Some(exact);
    }
    let modified = words.modifiers.iter().find_map(|word| lexicon::known(word).ages);
    // "the old boss" is no man of seventy, and "the young team" no youth.
    let told = || modified.filter(|_| words.is_somebody() && words.gender().is_some());
    words.ages().or_else(told)
}

/// What the age tells: nothing where either is not told.
pub(super) fn is_aged(
    person: u32,
    wanted: Option<(u16, u16)>,
    story: &Discourse<'_>,
) -> Option<bool> {
    let (from, to) = wanted?;
    age(person, story).map(|age| (from..=to).contains(&age))
}

impl Roles<'_> {
    /// The nearest person before whose age is the one told: "the 34-year-old", "the teenager".
    pub(super) fn by_years(
        &self,
        words: &Description<'_>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<(u32, u32)> {
        if !words.opens || words.determiner != Determiner::Definite || words.owner.is_some() {
            return None;
        }
        let young = || words.modifiers.iter().find_map(|word| lexicon::known(word).ages);
        let young = || young().filter(|_| story.is_nationality(span));
        let wanted = wanted_age(words).or_else(young)?;
        let mut people = story.people_before(span, REACH);
        people.find(|(person, _)| {
            is_aged(*person, Some(wanted), story) == Some(true)
                && is_of_sex(*person, words, story)
                && self.suits(words, self.of(*person))
        })
    }

    /// Whether somebody is told of for what he says of others: "coach Tom Berg", "her brother, Tom Berg".
    pub(super) fn is_of_others(&self, person: u32) -> bool {
        self.of(person).iter().any(|role| {
            role.is(Word::Court)
                || role.is(Word::Speaks)
                || role.determiner == Determiner::Possessive && role.opens
        })
    }

    /// Who is meant by a plain description where whom the story is at cannot be meant or is told of for others: in the
    /// paragraph whoever may be; else of those who have spoken whom the story tells of most.
    pub(super) fn another(
        &self,
        words: &Description<'_>,
        focus: Option<u32>,
        span: Span,
        story: &Discourse<'_>,
    ) -> Option<u32> {
        let wanted = years_of(words);
        let paragraph = story.paragraph_at(span.start());
        let mut asked: Vec<u32> = focus.into_iter().collect();
        let mut best: Option<(usize, u32)> = None;
        for (person, at) in story.people_before(span, REACH) {
            if asked.contains(&person) {
                continue;
            }
            asked.push(person);
            let is_aged_so = is_aged(person, wanted, story) != Some(false);
            if !is_of_sex(person, words, story) || !is_aged_so {
                continue;
            }
            if at >= paragraph && wanted.is_some() {
                return Some(person);
            }
            let is_known = story.spoke_last_at(person).is_some()
                || story.is_first(person)
                || story.is_told(Span::empty_at(at));
            if self.is_of_others(person) || !is_known {
                continue;
            }
            let weight = story.weight(person, span);
            if best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, person));
            }
        }
        best.map(|(_, person)| person)
    }
}

/// Whether nothing tells that the person is a woman where the noun is one for a man.
pub(super) fn is_of_sex(person: u32, words: &Description<'_>, story: &Discourse<'_>) -> bool {
    words.gender().is_none_or(|wanted| story.gender(person).is_none_or(|is| is == wanted))
}

#[cfg(test)]
mod tests {
    use crate::speaker::tests::speakers;

    #[test]
    fn an_age_tells_who_is_meant() {
        let text = "Anna Holm, 14, won. “It rained,” she said. “It did,” said Eva Dahl, 52, who came last.\n\nThe \
                    teenager said it would stop.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Anna Holm"));
    }

    #[test]
    fn who_is_of_another_age_is_not_meant() {
        let text = "“It rained,” said striker Anna Holm. “It did not,” said Eva Dahl, 52.\n\nThe 24-year-old said it \
                    would stop.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Anna Holm"));
    }
}
