//! Words: closed classes, common verbs with their forms, and the words that attribute.
//!
//! The lists are the files under `data/`; verb forms are inflected from the base. The table is
//! built once, at first use; a lookup costs no allocation.

use crate::deeds::deed_forms;
use crate::quote::Act;
use std::sync::LazyLock;
use wirecopy_text::WordTable;

/// Classes that a word may belong to, as bits.
pub(crate) mod class {
    pub(crate) const DET: u64 = 1;
    pub(crate) const POSS: u64 = 1 << 1;
    pub(crate) const SUBJECT: u64 = 1 << 2;
    pub(crate) const OBJECT: u64 = 1 << 3;
    pub(crate) const PREPOSITION: u64 = 1 << 4;
    pub(crate) const SUBORDINATOR: u64 = 1 << 5;
    pub(crate) const COORDINATOR: u64 = 1 << 6;
    pub(crate) const MODAL: u64 = 1 << 7;
    pub(crate) const BE: u64 = 1 << 8;
    pub(crate) const HAVE: u64 = 1 << 9;
    pub(crate) const DO: u64 = 1 << 10;
    pub(crate) const NEGATION: u64 = 1 << 11;
    pub(crate) const WH: u64 = 1 << 13;
    pub(crate) const THAT: u64 = 1 << 14;
    pub(crate) const TO: u64 = 1 << 15;
    pub(crate) const ADVERB: u64 = 1 << 16;
    pub(crate) const TIME: u64 = 1 << 17;
    pub(crate) const NUMBER: u64 = 1 << 18;
    pub(crate) const PRONOUN: u64 = 1 << 19;
    pub(crate) const TITLE: u64 = 1 << 20;
    pub(crate) const SPEAKER_NOUN: u64 = 1 << 21;
    pub(crate) const NO_VERB: u64 = 1 << 22;
    /// The form is as often a noun.
    pub(crate) const VERB_NOUN: u64 = 1 << 23;
    /// A thing that words are published in.
    pub(crate) const MEDIUM: u64 = 1 << 29;
    pub(crate) const DAY: u64 = 1 << 30;
    pub(crate) const MONTH: u64 = 1 << 31;
    /// Ends in `-ly` and is no adverb.
    pub(crate) const NO_ADVERB: u64 = 1 << 32;
    /// A plural without an `s`.
    pub(crate) const PLURAL: u64 = 1 << 33;
    /// Opens a line and names what the line is: `TITLE: Bridge opens`.
    pub(crate) const LABEL: u64 = 1 << 35;
    /// What somebody thinks: `in her view`.
    pub(crate) const VIEW: u64 = 1 << 34;
    /// Of these what somebody tells: `by her account`.
    pub(crate) const ACCOUNT: u64 = 1 << 36;
    /// Closes the signature of a headline: `Bridge to close - minister`.
    pub(crate) const SIGNER: u64 = 1 << 37;
    /// Behind "by" how something was said, not who said it.
    pub(crate) const MEANS: u64 = 1 << 38;
    /// A span of time that a number counts.
    pub(crate) const DURATION: u64 = 1 << 39;
    /// Comes before a title or a name for a thing: `the film “Ice”`.
    pub(crate) const TITLED: u64 = 1 << 40;
    /// A determiner of a plural: `both sides`.
    pub(crate) const PLURAL_DET: u64 = 1 << 41;
    /// What something is done according to that says nothing: `according to plan`.
    pub(crate) const MEASURE: u64 = 1 << 42;
    pub(crate) const BASE: u64 = 1 << 24;
    pub(crate) const THIRD: u64 = 1 << 25;
    pub(crate) const PAST: u64 = 1 << 26;
    pub(crate) const PARTICIPLE: u64 = 1 << 27;
    pub(crate) const GERUND: u64 = 1 << 28;
    /// Any form of a verb that is no auxiliary.
    pub(crate) const VERB: u64 = BASE | THIRD | PAST | PARTICIPLE | GERUND;
    /// Any form of an auxiliary.
    pub(crate) const AUXILIARY: u64 = MODAL | BE | HAVE | DO;
    /// Words that are what they are before they are verbs.
    pub(crate) const CLOSED: u64 = AUXILIARY
        | (THAT | TO | POSS | WH | DET | NEGATION | SUBJECT | OBJECT | SUBORDINATOR | COORDINATOR)
        | (DAY | MONTH | PREPOSITION | ADVERB | PRONOUN | NUMBER | NO_VERB);
}

use class::*;

/// What some rule asks of a word by itself, as bits: the lines of `data/usages.txt`, and what is told of a
/// verb cue in the fourth column of `data/cues.txt`, which all forms of the verb have.
pub(crate) mod usage {
    pub(crate) const NOBODY: u64 = 1;
    pub(crate) const WOULD: u64 = 1 << 1;
    pub(crate) const GREETING: u64 = 1 << 2;
    pub(crate) const RANG: u64 = 1 << 3;
    pub(crate) const HOLDING: u64 = 1 << 4;
    pub(crate) const SAYING: u64 = 1 << 5;
    pub(crate) const QUOTING: u64 = 1 << 6;
    pub(crate) const SUMMARY: u64 = 1 << 7;
    pub(crate) const HIDDEN: u64 = 1 << 8;
    pub(crate) const REQUEST: u64 = 1 << 9;
    pub(crate) const COPULA: u64 = 1 << 10;
    pub(crate) const SEASON: u64 = 1 << 11;
    pub(crate) const WHEN: u64 = 1 << 12;
    pub(crate) const ELISION: u64 = 1 << 13;
    pub(crate) const SMALL: u64 = 1 << 14;
    pub(crate) const ARTICLE: u64 = 1 << 15;
    pub(crate) const BEGINS: u64 = 1 << 16;
    /// A verb of speech by which somebody binds himself: `promised to come`.
    pub(crate) const BINDS: u64 = 1 << 17;
    /// A verb that says nothing with an object alone: `called the mayor`.
    pub(crate) const CALLS: u64 = 1 << 18;
    /// What is remembered, found or shown is so.
    pub(crate) const FACT: u64 = 1 << 19;
    /// A form of a cue.
    pub(crate) const CUE: u64 = 1 << 20;
    /// A form of a verb that may be one of speech.
    pub(crate) const TELLS: u64 = 1 << 21;
    /// What comes to pass and says nothing: `the war has claimed`.
    pub(crate) const EVENT: u64 = 1 << 22;
    /// A form of a verb of `data/deeds.txt`.
    pub(crate) const DEED: u64 = 1 << 23;
    /// Opens a phrase before the clause that is said: `said without more money, the town …`.
    pub(crate) const OPENS: u64 = 1 << 24;
    /// Opens a clause of its own within what is said: `said that after it rained, the road …`.
    pub(crate) const BINDING: u64 = 1 << 25;
    /// What somebody is heard or seen on.
    pub(crate) const AIR: u64 = 1 << 26;
    /// Verbs of what becomes more or less.
    pub(crate) const MOVES: u64 = 1 << 27;
    /// Stands before a headline that a page has labelled.
    pub(crate) const HEADS: u64 = 1 << 28;
    /// A body that speaks: `the club stressed the need`.
    pub(crate) const BODY: u64 = 1 << 29;
    /// How it is to do what nobody has done: `it is hard to imagine`.
    pub(crate) const HARD: u64 = 1 << 30;
    /// Stands alone behind those it is about: `the firms involved`.
    pub(crate) const REDUCED: u64 = 1 << 31;
    /// Names what somebody says, and is no cue by itself: `Kerr's motto was short: “…”`.
    pub(crate) const SPOKEN: u64 = 1 << 32;
    /// How somebody came to say it: `when reached by telephone`.
    pub(crate) const REACHED: u64 = 1 << 33;
    /// What a court or a panel finds somebody to be: `found him guilty`.
    pub(crate) const VERDICT: u64 = 1 << 34;
    /// What somebody does while something goes on: `, as fans chanted`.
    pub(crate) const BUSY: u64 = 1 << 35;
    /// A verb that names who hears it, unless he is its subject: `told that it rained`.
    pub(crate) const HEARD: u64 = 1 << 36;
    /// A verb of whoever hears, with who says it behind "from": `heard from Kerr that`.
    pub(crate) const HEARS: u64 = 1 << 37;
    /// What is told, or not: `but would not say why`.
    pub(crate) const UNTOLD: u64 = 1 << 38;
    /// What somebody has in mind who does something: `in the hope that`.
    pub(crate) const HELD: u64 = 1 << 39;
    /// Tells what others have said: `has reportedly left`.
    pub(crate) const REPORTEDLY: u64 = 1 << 40;
    /// What a crowd shouts: `chants of “…”`.
    pub(crate) const OUTCRY: u64 = 1 << 41;
    /// A verb with another bare one behind it: `help pay`.
    pub(crate) const BARE: u64 = 1 << 43;
    /// How a fear or a hope grows or fades: `fears are growing that`.
    pub(crate) const GROWTH: u64 = 1 << 45;
    /// What others have told whoever has it: `has orders to`.
    pub(crate) const RECEIVED: u64 = 1 << 46;
    /// What lays down what may be done: `the law requires`.
    pub(crate) const LAW: u64 = 1 << 44;
    /// A verb that attributes something to a law alone, or in a heading: `The treaty obliges both`.
    pub(crate) const LAID: u64 = 1 << 42;
    /// A verb whose infinitive says better what is said: `refused to rule out a sale`.
    pub(crate) const YIELDS: u64 = 1 << 47;
    /// Who is somebody's and in no class: `her uncle’s message was short`.
    pub(crate) const OWNED: u64 = 1 << 48;
    /// Before where somebody goes or stands: `marched past the quay`.
    pub(crate) const WAY: u64 = 1 << 49;
}

/// What may stand after a cue, as bits; the letters are those of `data/cues.txt`.
pub(crate) mod frame {
    /// `q`: beside a quotation, or after a fronted clause.
    pub(crate) const BESIDE: u32 = 1;
    /// `s`: a clause.
    pub(crate) const CLAUSE: u32 = 1 << 1;
    /// `t`: an infinitive.
    pub(crate) const INFINITIVE: u32 = 1 << 2;
    /// `g`: a gerund.
    pub(crate) const GERUND: u32 = 1 << 3;
    /// `n`: an object.
    pub(crate) const OBJECT: u32 = 1 << 4;
    /// `o`: a hearer first.
    pub(crate) const HEARER: u32 = 1 << 5;
    /// `i`: an object and an infinitive.
    pub(crate) const URGE: u32 = 1 << 6;
    /// `c`: an object and what it is called.
    pub(crate) const CALL: u32 = 1 << 7;
    /// `r`: the subject is what it is about.
    pub(crate) const RAISE: u32 = 1 << 8;
    /// `a`: an object and `as` what it is seen.
    pub(crate) const AS: u32 = 1 << 9;
    /// `v`: an object and `at` with what it comes to.
    pub(crate) const AMOUNT: u32 = 1 << 10;
    /// `h`: an object, in a heading.
    pub(crate) const HEADING: u32 = 1 << 11;
    /// `b`: a clause with "that" alone: `held that it was void`.
    pub(crate) const BOUND: u32 = 1 << 12;
    /// `d`: the subject is what it is about, of what has been done: `is supposed to have come`.
    pub(crate) const DONE: u32 = 1 << 13;
    /// `u`: behind "to" and whom, an infinitive: `appealed to the crew to stay`.
    pub(crate) const APPEAL: u32 = 1 << 14;
    /// `m`: an object only of somebody: `Kerry highlighted the risk`, not `the fall highlighted the risk`.
    pub(crate) const MEANT: u32 = 1 << 15;
    /// `j`: an object and a verdict on it: `found the clerk guilty`.
    pub(crate) const VERDICT: u32 = 1 << 16;
}

/// An entry of one of the cue lists.
#[derive(Debug)]
pub(crate) struct CueEntry {
    /// The words after the first of `point out`, `make clear`.
    pub(crate) particle: Option<&'static str>,
    pub(crate) act: Act,
    /// Bits of [`frame`].
    pub(crate) frames: u32,
    /// Words that may lead to the content.
    pub(crate) leads: Vec<&'static str>,
    /// Bits of [`usage`].
    pub(crate) uses: u64,
}

impl CueEntry {
    pub(crate) const fn allows(&self, frame: u32) -> bool {
        self.frames & frame != 0
    }

    pub(crate) fn is_led_by(&self, word: &str) -> bool {
        self.leads.iter().any(|lead| lead.eq_ignore_ascii_case(word))
    }
}

/// What the lists know of one word form.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Entry {
    /// Bits of [`class`].
    pub(crate) classes: u64,
    /// Bits of [`usage`].
    pub(crate) uses: u64,
    /// Verb cues with this form: first index and count in [`Lexicon::verbs`].
    pub(crate) verb: Option<u16>,
    pub(crate) noun: Option<u16>,
    pub(crate) adjective: Option<u16>,
}

impl Entry {
    /// What the lists know of a word that none has.
    pub(crate) const NOTHING: Self =
        Self { classes: 0, uses: 0, verb: None, noun: None, adjective: None };

    pub(crate) const fn is(&self, classes: u64) -> bool {
        self.classes & classes != 0
    }

    pub(crate) const fn has(&self, uses: u64) -> bool {
        self.uses & uses != 0
    }
}

/// All lists, ready for lookup.
#[derive(Debug)]
pub(crate) struct Lexicon {
    words: WordTable<Entry>,
    /// Verb cues: each lemma's entries stand together, phrasal ones first.
    verbs: Vec<Vec<CueEntry>>,
    nouns: Vec<CueEntry>,
    adjectives: Vec<CueEntry>,
}

/// Longest key, in bytes; a longer word is in no list.
const LONGEST: usize = WordTable::<Entry>::LONGEST;

/// The lexicon.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);
    &LEXICON
}

impl Lexicon {
    /// What the lists know of `word`, case ignored.
    pub(crate) fn get(&self, word: &str) -> &Entry {
        // A word of parts is looked up as it grows: a long one may not be read.
        let found = self.words.get_lower(word.as_bytes());
        let found = found.or_else(|| {
            // A sign has no more than three bytes.
            let curly = word.len() <= 3 * LONGEST && !word.is_ascii();
            curly.then(|| self.words.get(folded(word, &mut [0; LONGEST])?)).flatten()
        });
        found.unwrap_or(&Entry::NOTHING)
    }

    /// The verb cues of a lemma, phrasal ones first.
    pub(crate) fn verbs(&self, lemma: u16) -> &[CueEntry] {
        self.verbs.get(usize::from(lemma)).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn noun(&self, index: u16) -> Option<&CueEntry> {
        self.nouns.get(usize::from(index))
    }

    pub(crate) fn adjective(&self, index: u16) -> Option<&CueEntry> {
        self.adjectives.get(usize::from(index))
    }

    fn build() -> Self {
        let mut lexicon = Self {
            words: WordTable::default(),
            verbs: Vec::new(),
            nouns: Vec::new(),
            adjectives: Vec::new(),
        };
        let irregular = irregular_verbs();
        let mut ambiguous = Vec::new();
        for line in content_lines(include_str!("../data/words.txt")) {
            let mut words = line.split(' ');
            let name = words.next().unwrap_or("");
            if name == "verbnoun" {
                ambiguous.extend(words);
                continue;
            }
            let bit = class_named(name);
            for word in words {
                lexicon.set(word, |entry| entry.classes |= bit);
            }
        }
        for line in content_lines(include_str!("../data/usages.txt")) {
            let mut words = line.split(' ');
            let bit = usage_named(words.next().unwrap_or(""));
            for word in words {
                lexicon.set(word, |entry| entry.uses |= bit);
            }
        }
        for word in
            content_lines(include_str!("../data/verbs.txt")).flat_map(|line| line.split(' '))
        {
            let base = word.strip_suffix("/n");
            lexicon.add_verb(base.unwrap_or(word), base.is_some(), &irregular, None);
        }
        lexicon.add_verb_cues(&irregular, &ambiguous);
        lexicon.add_other_cues();
        for (form, _) in deed_forms(&irregular) {
            lexicon.set(&form, |entry| entry.uses |= usage::DEED);
        }
        lexicon
    }

    fn add_verb_cues(&mut self, irregular: &[[&'static str; 3]], ambiguous: &[&str]) {
        let mut lemmas: Vec<&'static str> = Vec::new();
        for (lemma, entry) in cue_lines(include_str!("../data/cues.txt")) {
            let (base, particle) = match lemma.split_once('+') {
                Some((base, particle)) => (base, Some(particle)),
                None => (lemma, None),
            };
            let index = lemmas.iter().position(|known| *known == base).unwrap_or_else(|| {
                lemmas.push(base);
                self.verbs.push(Vec::new());
                lemmas.len() - 1
            });
            if let Some(entries) = self.verbs.get_mut(index) {
                let at = if particle.is_some() { 0 } else { entries.len() };
                entries.insert(at, CueEntry { particle, ..entry });
            }
        }
        for (index, lemma) in lemmas.iter().enumerate() {
            let mut uses = usage::CUE;
            for entry in self.verbs.get(index).into_iter().flatten() {
                uses |= entry.uses | if entry.act == Act::Speech { usage::TELLS } else { 0 };
            }
            let cue = u16::try_from(index).ok().map(|index| (index, uses));
            self.add_verb(lemma, ambiguous.contains(lemma), irregular, cue);
        }
    }

    fn add_other_cues(&mut self) {
        for (lemma, entry) in cue_lines(include_str!("../data/nouns.txt")) {
            let index = u16::try_from(self.nouns.len()).ok();
            self.nouns.push(entry);
            for form in [lemma, &third_person(lemma)] {
                self.set(form, |entry| {
                    entry.noun = index;
                    entry.uses |= usage::CUE;
                });
            }
        }
        for (lemma, entry) in cue_lines(include_str!("../data/adjectives.txt")) {
            let index = u16::try_from(self.adjectives.len()).ok();
            self.adjectives.push(entry);
            self.set(lemma, |entry| {
                entry.adjective = index;
                entry.uses |= usage::CUE;
            });
        }
    }

    fn add_verb(
        &mut self,
        base: &str,
        noun: bool,
        irregular: &[[&'static str; 3]],
        cue: Option<(u16, u64)>,
    ) {
        let ambiguous = if noun { VERB_NOUN } else { 0 };
        for (form, bits) in forms(base, irregular) {
            let bits = bits | if bits & (BASE | THIRD) != 0 { ambiguous } else { 0 };
            self.set(&form, |entry| {
                entry.classes |= bits;
                if let (None, Some((lemma, uses))) = (entry.verb, cue) {
                    entry.verb = Some(lemma);
                    entry.uses |= uses;
                }
            });
        }
    }

    /// What is to be known of a form; of one that is too long nothing.
    fn set(&mut self, word: &str, change: impl FnOnce(&mut Entry)) {
        let entry = self.words.entry(word);
        debug_assert!(entry.is_some(), "{word} is too long or one too many");
        if let Some(entry) = entry {
            change(entry);
        }
    }
}

/// Lower case, with a straight apostrophe; `None` for a word too long to be in a list.
fn folded<'a>(word: &str, buffer: &'a mut [u8; LONGEST]) -> Option<&'a [u8]> {
    let mut length = 0;
    for c in word.chars() {
        let byte = match c {
            '’' | '‘' => b'\'',
            c if c.is_ascii() => u8::try_from(c.to_ascii_lowercase()).ok()?,
            _ => return None,
        };
        *buffer.get_mut(length)? = byte;
        length += 1;
    }
    buffer.get(..length)
}

/// The forms of the verb `base`, each with its classes.
pub(crate) fn forms(base: &str, irregular: &[[&'static str; 3]]) -> Vec<(String, u64)> {
    let mut forms = vec![(base.to_owned(), BASE), (third_person(base), THIRD)];
    let [past, participle] = match irregular.iter().find(|[known, ..]| *known == base) {
        Some([_, past, participle]) => [*past, *participle],
        None => ["", ""],
    };
    let named = |forms: &'static str, bits| {
        let forms = forms.split('/').filter(|form| !form.is_empty());
        forms.map(move |form| (form.to_owned(), bits))
    };
    forms.extend(named(past, PAST).chain(named(participle, PARTICIPLE)));
    for stem in stems(base) {
        if past.is_empty() {
            forms.push((format!("{stem}ed"), PAST | PARTICIPLE));
        }
        forms.push((format!("{stem}ing"), GERUND));
    }
    if past.is_empty() && base.ends_with('y') && !ends_in_vowel_and_y(base) {
        let stem = base.strip_suffix('y').unwrap_or(base);
        forms.extend([(format!("{stem}ied"), PAST | PARTICIPLE), (format!("{base}ing"), GERUND)]);
    }
    if base.ends_with('y') || base.ends_with("ee") || base.ends_with("oe") {
        forms.push((format!("{base}ing"), GERUND));
    }
    forms
}

pub(crate) fn content_lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

pub(crate) fn irregular_verbs() -> Vec<[&'static str; 3]> {
    let lines = content_lines(include_str!("../data/irregular.txt"));
    let columns = lines.filter_map(|line| {
        let mut words = line.split(' ');
        Some([words.next()?, words.next()?, words.next()?])
    });
    columns.collect()
}

fn cue_lines(data: &'static str) -> impl Iterator<Item = (&'static str, CueEntry)> {
    content_lines(data).filter_map(|line| {
        let mut columns = line.split('\t');
        let lemma = columns.next()?;
        let act = match columns.next()? {
            "speech" => Act::Speech,
            "attitude" => Act::Attitude,
            _ => Act::Other,
        };
        let mut entry = CueEntry { particle: None, act, frames: 0, leads: Vec::new(), uses: 0 };
        for word in columns.next().unwrap_or("").split(' ') {
            match frame_named(word) {
                Some(bit) => entry.frames |= bit,
                None => entry.leads.push(word.strip_prefix("p:").unwrap_or(word)),
            }
        }
        entry.uses = columns.map(usage_named).fold(0, |uses, bit| uses | bit);
        Some((lemma, entry))
    })
}

fn frame_named(name: &str) -> Option<u32> {
    Some(match name {
        "q" => frame::BESIDE,
        "s" => frame::CLAUSE,
        "t" => frame::INFINITIVE,
        "g" => frame::GERUND,
        "n" => frame::OBJECT,
        "o" => frame::HEARER,
        "i" => frame::URGE,
        "c" => frame::CALL,
        "r" => frame::RAISE,
        "a" => frame::AS,
        "v" => frame::AMOUNT,
        "h" => frame::HEADING,
        "b" => frame::BOUND,
        "d" => frame::DONE,
        "u" => frame::APPEAL,
        "m" => frame::MEANT,
        "j" => frame::VERDICT,
        _ => return None,
    })
}

fn usage_named(name: &str) -> u64 {
    match name {
        "nobody" => usage::NOBODY,
        "would" => usage::WOULD,
        "greeting" => usage::GREETING,
        "rang" => usage::RANG,
        "holding" => usage::HOLDING,
        "saying" => usage::SAYING,
        "quoting" => usage::QUOTING,
        "summary" => usage::SUMMARY,
        "hidden" => usage::HIDDEN,
        "request" => usage::REQUEST,
        "copula" => usage::COPULA,
        "season" => usage::SEASON,
        "when" => usage::WHEN,
        "elision" => usage::ELISION,
        "small" => usage::SMALL,
        "article" => usage::ARTICLE,
        "binds" => usage::BINDS,
        "begins" => usage::BEGINS,
        "calls" => usage::CALLS,
        "fact" => usage::FACT,
        "bare" => usage::BARE,
        "growth" => usage::GROWTH,
        "received" => usage::RECEIVED,
        "law" => usage::LAW,
        "laid" => usage::LAID,
        "event" => usage::EVENT,
        "opens" => usage::OPENS,
        "binding" => usage::BINDING,
        "air" => usage::AIR,
        "moves" => usage::MOVES,
        "body" => usage::BODY,
        "held" => usage::HELD,
        "reportedly" => usage::REPORTEDLY,
        "hard" => usage::HARD,
        "heads" => usage::HEADS,
        "reduced" => usage::REDUCED,
        "spoken" => usage::SPOKEN,
        "reached" => usage::REACHED,
        "verdict" => usage::VERDICT,
        "busy" => usage::BUSY,
        "untold" => usage::UNTOLD,
        "heard" => usage::HEARD,
        "hears" => usage::HEARS,
        "yields" => usage::YIELDS,
        "outcry" => usage::OUTCRY,
        "owned" => usage::OWNED,
        "way" => usage::WAY,
        _ => 0,
    }
}

fn class_named(name: &str) -> u64 {
    match name {
        "det" => DET,
        "poss" => POSS,
        "subject" => SUBJECT,
        "object" => OBJECT,
        "preposition" => PREPOSITION,
        "subordinator" => SUBORDINATOR,
        "coordinator" => COORDINATOR,
        "modal" => MODAL,
        "be" => BE,
        "have" => HAVE,
        "do" => DO,
        "negation" => NEGATION,
        "wh" => WH,
        "that" => THAT,
        "to" => TO,
        "adverb" => ADVERB,
        "time" => TIME,
        "number" => NUMBER,
        "pronoun" => PRONOUN,
        "title" => TITLE,
        "speaker-noun" => SPEAKER_NOUN,
        "noverb" => NO_VERB,
        "medium" => MEDIUM,
        "day" => DAY,
        "month" => MONTH,
        "notadverb" => NO_ADVERB,
        "plural" => PLURAL,
        "label" => LABEL,
        "view" => VIEW,
        "account" => ACCOUNT,
        "signer" => SIGNER,
        "means" => MEANS,
        "duration" => DURATION,
        "titled" => TITLED,
        "plural-det" => PLURAL_DET,
        "measure" => MEASURE,
        _ => 0,
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn ends_in_vowel_and_y(word: &str) -> bool {
    matches!(word.as_bytes(), [.., vowel, b'y'] if is_vowel(*vowel))
}

/// `says`, `wishes`, `denies`; the plural of a noun is made the same way.
fn third_person(base: &str) -> String {
    if base.ends_with('y') && !ends_in_vowel_and_y(base) {
        return format!("{}ies", base.strip_suffix('y').unwrap_or(base));
    }
    let hissing = ["s", "x", "z", "ch", "sh", "go"].iter().any(|end| base.ends_with(end));
    format!("{base}{}", if hissing { "es" } else { "s" })
}

/// What `-ed` and `-ing` are added to: `admir`, `stopp`, `add`. Where a long word may or may not
/// double its last letter, both are given; the one that nobody writes does no harm.
fn stems(base: &str) -> Vec<String> {
    if let Some(stem) = base.strip_suffix("ie") {
        return vec![format!("{stem}y"), base.strip_suffix('e').unwrap_or(base).to_owned()];
    }
    if let Some(stem) = base.strip_suffix('e') {
        return vec![stem.to_owned()];
    }
    if base.ends_with('y') && !ends_in_vowel_and_y(base) {
        return Vec::new();
    }
    // `quip` is spelt as if its u were none.
    let plain = base.replace("qu", "qq");
    let doubles = matches!(plain.as_bytes(), [.., before, vowel, last]
        if !is_vowel(*before) && is_vowel(*vowel) && !is_vowel(*last) && !matches!(last, b'w' | b'x' | b'y'));
    let syllables = plain.bytes().fold((0, false), |(count, inside), byte| {
        (count + u32::from(is_vowel(byte) && !inside), is_vowel(byte))
    });
    let mut stems = Vec::new();
    if !doubles || syllables.0 > 1 {
        stems.push(base.to_owned());
    }
    if doubles && let Some(last) = base.chars().next_back() {
        stems.push(format!("{base}{last}"));
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_have_their_forms() {
        for (form, bits) in [
            ("says", THIRD),
            ("said", PAST | PARTICIPLE),
            ("denied", PAST),
            ("denying", GERUND),
            ("slammed", PAST),
            ("referring", GERUND),
            ("admitted", PARTICIPLE),
            ("lying", GERUND),
            ("agreed", PAST),
            ("agreeing", GERUND),
            ("wrote", PAST),
            ("quipped", PAST),
        ] {
            let entry = lexicon().get(form);
            assert_eq!(entry.classes & bits, bits, "{form}");
        }
        assert!(!lexicon().get("sayed").is(VERB));
        assert!(!lexicon().get("saiding").is(VERB));
    }

    #[test]
    fn phrasal_cues_come_first() {
        let lemma = lexicon().get("pointing").verb.unwrap();
        let particles: Vec<_> = lexicon().verbs(lemma).iter().map(|entry| entry.particle).collect();
        assert_eq!(particles, [Some("out"), None]);
    }

    #[test]
    fn lookup_folds_case_and_apostrophes() {
        assert!(lexicon().get("N’T").is(NEGATION));
        assert!(lexicon().get("unheard-of-and-far-too-long-a-word").classes == 0);
    }

    #[test]
    fn every_line_of_the_word_classes_has_a_known_class() {
        for line in content_lines(include_str!("../data/words.txt")) {
            let name = line.split(' ').next().unwrap();
            assert!(name == "verbnoun" || class_named(name) != 0, "{name}");
        }
    }

    #[test]
    fn every_use_has_a_known_name() {
        for line in content_lines(include_str!("../data/usages.txt")) {
            assert_ne!(usage_named(line.split(' ').next().unwrap()), 0, "{line}");
        }
        for line in content_lines(include_str!("../data/cues.txt")) {
            assert!(line.split('\t').skip(3).all(|name| usage_named(name) != 0), "{line}");
        }
    }

    #[test]
    fn no_two_uses_share_a_bit() {
        let lines = content_lines(include_str!("../data/usages.txt"));
        let names = lines.filter_map(|line| line.split(' ').next());
        let cues = content_lines(include_str!("../data/cues.txt"));
        let mut names: Vec<_> =
            names.chain(cues.flat_map(|line| line.split('\t').skip(3))).collect();
        names.sort_unstable();
        names.dedup();
        let all = names.iter().fold(usage::CUE | usage::TELLS | usage::DEED, |all, name| {
            assert_eq!(all & usage_named(name), 0, "{name}");
            all | usage_named(name)
        });
        assert_eq!(all.count_ones() as usize, names.len() + 3);
    }

    #[test]
    fn no_cue_is_listed_twice() {
        for data in [
            include_str!("../data/cues.txt"),
            include_str!("../data/nouns.txt"),
            include_str!("../data/adjectives.txt"),
        ] {
            let mut lemmas: Vec<_> = cue_lines(data).map(|(lemma, _)| lemma).collect();
            let count = lemmas.len();
            lemmas.sort_unstable();
            lemmas.dedup();
            assert_eq!(lemmas.len(), count);
        }
    }
}
