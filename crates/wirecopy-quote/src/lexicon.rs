//! Words: closed classes, common verbs with their forms, and the words that attribute.
//!
//! The lists are the files under `data/`; verb forms are inflected from the base. The table is
//! built once, at first use; a lookup costs no allocation.

use crate::deeds::deed_forms;
use crate::quote::Act;
use std::sync::LazyLock;
use wirecopy_text::WordTable;

pub(crate) use crate::bits::{class, frame, usage};
use class::*;

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

    /// Whether a verb cue with this form allows one of the frames.
    pub(crate) fn takes(&self, frames: u32) -> bool {
        self.verb.is_some_and(|verb| lexicon().verbs(verb).iter().any(|cue| cue.allows(frames)))
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
            let bit = class::named(name);
            for word in words {
                lexicon.set(word, |entry| entry.classes |= bit);
            }
        }
        for line in content_lines(include_str!("../data/usages.txt")) {
            let mut words = line.split(' ');
            let bit = usage::named(words.next().unwrap_or(""));
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
            match frame::named(word) {
                0 => entry.leads.push(word.strip_prefix("p:").unwrap_or(word)),
                bit => entry.frames |= bit,
            }
        }
        entry.uses = columns.map(usage::named).fold(0, |uses, bit| uses | bit);
        Some((lemma, entry))
    })
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
        let lemma = lexicon().get("ruling").verb.unwrap();
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
            assert!(name == "verbnoun" || class::named(name) != 0, "{name}");
        }
    }

    #[test]
    fn every_use_has_a_known_name() {
        for line in content_lines(include_str!("../data/usages.txt")) {
            assert_ne!(usage::named(line.split(' ').next().unwrap()), 0, "{line}");
        }
        for line in content_lines(include_str!("../data/cues.txt")) {
            assert!(line.split('\t').skip(3).all(|name| usage::named(name) != 0), "{line}");
        }
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
