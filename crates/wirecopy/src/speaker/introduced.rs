//! How the story introduces those it names, in words that no list of offices has: "park ranger Colton
//! Whit", "Hanna Wierz, a pharmacist", "His Israeli counterpart, Yael Harush", "shipping group Lindmo".

use super::description::Description;
use super::lexicon::{Word, does, is, is_body, is_in_any_case};
use super::{he_is, posts, predicate};
use wirecopy_entity::{Entities, EntityKind, Gender, Mention, MentionForm};
use wirecopy_text::{Span, floor_char_boundary};
use wirecopy_token::Tokens;

/// Mentions of one entity that are looked at: introductions come first.
const MENTIONS: usize = 2;

/// Mentions behind which a pronoun may tell what the bearer is.
const PRONOUNS: usize = 8;

/// Words before a name, and behind its comma.
const BEFORE: usize = 4;
const BEHIND: usize = 10;

/// Words behind "who" among which the verb stands.
const DEED: usize = 3;

/// Words from "her" to the noun: "her eldest brother".
const OWNED: usize = 4;

/// Words of an office before its "of".
const OFFICE: usize = 3;

/// Words between an office and a name: "Datuk Seri".
const HONOURS: usize = 3;

/// Words of a title between a comma and the name, and bytes in which the comma is sought.
const TITLE: usize = 3;
const TITLE_BYTES: usize = 256;

/// What stands beside the mentions of the entity at `index`.
pub(super) fn descriptions<'t>(
    index: usize,
    text: &'t str,
    tokens: &Tokens,
    named: &Entities,
) -> Vec<Description<'t>> {
    let entity = named.entities.get(index);
    let gender = entity.and_then(|entity| entity.gender);
    let mentions = entity.map(|e| e.mentions.as_slice()).unwrap_or_default();
    let mentions = mentions.iter().filter_map(|at| named.mentions.get(*at as usize));
    let mut names =
        mentions.filter(|mention| matches!(mention.form, MentionForm::Name | MentionForm::Short));
    // "Tom Berg is a jeweller": a firm is one, too.
    let is_one = entity.is_some_and(|entity| entity.kind == EntityKind::Person);
    let is_told = |words: &Description<'_>| {
        let does = || ["er", "or"].iter().any(|end| words.head.ends_with(end));
        predicate::is_person(words) || is_one && words.is_any_body() && does()
    };
    let mut found = Vec::new();
    for mention in names.clone().take(PRONOUNS).filter(|_| is_one) {
        let next = he_is::next(text, tokens, named, mention, gender);
        found.extend(next.and_then(Description::new).filter(is_told));
    }
    for mention in names.by_ref().take(MENTIONS) {
        // "His father, Arnold, …": beside a short name only a relative is told of.
        let is_full = mention.form == MentionForm::Name;
        let beside = beside(text, tokens, mention).into_iter().flatten();
        let beside = beside.flatten().filter_map(Description::new);
        found.extend(deed(text, mention).and_then(Description::new));
        found.extend(in_court(text, mention, named).and_then(Description::new));
        found.extend(beside.filter(|words| is_full || words.kin().is_some()));
        let told = told(text, tokens, mention, gender).into_iter().flatten().flatten();
        found.extend(told.filter_map(Description::new).filter(is_told));
    }
    found
}

/// What the sentence says the bearer of a name is.
fn told<'t>(
    text: &'t str,
    tokens: &Tokens,
    name: &Mention,
    gender: Option<Gender>,
) -> Option<[Option<&'t str>; 9]> {
    let sentences = tokens.sentences();
    let at = sentences.partition_point(|s| s.span().end() <= name.span.start());
    let sentence = sentences.get(at)?.span();
    let before = Span::new(sentence.start().min(name.span.start()), name.span.start()).of(text);
    let behind = Span::new(name.span.end(), sentence.end().max(name.span.end())).of(text);
    Some([
        predicate::before(before),
        predicate::behind(behind),
        posts::before(before, behind),
        posts::around(before, behind),
        posts::behind(behind),
        he_is::own(before),
        he_is::reported(behind, gender),
        epithet(before, behind),
        within_marks(behind),
    ])
}

/// What may be descriptions beside a name.
fn beside<'t>(text: &'t str, tokens: &Tokens, name: &Mention) -> Option<[Option<&'t str>; 7]> {
    let sentences = tokens.sentences();
    let at = sentences.partition_point(|s| s.span().end() <= name.span.start());
    let sentence = sentences.get(at)?.span();
    let before = Span::new(sentence.start().min(name.span.start()), name.span.start()).of(text);
    let behind = Span::new(name.span.end(), sentence.end().max(name.span.end())).of(text);
    Some([
        run_before(before),
        office_before(before),
        office_over_commas(before),
        phrase_before(before),
        noun_behind(behind),
        apposition(behind),
        second(behind),
    ])
}

/// "park ranger" in "Then park ranger | Colton Whit".
fn run_before(before: &str) -> Option<&str> {
    let before = before.trim();
    let (mut rest, mut run) = (before, before.len());
    for _ in 0..BEFORE {
        let start = rest.trim_end_matches(|c: char| !c.is_whitespace()).len();
        let word = rest.get(start..)?;
        let stops = is_in_any_case(word, Word::Stop);
        if !stops && is_in_any_case(word, Word::Preposition)
            || ["'s", "’s", "'S", "’S"].iter().any(|mark| word.ends_with(mark))
        {
            // "chief of the headquarters | Per Lindmo": the run belongs to what stands before it.
            return None;
        }
        let plain = word.chars().all(|c| c.is_alphabetic() || c == '-');
        let small = || word.starts_with(char::is_lowercase) || before.starts_with(word);
        if !plain || !small() || stops {
            break;
        }
        run = start;
        rest = rest.get(..start)?.trim_end();
        if rest.is_empty() {
            break;
        }
    }
    before.get(run..).filter(|run| !run.is_empty())
}

/// "Ports Minister" of "Ports Minister Datuk Seri | Anuar Hakim": an office before titles that no list has.
fn office_before(before: &str) -> Option<&str> {
    let before = before.strip_suffix(' ')?;
    let from = floor_char_boundary(before, before.len().saturating_sub(TITLE_BYTES));
    let is_title = |word: &&str| {
        let plain = |c: char| c.is_alphabetic() || matches!(c, '-' | '.');
        word.starts_with(char::is_uppercase) && word.chars().all(plain)
    };
    let mut end = before.len();
    for word in before.get(from..)?.rsplit(' ').take(HONOURS + 1).take_while(is_title) {
        let is_office = is_in_any_case(word, Word::Office) || is_in_any_case(word, Word::Court);
        if is_office {
            let front = before.get(from..end)?.rsplit(' ').take(BEFORE).take_while(is_title);
            let length = front.map(|word| word.len() + 1).sum::<usize>().checked_sub(1)?;
            return before.get(end.checked_sub(length)?..end);
        }
        end = end.checked_sub(word.len() + 1)?;
    }
    None
}

/// "Rector of Norden College" of "Rector of Norden College, Tarn, Prof. | Ann Holm": an office that opens the
/// sentence, and where it is.
fn office_over_commas(before: &str) -> Option<&str> {
    let front = before.strip_suffix(' ').filter(|front| front.len() <= TITLE_BYTES)?;
    let (front, title) = front.rsplit_once(',')?;
    let is_title = |word: &str| word.starts_with(char::is_uppercase);
    let mut places = front.split(", ");
    let office = places.next()?;
    let office = ["The ", "the "].iter().find_map(|the| office.strip_prefix(the)).unwrap_or(office);
    let plain = title.split_whitespace().count() <= TITLE
        && title.split_whitespace().all(is_title)
        && places.clone().count() <= TITLE
        && places.all(is_title)
        && front.contains(", ");
    let is_name = |word: &str| {
        is_title(word)
            || word == "and"
            || [Word::Preposition, Word::Owner, Word::Office].iter().any(|what| is(word, *what))
    };
    let plain = plain && office.split(' ').all(is_name);
    (plain && is_title(office) && Description::new(office)?.is_office()).then_some(office)
}

/// "His Israeli counterpart" in "His Israeli counterpart, | Yael Harush", "The reviewer" in "The reviewer,
/// Professor | Ann Holm".
fn phrase_before(before: &str) -> Option<&str> {
    let before = without_title(before.trim_end());
    let front = before.strip_suffix(',').or_else(|| before_run(before))?;
    let phrase = front.rsplit([',', ';', '"', '“', '”']).next()?.trim();
    // "Ann Holm and | her father"
    let owner = |rest: &&str| {
        [" his ", " her ", " their ", " its "].iter().any(|owner| rest.starts_with(owner))
    };
    let mut spaces = phrase.rmatch_indices(' ').filter_map(|(at, _)| phrase.get(at..));
    let phrase = spaces.find(owner).and_then(|rest| rest.get(1..)).unwrap_or(phrase);
    let words = phrase.split_whitespace().count();
    (1..=BEHIND).contains(&words).then_some(phrase)
}

/// "her brother" of "her brother, satirist", where somebody's opens the phrase.
fn before_run(before: &str) -> Option<&str> {
    const WHOSE: [&str; 4] = ["his", "her", "their", "its"];
    let plain = |word: &str| word.chars().all(|c| c.is_lowercase() || c == '-');
    // Most names stand behind a word of another kind.
    if !before.rsplit(' ').next().is_some_and(plain) {
        return None;
    }
    let from = floor_char_boundary(before, before.len().saturating_sub(TITLE_BYTES));
    let comma = from + last_comma(before.get(from..)?)?;
    let (front, run) = (before.get(..comma)?, before.get(comma + 2..)?);
    let short = run.split(' ').nth(BEFORE).is_none();
    let phrase = front.rsplit([',', ';', '.', '"', '“', '”']).next()?.trim_start();
    let mut words = phrase.split(' ').rev().take(OWNED);
    let owned = words.any(|word| WHOSE.iter().any(|whose| word.eq_ignore_ascii_case(whose)));
    let is_run = short && run.split(' ').all(|word| plain(word) && !is(word, Word::Stop));
    (is_run && owned && Description::new(run).is_some_and(|run| run.is_somebody())).then_some(front)
}

/// The words up to the comma of "The reviewer, Professor", where "the" opens them.
fn without_title(before: &str) -> &str {
    let is_title = |word: &str| word.starts_with(char::is_uppercase);
    if !before.rsplit(char::is_whitespace).next().is_some_and(is_title) {
        return before;
    }
    let from = floor_char_boundary(before, before.len().saturating_sub(TITLE_BYTES));
    let comma = before.get(from..).and_then(last_comma).map(|at| from + at);
    let title = comma.and_then(|at| Some((before.get(..at)?, before.get(at + 2..)?)));
    let title = title.filter(|(front, title)| {
        let opens = front.split_whitespace().next().unwrap_or_default();
        let is_office = || Description::new(front).is_some_and(|words| words.is_office());
        title.split_whitespace().take(TITLE + 1).count() <= TITLE
            && title.split_whitespace().all(is_title)
            && (is_in_any_case(opens, Word::Owner) || is_office())
    });
    title.and_then(|(front, _)| before.get(..front.len() + 1)).unwrap_or(before)
}

/// Where the last comma stands that a space follows.
fn last_comma(words: &str) -> Option<usize> {
    words.as_bytes().windows(2).rposition(|pair| pair == b", ")
}

/// "union" in "the Mill Hands| union called …".
fn noun_behind(behind: &str) -> Option<&str> {
    let word = behind.strip_prefix(' ')?.split([' ', ',', '.']).next()?;
    // "the Holm government" is not Holm.
    (is_body(word) && !is(word, Word::Realm)).then_some(word)
}

/// "a pharmacist" in "Hanna Wierz|, a pharmacist, …".
fn apposition(behind: &str) -> Option<&str> {
    let rest = predicate::without_asides(behind);
    let rest = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(" (a "))?;
    let rest = if behind.starts_with(" (a ") { behind.get(2..)? } else { rest };
    let end = rest.find([',', '.', ';', '"', '“', '”', ')']).unwrap_or(rest.len());
    let phrase = first_words(rest.get(..end)?, BEHIND);
    let opens = phrase.split_whitespace().next()?;
    let determined = is_in_any_case(opens, Word::Owner) || opens == "one";
    // "Ann Holm, flight director at Norden, said": an office needs no article.
    let is_office = || {
        (rest.contains(',') || is_office_of(phrase))
            && phrase.starts_with(char::is_lowercase)
            && Description::new(phrase).is_some_and(|words| words.is_somebody())
    };
    (determined || is_office()).then_some(phrase)
}

/// "the plumber" of "Tom Berg| the plumber", where the name opens the sentence or a mark stands behind: "told | Tom Berg
/// the plumber was late" is of another.
fn epithet<'t>(before: &str, behind: &'t str) -> Option<&'t str> {
    let noun = behind.strip_prefix(" the ")?;
    let end = noun.find(|c: char| !c.is_lowercase() && c != '-').unwrap_or(noun.len());
    let closes = noun.get(end..).is_none_or(|rest| !rest.starts_with([' ', '\'', '’']));
    behind.get(1..behind.len() - noun.len() + end).filter(|_| before.is_empty() || closes)
}

/// "a plumber from Tarn" of "Tom Berg| — a plumber from Tarn — said", "plumber" of "Tom Berg| (plumber)".
fn within_marks(behind: &str) -> Option<&str> {
    const MARKS: [(&str, &str); 6] =
        [(" — ", " — "), (" – ", " – "), (" - ", " - "), (" -- ", " -- "), ("—", "—"), (" (", ")")];
    let (closing, rest) =
        MARKS.iter().find_map(|(open, close)| Some((close, behind.strip_prefix(open)?)))?;
    let (phrase, _) = rest.split_once(closing)?;
    // "Tom Berg — unlike the coach — said"
    let opens = phrase.split(' ').next()?;
    if is(opens, Word::Preposition) || matches!(opens, "unlike" | "like" | "not" | "and" | "or") {
        return None;
    }
    let end = phrase.find([',', '.', ';', '"', '“', '”', '(']).unwrap_or(phrase.len());
    Some(first_words(phrase.get(..end)?, BEHIND))
}

/// "its founder" in "Hanna Wierz|, a pharmacist in Tarn and its founder".
fn second(behind: &str) -> Option<&str> {
    let rest = predicate::without_asides(behind).strip_prefix(", ")?;
    let end = rest.find([',', '.', ';', '"', '“', '”']).unwrap_or(rest.len());
    let (first, second) = super::split(rest.get(..end)?, " and ")?;
    let opens =
        |phrase: &str| is_in_any_case(phrase.split(' ').next().unwrap_or_default(), Word::Owner);
    let is_short = first.split(' ').count() <= BEHIND;
    // "a writer and plumber"
    let is_second =
        opens(second) || Description::new(second).is_some_and(|words| words.is_somebody());
    // "a friend of bankers and coach | Peter Dahl": another.
    let is_second = is_second
        && second.split(' ').nth(1).is_none_or(|word| !word.starts_with(char::is_uppercase));
    (is_short && opens(first) && is_second).then(|| first_words(second, BEHIND))
}

/// "head of the union" closes a sentence, too; "ordered the head of the union" is no office.
fn is_office_of(phrase: &str) -> bool {
    let office = super::split(phrase, " of ").map(|(office, _)| office);
    office.is_some_and(|office| {
        let mut words = office.split(' ');
        words.clone().count() <= OFFICE
            && !words.any(|word| is(word, Word::Owner) || word.ends_with("ed"))
    })
}

/// "coach" of "Ann Holm, who has coached the team since May".
fn deed(text: &str, name: &Mention) -> Option<&'static str> {
    let behind = text.get(name.span.end() as usize..)?.strip_prefix(", who ")?;
    let words = behind.split_whitespace().take(DEED);
    let before = ["who"].into_iter().chain(words.clone());
    // "who coached the team" does so no more.
    words.zip(before).find_map(|(word, before)| {
        let lasts = word.ends_with('s') || matches!(before, "has" | "have");
        does(word).filter(|_| lasts || is(word, Word::Done))
    })
}

/// "lawyer" of "Ann Holm KC", "Ann Holm, defending,", "Ann Holm, for Berg,".
fn in_court(text: &str, name: &Mention, named: &Entities) -> Option<&'static str> {
    const SILKS: [&str; 4] = ["KC", "QC", "SC", "K.C."];
    let behind = text.get(name.span.end() as usize..)?;
    let letters = behind.strip_prefix(", ").or_else(|| behind.strip_prefix(' '))?;
    let end = letters.find([' ', ',', '.', ';']).unwrap_or(letters.len());
    let word = letters.get(..end)?;
    // "Ann Holm, for Berg, argued", but "Ann Holm, for Norway, won".
    const FOR: &str = ", for ";
    let client = behind.strip_prefix(FOR).and_then(|rest| rest.split_once(", "));
    let is_client = |client: &str| {
        let start = name.span.end() + FOR.len() as u32;
        let is_person = || {
            let who = super::mentions_in(named, Span::new(start, start + 1)).first();
            who.is_some_and(|who| who.kind == EntityKind::Person)
        };
        let client = client.strip_prefix("the ").unwrap_or(client);
        let side = matches!(
            client,
            "prosecution" | "defence" | "defense" | "plaintiff" | "state" | "Crown"
        );
        side || client.starts_with(char::is_uppercase) && !client.contains(' ') && is_person()
    };
    if client.is_some_and(|(client, _)| is_client(client)) {
        return Some("lawyer");
    }
    if SILKS.contains(&word) {
        return Some("lawyer");
    }
    does(word).filter(|_| behind.starts_with(", ") && word.ends_with("ing"))
}

/// So many words, the first of the phrase.
pub(super) fn first_words(phrase: &str, count: usize) -> &str {
    let phrase = phrase.trim();
    let mut rest = phrase;
    for _ in 0..count {
        rest = rest.trim_start().trim_start_matches(|c: char| !c.is_whitespace());
    }
    phrase.strip_suffix(rest).unwrap_or(phrase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speaker::tests::speakers;

    #[test]
    fn who_coaches_is_the_coach() {
        let text = "Tom Berg, who has coached Norden since May, was late. Peter Dahl, his striker, was not. The \
                    coach said it rained.";
        assert_eq!(speakers(text), ["Tom Berg"]);
        let text = "Anna Holm, for Berg, said it was late. She had slept, the lawyer said.";
        assert_eq!(speakers(text), ["Anna Holm", "Anna Holm"]);
        let text = "Norway coach Tom Berg was late. “It rained,” the Dane said.";
        assert_eq!(speakers(text), ["Tom Berg"]);
    }

    #[test]
    fn the_words_beside_a_name_are_read() {
        assert_eq!(run_before("said park ranger "), Some("park ranger"));
        assert_eq!(run_before("Salmon farmer "), Some("Salmon farmer"));
        assert_eq!(run_before("a plan by the "), None);
        assert_eq!(run_before("the chief of staff "), None);
        assert_eq!(phrase_before("His Dutch counterpart, "), Some("His Dutch counterpart"));
        assert_eq!(apposition(", a vet from Oslo, said"), Some("a vet from Oslo"));
        assert_eq!(apposition(" said"), None);
        assert_eq!(office_before("Ports Minister Datuk Seri "), Some("Ports Minister"));
        assert_eq!(office_before("said Assistant U.S. Attorney "), Some("Assistant U.S. Attorney"));
        let office = "Rector of Norden College";
        assert_eq!(office_over_commas("Rector of Norden College, Tarn, Prof. "), Some(office));
        assert_eq!(office_over_commas("Rector of Norden College met Eva Dahl, Tarn, "), None);
    }
}
