//! What the story has said so far: who was named where, who spoke, and whether a person is a he or
//! a she.
//!
//! Lists, titles and roles tell the gender of most; of the others the pronouns do: "Ottoline Quist … her
//! garden" with nobody else in the sentence.

use super::description::Description;
use super::lexicon::{self, Word};
use super::paper;
use super::role::Introduced;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use wirecopy_entity::{Entities, EntityKind, Gender, Mention, MentionForm};
use wirecopy_text::{Span, Spanned};
use wirecopy_token::Tokens;

/// Enclosing quotations that are asked whose "I" it is.
const ENCLOSING: usize = 8;

/// Speakers before that are counted.
const SAID: usize = 64;

/// People who speak with one voice; more stand in lists.
const TOGETHER: usize = 6;

/// Sentences after which a paper is no longer the one that somebody spoke in.
const ISSUED: usize = 8;

/// Names of a sentence that are looked at; more stand in lists.
const NAMES: usize = 128;

/// Sentences back in which somebody without a name may be "he".
const NAMELESS: usize = 6;

/// Paragraphs back in which "the widow" has spoken.
const KIN_PARAGRAPHS: usize = 3;

/// Bytes before a noun in which it has not been used when it is new.
const NEW_NOUN: u32 = 4096;

/// Words before a noun in which it is told that none is meant.
const MODIFIERS: usize = 2;

/// Bytes before a medium in which it is told something.
const TOLD: u32 = 64;

/// Bytes before a paper in which it is told whose it is, and behind "by" up to the name.
const WRITTEN: u32 = 2048;
const BYLINE: u32 = 48;

/// Words between "in a" and the noun: "in its annual report".
const ISSUED_WORDS: usize = 4;

/// Bytes of "that" before who opens what is said.
const OPENING: u32 = 6;

/// Characters behind a name in which what it owns is read.
const OWNED: usize = 24;

/// Whether something is said "in a" or "in its" paper of that name.
fn is_issued(sentence: &str, noun: &str) -> bool {
    let is = |word: &str, one: &[&str]| one.iter().any(|one| one.eq_ignore_ascii_case(word));
    let plain = |word| str::trim_matches(word, |c: char| !c.is_alphanumeric());
    let mut words = sentence.split_whitespace().map(plain);
    while let Some(first) = words.next() {
        let mut behind = words.clone();
        let own = is(first, &["in", "by"])
            && behind.next().is_some_and(|second| {
                is(second, &["a", "an", "its", "his", "her", "their", "one"])
            });
        if own && behind.take(ISSUED_WORDS).any(|word| word.to_lowercase() == noun) {
            return true;
        }
    }
    false
}

/// Who spoke at a place.
#[derive(Debug, Clone)]
struct Spoken {
    at: u32,
    entities: Vec<u32>,
}

/// What somebody said.
#[derive(Debug)]
struct Uttered {
    content: Span,
    who: Vec<u32>,
    /// In marks or a turn: "I" is the speaker, and "he" somebody else.
    is_own_words: bool,
}

/// The quotation whose speaker is sought.
#[derive(Debug, Default)]
struct Sought {
    /// What it says.
    content: Vec<Span>,
    /// The words of somebody in which its speaker stands, and whose they are.
    within: Option<(Span, Vec<u32>)>,
    /// "added": whoever spoke before goes on.
    goes_on: bool,
}

/// The story up to a quotation.
pub(super) struct Discourse<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a Tokens,
    pub(super) named: &'a Entities,
    /// Content of all quotations in marks, by start.
    content: Vec<Span>,
    /// Resolved speakers by the start of their span: a pronoun that was resolved counts as a
    /// mention of its person. `None` is somebody without a name.
    pub(super) spoken: BTreeMap<u32, Option<u32>>,
    /// Of those without a name, as far as the noun tells.
    nameless: BTreeMap<u32, Gender>,
    said: Vec<Spoken>,
    introduced: Introduced,
    together: Vec<u32>,
    /// By which noun they were called, in the singular.
    together_as: Option<String>,
    /// Who last spoke under a noun of several, and where: "Regulators said".
    several: Option<(u32, Vec<u32>)>,
    quoted: Vec<Uttered>,
    sought: Sought,
    pub(super) genders: Vec<Option<Gender>>,
    /// Who is called by a title for a man or a woman, once that is asked.
    pub(super) titled: OnceCell<BTreeSet<u32>>,
    protagonist: Option<u32>,
    /// Whom it names first.
    first: Option<u32>,
    /// Whom "he" or "she" has meant.
    called: BTreeMap<u32, Gender>,
    /// Whom a noun has meant last, and where: "the adjudicator".
    meant: BTreeMap<String, (u32, u32)>,
    /// Who wrote the story, or the letter.
    pub(super) author: Option<u32>,
    /// Whose life the story tells.
    pub(super) life: Option<u32>,
}

impl<'a> Discourse<'a> {
    pub(super) fn new(
        text: &'a str,
        tokens: &'a Tokens,
        quotes: &[wirecopy_quote::Quote],
        named: &'a Entities,
        genders: Vec<Option<Gender>>,
        life: Option<u32>,
    ) -> Self {
        // Only words inside quotation marks are somebody else's.
        let quoted = quotes.iter().flat_map(|quote| &quote.content).copied();
        let is_marked = |span: &Span| {
            let first = span.of(text).chars().next();
            // ``So do I,'' of older wires begins with a grave accent.
            first.is_some_and(|c| wirecopy_text::chars::is_double_quote(c) || c == '`')
        };
        let mut content: Vec<Span> = quoted.filter(is_marked).collect();
        content.sort_unstable();
        let mut discourse = Self {
            text,
            tokens,
            named,
            content,
            spoken: BTreeMap::new(),
            nameless: BTreeMap::new(),
            said: Vec::new(),
            introduced: Introduced::default(),
            together: Vec::new(),
            together_as: None,
            several: None,
            quoted: Vec::new(),
            sought: Sought::default(),
            genders,
            titled: OnceCell::new(),
            protagonist: protagonist(named),
            first: first(named),
            called: BTreeMap::new(),
            meant: BTreeMap::new(),
            author: None,
            life,
        };
        discourse.learn_genders();
        discourse
    }

    /// Turns to the next quotation, whose speaker stands at `speaker`.
    pub(super) fn turn_to(&mut self, content: &[Span], speaker: Option<Span>, goes_on: bool) {
        self.sought.goes_on = goes_on;
        let within = speaker.and_then(|speaker| {
            let around = self.quoted.iter().rev().take(ENCLOSING);
            let mut around = around.filter(|uttered| uttered.is_own_words);
            let around = around.find(|uttered| uttered.content.contains_span(speaker))?;
            Some((around.content, around.who.clone()))
        });
        self.sought.content.clear();
        self.sought.content.extend_from_slice(content);
        self.sought.within = within;
    }

    /// Whether it stands in what somebody has said.
    pub(super) fn is_said(&self, at: u32) -> bool {
        let said = self.quoted.iter().rev().take(ENCLOSING);
        said.map(|uttered| uttered.content).any(|piece| piece.start() <= at && at < piece.end())
    }

    /// Whether it stands in what the quotation says whose speaker is sought.
    pub(super) fn is_in_sought(&self, at: u32) -> bool {
        self.sought.content.iter().any(|piece| piece.start() <= at && at < piece.end())
    }

    /// What the quotation says whose speaker is sought, its first piece.
    pub(super) fn sought_content(&self) -> Option<Span> {
        self.sought.content.first().copied()
    }

    /// Whether the cue tells that whoever spoke before goes on.
    pub(super) fn is_going_on(&self) -> bool {
        self.sought.goes_on
    }

    /// Whether the speaker who is sought stands in somebody's own words.
    pub(super) fn is_within_words(&self) -> bool {
        self.sought.within.is_some()
    }

    /// Whether the speaker stands in this entity's own words, and so is somebody else.
    pub(super) fn is_in_words_of(&self, entity: u32) -> bool {
        self.sought.within.as_ref().is_some_and(|(_, who)| who.contains(&entity))
    }

    /// Remembers who spoke at `span`, and what; `is_own_words` where it stands in marks or is a turn.
    pub(super) fn spoke(
        &mut self,
        span: Span,
        content: &[Span],
        entities: &[u32],
        is_own_words: bool,
    ) {
        // Who wrote the story is no "he" of it.
        if span.of(self.text) == "I" && !self.is_quoted(span) && self.sought.within.is_none() {
            return;
        }
        if let [only] = entities {
            self.spoken.insert(span.start(), Some(*only));
            let gender = match span.of(self.text) {
                "he" | "He" => Some(Gender::Male),
                "she" | "She" => Some(Gender::Female),
                _ => None,
            };
            if let Some(gender) = gender {
                self.called.entry(*only).or_insert(gender);
            }
        }
        if (2..=TOGETHER).contains(&entities.len()) {
            if self.together != entities {
                self.together_as = None;
            }
            self.together = entities.to_vec();
        }
        if !entities.is_empty() {
            self.said.push(Spoken { at: span.start(), entities: entities.to_vec() });
            self.uttered(content, entities, is_own_words);
        }
    }

    /// Remembers whom the noun meant at `span`.
    pub(super) fn means(&mut self, noun: &str, person: u32, span: Span) {
        self.meant.insert(noun.to_owned(), (person, span.start()));
    }

    /// Whom the noun meant when it last stood for a speaker, and where.
    pub(super) fn meant_by(&self, noun: &str) -> Option<(u32, u32)> {
        self.meant.get(noun).copied().filter(|(who, _)| !self.is_in_words_of(*who))
    }

    /// Remembers whose words they are.
    pub(super) fn uttered(&mut self, content: &[Span], who: &[u32], is_own_words: bool) {
        self.quoted.extend(content.iter().map(|piece| Uttered {
            content: *piece,
            who: who.to_vec(),
            is_own_words,
        }));
    }

    /// Remembers somebody without a name who was introduced by `noun`.
    pub(super) fn introduce(&mut self, words: &Description<'_>, is_personal: bool, span: Span) {
        self.introduced.add(&words.head, span.start());
        if is_personal {
            self.meets(words, span);
        }
    }

    /// Remembers somebody without a name who is not spoken of yet at that place.
    pub(super) fn meets(&mut self, words: &Description<'_>, span: Span) {
        self.spoken.entry(span.start()).or_insert(None);
        if let Some(gender) = words.gender() {
            self.nameless.insert(span.start(), gender);
        }
    }

    /// Whether somebody without a name who was met there may be a he, or a she: "his wife" is no "he".
    pub(super) fn may_be(&self, at: u32, gender: Gender) -> bool {
        match self.nameless.get(&at) {
            Some(known) => *known == gender,
            // In a life "she" is rather the one it tells of than any surgeon.
            None => self.life.is_none_or(|life| self.gender(life) != Some(gender)),
        }
    }

    /// Where somebody without a name was last introduced by `noun`.
    pub(super) fn introduced(&self, noun: &str) -> Option<u32> {
        self.introduced.at(noun)
    }

    /// The mentions before `span`, in order.
    pub(super) fn before(&self, span: Span) -> &'a [Mention] {
        let mentions = self.named.mentions.as_slice();
        let count = mentions.partition_point(|mention| mention.span.start() < span.start());
        mentions.get(..count).unwrap_or_default()
    }

    /// The mentions behind `span`, in order.
    pub(super) fn after(&self, span: Span) -> &'a [Mention] {
        let mentions = self.named.mentions.as_slice();
        let first = mentions.partition_point(|mention| mention.span.start() < span.end());
        mentions.get(first..).unwrap_or_default()
    }

    /// People named before `span` and where, the nearest first, among so many mentions.
    pub(super) fn people_before(
        &self,
        span: Span,
        reach: usize,
    ) -> impl Iterator<Item = (u32, u32)> + use<'_, 'a> {
        let people = self.before(span).iter().rev().take(reach);
        people
            .filter(|mention| mention.kind == EntityKind::Person)
            .filter_map(|mention| Some((mention.entity?, mention.span.start())))
            .filter(|(person, _)| !self.is_in_words_of(*person))
    }

    /// Whether `span` holds a name of whatever kind: "the Greek minister".
    pub(super) fn holds_name(&self, span: Span) -> bool {
        !super::mentions_in(self.named, span).is_empty()
    }

    /// "the Finn", "the 34-year-old Dane": a nationality that heads the phrase.
    pub(super) fn is_nationality(&self, span: Span) -> bool {
        let words = span.of(self.text);
        let head = words.split(',').next().unwrap_or(words);
        let end = span.start() + u32::try_from(head.len()).unwrap_or(span.len());
        let inside = super::mentions_in(self.named, Span::new(span.start(), end));
        inside
            .last()
            .is_some_and(|mention| mention.kind == EntityKind::Demonym && mention.span.end() == end)
    }

    /// Who issued the paper that `noun` names: "X said in a statement. … the statement said".
    pub(super) fn issuer(&self, noun: &str, span: Span) -> Option<&[u32]> {
        let here = self.sentence(span);
        let issued = |said: &&Spoken| {
            let at = self.sentence(Span::empty_at(said.at));
            let sentence = self.tokens.sentences().get(at).map(Spanned::span);
            let words = sentence.map(|sentence| sentence.of(self.text)).unwrap_or_default();
            at + ISSUED >= here && !said.entities.is_empty() && is_issued(words, noun)
        };
        self.said.iter().rev().take(ENCLOSING).find(issued).map(|said| said.entities.as_slice())
    }

    /// Remembers those who spoke under a noun of several; nobody where none knows who.
    pub(super) fn several(&mut self, span: Span, entities: &[u32]) {
        self.several = Some((span.start(), entities.to_vec()));
    }

    /// Those who spoke so in the sentence of `span` or so many before, if nobody has spoken since.
    pub(super) fn several_before(&self, span: Span, sentences: usize) -> Option<&[u32]> {
        let (at, who) = self.several.as_ref().filter(|(at, _)| *at < span.start())?;
        let near = self.sentence(Span::empty_at(*at)) + sentences >= self.sentence(span);
        let last = self.said.last().is_none_or(|said| said.at <= *at);
        (near && last).then_some(who)
    }

    /// Who says what `span` opens, in no marks: "Norden said | they would wait".
    pub(super) fn says(&self, span: Span) -> Option<&[u32]> {
        let said = self.quoted.iter().rev().take(ENCLOSING);
        let mut said = said.filter(|uttered| !uttered.is_own_words);
        let opens = |uttered: &&Uttered| {
            let content = uttered.content;
            content.contains_span(span) && span.start() <= content.start() + OPENING
        };
        said.find(opens).map(|uttered| uttered.who.as_slice())
    }

    /// Who says what `span` stands in, in no marks: "Norden said that in May | the yard would wait".
    pub(super) fn reported_by(&self, span: Span) -> Option<u32> {
        let said = self.quoted.iter().rev().take(ENCLOSING);
        let mut said = said.filter(|uttered| !uttered.is_own_words);
        let said = said.find(|uttered| uttered.content.contains_span(span))?;
        <[u32; 1]>::try_from(said.who.as_slice()).ok().map(|[only]| only)
    }

    /// The words in marks in which the speaker who is sought stands.
    pub(super) fn own_words_around(&self) -> Option<Span> {
        self.sought.within.as_ref().map(|(words, _)| *words)
    }

    /// Whose a statement is of which the story has not told before: who spoke last, in the two sentences before.
    pub(super) fn just_spoke(&self, span: Span) -> Option<Vec<u32>> {
        let last = self.said.last().filter(|said| said.at < span.start())?;
        let near = self.sentence(Span::empty_at(last.at)) + 2 >= self.sentence(span);
        (near && !self.is_within_words()).then(|| last.entities.clone())
    }

    /// Who wrote the paper that `noun` names: "a petition by the Growers. … The petition says".
    pub(super) fn written_by(&self, noun: &str, span: Span) -> Option<u32> {
        let before = self.bytes_before(span, WRITTEN);
        let words = [" by ", " from ", " of "];
        let words = words.get(..if paper::may_be_of(noun) { 3 } else { 2 }).unwrap_or_default();
        let behind = words.iter().filter_map(|word| {
            let mark = format!("{noun}{word}");
            Some(before.rfind(&mark)? + mark.len())
        });
        let behind = behind.max()?;
        let start = span.start() - u32::try_from(before.len() - behind).ok()?;
        let near = Span::new(start, (start + BYLINE).min(span.start()));
        let first = super::mentions_in(self.named, near).first()?;
        let gap = Span::new(start, first.span.start()).of(self.text);
        let may_write = matches!(first.kind, EntityKind::Person | EntityKind::Organization);
        first.entity.filter(|_| may_write && !gap.contains(['.', ',', ';']))
    }

    /// Which sentence of the story `span` begins in.
    pub(super) fn sentence(&self, span: Span) -> usize {
        let sentences = self.tokens.sentences();
        sentences.partition_point(|sentence| sentence.span().end() <= span.start())
    }

    /// The one person who spoke last, in this paragraph or the two before it, if nobody without a
    /// name has spoken since.
    pub(super) fn last_person(&self, span: Span) -> Option<u32> {
        let last = self.said.last()?;
        let [only] = last.entities.as_slice() else { return None };
        let near = self.paragraph(span.start()) <= self.paragraph(last.at) + 2;
        let until = span.start().max(last.at);
        let nameless = self.spoken.range(last.at..until).any(|(_, who)| who.is_none());
        let may_be = self.is_person(*only) && !self.is_in_words_of(*only);
        (near && !nameless && may_be).then_some(*only)
    }

    /// The person who spoke last, who is known to be a he or she, if of late no other such has spoken, and nobody
    /// without a name since.
    pub(super) fn only_speaker(&self, span: Span, gender: Gender) -> Option<u32> {
        let people = self.said.iter().rev().take(ENCLOSING).filter_map(|said| {
            let [who] = said.entities.as_slice() else { return None };
            self.is_person(*who).then_some((*who, said.at))
        });
        let fits = |who: u32| self.gender(who) == Some(gender);
        let (last, at) = people.clone().next().filter(|(who, _)| fits(*who))?;
        let nameless =
            self.spoken.range(at.min(span.start())..span.start()).any(|(_, who)| who.is_none());
        let mut others = people.filter(|(who, _)| *who != last && fits(*who));
        let here = self.paragraph(at) == self.paragraph(span.start());
        let free = here && !nameless && others.next().is_none() && !self.is_within_words();
        (free && !self.is_named_in_sought(last)).then_some(last)
    }

    /// Whether somebody without a name, who may be of that gender, was met in the sentences just before.
    pub(super) fn is_nameless_near(&self, span: Span, gender: Gender) -> bool {
        let here = self.sentence(span);
        let from = self.tokens.sentences().get(here.saturating_sub(NAMELESS));
        let from = from.map_or(0, |sentence| sentence.span().start()).min(span.start());
        let mut met = self.spoken.range(from..span.start()).rev().take(SAID);
        met.any(|(at, who)| who.is_none() && self.may_be(*at, gender))
    }

    /// Whether what is sought names the person: "He hailed Dahl" is not Dahl's.
    fn is_named_in_sought(&self, person: u32) -> bool {
        self.sought.content.iter().any(|piece| {
            super::mentions_in(self.named, *piece)
                .iter()
                .any(|mention| mention.entity == Some(person))
        })
    }

    /// Whether somebody who said something stands there.
    pub(super) fn is_speaker_at(&self, at: u32) -> bool {
        self.speaker_at(at).is_some()
    }

    /// Who said something there.
    pub(super) fn speaker_at(&self, at: u32) -> Option<&[u32]> {
        let mut said = self.said.iter().rev().take(ENCLOSING);
        said.find(|said| said.at == at).map(|said| said.entities.as_slice())
    }

    /// Whether nobody but that one has spoken since.
    pub(super) fn spoke_last(&self, person: u32) -> bool {
        self.said.last().is_some_and(|said| said.entities == [person])
    }

    /// The person who spoke last, however long ago.
    pub(super) fn last_named_person(&self) -> Option<u32> {
        let people = self.said.iter().rev().take(ENCLOSING);
        people.filter_map(|said| said.entities.first()).copied().find(|who| self.is_person(*who))
    }

    /// The body that spoke last, of those that `suits` keeps.
    pub(super) fn last_body(&self, suits: impl Fn(u32) -> bool) -> Option<u32> {
        let bodies = self.said.iter().rev().take(2 * ENCLOSING);
        let mut bodies = bodies.filter_map(|said| match said.entities.as_slice() {
            [only] => Some(*only),
            _ => None,
        });
        bodies.find(|who| self.is_body(*who) && suits(*who))
    }

    /// Whether the entity has spoken, and at which place in the order of speakers.
    pub(super) fn spoke_last_at(&self, entity: u32) -> Option<usize> {
        let said = self.said.iter().enumerate().rev().take(8 * ENCLOSING);
        said.filter(|(_, said)| said.entities.contains(&entity)).map(|(at, _)| at).next()
    }

    /// The nearest of the people who spoke here or in the two paragraphs before, whom `suits` keeps.
    pub(super) fn last_person_of(&self, span: Span, suits: impl Fn(u32) -> bool) -> Option<u32> {
        let here = self.paragraph(span.start());
        let near = self.said.iter().rev().take(ENCLOSING);
        let near = near.take_while(|said| here <= self.paragraph(said.at) + KIN_PARAGRAPHS);
        near.filter_map(|said| <[u32; 1]>::try_from(said.entities.as_slice()).ok())
            .map(|[only]| only)
            .find(|who| self.is_person(*who) && suits(*who))
    }

    /// Where the paragraph of `at` begins.
    pub(super) fn paragraph_at(&self, at: u32) -> u32 {
        let paragraph = self.tokens.paragraphs().get(self.paragraph(at));
        paragraph.map_or(at, |paragraph| paragraph.span().start())
    }

    /// Where the paragraph before that of `at` begins.
    pub(super) fn paragraph_before(&self, at: u32) -> Option<u32> {
        let before = self.paragraph(at).checked_sub(1)?;
        self.tokens.paragraphs().get(before).map(|paragraph| paragraph.span().start())
    }

    /// Which paragraph `at` lies in.
    fn paragraph(&self, at: u32) -> usize {
        self.tokens.paragraphs().partition_point(|paragraph| paragraph.span().end() <= at)
    }

    /// Whether the story has not used the noun in the stretch before `span`.
    pub(super) fn is_new_noun(&self, noun: &str, span: Span) -> bool {
        let before = self.bytes_before(span, NEW_NOUN);
        !before.match_indices(noun).any(|(at, _)| {
            let behind = before.get(at + noun.len()..).unwrap_or_default();
            let whole = !behind.starts_with(char::is_alphanumeric);
            // "No farmer would …" is none.
            let front = before.get(..at).unwrap_or_default();
            let mut front = front.split_whitespace().rev().take(MODIFIERS);
            let any = ["no", "every", "each", "any"];
            whole && !front.any(|word| any.iter().any(|any| word.eq_ignore_ascii_case(any)))
        })
    }

    /// "Holm met the governor. The governor said": the noun has stood for somebody before, and not for `person`.
    pub(super) fn is_used_of_other(&self, noun: &str, person: u32, span: Span) -> bool {
        let before = self.bytes_before(span, NEW_NOUN);
        let from = span.start() - u32::try_from(before.len()).unwrap_or_default();
        before.match_indices(noun).any(|(at, _)| {
            let front = before.get(..at).unwrap_or_default();
            let behind = before.get(at + noun.len()..).unwrap_or_default();
            let article = ["the ", "The "].iter().find(|article| front.ends_with(**article));
            let Some(article) = article else { return false };
            // "Ann Holm (Unity), the minister for fisheries,"
            if front.strip_suffix(article).is_some_and(|front| front.ends_with(", ")) {
                return false;
            }
            let start = from + u32::try_from(at - article.len()).unwrap_or_default();
            let is_person = self.spoken.get(&start).is_some_and(|who| *who == Some(person));
            // "the governor, Ann Holm,", "the governor of Tarn", "the governor's"
            let ends = behind.starts_with([' ', '.', ',', ';']) && !behind.starts_with(" of ");
            let named = || {
                let near = Span::new(start, span.start().min(start + BYLINE));
                let name = super::mentions_in(self.named, near).first();
                name.is_some_and(|name| name.entity == Some(person))
            };
            ends && !is_person && !named()
        })
    }

    /// So many bytes before `span`, or some less where a character would be cut.
    pub(super) fn bytes_before(&self, span: Span, bytes: u32) -> &'a str {
        let end = span.start() as usize;
        let start = span.start().saturating_sub(bytes) as usize;
        let whole = (start..=end).find(|start| self.text.is_char_boundary(*start)).unwrap_or(end);
        self.text.get(whole..end).unwrap_or_default()
    }

    /// The words of the places and nationalities that the span names, in small letters.
    pub(super) fn lands_in(&self, span: Span) -> Vec<String> {
        let lands = super::mentions_in(self.named, span)
            .iter()
            .filter(|mention| matches!(mention.kind, EntityKind::Place | EntityKind::Demonym));
        lands
            .flat_map(|mention| mention.span.of(self.text).split_whitespace())
            .map(str::to_lowercase)
            .collect()
    }

    /// Whether the span names a body.
    pub(super) fn holds_body(&self, span: Span) -> bool {
        let inside = super::mentions_in(self.named, span);
        inside.iter().any(|mention| mention.kind == EntityKind::Organization)
    }

    /// Whether the span names a place or a nationality.
    pub(super) fn holds_land(&self, span: Span) -> bool {
        super::mentions_in(self.named, span)
            .iter()
            .any(|mention| matches!(mention.kind, EntityKind::Place | EntityKind::Demonym))
    }

    /// Whether what is named at `span` is told something: "told the weekly Lot".
    pub(super) fn is_told(&self, span: Span) -> bool {
        let before = self.bytes_before(span, TOLD);
        let clause = before.rsplit(['.', ',', ';', '"', '”']).next().unwrap_or_default();
        clause.split_whitespace().any(|word| matches!(word, "told" | "tells" | "telling"))
    }

    /// Whether those who last spoke with one voice were called by the plural of `noun`.
    pub(super) fn is_together_as(&self, noun: &str) -> bool {
        !noun.is_empty() && self.together_as.as_deref() == Some(noun)
    }

    /// Remembers by which noun those who spoke with one voice were called.
    pub(super) fn called_together(&mut self, noun: &str) {
        self.together_as = Some(noun.to_owned());
    }

    /// Those who last spoke with one voice.
    pub(super) fn last_together(&self) -> &[u32] {
        &self.together
    }

    /// Whom the story names most often, the first of equals: who answers in an interview.
    pub(super) fn protagonist(&self) -> Option<u32> {
        self.protagonist
    }

    /// Who speaks the quotation that `span` stands in: whose "I" it is.
    pub(super) fn whose_words(&self, span: Span) -> Option<Vec<u32>> {
        let enclosing = self.quoted.iter().rev().take(ENCLOSING);
        enclosing
            .filter(|uttered| uttered.content.contains_span(span))
            .map(|uttered| uttered.who.clone())
            .next()
    }

    /// A man or a woman, as far as anything tells.
    pub(super) fn gender(&self, entity: u32) -> Option<Gender> {
        self.genders.get(entity as usize).copied().flatten()
    }

    /// Whether nobody was named before in the story.
    pub(super) fn is_first(&self, person: u32) -> bool {
        self.first == Some(person)
    }

    /// How often somebody was named or has spoken before `span`.
    pub(super) fn weight(&self, person: u32, span: Span) -> usize {
        let entity = self.named.entities.get(person as usize);
        let named = entity.map(|entity| entity.mentions.as_slice()).unwrap_or_default();
        let named = named.partition_point(|at| {
            let mention = self.named.mentions.get(*at as usize);
            mention.is_some_and(|mention| mention.span.start() < span.start())
        });
        let said = self.said.iter().rev().take(SAID);
        named + said.filter(|said| said.entities.contains(&person)).count()
    }

    /// Whether "he" or "she" has meant the person.
    pub(super) fn called(&self, person: u32) -> Option<Gender> {
        self.called.get(&person).copied()
    }

    pub(super) fn is_body(&self, entity: u32) -> bool {
        let entity = self.named.entities.get(entity as usize);
        entity.is_some_and(|entity| entity.kind == EntityKind::Organization)
    }

    /// Whether it is a person or a body, and no place.
    pub(super) fn is_somebody(&self, entity: u32) -> bool {
        self.is_person(entity) || self.is_body(entity)
    }

    pub(super) fn is_person(&self, entity: u32) -> bool {
        let entity = self.named.entities.get(entity as usize);
        entity.is_some_and(|entity| entity.kind == EntityKind::Person)
    }

    /// Whether it stands in quotation marks in which the speaker who is sought does not stand.
    fn is_quoted_elsewhere(&self, span: Span) -> bool {
        let within = self.sought.within.as_ref();
        self.is_quoted(span) && !within.is_some_and(|(words, _)| words.contains_span(span))
    }

    pub(super) fn is_quoted(&self, span: Span) -> bool {
        let after = self.content.partition_point(|content| content.start() <= span.start());
        let before = after.checked_sub(1).and_then(|index| self.content.get(index));
        before.is_some_and(|content| content.contains_span(span))
    }

    /// Whether the name that stands at `at` in `part` only says whose something in the middle of the
    /// sentence is, or who is dead: "spoke with Dahl's brother", "Dahl's death".
    pub(super) fn is_aside(&self, at: u32, part: Span) -> bool {
        let name = Span::new(at, part.end().max(at));
        let Some(mention) = super::mentions_in(self.named, name).first() else { return false };
        if mention.span.start() != at || !super::name::is_possessive(self.text, mention.span) {
            return false;
        }
        let behind = self.text.get(mention.span.end() as usize..).unwrap_or_default();
        let behind: String = behind.chars().take(OWNED).collect();
        let owned = behind.split(' ').nth(1);
        let owned = owned.map(|word| word.trim_end_matches(['.', ',', ';']));
        owned.is_some_and(|owned| lexicon::is(owned, Word::Gone)) || at > part.start()
    }

    /// "Berg's aide, Ann Holm": whether the name at that place says whose somebody is.
    pub(super) fn owns(&self, at: u32) -> bool {
        let here = Span::new(at, at.saturating_add(1));
        let mut names = super::mentions_in(self.named, here).iter();
        names.any(|name| super::name::is_possessive(self.text, name.span))
    }

    /// The people mentioned by name in `part` outside quotation marks.
    pub(super) fn names_in(&self, part: Span) -> impl Iterator<Item = (u32, u32)> {
        super::mentions_in(self.named, part)
            .iter()
            .take(NAMES)
            .filter(|mention| {
                mention.kind == EntityKind::Person
                    && matches!(mention.form, MentionForm::Name | MentionForm::Short)
                    && !self.is_quoted_elsewhere(mention.span)
                    && !self.is_modifier(mention.span)
            })
            .filter_map(|mention| Some((mention.span.start(), mention.entity?)))
    }

    /// "since the Holm administration", "to a Holm aide": no more than what sort of thing it is. "The Aga Khan arrived" is
    /// somebody.
    fn is_modifier(&self, name: Span) -> bool {
        let before =
            self.text.get(..name.start() as usize).and_then(|front| front.strip_suffix(' '));
        let word = before.and_then(|front| front.rsplit(|c: char| !c.is_alphabetic()).next());
        let determined = matches!(word, Some("the" | "The" | "a" | "A" | "an" | "An"));
        let behind = self.text.get(name.end() as usize..);
        let noun = behind.and_then(|behind| behind.strip_prefix(' '));
        let noun = noun.and_then(|noun| noun.split(|c: char| !c.is_alphabetic()).next());
        determined
            && noun.is_some_and(|noun| {
                let acts =
                    matches!(noun, "who" | "of" | "and" | "was" | "is") || noun.ends_with("ed");
                noun.starts_with(char::is_lowercase) && !acts
            })
    }
}

/// Whether somebody is alone among those who are named.
#[derive(Debug, Clone, Copy)]
pub(super) enum Only {
    Nobody,
    One(u32),
    Several,
}

impl Only {
    pub(super) fn with(self, person: u32) -> Self {
        match self {
            Self::Nobody => Self::One(person),
            Self::One(other) if other == person => self,
            _ => Self::Several,
        }
    }
}

fn first(named: &Entities) -> Option<u32> {
    let mut people = named.mentions.iter();
    people.find(|mention| mention.kind == EntityKind::Person)?.entity
}

fn protagonist(named: &Entities) -> Option<u32> {
    let people = named.entities.iter().enumerate();
    let people = people.filter(|(_, entity)| entity.kind == EntityKind::Person);
    let (index, _) = people.min_by_key(|(_, entity)| std::cmp::Reverse(entity.mentions.len()))?;
    u32::try_from(index).ok()
}
