//! What a person is called: first name and surname, with particles, and whose surname a relative has.

use crate::courtesy::without_tail;
use crate::lexicon::Class;
use crate::map::{Map, Set};
use crate::model::{EntityKind, MentionReason};
use crate::scene::{Gender, Mark, REACH, Scene};
use crate::words::WordKind;
use std::borrow::Cow;
use std::ops::Range;
use wirecopy_text::{Folding, fold};

/// The parts of a person's name that joining compares.
#[derive(Debug, Clone)]
pub(crate) struct Name<'a> {
    /// First name or initial; empty for a surname alone.
    pub(crate) first: Cow<'a, str>,
    pub(crate) last: Cow<'a, str>,
    /// The words of the surname.
    pub(crate) surname: Range<usize>,
}

/// The names that "his", "her" and "their" may mean, by number: the latest of a man, a woman, anybody.
#[derive(Debug, Default)]
pub(crate) struct Owners([Option<usize>; 3]);

impl Owners {
    const fn slot(gender: Gender) -> usize {
        match gender {
            Gender::Male => 0,
            Gender::Female => 1,
            Gender::Unknown => 2,
        }
    }

    pub(crate) fn saw(&mut self, name: usize, gender: Gender) {
        let Self([male, female, any]) = self;
        if gender != Gender::Female {
            *male = Some(name);
        }
        if gender != Gender::Male {
            *female = Some(name);
        }
        *any = Some(name);
    }

    pub(crate) fn latest(&self, gender: Gender) -> Option<usize> {
        self.0.get(Self::slot(gender)).copied().flatten()
    }
}

/// Splits a person's name into what joining compares.
pub(crate) fn name<'a>(scene: &Scene<'a>, words: &Range<usize>) -> Name<'a> {
    // "Holm-san"
    if words.len() == 1
        && scene.words.word(words.start).compound
        && let Some(bare) = without_tail(scene.words.form(words.start).text())
    {
        let last = fold(bare, Folding::new().case().diacritics());
        return Name { first: Cow::Borrowed(""), last, surname: words.clone() };
    }
    if scene.is_syllabic(words) {
        let (surname, given) = (words.start..words.start + 1, words.start + 1..words.end);
        return Name { first: plain(scene, given), last: plain(scene, surname.clone()), surname };
    }
    // "Duchess of Holm"
    if words.len() > 2 && scene.words.lower(words.start + 1) == "of" {
        let (first, last) =
            (plain(scene, words.start..words.start + 1), plain(scene, words.clone()));
        return Name { first, last, surname: words.clone() };
    }
    let mut end = words.end;
    while end > words.start + 1
        && (scene.class(end - 1).any(Class::SUFFIX) || scene.words.lower(end - 1) == ",")
    {
        end -= 1;
    }
    let mut last = end.saturating_sub(1).max(words.start);
    while last > words.start + 1
        && scene.class(last - 1).any(Class::PARTICLE)
        && !scene.words.word(last - 1).capital
    {
        last -= 1;
    }
    // "van der Berg", and "Van der Berg" where a sentence starts.
    let start = scene.words.word(words.start);
    let particles =
        last == words.start + 1 && last + 1 < end && scene.class(last).any(Class::PARTICLE);
    let known = scene
        .mark_at(words.start)
        .is_some_and(|mark| mark.words == *words && mark.reason == MentionReason::ShortForm);
    let row = start.start && (particles || known);
    let particle_opens = scene.class(words.start).any(Class::PARTICLE) && (!start.capital || row);
    let first = if last > words.start && !particle_opens {
        plain(scene, words.start..words.start + 1)
    } else {
        Cow::Borrowed("")
    };
    let start = if particle_opens { words.start } else { last };
    // "Van Meter" is what the wife of "Alden Van Meter" is called.
    let mut whole = start;
    while whole > words.start + 1 && scene.class(whole - 1).any(Class::PARTICLE) {
        whole -= 1;
    }
    Name { first, last: plain(scene, start..end), surname: whole..end }
}

/// "Van der Berg" behind a quotation, where no sentence starts, is still "van der Berg".
pub(crate) fn with_particles<'a>(
    scene: &Scene<'a>,
    order: &[&Mark],
    names: Vec<Option<Name<'a>>>,
) -> Vec<Option<Name<'a>>> {
    let opens = |mark: &Mark| {
        let word = mark.words.start;
        mark.words.len() > 1
            && scene.words.word(word).capital
            && scene.words.class(word).any(Class::PARTICLE)
    };
    let person = |mark: &&&Mark| mark.kind == EntityKind::Person && opens(mark);
    if order.iter().find(person).is_none() {
        return names;
    }
    let full = names.iter().flatten().filter(|name| !name.first.is_empty());
    let mut lasts: Set<Cow<'_, str>> =
        full.filter(|name| name.last.contains(' ')).map(|name| name.last.clone()).collect();
    // "de la Rosa" of "Inés de la Rosa Quintero" and of "Inés de la Rosa-Quintero".
    let people = order.iter().filter(|mark| mark.kind == EntityKind::Person);
    for mark in people.filter(|mark| mark.words.len() > 2) {
        lasts.extend(inner_surname(scene, &mark.words));
        lasts.extend(other_names(scene, &mark.words).into_iter().filter(|name| name.contains(' ')));
    }
    let whole = |(mark, name): (&&Mark, Option<Name<'a>>)| {
        let mut name = name?;
        let key = plain(scene, mark.words.clone());
        if opens(mark) && lasts.contains(&key) {
            (name.first, name.last) = (Cow::Borrowed(""), key);
            name.surname = mark.words.clone();
        }
        Some(name)
    };
    order.iter().zip(names).map(whole).collect()
}

/// A key under which spellings of one person's name meet.
pub(crate) fn plain<'a>(scene: &Scene<'a>, words: Range<usize>) -> Cow<'a, str> {
    let form = scene.words.form(words.start);
    let small = |byte: u8| byte.is_ascii_graphic() && byte != b'`';
    if words.len() == 1 && form.text().bytes().all(small) {
        return Cow::Borrowed(form.lower());
    }
    Cow::Owned(fold(&scene.words.key(words), Folding::new().case().diacritics()).into_owned())
}

/// What longer names of people end in: "di benedetto" of "Carlo Di Benedetto" is no full name.
pub(crate) fn endings<'a>(scene: &Scene<'a>, order: &[&Mark]) -> Set<Cow<'a, str>> {
    let people = order.iter().filter(|mark| mark.kind == EntityKind::Person);
    let long = people.filter(|mark| (3..=REACH).contains(&mark.words.len()));
    long.flat_map(|mark| {
        let end = mark.words.end;
        (mark.words.start + 1..end - 1).map(move |start| plain(scene, start..end))
    })
    .collect()
}

/// What else a person may be called where nobody of the story is: the words between the first and the last
/// of the name, and the halves of a double surname ("Odell-Karst").
pub(crate) fn other_names<'a>(scene: &Scene<'a>, words: &Range<usize>) -> Vec<Cow<'a, str>> {
    let own = |&word: &usize| {
        let form = scene.words.form(word);
        scene.words.word(word).capital && form.letters > 2 && !form.class.any(Class::PARTICLE)
    };
    let inside = (words.start + 1..words.end.saturating_sub(1)).filter(own);
    let mut names: Vec<Cow<'a, str>> = inside.map(|word| plain(scene, word..word + 1)).collect();
    let last = words.end.saturating_sub(1);
    // "da Costa Neto" of "Rui da Costa Neto".
    let particle = |word: &usize| scene.class(*word).any(Class::PARTICLE);
    let particles = (words.start + 1..last).find(particle);
    // "Tuvei" of "Kipro arap Tuvei".
    if last > words.start && particle(&(last - 1)) {
        names.push(plain(scene, last..words.end));
    }
    names.extend(particles.map(|at| plain(scene, at..words.end)));
    // "El Tarni" of "Omar Ben Tahar El Tarni".
    let later = particles.and_then(|first| (first + 1..last).rev().find(particle));
    names.extend(later.map(|at| plain(scene, at..words.end)));
    // "de la Rosa" of "Inés de la Rosa-Quintero".
    if let Some(at) = particles
        && scene.words.word(last).compound
        && let Some((half, _)) = plain(scene, at..words.end).split_once('-')
    {
        names.push(Cow::Owned(half.to_owned()));
    }
    if words.len() > 1 && scene.words.word(last).compound {
        let key = plain(scene, last..last + 1);
        let halves = key.split('-').filter(|half| half.len() > 2);
        names.extend(halves.map(|half| Cow::Owned(half.to_owned())));
    }
    names
}

/// "Tiny" of `Tom "Tiny" Holm`.
pub(crate) fn quoted_name<'a>(scene: &Scene<'a>, words: &Range<usize>) -> Option<Cow<'a, str>> {
    let quote = |word: &usize| scene.words.word(*word).kind == WordKind::Quote;
    let opens = words.clone().find(quote)?;
    (opens + 2 < words.end && quote(&(opens + 2))).then(|| plain(scene, opens + 1..opens + 2))
}

/// What somebody is said to be called, too: `Ann Holm "Zeca", who …`, "Ann Holm, better known as Zeca, …".
pub(crate) fn told_names<'a>(scene: &Scene<'a>, words: &Range<usize>) -> Option<Cow<'a, str>> {
    let last = words.end.checked_sub(1)?;
    let quote =
        |word: usize| scene.words.near(last, word).is_some_and(|it| it.kind == WordKind::Quote);
    let start = if quote(words.end) {
        words.end + 1
    } else {
        if scene.after(last, words.end) != "," {
            return None;
        }
        let verb = (words.end + 1..words.end + 3).find(|&at| {
            matches!(scene.after(last, at), "known" | "nicknamed" | "dubbed" | "alias" | "aka")
        })?;
        let known = scene.after(last, verb) == "known";
        let is_as = |at: &usize| scene.after(last, *at) == "as";
        let start = if known { (verb + 1..verb + 5).find(is_as)? + 1 } else { verb + 1 };
        start + usize::from(quote(start))
    };
    let name = |word: usize| {
        scene.words.near(last, word).is_some_and(|it| it.capital && it.kind == WordKind::Word)
            && !scene.class(word).any(Class::TITLE.or(Class::ROLE).or(Class::FUNCTION))
    };
    let ends = |word: usize| {
        quote(word) || matches!(scene.after(last, word), "" | "," | "." | ";" | "and" | "who")
    };
    (name(start) && ends(start + 1)).then(|| plain(scene, start..start + 1))
}

/// How longer names of people begin: "Adan Kiprel" of "Adan Kiprel Solo", where one person is called so.
pub(crate) fn openings<'a>(
    scene: &Scene<'a>,
    order: &[&Mark],
    names: &[Option<Name<'a>>],
) -> Map<Cow<'a, str>, Option<Name<'a>>> {
    let mut openings: Map<Cow<'a, str>, Option<Name<'a>>> = Map::default();
    let people = order.iter().zip(names).filter_map(|(mark, name)| Some((mark, name.as_ref()?)));
    for (mark, name) in people.filter(|(mark, _)| (2..=REACH).contains(&mark.words.len())) {
        // "Ana Silva" of "Ana Silva-Dahl".
        if let Some(half) = first_half(scene, &mark.words) {
            openings.entry(half).or_insert_with(|| Some(name.clone()));
        }
        if mark.words.len() < 3 {
            continue;
        }
        // "Ka Dodong" of "Rodel "Ka Dodong" Silva".
        let quote = |at: &usize| scene.words.word(*at).kind == WordKind::Quote;
        let open = mark.words.clone().find(quote);
        let close = open.and_then(|open| (open + 1..mark.words.end).find(quote));
        if let (Some(open), Some(close)) = (open, close)
            && close > open + 2
        {
            openings.entry(plain(scene, open + 1..close)).or_insert_with(|| Some(name.clone()));
        }
        let ends = mark.words.start + 2..mark.words.end;
        for end in ends.filter(|end| scene.words.word(end - 1).capital) {
            let known = openings
                .entry(plain(scene, mark.words.start..end))
                .or_insert_with(|| Some(name.clone()));
            *known = known.take().filter(|other| other.last == name.last);
        }
    }
    openings
}

/// "ana silva" of "Ana Silva-Dahl".
fn first_half<'a>(scene: &Scene<'a>, words: &Range<usize>) -> Option<Cow<'a, str>> {
    let last = words.end.checked_sub(1).filter(|last| scene.words.word(*last).compound)?;
    let (_, second) = scene.words.form(last).text().rsplit_once('-')?;
    let double = second.starts_with(char::is_uppercase) && second.chars().count() > 2;
    let key = plain(scene, words.clone());
    let (half, _) = key.rsplit_once('-').filter(|_| double)?;
    Some(Cow::Owned(half.to_owned()))
}

/// The first of two surnames with its particles: "de la rosa" of "Inés de la Rosa Quintero".
pub(crate) fn inner_surname<'a>(scene: &Scene<'a>, words: &Range<usize>) -> Option<Cow<'a, str>> {
    if let Some(middle) = scene.first_of_two_surnames(words) {
        return Some(plain(scene, middle..middle + 1));
    }
    let particle = |word: &usize| scene.class(*word).any(Class::PARTICLE);
    let start = (words.start + 1..words.end).find(particle)?;
    let head = (start..words.end).find(|word| !particle(word))?;
    (head + 1 < words.end).then(|| plain(scene, start..head + 1))
}
