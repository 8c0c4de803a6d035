//! Short forms of the document's organisations: "IMF" of "International Monetary Fund", "Acme" of "Acme
//! Tool Corp", "Mud Hens" of "Tarn Mud Hens", where no other body has the same. They are marked already, by
//! `document` or another rule; here they are only joined.

use crate::lexicon::Class;
use crate::map::{Map, Set};
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Mark, REACH, Scene};
use crate::words::WordKind;
use std::borrow::Cow;
use std::ops::Range;

/// The full name that a short form stands for: its key and its entry in a list.
pub(crate) type Whole<'w> = (Cow<'w, str>, Option<u32>);

/// The full names of short forms.
#[derive(Debug, Default)]
pub(crate) struct Shorter<'w> {
    /// Of those that can be no other's.
    sure: Map<Cow<'w, str>, Whole<'w>>,
    /// Of letters that leave out or in some word, unless a list has them.
    loose: Map<Cow<'w, str>, Whole<'w>>,
}

impl<'w> Shorter<'w> {
    pub(crate) fn of(&self, key: &str, listed: bool) -> Option<&Whole<'w>> {
        self.sure.get(key).or_else(|| self.loose.get(key).filter(|_| !listed))
    }
}

/// The full name of every short form; `same` says whether two names are one body's.
pub(crate) fn of_bodies<'w>(
    scene: &Scene<'w>,
    order: &[&Mark],
    same: impl Fn(&str, &str) -> bool,
) -> Shorter<'w> {
    let mut forms = Forms::new(scene, order.iter().any(|mark| is_odd(scene, mark)));
    let alone = |mark: &&&Mark| {
        mark.kind == EntityKind::Organization
            && mark.words.len() == 1
            && mark.reason == MentionReason::ShortForm
    };
    forms.alone =
        order.iter().filter(alone).map(|mark| scene.words.key(mark.words.clone())).collect();
    for mark in order {
        let long = (2..=REACH).contains(&mark.words.len());
        if mark.kind == EntityKind::Organization && mark.reason != MentionReason::ShortForm && long
        {
            forms.read(mark, &same);
        }
    }
    let mut shorter = forms.decided();
    explained(scene, order, &mut shorter.sure);
    shorter
}

/// Whether a body is called by letters that no list has.
fn is_odd(scene: &Scene<'_>, mark: &Mark) -> bool {
    let capitals =
        |word: usize| scene.words.form(word).text().bytes().filter(u8::is_ascii_uppercase).count();
    mark.kind == EntityKind::Organization
        && mark.words.len() == 1
        && mark.listed.is_none()
        && capitals(mark.words.start) > 1
}

/// What the names of bodies may be shortened to, gathered in order of the text.
struct Forms<'s, 'w> {
    scene: &'s Scene<'w>,
    /// Whether letters are sought that leave out or in some word.
    asked: bool,
    shorter: Shorter<'w>,
    seen: Set<Cow<'w, str>>,
    /// Words that were found to stand for a body.
    alone: Set<Cow<'w, str>>,
    /// Openings that are first read behind the whole name.
    later: Set<Cow<'w, str>>,
    /// Nationalities that open a name of a body.
    lands: Set<Cow<'w, str>>,
    /// Forms of firms that open a name.
    forms: Set<Cow<'w, str>>,
    /// Of one word: "Lindmo" of "Lindmo-Dahl Corp."
    halves: Vec<(Cow<'w, str>, Whole<'w>)>,
    ministries: Vec<(String, Whole<'w>)>,
    /// With `None` where two bodies share a form.
    parts: Vec<(Cow<'w, str>, Option<Whole<'w>>)>,
    /// Where a part stands among them.
    index: Map<Cow<'w, str>, usize>,
}

impl<'s, 'w> Forms<'s, 'w> {
    fn new(scene: &'s Scene<'w>, asked: bool) -> Self {
        Self {
            scene,
            asked,
            shorter: Shorter::default(),
            seen: Set::default(),
            alone: Set::default(),
            later: Set::default(),
            lands: Set::default(),
            forms: Set::default(),
            halves: Vec::new(),
            ministries: Vec::new(),
            parts: Vec::new(),
            index: Map::default(),
        }
    }

    /// Gathers the forms of one name, at its first mention.
    fn read(&mut self, mark: &Mark, same: impl Fn(&str, &str) -> bool) {
        let (scene, words) = (self.scene, &mark.words);
        let whole = (scene.words.key(words.clone()), mark.listed);
        if !self.seen.insert(whole.0.clone()) {
            return;
        }
        if scene.evidence.is_demonym(words.start) {
            self.lands.insert(scene.words.key(words.start..words.start + 1));
        }
        if scene.is_form_before(words.start) {
            self.forms.insert(scene.words.key(words.start..words.start + 1));
        }
        self.ministries
            .extend(small_names(&whole.0).into_iter().map(|small| (small, whole.clone())));
        for letters in letters(scene, words) {
            self.shorter.sure.entry(Cow::Owned(letters)).or_insert_with(|| whole.clone());
        }
        for letters in self.asked.then(|| scene.loose_letters(words)).into_iter().flatten() {
            self.shorter.loose.entry(Cow::Owned(letters)).or_insert_with(|| whole.clone());
        }
        if scene.class(words.end - 1).any(Class::COMPANY)
            && let Some((half, _)) = scene.words.key(words.start..words.start + 1).split_once('-')
            && half.len() > 2
        {
            self.halves.push((Cow::Owned(half.to_owned()), whole.clone()));
        }
        let first = words.start..words.start + 1;
        let found = !self.alone.is_empty() && self.alone.contains(&scene.words.key(first.clone()));
        let parts = parts_of(scene, words);
        if found && !parts.contains(&first) {
            self.part(words, &first, &whole, &same);
        }
        for part in parts {
            self.part(words, &part, &whole, &same);
        }
    }

    /// One beginning or end of a name.
    fn part(
        &mut self,
        words: &Range<usize>,
        part: &Range<usize>,
        whole: &Whole<'w>,
        same: impl Fn(&str, &str) -> bool,
    ) {
        let scene = self.scene;
        let key = scene.words.key(part.clone());
        // "Lindmo" of "LINDMO TOOLS Inc.", as some open a story.
        let form = scene.words.form(part.start);
        if part.len() == 1 && form.capitals && form.letters > 3 {
            self.halves.push((Cow::Borrowed(form.title()), whole.clone()));
        }
        if is_own_opening(scene, words, part) && !self.seen.contains(&key) {
            self.later.insert(key.clone());
        }
        let at = *self.index.entry(key.clone()).or_insert(self.parts.len());
        match self.parts.get_mut(at) {
            // "Tarn" of "Tarn Tools Co." is not "Tarn Tools Credit Co." farther down.
            Some((_, Some((of, _)))) if is_unit(of, &whole.0) => {}
            Some((_, of)) => *of = of.take().filter(|(of, _)| same(of, &whole.0)),
            None => self.parts.push((key, Some(whole.clone()))),
        }
    }

    /// The forms that stand for one name: letters first, then ministries, halves and parts.
    fn decided(mut self) -> Shorter<'w> {
        let mut shorter = std::mem::take(&mut self.shorter);
        for (small, whole) in std::mem::take(&mut self.ministries) {
            if whole.0 != small {
                shorter.sure.entry(Cow::Owned(small)).or_insert(whole);
            }
        }
        for (half, whole) in std::mem::take(&mut self.halves) {
            if !self.seen.contains(&half) {
                shorter.sure.entry(half).or_insert(whole);
            }
        }
        for (part, whole) in std::mem::take(&mut self.parts) {
            if let Some(whole) = whole.filter(|whole| self.is_short_for(&part, &whole.0)) {
                shorter.sure.entry(part).or_insert(whole);
            }
        }
        shorter
    }

    /// Whether a part of a name, which may stand alone as a name, too, is short for the whole.
    fn is_short_for(&self, part: &str, whole: &str) -> bool {
        if !self.seen.contains(part) || self.later.contains(part) {
            return true;
        }
        // "High Court" of "High Court of Justice", though it stands alone, too.
        let rest = whole.strip_prefix(part);
        let headed =
            rest.is_some_and(|rest| rest.starts_with(" of ") || rest.starts_with(" Society of "));
        // "Port Authority" beside "Danish Port Authority"
        let land = whole.strip_suffix(part).and_then(|land| land.strip_suffix(' '));
        let national = land.is_some_and(|land| self.lands.contains(land));
        // "Nusa Logam" of "PT Nusa Logam"
        let form = land.is_some_and(|form| self.forms.contains(form));
        part.contains(' ') && (headed || national || form)
    }
}

/// "Harbour Safety Board (Hasab)": whatever else has these letters.
fn explained<'w>(scene: &Scene<'w>, order: &[&Mark], initials: &mut Map<Cow<'w, str>, Whole<'w>>) {
    for short in order.iter().filter(|short| short.reason == MentionReason::AcronymOf) {
        if short.kind == EntityKind::Organization
            && let Some(body) = scene.body_called(short.words.start, short.words.end)
        {
            let whole = scene.words.key(body.words.clone());
            let longer = initials.get(&whole).cloned();
            let whole = longer.unwrap_or((whole, body.listed));
            initials.insert(scene.words.key(short.words.clone()), whole);
        }
    }
}

/// "education ministry" of "Ministry of Education", "health ministry" of "Ministry of Health and Welfare".
fn small_names(whole: &str) -> Vec<String> {
    let Some(field) =
        ["Ministry of ", "Ministry for "].iter().find_map(|of| whole.strip_prefix(of))
    else {
        return Vec::new();
    };
    let field = field.strip_prefix("the ").unwrap_or(field).to_lowercase();
    let first = field.split([' ', ',']).next().unwrap_or_default();
    let mut small = vec![format!("{field} ministry")];
    if first.len() < field.len() {
        small.push(format!("{first} ministry"));
    }
    small
}

/// "IMF": the capitals of the words; "BTC" of "Brandt Tool Corp.", with that of the legal form.
fn letters(scene: &Scene<'_>, words: &Range<usize>) -> impl Iterator<Item = String> + use<> {
    let capital = |&word: &usize| {
        scene.words.word(word).capital && scene.words.word(word).kind == WordKind::Word
    };
    let first = |word: usize| scene.words.form(word).text().chars().next();
    let own: String = words.clone().filter(capital).filter_map(first).collect();
    let form = words
        .end
        .checked_sub(1)
        .filter(|last| !capital(last) && scene.class(*last).any(Class::COMPANY))
        .and_then(first)
        .filter(|_| own.len() >= 2)
        .map(|form| format!("{own}{form}"));
    [Some(own).filter(|own| own.len() >= 2), form].into_iter().flatten()
}

/// "Tarn Tools Credit Co." of "Tarn Tools Co.": the name of a unit begins with that of the firm.
fn is_unit(firm: &str, unit: &str) -> bool {
    let stem = firm.rsplit_once(' ').map_or(firm, |(stem, _)| stem).trim_end_matches(',');
    unit.strip_prefix(stem).is_some_and(|rest| rest.starts_with(' '))
}

/// "Tarn Mutual" of "Tarn Mutual Savings Association": two words or more that are no body's name of themselves.
fn is_own_opening(scene: &Scene<'_>, words: &Range<usize>, part: &Range<usize>) -> bool {
    let body = Class::ORG_END.or(Class::ORG_OF).or(Class::COMPANY).or(Class::TRADE);
    let last = part.end - 1;
    // "Tarn Energy" of "Tarn Energy Group Inc."
    let trade = scene.class(words.end - 1).any(Class::COMPANY);
    part.start == words.start
        && part.len() > 1
        && scene.class(words.end - 1).any(Class::ORG_END.or(Class::COMPANY))
        && (!scene.class(last).any(body) || trade && scene.class(last).any(Class::TRADE))
        && scene.words.word(last).capital
        && scene.single(last).is_none_or(|listed| listed.place < 3.5 && !listed.demonym)
        && scene.evidence.exact(part).is_none()
}

/// The beginnings and the ends of a name that may stand for the whole of it.
fn parts_of(scene: &Scene<'_>, words: &Range<usize>) -> Vec<Range<usize>> {
    let (start, end) = (words.start, words.end);
    let rare = |word: usize| {
        let form = scene.words.form(word);
        scene.common(word) < 0.15
            && form.given < 5
            && form.letters > 2
            && !scene.evidence.is_demonym(word)
            && !scene.class(word).any(Class::ORG_END.or(Class::ORG_OF).or(Class::COMPANY))
    };
    let company = scene.class(end - 1).any(Class::COMPANY);
    let joins = |word: usize| !scene.words.word(word).capital;
    let fits = |part: &Range<usize>| {
        let house = part.start == start && part.len() == 3 && scene.saint_at(start).is_some();
        let bounded = !joins(part.start) && (!joins(part.end - 1) || house);
        // "Heritage" of "Heritage Media Corp.", where it was marked as a body.
        let opens = company && part.start == start && !scene.evidence.is_demonym(start);
        bounded && (part.len() > 1 || rare(part.start) || opens)
    };
    let own = if scene.is_form_before(start) { start + 1 } else { end };
    let behind_form = (own + 1..end).map(|cut| own..cut);
    let opens = (start + 1..end).map(|cut| start..cut).chain(behind_form);
    let closes = (start + 1..end).map(|cut| cut..end);
    // "Brandt" of "A.L. Brandt Corp."
    let behind = start + 1;
    let initials = company && scene.is_initials(start) && behind < end && !joins(behind);
    let surname = initials.then(|| behind..behind + 1);
    // "Justice" of "Justice Department"
    let office = words.len() == 2
        && scene.words.lower(end - 1) == "department"
        && scene.class(start).any(Class::PORTFOLIO);
    let office = office.then_some(start..behind);
    // "Rovers" of "Tarn Rovers", where teams are told of.
    let team = scene.sport
        && scene.class(end - 1).any(Class::ORG_END)
        && scene.words.lower(end - 1).ends_with('s');
    let last = (team && !joins(end - 1)).then(|| end - 1..end);
    let head = scene.head_of_body(words).map(|head| head..head + 1);
    let own = |part: &Range<usize>| {
        // "BBC" is another body than "BBC Scotland News".
        let listed = !company
            && scene.is_acronym(part.start)
            && scene.single(part.start).is_some_and(|listed| listed.organization >= 3.0);
        !(part.len() == 1 && part.start == start && listed)
    };
    opens
        .chain(closes)
        .filter(fits)
        .filter(own)
        .chain(head)
        .chain(last)
        .chain(surname)
        .chain(office)
        .collect()
}
