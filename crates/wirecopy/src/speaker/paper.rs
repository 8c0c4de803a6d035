//! A paper that speaks and says whose it is: "a second message from Ruiz", "the ministry's letter",
//! "his note".

use super::description::Description;
use super::lexicon::{Word, is};
use super::{find, mentions_in, split};
use wirecopy_entity::{Entities, EntityKind, Mention};
use wirecopy_text::Span;

/// Who is named behind it wrote the paper.
const WROTE: [&str; 17] = [
    "written by ",
    "signed by ",
    "drafted by ",
    "penned by ",
    "sent by ",
    "authored by ",
    "co-authored by ",
    "compiled by ",
    "prepared by ",
    "produced by ",
    "issued by ",
    "released by ",
    "put out by ",
    "distributed by ",
    "circulated by ",
    "drawn up by ",
    "filed by ",
];

/// Who speaks for the body that stands behind "of".
const LEADS: [&str; 8] = [
    "management",
    "top management",
    "senior management",
    "leadership",
    "national leadership",
    "hierarchy",
    "secretariat",
    "top brass",
];

/// Words before "by" in which the last phrase begins.
const TAIL: usize = 5;

/// Whose paper the span names: the words for that person or body.
pub(super) fn author(span: Span, text: &str, named: &Entities) -> Option<Span> {
    let words = span.of(text);
    if let Some(owner) = owner(words) {
        return Some(part(span, 0, owner));
    }
    // "the statement, seen by …": what follows the comma is an aside, but for who wrote it.
    if let Some((paper, aside)) = split(words, ", ")
        && Description::new(paper).is_some_and(|paper| paper.is_message() || paper.is_work())
        && let Some(by) = WROTE.iter().find_map(|wrote| aside.strip_prefix(wrote))
    {
        let start = words.len() - by.len();
        let end = [",", " in ", " on ", " and dated "].iter().filter_map(|end| find(by, end)).min();
        let author = part(span, start, end.map_or(words.len(), |end| start + end));
        return (!mentions_in(named, author).is_empty()).then_some(author);
    }
    let head = words.split(',').next().unwrap_or_default();
    let author = behind(head, span, text, named).or_else(|| before(head, span))?;
    if !mentions_in(named, author).is_empty() {
        return Some(author);
    }
    // "a report by the ferry regulator, | the Norden Board,": the name may stand behind the comma.
    let rest = Span::new(author.end(), span.end());
    let aside = mentions_in(named, rest).first().filter(|name| {
        name.kind == EntityKind::Organization
            && matches!(Span::new(rest.start(), name.span.start()).of(text), ", " | ", the ")
    });
    if let Some(name) = aside.filter(|_| !author.of(text).starts_with(char::is_uppercase)) {
        return Some(name.span);
    }
    author.of(text).starts_with(char::is_lowercase).then_some(author)
}

/// "Vigra Bank" of "the management of Vigra Bank": who leads a body speaks for it.
pub(super) fn led(span: Span, text: &str, named: &Entities) -> Option<Span> {
    let words = span.of(text);
    let (front, whole) = split(words, " of ")?;
    let front = ["the ", "The "].iter().find_map(|the| front.strip_prefix(the)).unwrap_or(front);
    if !LEADS.contains(&front) {
        return None;
    }
    let body = whole.split(',').next()?;
    let start = words.len() - whole.len();
    let body = part(span, start, start + body.len());
    let first = mentions_in(named, body).first();
    let is_person = first.is_some_and(|name| name.kind == EntityKind::Person);
    (!is_person && !body.of(text).contains(" of ")).then_some(body)
}

/// "Ruiz" of "a second message from Ruiz".
fn behind(words: &str, span: Span, text: &str, named: &Entities) -> Option<Span> {
    let office = ["press service of ", "press office of "].into_iter();
    let mut office = office.filter_map(|office| Some(find(words, office)? + office.len()));
    if let Some(end) = office.next() {
        return Some(part(span, end, words.len()));
    }
    if let Some(author) = on_website(words, span).or_else(|| on_behalf(words, span)) {
        return Some(author);
    }
    // "a bulletin of the Flood Board": of a body with a name.
    if let Some(at) = find(words, " of ")
        && Description::new(words.get(..at)?)
            .is_some_and(|paper| paper.is_message() || may_be_of(&paper.head))
        && [" by ", " from "].iter().all(|word| find(words, word).is_none())
    {
        let author = part(span, at + " of ".len(), words.len());
        let first = mentions_in(named, author).first()?;
        let opens = Span::new(author.start(), first.span.start()).of(text);
        let is_body = first.kind == EntityKind::Organization && matches!(opens, "" | "the ");
        return is_body.then_some(author);
    }
    // "figures from | the Norden Board": of a body, and not from a place.
    if let Some(at) = find(words, " from ")
        && Description::new(words.get(..at)?)
            .is_some_and(|work| work.is_work() && work.complement.is_empty())
    {
        let author = part(span, at + " from ".len(), words.len());
        let first = mentions_in(named, author).first();
        let opens = |name: &Mention| Span::new(author.start(), name.span.start()).of(text);
        let is_body = first.is_some_and(|name| {
            name.kind == EntityKind::Organization && matches!(opens(name), "" | "the ")
        });
        if is_body {
            return Some(author);
        }
    }
    let (at, preposition) =
        [" from ", " by "].into_iter().filter_map(|word| Some((find(words, word)?, word))).min()?;
    // "a study released on Monday by the university", but no study from there.
    let by = preposition == " by ";
    if by && (is_shown(words.get(..at)?) || !is_written(words.get(..at)?)) {
        return None;
    }
    Description::new(words.get(..at)?)
        .filter(|paper| paper.is_message() || by && paper.is_work())?;
    Some(part(span, at + preposition.len(), words.len()))
}

/// "its" of "a statement on its website", "the ministry" of "a message posted on the ministry's page".
fn on_website(words: &str, span: Span) -> Option<Span> {
    let at = find(words, " on ")?;
    let paper = without_participle(words.get(..at)?);
    let paper = paper.split(" posted").next().unwrap_or(paper);
    Description::new(paper).filter(Description::is_message)?;
    let start = at + " on ".len();
    let rest = words.get(start..)?;
    let end = rest.find(',').unwrap_or(rest.len());
    let rest = rest.get(..end)?;
    if !rest.split(' ').any(|word| is(word, Word::Site)) {
        return None;
    }
    let first = rest.split(' ').next().unwrap_or_default();
    if matches!(first, "its" | "his" | "her" | "their") {
        return Some(part(span, start, start + first.len()));
    }
    let owner = ["'s ", "’s "].iter().filter_map(|mark| find(rest, mark)).min()?;
    Some(part(span, start, start + owner))
}

/// "the crew" of "a letter on behalf of the crew".
fn on_behalf(words: &str, span: Span) -> Option<Span> {
    const OF: [&str; 2] = [" on behalf of ", " in the name of "];
    let (at, length) = OF.iter().find_map(|of| Some((find(words, of)?, of.len())))?;
    Description::new(without_participle_of(words.get(..at)?)).filter(Description::is_message)?;
    Some(part(span, at + length, words.len()))
}

/// "A statement" of "A statement issued".
fn without_participle_of(words: &str) -> &str {
    let (front, last) = words.rsplit_once(' ').unwrap_or((words, ""));
    if is(last, Word::Issued) { front } else { words }
}

/// "the statement" of "the statement put up on the ministry's website".
pub(super) fn without_participle(words: &str) -> &str {
    let mut behind = words.match_indices(' ').skip(1);
    let end = behind.find(|(at, _)| {
        let mut rest = words.get(at + 1..).unwrap_or_default().split(' ');
        let participle = rest.next().is_some_and(|word| is(word, Word::Issued));
        let leads = |word: &str| is(word, Word::Preposition) || matches!(word, "up" | "out");
        participle && rest.next().is_some_and(leads)
    });
    let paper = end.and_then(|(at, _)| words.get(..at));
    paper
        .filter(|paper| Description::new(paper).is_some_and(|words| words.is_paper()))
        .unwrap_or(words)
}

/// "a letter seen | by the agency" is not the agency's.
pub(super) fn is_shown(before: &str) -> bool {
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
    is(last, Word::Shown)
}

/// "a statement issued on Monday | by", but not "a statement issued after a visit | by".
fn is_written(before: &str) -> bool {
    let preposition = before.rmatch_indices(' ').map(|(at, _)| before.get(at + 1..));
    let mut tails = preposition.flatten().take(TAIL);
    let tail = tails.find(|tail| is(tail.split(' ').next().unwrap_or_default(), Word::Preposition));
    let Some((_, phrase)) = tail.and_then(|tail| tail.split_once(' ')) else { return true };
    let is_event = ["visit", "meeting", "speech", "trip", "tour", "attack", "raid"];
    let is_other = phrase.starts_with("a ") || phrase.starts_with("an ");
    !is_other && !is_event.iter().any(|event| phrase.ends_with(event))
}

/// Whether "of" tells whose such a paper is, and not what it is about.
pub(super) fn may_be_of(noun: &str) -> bool {
    is(noun, Word::Release)
}

/// "its" of "its report", as long as the pronoun.
fn owner(words: &str) -> Option<usize> {
    let (first, _) = words.split_once(' ')?;
    let possessive = matches!(first.to_lowercase().as_str(), "his" | "her" | "its" | "their");
    let paper = possessive.then(|| Description::new(words))??;
    (paper.is_message() || paper.is_work()).then_some(first.len())
}

/// "the ministry" of "the ministry's letter", "his" of "his note".
fn before(words: &str, span: Span) -> Option<Span> {
    let (end, mark) =
        ["'s ", "’s "].into_iter().filter_map(|mark| Some((find(words, mark)?, mark))).min()?;
    let paper = Description::new(words).filter(|words| words.complement.is_empty())?;
    // "Vigra Energy's report" is the company's, "the company's report" a report.
    let named = words.starts_with(char::is_uppercase) && !paper.opens;
    if !(paper.is_message() || named && paper.is(Word::Work)) {
        return None;
    }
    (!words.get(end + mark.len()..)?.contains(mark)).then(|| part(span, 0, end))
}

fn part(span: Span, from: usize, to: usize) -> Span {
    let at = |offset: usize| {
        let offset = u32::try_from(offset).unwrap_or(span.len());
        span.start() + offset.min(span.len())
    };
    Span::new(at(from), at(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_statement_is_whoever_has_just_spoken() {
        let text = "Spokeswoman Anna Holm says the road is open. “No toll will be asked,” reads the statement \
                    put up on the ministry's website.";
        assert_eq!(crate::speaker::tests::speakers(text), ["Anna Holm", "Anna Holm"]);
    }

    #[test]
    fn a_paper_is_whose_it_is_told_to_be() {
        use crate::speaker::tests::speakers;
        let text = "The 2020 report of the Norden Audit Office said it was late. The report said it was early.";
        assert_eq!(speakers(text), ["Norden Audit Office", "Norden Audit Office"]);
        let text = "A report by the ferry regulator, the Norden Board, said it was late.";
        assert_eq!(speakers(text), ["Norden Board"]);
        let text = "Figures from the Norden Audit Office show that it was late.";
        assert_eq!(speakers(text), ["Norden Audit Office"]);
        let text = "A letter on behalf of the Norden Guild said it was late.";
        assert_eq!(speakers(text), ["Norden Guild"]);
        let text = "The management of Vigra Bank said it was late.";
        assert_eq!(speakers(text), ["Vigra Bank"]);
    }

    #[test]
    fn a_paper_says_whose_it_is() {
        let behind =
            |words: &str, span: Span| super::behind(words, span, words, &Entities::default());
        let of = |words: &str, find: fn(&str, Span) -> Option<Span>| {
            let span = Span::new(0, u32::try_from(words.len()).expect("short"));
            find(words, span).map(|author| author.of(words).to_owned())
        };
        assert_eq!(of("a second message from Ruiz", behind).as_deref(), Some("Ruiz"));
        assert_eq!(
            of("a report released on Monday by the board", behind).as_deref(),
            Some("the board")
        );
        assert_eq!(of("a statement issued after a visit by the board", behind), None);
        assert_eq!(of("the ministry's letter", before).as_deref(), Some("the ministry"));
        assert_eq!(of("a man from Oslo", behind), None);
        assert_eq!(of("a letter seen by Norden News", behind), None);
        assert_eq!(of("the ministry's lawyer", before), None);
    }
}
