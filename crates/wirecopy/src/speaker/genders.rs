//! Whether somebody is a man or a woman, where neither the name nor a title tells: by the pronouns that mean nobody
//! else. "Vigra Dahl said **she** was late."

use super::discourse::{Discourse, Only};
use super::lexicon::{Word, is_in_any_case};
use super::mentions_in;
use std::collections::{BTreeMap, BTreeSet};
use wirecopy_entity::{Entity, EntityKind, Gender};
use wirecopy_text::{Span, Spanned};
use wirecopy_token::{Sentence, Token};

/// What "he" counts that is a subject and can mean nobody else, and what if one of both holds.
const SUBJECT: i32 = 6;
const PERHAPS: i32 = 2;

/// Pronouns that outweigh a list.
const SURE: i32 = 6;

/// Bytes before a name in which a title stands.
const TITLE: u32 = 12;

/// Sentences within which another may be meant.
const LATELY: usize = 4;

/// What a daughter or a wife, and a son, is called in one land or another: the word before the father's name, the last
/// word of the name, and its ending.
const DAUGHTERS: [&str; 6] = ["binti", "bint", "binte", "bte", "a/p", "d/o"];
const SONS: [&str; 4] = ["bin", "ibn", "a/l", "s/o"];
const HERS: [&str; 8] = ["kaur", "begum", "bibi", "khatun", "khatoon", "devi", "kumari", "bano"];
const HER_ENDINGS: [&str; 14] = [
    "dóttir", "dottir", "ová", "ova", "eva", "skaya", "skaia", "ienė", "aitė", "ytė", "utė",
    "opoulou", "idou", "cka",
];
const HIS_ENDINGS: [&str; 2] = ["opoulos", "idis"];

/// Surnames of other lands that end so: "Cordova".
const NEITHER: [&str; 9] = [
    "canova",
    "casanova",
    "casanueva",
    "cordova",
    "córdova",
    "terranova",
    "villanova",
    "villanueva",
    "genova",
];

/// Letters of a surname before its ending.
const STEM: usize = 3;

/// A man or a woman by the name.
pub(super) fn by_name(entity: &Entity) -> Option<Gender> {
    (entity.kind == EntityKind::Person).then(|| by_form(&entity.name)).flatten()
}

/// A man or a woman by the form of the name: "Mira binti Holm", "Lenka Bergová", "Petra Ivanovna Dahl".
fn by_form(name: &str) -> Option<Gender> {
    let mut words = name.split(' ').skip(1).peekable();
    while let Some(word) = words.next() {
        let word = word.to_lowercase();
        let is_last = words.peek().is_none();
        let ends = |ending: &str| {
            let stem = word.strip_suffix(ending);
            stem.is_some_and(|stem| stem.chars().nth(STEM - 1).is_some())
        };
        let is_hers = !is_last && DAUGHTERS.contains(&&*word)
            || ["ovna", "evna", "ivna"].iter().any(|ending| ends(ending))
            || is_last
                && (HERS.contains(&&*word)
                    || HER_ENDINGS.iter().any(|ending| ends(ending)) && !NEITHER.contains(&&*word));
        let is_his = if is_last {
            HIS_ENDINGS.iter().any(|ending| ends(ending))
        } else {
            SONS.contains(&&*word) || ["ovich", "evich"].iter().any(|ending| ends(ending))
        };
        match (is_hers, is_his) {
            (true, _) => return Some(Gender::Female),
            (_, true) => return Some(Gender::Male),
            _ => {}
        }
    }
    None
}

impl Discourse<'_> {
    /// Of whom a life is told the pronouns outside quotation marks are.
    fn learn_gender_of(&mut self, life: u32) {
        let tokens = self.tokens.tokens().iter().map(Spanned::span);
        let outside = tokens.filter(|token| !self.is_quoted(*token));
        let votes: i32 = outside.filter_map(|token| vote(token.of(self.text))).sum();
        // "Brigadier Jocelyn Holm": a list knows less than a whole life tells.
        let is_sure = votes.abs() >= SURE && !self.is_titled(life);
        if let Some(gender) = self.genders.get_mut(life as usize)
            && (gender.is_none() || is_sure)
        {
            *gender = told(votes);
        }
    }

    /// The people whom a sentence names; "Dahl: He came late." tells of another.
    fn told_in(&self, sentence: Span) -> impl Iterator<Item = (u32, u32)> {
        self.names_in(sentence).filter(|(at, _)| {
            let name = mentions_in(self.named, Span::new(*at, at.saturating_add(1))).first();
            let behind = name.and_then(|name| self.text.get(name.span.end() as usize..));
            !behind.is_some_and(|behind| behind.starts_with(':'))
        })
    }

    /// Each pronoun counts for the only person of its sentence, or of the sentence before; less where it may as well
    /// mean another of whom the story just told.
    pub(super) fn learn_genders(&mut self) {
        if let Some(life) = self.life {
            self.learn_gender_of(life);
        }
        let mut count = Count::new(self);
        for (at, sentence) in self.tokens.sentences().iter().enumerate() {
            count.read(at, sentence);
        }
        for (person, votes) in count.votes {
            if let Some(gender @ None) = self.genders.get_mut(person as usize) {
                *gender = told(votes);
            }
        }
    }

    /// Whether a title before the name tells a man from a woman: "Mrs. Holm", "King Tom".
    pub(super) fn is_titled(&self, person: u32) -> bool {
        self.titled.get_or_init(|| self.with_titles()).contains(&person)
    }

    fn with_titles(&self) -> BTreeSet<u32> {
        let is_title = |word: &str| {
            word.starts_with(char::is_uppercase)
                && is_in_any_case(word.trim_end_matches('.'), Word::Titled)
        };
        let titled = self.named.mentions.iter().filter(|name| {
            let before = self.bytes_before(name.span, TITLE);
            let last = before.split_whitespace().next_back().unwrap_or_default();
            let first = name.span.of(self.text).split(' ').next().unwrap_or_default();
            is_title(last) || is_title(first)
        });
        titled.filter_map(|name| name.entity).collect()
    }
}

/// What the pronouns tell, counted in one walk over the words.
struct Count<'s, 'a> {
    story: &'s Discourse<'a>,
    /// The vote of the pronouns for whose life is told.
    of_life: i32,
    votes: BTreeMap<u32, i32>,
    lately: Lately,
    /// The only person of the sentence before.
    focus: Option<u32>,
}

impl<'s, 'a> Count<'s, 'a> {
    fn new(story: &'s Discourse<'a>) -> Self {
        let of_life = story.life.and_then(|life| story.gender(life));
        let of_life = of_life.map_or(0, |gender| if gender == Gender::Male { 1 } else { -1 });
        let lately = Lately::default();
        Self { story, of_life, votes: BTreeMap::new(), lately, focus: None }
    }

    fn read(&mut self, at: usize, sentence: &Sentence) {
        let story = self.story;
        let is_open = |person: u32| story.gender(person).is_none();
        let asks = self.focus.is_some_and(is_open)
            || story.names_in(sentence.span()).any(|(_, person)| is_open(person));
        let mut people = story.told_in(sentence.span()).peekable();
        let mut here = Only::Nobody;
        let mut decided: Option<(u32, i32)> = None;
        // Where everybody's gender is known no pronoun is needed.
        let tokens = if asks { sentence.tokens() } else { 0..0 };
        let tokens = story.tokens.tokens().get(tokens).unwrap_or_default();
        for (index, token) in tokens.iter().enumerate() {
            let first = story.text.as_bytes().get(token.span().start() as usize);
            if !matches!(first, Some(b'h' | b'H' | b's' | b'S')) {
                continue;
            }
            while let Some((_, person)) = people.next_if(|(at, _)| *at < token.span().start()) {
                here = here.with(person);
            }
            let word = token.span().of(story.text);
            let Some(vote) = vote(word) else { continue };
            let Some(person) = self.meant(vote, here, tokens, index) else { continue };
            let is_other = self.lately.is_other(vote, person, at);
            // "Dahl said her husband was late when he came": not hers, too.
            if decided.is_none_or(|decided| decided == (person, vote)) {
                *self.votes.entry(person).or_default() += vote * weight(word, is_other);
            }
            if !is_other {
                decided = decided.or(Some((person, vote)));
            }
        }
        self.see(at, sentence);
        self.focus = match people.fold(here, |here, (_, person)| here.with(person)) {
            Only::One(person) => Some(person),
            Only::Nobody | Only::Several => None,
        };
    }

    /// Whom the pronoun at `index` means, where the names before it in the sentence are `here`.
    fn meant(&self, vote: i32, here: Only, tokens: &[Token], index: usize) -> Option<u32> {
        let at = |index: usize| tokens.get(index).map(Spanned::span);
        let of = |span: Span| span.of(self.story.text);
        let pronoun = at(index)?;
        let word = of(pronoun);
        let meant = match here {
            Only::Nobody => self.focus,
            // "Dahl asked him", "Dahl asked her to wait": somebody else is meant.
            Only::One(_) if is_object(word, at(index + 1).map(of)) => None,
            Only::One(person) => Some(person),
            Only::Several => None,
        };
        // In a life most pronouns are of one.
        let meant = meant
            .filter(|person| vote != self.of_life || self.story.life == Some(*person))
            .filter(|_| !self.story.is_quoted(pronoun))?;
        // "Dahl, to whom she spoke", "Dahl, who is her brother"
        let before = index.checked_sub(1).and_then(at).map(of);
        let is_whom = before.is_some_and(|before| {
            before == "whom"
                || matches!(before, "is" | "was" | "as" | "became") && !is_subject(word)
        });
        (!is_whom).then_some(meant)
    }

    /// Remembers the men and women of the sentence.
    fn see(&mut self, at: usize, sentence: &Sentence) {
        for (_, person) in self.story.names_in(sentence.span()) {
            let is_he = self.story.gender(person).map(|gender| gender == Gender::Male);
            let learnt = || self.votes.get(&person).filter(|votes| **votes != 0).map(|v| *v > 0);
            if let Some(is_he) = is_he.or_else(learnt) {
                self.lately.named(is_he, person, at);
            }
        }
    }
}

/// What a pronoun counts.
fn weight(word: &str, is_other: bool) -> i32 {
    match (is_other, is_subject(word)) {
        (false, true) => SUBJECT,
        (false, false) | (true, true) => PERHAPS,
        (true, false) => 1,
    }
}

/// Which man and which woman the story named last, and in which sentence.
#[derive(Debug, Default)]
struct Lately {
    he: Option<(u32, usize)>,
    she: Option<(u32, usize)>,
}

impl Lately {
    fn named(&mut self, is_he: bool, person: u32, sentence: usize) {
        *if is_he { &mut self.he } else { &mut self.she } = Some((person, sentence));
    }

    /// Whether the pronoun may mean another than `person`.
    fn is_other(&self, vote: i32, person: u32, sentence: usize) -> bool {
        let last = if vote > 0 { self.he } else { self.she };
        last.is_some_and(|(other, at)| other != person && at + LATELY >= sentence)
    }
}

/// What more pronouns for a man or more for a woman tell.
const fn told(votes: i32) -> Option<Gender> {
    match votes {
        1.. => Some(Gender::Male),
        0 => None,
        _ => Some(Gender::Female),
    }
}

/// For a man or for a woman.
fn vote(word: &str) -> Option<i32> {
    match word {
        "he" | "He" | "his" | "His" | "him" | "himself" | "HE" | "HIS" | "HIM" => Some(1),
        "she" | "She" | "her" | "Her" | "hers" | "herself" | "SHE" | "HER" => Some(-1),
        _ => None,
    }
}

/// Whether the pronoun can only be a subject.
fn is_subject(pronoun: &str) -> bool {
    matches!(pronoun, "he" | "He" | "HE" | "she" | "She" | "SHE")
}

/// Whether a pronoun is an object, as far as it and the next word tell: no noun follows.
fn is_object(pronoun: &str, next: Option<&str>) -> bool {
    const BEHIND: [&str; 18] = [
        "to", "that", "and", "in", "at", "by", "for", "as", "if", "when", "on", "with", "from",
        "about", "of", "into", "the", "a",
    ];
    let ends =
        next.is_none_or(|next| BEHIND.contains(&next) || !next.starts_with(char::is_alphanumeric));
    matches!(pronoun, "him" | "HIM") || matches!(pronoun, "her" | "HER") && ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speaker::tests::speakers;

    #[test]
    fn the_form_of_a_name_tells_a_daughter_from_a_son() {
        assert_eq!(by_form("Vigra binti Holm"), Some(Gender::Female));
        assert_eq!(by_form("Vigra bin Holm"), Some(Gender::Male));
        assert_eq!(by_form("Vigra Bergová"), Some(Gender::Female));
        assert_eq!(by_form("Vigra Ivanovna Dahl"), Some(Gender::Female));
        assert_eq!(by_form("Vigra Abramovich"), None);
        assert_eq!(by_form("Eva Cordova"), None);
        assert_eq!(by_form("Wang Bin"), None);
    }

    #[test]
    fn whose_brother_he_is_tells_of_no_woman() {
        let text = "Eva Dahl spoke. Vigran Dahl, who is her brother, said she was late. It rained, he said.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Vigran Dahl"));
    }

    #[test]
    fn a_life_knows_more_than_a_list() {
        let text = "Jocelyn Holm, soldier, dies at 90\n\nJocelyn Holm, who held a bridge in his youth, has died. Holm was 90. He \
                    liked dogs. He kept hens in his garden, and he sold his eggs.\n\nHis sister, Eva Dahl, survives him. “It \
                    was late,” he used to say.";
        assert_eq!(speakers(text).last().map(String::as_str), Some("Jocelyn Holm"));
    }

    #[test]
    fn whose_lutes_he_mends_is_no_woman() {
        let text = "Anna Holm played to the end. Vigran Dahl, who mended her lutes, said she heard each string. “It \
                    was late,” he said.";
        assert_eq!(speakers(text), ["Vigran Dahl", "Vigran Dahl"]);
    }
}
