//! The whole document as evidence: what is sure in one place helps where it is not.
//!
//! "Lavrov" alone may be anything; after "Sergei Lavrov" it is he. "IMF" is a body once "International
//! Monetary Fund (IMF)" stands somewhere. Capitals of a headline are read by the names below it.
//!
//! Five files ask what a word is elsewhere in the story, each at a stage of its own:
//!
//! | file | asked | of what |
//! |---|---|---|
//! | `document` | by the rules, before the weights and after | words that no rule has marked: which mark they would be |
//! | `tagger::memory` | by the weights | every word with a capital: how the rules labelled it at its other places, as a feature |
//! | `elsewhere` | where somebody speaks | the words of a speaker that still have no mark, or the wrong one |
//! | `concord` | when all else has spoken | names that no list has: which of the kinds that they have here and there, and where they have none |
//! | `shorter` | when marks are joined | marks of bodies: the full name that a short one stands for |
//!
//! What the noun of a body's name means elsewhere ("the Commission") is in `heads`.
//!
//! What is a name at all is decided in the first four, whose name it is in the last and in `join`.

use crate::courtesy::without_tail;
use crate::lexicon::Class;
use crate::listed::{Listed, PlaceClass};
use crate::map::{Map, Seeded};
use crate::model::{EntityKind, MentionReason};
use crate::nicknames::nicknames;
use crate::scene::Scene;
use crate::words::{Form, Key, Style, WordKind, title_case};
use std::borrow::Cow;
use std::ops::Range;
use wirecopy_text::chars::is_all_capitals;
use wirecopy_text::find_byte;

/// How common a word may be that is a first name wherever it stands alone.
const RARE: f32 = 0.02;

/// What the sure names of a document say of single words and of runs of words, by key.
#[derive(Debug, Default)]
pub(crate) struct Memory<'w> {
    names: Map<Cow<'w, str>, Known>,
    openings: Openings,
    /// How many marks of the scene, and names inside of others, were read.
    marks: usize,
    nested: usize,
}

/// How the keys of a memory begin: most words begin none, and of these no key need be made.
#[derive(Debug)]
struct Openings {
    /// A bit for each hash of the first bytes of a key in small letters.
    bits: [u64; 64],
}

impl Default for Openings {
    fn default() -> Self {
        Self { bits: [0; 64] }
    }
}

impl Openings {
    /// The place of a bit; `None` where a letter beyond ASCII is among the first.
    fn place(word: &str) -> Option<(usize, u32)> {
        let bytes = match *word.as_bytes() {
            [a, b' ', ..] => [0, 0, a],
            [a, b, b' ', ..] => [0, a, b],
            [a, b, c, ..] => [a, b, c],
            [a, b] => [0, a, b],
            [a] => [0, 0, a],
            [] => [0; 3],
        };
        // Capitals are made small letters, whatever else becomes of other signs.
        let bytes = bytes.into_iter().fold(0, |all, byte| all << 8 | u32::from(byte | 0x20));
        let hash = bytes.wrapping_mul(0x9E37_79B1) >> 20;
        (bytes & 0x80_8080 == 0).then_some(((hash >> 6) as usize, hash & 63))
    }

    fn add(&mut self, key: &str) {
        if let Some((at, bit)) = Self::place(key)
            && let Some(bits) = self.bits.get_mut(at)
        {
            *bits |= 1 << bit;
        }
    }

    /// Whether a key may begin with the word in any capitals, or be the word without an "s" at its end.
    fn may_have(&self, word: &str) -> bool {
        let has =
            |(at, bit): (usize, u32)| self.bits.get(at).is_some_and(|bits| bits >> bit & 1 != 0);
        word.len() <= 3 && word.ends_with('s') || Self::place(word).is_none_or(has)
    }
}

/// What they say of one key.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    /// People's names end so.
    surname: bool,
    /// People's names of three words and more begin so, and sure ones of two.
    first: bool,
    /// An acronym or short form of an organisation.
    short: bool,
    /// A common word that opens the name of a company: the company where it speaks.
    opens: bool,
    /// A town that opens the name of a company: the company where it does what companies do.
    town: bool,
    /// The noun that heads the name of a body.
    head: bool,
    /// A rule found it by more than a preposition before it.
    found: bool,
    /// Votes per kind, where it is a whole name, in tenths of one.
    votes: [u32; 4],
    /// Bytes of the longest key that goes on from it behind a space.
    longest: usize,
}

impl Known {
    /// What the document says of these words as a name.
    fn kind(&self) -> Option<(EntityKind, u32)> {
        let best = KINDS.iter().zip(self.votes).max_by_key(|(_, votes)| *votes)?;
        (best.1 > 0).then_some((*best.0, best.1))
    }
}

const KINDS: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Place, EntityKind::Organization, EntityKind::Demonym];

/// Longest name that is looked for again, in words.
const LONGEST: usize = 5;

impl<'w> Memory<'w> {
    /// Reads the marks made so far.
    pub(crate) fn new(scene: &Scene<'w>) -> Self {
        // A name has a key of its own, one of its surname and one of its opening.
        let names = Map::with_capacity_and_hasher(3 * scene.marks.len(), Seeded::default());
        let mut memory = Self { names, ..Self::default() };
        memory.read(scene);
        memory
    }

    /// Reads the marks made since it last did.
    pub(crate) fn read(&mut self, scene: &Scene<'w>) {
        for mark in scene.marks.iter().skip(self.marks) {
            if mark.words.is_empty() {
                continue;
            }
            let mut key = scene.words.key(mark.words.clone());
            if mark.reason == MentionReason::Dateline && is_all_capitals(&key) {
                // "SALINA" of the dateline is "Salina" below it.
                key = Cow::Owned(title_case(&key));
            }
            // "Mara Tellvik" of "MARA TELLVIK:".
            if mark.reason == MentionReason::Turn && mark.words.len() > 1 {
                let [person, ..] = &mut self.entry(Cow::Owned(title_case(&key))).votes;
                *person += 20;
            }
            let is_own_key = mark.reason != MentionReason::Dateline;
            let guess = mark.reason == MentionReason::PlacePreposition || mark.reason.is_learned();
            let found = mark.words.len() == 1 && !guess;
            if let Some(slot) = KINDS.iter().position(|kind| *kind == mark.kind) {
                let known = self.entry(key);
                if let Some(vote) = known.votes.get_mut(slot) {
                    *vote += if mark.sure { 20 } else { 6 };
                }
                known.found |= found && is_own_key;
            }
            if mark.kind == EntityKind::Place
                && let Some(town) = scene.town_of(&mark.words)
            {
                let known = self.entry(scene.words.key(town..town + 1));
                let [_, place, ..] = &mut known.votes;
                *place += 6;
                known.found = true;
            }
            // "Amnesty said", behind a listed name of two words.
            if mark.words.len() == 2
                && mark.kind == EntityKind::Organization
                && mark.listed.is_some()
                && scene.class(mark.words.start).is_plain()
                && scene.single(mark.words.start).is_none()
            {
                self.entry(scene.words.key(mark.words.start..mark.words.start + 1)).opens = true;
            }
            // "the Unite union", and "Unite said" where a sentence starts.
            let word = scene.common(mark.words.start) > 0.3;
            if mark.words.len() == 1 && word && mark.reason == MentionReason::Employer {
                self.entry(scene.words.key(mark.words.clone())).opens = true;
            }
            if found && !(is_own_key && KINDS.contains(&mark.kind)) {
                self.entry(scene.words.key(mark.words.clone())).found = true;
            }
            if mark.kind == EntityKind::Organization
                && let Some(head) = scene.head_of_body(&mark.words)
            {
                self.entry(scene.words.key(head..head + 1)).head = true;
            }
            match mark.kind {
                EntityKind::Person
                    if (mark.sure && mark.reason != MentionReason::Couple)
                        || mark.words.len() >= 2 =>
                {
                    self.person(scene, &mark.words, mark.sure)
                }
                EntityKind::Organization if mark.sure || is_whole_body(scene, &mark.words) => {
                    self.organization(scene, &mark.words)
                }
                _ => {}
            }
        }
        for inner in
            scene.nested.iter().skip(self.nested).filter(|i| i.reason == MentionReason::Dateline)
        {
            let name = inner.span.get(scene.words.text).unwrap_or("");
            let key = if is_all_capitals(name) { title_case(name) } else { name.to_owned() };
            let [_, place, ..] = &mut self.entry(Cow::Owned(key)).votes;
            *place += 20;
        }
        (self.marks, self.nested) = (scene.marks.len(), scene.nested.len());
    }

    fn entry(&mut self, key: Cow<'w, str>) -> &mut Known {
        self.openings.add(&key);
        // "Tarn Water", and "Brandt's" of "Brandt's Inc."
        if let Some(first) = first_of(&key) {
            match self.names.get_mut(&*first) {
                Some(opener) => opener.longest = opener.longest.max(key.len()),
                None => {
                    let opener = Known { longest: key.len(), ..Known::default() };
                    self.names.insert(first, opener);
                }
            }
        }
        self.names.entry(key).or_default()
    }

    /// Whether a key may begin with this word, as written or in other capitals.
    fn may_know(&self, form: &Form<'_>) -> bool {
        self.openings.may_have(form.text())
    }

    /// What is known under `key`, or nothing.
    fn known(&self, key: &str) -> Known {
        self.names.get(key).copied().unwrap_or_default()
    }

    /// Bytes of the longest key that goes on from the first word of `key`.
    fn longest(&self, key: &str) -> usize {
        self.known(key.split(' ').next().unwrap_or(key)).longest
    }

    fn is_surname(&self, key: &str) -> bool {
        self.known(key).surname
    }

    /// The kind of which the document has a whole name of these words.
    pub(crate) fn kind_of(&self, key: &str) -> Option<EntityKind> {
        self.known(key).kind().map(|(kind, _)| kind)
    }

    fn person(&mut self, scene: &Scene<'w>, words: &Range<usize>, sure: bool) {
        // "Duchess of Holm": Holm is where it was.
        if scene.words.lower(words.start + 1) == "of" {
            return;
        }
        let mut last = words.end - 1;
        while last > words.start
            && (scene.class(last).any(Class::SUFFIX) || scene.words.lower(last) == ",")
        {
            last -= 1;
        }
        self.entry(scene.words.key(last..last + 1)).surname = true;
        // "Tellvik" of "MARA TELLVIK:".
        let form = scene.words.form(last);
        if form.capitals && form.letters > 2 {
            self.entry(Cow::Borrowed(form.title())).surname = true;
        }
        let two = 1 + usize::from(!sure && !scene.is_acronym(words.start));
        let initials = scene.is_initials(words.start) && !scene.is_acronym(words.start);
        if last >= words.start + two && !initials {
            self.entry(scene.words.key(words.start..words.start + 1)).first = true;
            for short in nicknames(scene.words.lower(words.start)) {
                self.entry(Cow::Borrowed(short)).first = true;
            }
        }
        // "Harithi" of "Sultan al-Harithi"
        if let Some(bare) = scene.without_article(last) {
            self.entry(Cow::Borrowed(bare)).surname = true;
        }
        // "bin Laden", "van Gaal"
        let mut first = last;
        while first > words.start && scene.class(first - 1).any(Class::PARTICLE) {
            first -= 1;
        }
        if first < last {
            self.entry(scene.words.key(first..last + 1)).surname = true;
            // "de la Rosa" of "Inés de la Rosa-Quintero".
            if let Some((half, _)) = scene.words.form(last).text().split_once('-') {
                let half = format!("{} {half}", scene.words.key(first..last));
                self.entry(Cow::Owned(half)).surname = true;
            }
        }
        // "Tall Heron" of "Ada Tall Heron".
        let middle = last - usize::from(last > words.start);
        if middle == words.start + 1
            && scene.words.word(middle).capital
            && scene.words.form(middle).given < 3
            && !scene.is_initials(middle)
        {
            self.entry(scene.words.key(middle..last + 1)).surname = true;
        }
        if scene.is_syllabic(words) {
            self.entry(scene.words.key(words.start..words.start + 1)).surname = true;
        }
        // "Mejía" of "Fausto Mejía Cordero".
        if let Some(middle) = scene.first_of_two_surnames(words) {
            self.entry(scene.words.key(middle..middle + 1)).surname = true;
            self.entry(scene.words.key(middle..last + 1)).surname = true;
        }
        // "de la Rosa" of "Inés de la Rosa Quintero".
        let particle = |word: usize| scene.class(word).any(Class::PARTICLE);
        let Some(opens) = (words.start + 1..last).find(|&word| particle(word)) else { return };
        if let Some(head) = (opens..last).find(|&word| !particle(word)) {
            self.entry(scene.words.key(opens..head + 1)).surname = true;
            self.entry(scene.words.key(opens..last + 1)).surname = true;
        }
    }

    fn organization(&mut self, scene: &Scene<'w>, words: &Range<usize>) {
        let letters: String = words
            .clone()
            .filter(|&word| {
                scene.words.word(word).capital && scene.words.word(word).kind == WordKind::Word
            })
            .filter_map(|word| scene.words.form(word).text().chars().next())
            .collect();
        if (2..=7).contains(&letters.len()) {
            self.entry(Cow::Owned(letters)).short = true;
        }
        // "Acme Tool Corp" is "Acme Tool" and, if no word or place, "Acme".
        let mut end = words.end;
        while end > words.start + 1
            && (scene.class(end - 1).any(Class::COMPANY) || scene.words.lower(end - 1) == ",")
        {
            end -= 1;
        }
        let company = end < words.end;
        if company {
            for end in words.start + 2..=end {
                // "First of Tarn Corp." is not "First of".
                let last = scene.words.word(end - 1);
                if last.capital || last.kind != WordKind::Word {
                    self.entry(scene.words.key(words.start..end)).short = true;
                }
            }
            // "Minera Alto Colca SA" is "Alto Colca".
            for start in words.start + 1..end.saturating_sub(1) {
                if scene.is_name_word(start) && scene.evidence.exact(&(start..end)).is_none() {
                    self.entry(scene.words.key(start..end)).short = true;
                }
            }
        }
        // "Nusa Alam" of "PT Nusa Alam".
        let form = scene.words.form(words.start);
        if words.len() > 2 && form.class.any(Class::FOREIGN) && form.letters <= 4 {
            self.entry(scene.words.key(words.start + 1..words.end)).short = true;
        }
        // "Coastwatch" of "European Coastwatch Agency".
        let second = words.start + 1;
        if words.len() == 3
            && scene.evidence.is_demonym(words.start)
            && scene.class(words.end - 1).any(Class::ORG_END)
            && scene.is_new_word(second)
        {
            self.entry(scene.words.key(second..second + 1)).short = true;
        }
        // "Kingfishers" of "Tarn Kingfishers".
        if scene.sport && words.len() > 1 && scene.words.lower(words.end - 1).ends_with('s') {
            self.entry(scene.words.key(words.end - 1..words.end)).short = true;
        }
        let first = words.start;
        // "Vellmar" of "Vellmar Foods", though there is a town of that name.
        let known =
            if company || !scene.class(words.end - 1).any(Class::ORG_OF) { 4.2 } else { 3.0 };
        let plain = scene.common(first) < 0.15
            && scene.words.form(first).given < 5
            && scene.single(first).is_none_or(|l| {
                let town = l.place >= 3.0 && scene.words.form(first).listed_common;
                l.place < known && !l.demonym && !town
            });
        let closes =
            scene.class(words.end - 1).any(Class::COMPANY.or(Class::ORG_END).or(Class::TRADE));
        // "Vellmar" of "Vellmar Town Council" is the town.
        let closes = closes && !scene.class(words.end - 1).any(Class::SEAT);
        if closes && words.len() >= 2 && scene.words.form(first).text().len() > 2 {
            let word = self.entry(scene.words.key(first..first + 1));
            word.short |= plain;
            let listed = scene.single(first);
            word.opens |= company && listed.is_none_or(|listed| listed.place < 3.0);
            word.town |= company
                && listed.is_some_and(|listed| {
                    listed.place_class == Some(PlaceClass::City) && listed.place < 6.0
                });
        }
    }
}

/// The first word of a key of several.
fn first_of<'w>(key: &Cow<'w, str>) -> Option<Cow<'w, str>> {
    let end = find_byte(key.as_bytes(), |byte| (byte == b' ') | (byte == b'\''))?;
    Some(match key {
        Cow::Borrowed(key) => Cow::Borrowed(key.get(..end)?),
        Cow::Owned(key) => Cow::Owned(key.get(..end)?.to_owned()),
    })
}

/// "Vellmar Ferry Trust", "Vellmar Foods Inc.": so much of a name that its first word stands for it.
fn is_whole_body(scene: &Scene<'_>, words: &Range<usize>) -> bool {
    let closes = scene.class(words.end - 1);
    let known = scene.single(words.start).is_some();
    words.len() > 1 && closes.any(Class::COMPANY)
        || words.len() > 2 && closes.any(Class::ORG_END) && !closes.any(Class::SEAT) && !known
}

/// Surnames that are small words of English, and before a verb of saying are none.
fn is_small_surname(lower: &str) -> bool {
    matches!(lower, "an" | "do" | "ha" | "in" | "no" | "oh" | "ok" | "on" | "to")
}

fn demonym_or_place(listed: Option<&Listed>) -> bool {
    listed.is_some_and(|listed| listed.demonym || listed.place >= 4.5)
}

impl<'w> Scene<'w> {
    /// Marks unmarked words that the document's sure names explain.
    pub(crate) fn recall(&mut self, memory: &Memory<'_>) {
        let mut key = Key::default();
        self.at_names(|scene, word| scene.recalled(word, memory, &mut key));
    }

    fn recalled(&mut self, word: usize, memory: &Memory<'_>, key: &mut Key) -> Option<usize> {
        let it = *self.words.word(word);
        let wordlike = matches!(
            it.kind,
            WordKind::Word | WordKind::Acronym | WordKind::Abbreviation | WordKind::Initial
        );
        let particle = !it.capital && self.class(word).any(Class::PARTICLE);
        let named = it.capital || it.compound || particle;
        if !wordlike || !named || !memory.may_know(self.words.form(word)) {
            return None;
        }
        if self.is_furniture(word) {
            return None;
        }
        let style = self.words.style(word);
        if self.class(word).any(Class::CALENDAR) && style != Style::Sentence {
            return None;
        }
        if it.compound
            && let Some(bare) = without_tail(self.words.form(word).text())
        {
            let known = memory.known(bare);
            let person = known.surname || known.first;
            let reason = MentionReason::ShortForm;
            return (person && self.mark(word..word + 1, EntityKind::Person, reason).is_some())
                .then_some(word + 1);
        }
        // The keys of one word, two words and so on are the beginnings of one key.
        key.clear();
        let article = it.compound && self.opens_with_article(word);
        let lifted = it.start && article || it.capital && self.class(word).any(Class::PARTICLE);
        let mut longest = usize::MAX;
        let ends: [usize; LONGEST] = std::array::from_fn(|more| {
            let next = word + more;
            if key.text.len() >= longest || !self.free(next) || !self.beside(word, next) {
                longest = 0;
                return 0;
            }
            key.push(&self.words, next);
            if more == 0 && !lifted {
                longest = memory.longest(&key.text);
            }
            key.text.len()
        });
        for (more, &end) in ends.iter().enumerate().rev().filter(|(_, end)| **end > 0) {
            let range = word..word + 1 + more;
            if particle && !self.words.word(range.end - 1).capital {
                continue;
            }
            let mut key = Cow::Borrowed(key.text.get(..end).unwrap_or(""));
            // "Van Gaal" where a sentence starts is "van Gaal".
            if lifted && (more > 0 || article) {
                let first = key.chars().take(1).flat_map(char::to_lowercase);
                let small: String = first.chain(key.chars().skip(1)).collect();
                if memory.is_surname(&small) {
                    key = Cow::Owned(small);
                }
            }
            if let Some((kind, reason)) = self.recalled_as(&range, &key, memory) {
                let person = kind == EntityKind::Person && reason == MentionReason::ShortForm;
                let start = if person { self.with_first_name(word) } else { word };
                let end = if person { self.with_second_surname(&range, memory) } else { range.end };
                self.mark(start..end, kind, reason)?;
                return Some(end);
            }
        }
        None
    }

    /// "Harithi" of "al-Harithi".
    fn without_article(&self, word: usize) -> Option<&'w str> {
        let article = self.words.word(word).compound && self.opens_with_article(word);
        let (_, bare) = self.words.form(word).text().split_once('-').filter(|_| article)?;
        bare.starts_with(char::is_uppercase).then_some(bare)
    }

    /// "Al-Masoudi": an article that is small within a sentence.
    fn opens_with_article(&self, word: usize) -> bool {
        let article = self.words.lower(word).split_once('-').map(|(article, _)| article);
        matches!(article, Some("al" | "el" | "ul" | "ben" | "bin" | "ad" | "as" | "an" | "ash"))
    }

    /// "Mejía | Cordero": two surnames that the document has.
    fn with_second_surname(&self, name: &Range<usize>, memory: &Memory<'_>) -> usize {
        let next = name.end;
        let it = self.words.word(next);
        let surname = name.len() == 1
            && self.beside(name.start, next)
            && self.free(next)
            && it.capital
            && it.kind == WordKind::Word
            && self.words.form(next).surname >= 3
            && self.common(name.start) + self.common(next) < 0.2
            && memory.is_surname(&self.words.key(next..next + 1));
        if surname { next + 1 } else { next }
    }

    /// "Naina Yeltsin" beside "Boris Yeltsin", "Pasu Lhami Dorjan" beside "Tashi Dorjan": one or two unknown
    /// rare words before a known surname.
    fn with_first_name(&self, word: usize) -> usize {
        let before = |word: usize| word.checked_sub(1).filter(|&b| self.beside(word, b));
        let first = before(word).filter(|&first| self.is_first_name(first));
        let second = first.and_then(before).filter(|&second| {
            let form = self.words.form(second);
            self.is_first_name(second)
                && (form.given >= 3 || form.given + form.surname == 0)
                && !form.listed_common
        });
        second.or(first).unwrap_or(word)
    }

    fn is_first_name(&self, word: usize) -> bool {
        let it = self.words.word(word);
        let class = self.class(word);
        let other = Class::TITLE
            .or(Class::ROLE)
            .or(Class::HONORIFIC)
            .or(Class::DIRECTION)
            .or(Class::PORTFOLIO)
            .or(Class::MODIFIER)
            .or(Class::CALENDAR);
        it.kind == WordKind::Word
            && it.capital
            && self.free(word)
            && self.is_name_like(word)
            && !self.is_acronym(word)
            && self.words.style(word) == Style::Sentence
            && (self.common(word) < 0.12
                || self.words.form(word).given >= 4 && self.common(word) < 0.8)
            && (!class.any(other)
                || class.any(Class::CALENDAR)
                    && self.words.form(word).given >= 4
                    && self.before(word) == ",")
            && self.single(word).is_none_or(|l| {
                let place = if self.words.form(word).given >= 3 { 5.0 } else { 4.0 };
                l.place < place && l.organization < 3.0 && !l.demonym
            })
    }

    /// "May | has drawn up", "May | 's party"
    fn does(&self, word: usize) -> bool {
        let verb = Class::SAY.or(Class::ACT).or(Class::DEED);
        let after = self.after(word, word + 1);
        self.class_after(word, word + 1).any(verb)
            || matches!(after, "has" | "had" | "was" | "is" | "'s" | "’s")
    }

    fn recalled_as(
        &self,
        range: &Range<usize>,
        key: &str,
        memory: &Memory<'_>,
    ) -> Option<(EntityKind, MentionReason)> {
        let word = range.start;
        let one = range.len() == 1;
        let known = memory.known(key);
        if one && self.is_member(word) {
            return None;
        }
        // "Dame Hope", though hope is a word like others.
        let addressed = Class::HONORIFIC.or(Class::MALE).or(Class::FEMALE);
        if one && known.first && self.class_before(word).any(addressed) {
            return Some((EntityKind::Person, MentionReason::ShortForm));
        }
        if one && known.head && self.stands_for_a_body(word) {
            return Some((EntityKind::Organization, MentionReason::ShortForm));
        }
        let firm = known.short || known.opens;
        if one && firm && known.surname && self.is_firm_among_people(word) {
            return Some((EntityKind::Organization, MentionReason::ShortForm));
        }
        let common = self.common(word);
        let style = self.words.style(word);
        let forced = self.words.word(word).start || style != Style::Sentence;
        // "Price said": no word of small letters speaks without an article.
        let says = style == Style::Sentence && self.class_after(word, range.end).any(Class::SAY);
        // "May told", "Mrs. May", where the story has a Brenda May.
        let month = one && known.surname && self.is_month_surname(word);
        let honoured = self.class_before(word).any(Class::HONORIFIC.or(Class::TITLE));
        if month && (honoured || says || !forced && self.does(word)) {
            return Some((EntityKind::Person, MentionReason::ShortForm));
        }
        // "An said" behind An Ju-yeong
        let small = self.class(word).any(Class::FUNCTION)
            && !(says && is_small_surname(self.words.lower(word)));
        let surname = (known.surname && (!forced || says) || known.opens && says) && !small;
        if one
            && !surname
            && (common > 0.7 || (forced && common > 0.45) || self.class(word).any(Class::FUNCTION))
        {
            return None;
        }
        if one && self.class(word).any(Class::CALENDAR) {
            return None;
        }
        if one && self.class(word).any(Class::HONORIFIC) {
            let bears = known.surname && self.is_surname_after_all(word);
            return bears.then_some((EntityKind::Person, MentionReason::ShortForm));
        }
        let speaks = self.class_before(word).any(Class::SAY)
            || self.class_after(word, range.end).any(Class::SAY);
        // A first name alone, where it speaks, is no word of any other sense, or is usual as one.
        let usual = !forced && self.words.form(word).given >= 3;
        let town = self.class_before(word).any(Class::NEAR) && self.single(word).is_some();
        let own = speaks || (usual || common <= RARE) && !town;
        let ends = || self.words.near(word, word + 1).is_none_or(|next| !next.capital);
        // "the Bill" is not William.
        // "JJ" beside JJ Holm.
        let own = (own || self.is_acronym(word)) && self.before(word) != "the";
        if one && known.first && own && !demonym_or_place(self.single(word)) && ends() {
            return Some((EntityKind::Person, MentionReason::ShortForm));
        }
        // "REYES-BOONE:" in a transcript.
        let it = self.words.word(word);
        if one && it.capitals && self.after(word, range.end) == ":" && style == Style::Sentence {
            let known = memory.known(self.words.form(word).title());
            let person = known.surname || known.first;
            let kind = if person { Some(EntityKind::Person) } else { known.kind().map(|(k, _)| k) };
            return kind.map(|kind| (kind, MentionReason::Turn));
        }
        let place = if one { self.single(word).map_or(0.0, |listed| listed.place) } else { 0.0 };
        let demonym = one && self.evidence.is_demonym(word);
        if known.surname && place < 6.5 && !demonym {
            let closes = self.closes_run(range.end, word);
            return (!closes).then_some((EntityKind::Person, MentionReason::ShortForm));
        }
        let family = one && self.before(word) == "the";
        if family && key.strip_suffix('s').is_some_and(|single| memory.is_surname(single)) {
            return Some((EntityKind::Person, MentionReason::Family));
        }
        if known.town && one && self.is_firm_by_use(word) {
            return Some((EntityKind::Organization, MentionReason::ShortForm));
        }
        if known.opens && one && (says || self.stands_alone(word)) {
            return Some((EntityKind::Organization, MentionReason::ShortForm));
        }
        let inside = one && place >= 3.0 && self.class_before(word).any(Class::NEAR);
        if known.short && (!one || common < 0.3) && !inside {
            return Some((EntityKind::Organization, MentionReason::ShortForm));
        }
        let (kind, votes) = known.kind()?;
        // A rare word that was a name once is one where it speaks.
        let rare = speaks
            && common <= RARE
            && style == Style::Sentence
            && (!one || self.single(word).is_none());
        // "Pasu Lhami" once, and again where nothing is said of her.
        let person = kind == EntityKind::Person && style != Style::Capitals;
        let again = person && !one || one && known.found && self.is_of_no_list(word);
        let enough = votes >= 14 && (!one || common < 0.5) || rare || again;
        enough.then_some((kind, MentionReason::SameDocument))
    }

    /// "Gadar" of "Gadar Town": what the noun only says the kind of.
    pub(crate) fn town_of(&self, words: &Range<usize>) -> Option<usize> {
        let last = self.words.form(words.end.checked_sub(1)?);
        let kind = crate::things::is_kind_of_town(last.text());
        (words.len() == 2 && kind).then_some(words.start)
    }

    /// A word that no list has and English does not make of another: a name once is the name again.
    fn is_of_no_list(&self, word: usize) -> bool {
        self.is_new_word(word)
            && self.words.style(word) != Style::Capitals
            && !self.is_opening_word(word)
            && !self.words.near(word, word + 1).is_some_and(|it| it.capital)
            && word.checked_sub(1).is_none_or(|before| {
                let name = self.words.near(word, before).is_some_and(|it| it.capital);
                !name || self.words.word(before).start && self.common(before) > 0.3
            })
    }

    /// A word with a capital that no list has.
    fn is_new_word(&self, word: usize) -> bool {
        let (it, form) = (self.words.word(word), self.words.form(word));
        it.capital
            && it.kind == WordKind::Word
            && form.letters > 3
            && !form.listed_common
            && (form.given, form.surname) == (0, 0)
            && form.class.is_plain()
            && self.common(word) < 0.3
            && !self.is_acronym(word)
            && self.single(word).is_none()
    }

    /// "told Cascade to stop": a common word with a capital within a sentence, and small letters on both
    /// sides.
    fn stands_alone(&self, word: usize) -> bool {
        let small = |at: usize| self.words.near(word, at).is_none_or(|it| !it.capital);
        let it = self.words.word(word);
        !it.start
            && it.kind == WordKind::Word
            && self.words.style(word) == Style::Sentence
            && self.class(word).is_plain()
            && small(word + 1)
            && word.checked_sub(1).is_none_or(small)
    }

    /// "Tarn said", "Tarn shares", "Tarn's offer": what a company does and a town does not.
    fn is_firm_by_use(&self, word: usize) -> bool {
        let held = self.is_possessive(word)
            && (word + 2..word + 4).any(|at| self.class_after(word, at).any(Class::HELD));
        let staked = word >= 2
            && matches!(self.before(word), "in" | "of")
            && self.class_before(word - 1).any(Class::STAKE);
        self.words.style(word) == Style::Sentence
            && (held
                || staked
                || self.class_after(word, word + 1).any(Class::SAY.or(Class::DEED))
                || self.class_after(word, word + 1).any(Class::BEHIND_BODY))
    }

    /// Whether the next word closes the name of a body ("Lehman | Brothers").
    fn closes_run(&self, next: usize, of: usize) -> bool {
        self.beside(of, next)
            && self.words.word(next).capital
            && self.free(next)
            && self.words.style(of) == Style::Sentence
            && self.class(next).any(Class::COMPANY.or(Class::ORG_END).or(Class::PLACE_END))
    }

    /// Names of one word that a rule was not sure of take the kind that the document gives them.
    pub(crate) fn agree(&mut self, memory: &Memory<'_>) {
        for index in 0..self.marks.len() {
            let Some(mark) = self.marks.get(index) else { continue };
            if mark.sure || mark.words.is_empty() {
                continue;
            }
            let known = memory.known(&self.words.key(mark.words.clone()));
            let place =
                mark.listed.and_then(|name| self.evidence.listed(name)).map_or(0.0, |l| l.place);
            let kind = if known.surname && place < 6.5 {
                Some((EntityKind::Person, MentionReason::ShortForm))
            } else if known.short && place < 6.5 {
                Some((EntityKind::Organization, MentionReason::ShortForm))
            } else {
                known.kind().map(|(kind, _)| (kind, mark.reason))
            };
            if let Some((kind, reason)) = kind
                && let Some(mark) = self.marks.get_mut(index)
                && mark.kind != kind
            {
                {
                    mark.kind = kind;
                    mark.reason = if reason == MentionReason::ShortForm {
                        reason
                    } else {
                        MentionReason::SameDocument
                    };
                }
            }
        }
    }
}
