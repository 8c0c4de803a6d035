//! The whole document as evidence: what is sure in one place helps where it is not.
//!
//! "Lavrov" alone may be anything; after "Sergei Lavrov" it is he. "IMF" is a body once "International
//! Monetary Fund (IMF)" stands somewhere. Capitals of a headline are read by the names below it.
//!
//! Five files ask what a word is elsewhere in the story, each at a stage of its own:
//!
//! | file | asked | of what |
//! |---|---|---|
//! | `recalled` | by the rules, before the weights and after | words that no rule has marked: which mark they would be |
//! | `tagger::memory` | by the weights | every word with a capital: how the rules labelled it at its other places, as a feature |
//! | `elsewhere` | where somebody speaks | the words of a speaker that still have no mark, or the wrong one |
//! | `concord` | when all else has spoken | names that no list has: which of the kinds that they have here and there, and where they have none |
//! | `shorter` | when marks are joined | marks of bodies: the full name that a short one stands for |
//!
//! What the noun of a body's name means elsewhere ("the Commission") is in `heads`.
//!
//! What is a name at all is decided in the first four, whose name it is in the last and in `join`.

use crate::lexicon::Class;
use crate::listed::PlaceClass;
use crate::map::{Map, Seeded};
use crate::model::{EntityKind, MentionReason};
use crate::nicknames::nicknames;
use crate::scene::Scene;
use crate::words::{Form, WordKind, title_case};
use std::borrow::Cow;
use std::ops::Range;
use wirecopy_text::chars::is_all_capitals;
use wirecopy_text::find_byte;

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
    pub(crate) surname: bool,
    /// People's names of three words and more begin so, and sure ones of two.
    pub(crate) first: bool,
    /// An acronym or short form of an organisation.
    pub(crate) short: bool,
    /// A common word that opens the name of a company: the company where it speaks.
    pub(crate) opens: bool,
    /// A town that opens the name of a company: the company where it does what companies do.
    pub(crate) town: bool,
    /// The noun that heads the name of a body.
    pub(crate) head: bool,
    /// A rule found it by more than a preposition before it.
    pub(crate) found: bool,
    /// Votes per kind, where it is a whole name, in tenths of one.
    votes: [u32; 4],
    /// Bytes of the longest key that goes on from it behind a space.
    longest: usize,
}

impl Known {
    /// What the document says of these words as a name.
    pub(crate) fn kind(&self) -> Option<(EntityKind, u32)> {
        let best = KINDS.iter().zip(self.votes).max_by_key(|(_, votes)| *votes)?;
        (best.1 > 0).then_some((*best.0, best.1))
    }
}

const KINDS: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Place, EntityKind::Organization, EntityKind::Demonym];

/// Longest name that is looked for again, in words.
pub(crate) const LONGEST: usize = 5;

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
    pub(crate) fn may_know(&self, form: &Form<'_>) -> bool {
        self.openings.may_have(form.text())
    }

    /// What is known under `key`, or nothing.
    pub(crate) fn known(&self, key: &str) -> Known {
        self.names.get(key).copied().unwrap_or_default()
    }

    /// Bytes of the longest key that goes on from the first word of `key`.
    pub(crate) fn longest(&self, key: &str) -> usize {
        self.known(key.split(' ').next().unwrap_or(key)).longest
    }

    pub(crate) fn is_surname(&self, key: &str) -> bool {
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
