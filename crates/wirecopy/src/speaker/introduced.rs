//! How the story introduces those it names, in words that no list of offices has: "park ranger Colton
//! Whit", "Hanna Wierz, a pharmacist", "His Israeli counterpart, Yael Harush", "shipping group Lindmo".

use super::description::Description;
use super::nouns::is_body;
use wirecopy_entity::{Entities, Mention, MentionForm};
use wirecopy_text::{Span, Spanned};
use wirecopy_token::Tokens;

/// Mentions of one entity that are looked at: introductions come first.
const MENTIONS: usize = 2;

/// Words before a name, and behind its comma.
const BEFORE: usize = 4;
const BEHIND: usize = 10;

/// Words that end the run before a name.
const STOPS: [&str; 13] =
    ["and", "or", "but", "said", "says", "told", "that", "the", "a", "an", "as", "when", "with"];

/// Words before a noun that is not the name's own.
const HANGS: [&str; 10] = ["of", "for", "in", "at", "from", "to", "by", "near", "under", "against"];

/// What stands beside the mentions of the entity at `index`.
pub(super) fn descriptions(
    index: usize,
    text: &str,
    tokens: &Tokens,
    named: &Entities,
) -> Vec<Description> {
    let mentions = named.entities.get(index).map(|e| e.mentions.as_slice()).unwrap_or_default();
    let mentions = mentions.iter().filter_map(|at| named.mentions.get(*at as usize));
    let names = mentions
        .filter(|mention| matches!(mention.form, MentionForm::Name | MentionForm::Short))
        .take(MENTIONS);
    names
        .flat_map(|mention| {
            // "His father, Arnold, …": beside a short name only a relative is told of.
            let is_full = mention.form == MentionForm::Name;
            let beside = beside(text, tokens, mention);
            beside.into_iter().filter(move |words| is_full || words.kin().is_some())
        })
        .collect()
}

fn beside(text: &str, tokens: &Tokens, name: &Mention) -> Vec<Description> {
    let sentences = tokens.sentences();
    let at = sentences.partition_point(|s| s.span().end() <= name.span.start());
    let Some(sentence) = sentences.get(at).map(Spanned::span) else { return Vec::new() };
    let before = Span::new(sentence.start().min(name.span.start()), name.span.start()).of(text);
    let behind = Span::new(name.span.end(), sentence.end().max(name.span.end())).of(text);
    let mut found: Vec<Description> = Vec::new();
    found.extend(run_before(before).and_then(|words| Description::new(&words)));
    found.extend(phrase_before(before).and_then(|words| Description::new(&words)));
    found.extend(noun_behind(behind).and_then(Description::new));
    found.extend(apposition(behind).and_then(|words| Description::new(&words)));
    found
}

/// "park ranger" in "Then park ranger | Colton Whit".
fn run_before(before: &str) -> Option<String> {
    let mut words: Vec<&str> = Vec::new();
    for word in before.split_whitespace().rev().take(BEFORE) {
        let plain = word.chars().all(|c| c.is_alphabetic() || c == '-');
        let small = word.chars().next().is_some_and(char::is_lowercase);
        let first = before.trim_start().starts_with(word);
        let lower = word.to_lowercase();
        if HANGS.contains(&lower.as_str()) || lower.ends_with("'s") || lower.ends_with("’s") {
            // "chief of the headquarters | Per Lindmo": the run belongs to what stands before it.
            return None;
        }
        if !plain || !(small || first) || STOPS.contains(&lower.as_str()) {
            break;
        }
        words.push(word);
    }
    words.reverse();
    (!words.is_empty()).then(|| words.join(" "))
}

/// "His Israeli counterpart" in "His Israeli counterpart, | Yael Harush".
fn phrase_before(before: &str) -> Option<String> {
    let front = before.trim_end().strip_suffix(',')?;
    let phrase = front.rsplit([',', ';', '"', '“', '”']).next()?.trim();
    let words = phrase.split_whitespace().count();
    (1..=BEHIND).contains(&words).then(|| phrase.to_owned())
}

/// "union" in "the Mill Hands| union called …".
fn noun_behind(behind: &str) -> Option<&str> {
    let word = behind.strip_prefix(' ')?.split([' ', ',', '.']).next()?;
    is_body(word).then_some(word)
}

/// "a pharmacist" in "Hanna Wierz|, a pharmacist, …".
fn apposition(behind: &str) -> Option<String> {
    let rest = behind.strip_prefix(", ")?;
    let end = rest.find([',', '.', ';', '"', '“', '”']).unwrap_or(rest.len());
    let phrase: Vec<&str> = rest.get(..end)?.split_whitespace().take(BEHIND).collect();
    let opens = phrase.first()?.to_lowercase();
    let determined = matches!(opens.as_str(), "a" | "an" | "the" | "his" | "her" | "its" | "their");
    // "Ann Holm, flight director at Norden, said": an office needs no article.
    let phrase = phrase.join(" ");
    let is_office = || {
        rest.contains(',')
            && phrase.starts_with(char::is_lowercase)
            && Description::new(&phrase).is_some_and(|words| words.is_somebody())
    };
    (determined || is_office()).then_some(phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_beside_a_name_are_read() {
        assert_eq!(run_before("said park ranger ").as_deref(), Some("park ranger"));
        assert_eq!(run_before("Salmon farmer ").as_deref(), Some("Salmon farmer"));
        assert_eq!(run_before("a plan by the "), None);
        assert_eq!(run_before("the chief of staff "), None);
        assert_eq!(
            phrase_before("His Dutch counterpart, ").as_deref(),
            Some("His Dutch counterpart")
        );
        assert_eq!(apposition(", a vet from Oslo, said").as_deref(), Some("a vet from Oslo"));
        assert_eq!(apposition(" said"), None);
    }
}
