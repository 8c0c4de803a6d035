//! The places of a dateline.
//!
//! Where a name ends is settled by marks, not by a list: a list of the world's towns is never whole,
//! and "NUTTING LAKE, Mass., March 3 -" is a dateline whether or not anyone has heard of it.

use crate::dateline::PlaceName;
use crate::lex::{Kind, Piece};
use crate::lists::{List, lists};
use crate::when;
use wirecopy_date::{month_from_name, weekday_from_name};
use wirecopy_text::{Span, chars};

/// Most words of a name in capitals: "ON BOARD THE USS ABRAHAM LINCOLN".
const CAPITAL_WORDS: usize = 8;
/// Most words of a name in small letters: "Salt Lake City".
const SMALL_WORDS: usize = 5;
/// Most words of a region: "Democratic Republic of Congo".
const REGION_WORDS: usize = 4;
/// Most places that one dateline joins.
const PLACES: usize = 6;

/// How a name is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Case {
    /// "omaha".
    Lower,
    /// "Omaha".
    Title,
    /// "OMAHA", "McLEAN", "WALtHAM".
    Capitals,
}

/// The places that start a dateline, and the index of the piece after them.
#[derive(Debug, Clone)]
pub(crate) struct PlacesRead {
    pub(crate) places: Vec<PlaceName>,
    /// The lowest case of any of the names.
    pub(crate) case: Case,
    pub(crate) next: usize,
    /// Index of the first piece of the last name, for cutting names off its front.
    pub(crate) words: usize,
}

/// Reads one or more places that start at piece `at`.
pub(crate) fn read_places(text: &str, pieces: &[Piece<'_>], at: usize) -> Option<PlacesRead> {
    let mut places = Vec::new();
    let mut case = Case::Capitals;
    let mut words = 0;
    let mut next = at;
    while places.len() < PLACES {
        let Some(name) = read_name(text, pieces, next) else {
            // "A/" and no further name: the slash opens something else.
            return (!places.is_empty()).then_some(PlacesRead { places, case, next, words });
        };
        case = case.min(name.case);
        words += name.words;
        let (region, after) = read_regions(text, pieces, &name);
        places.push(PlaceName { span: name.span, region });
        next = after;
        match read_joint(pieces, next) {
            Some(after_joint) if read_name(text, pieces, after_joint).is_some() => {
                next = after_joint;
            }
            _ => break,
        }
    }
    Some(PlacesRead { places, case, next, words })
}

/// The piece after "/", "&" or "and", if one of them joins two places here.
fn read_joint(pieces: &[Piece<'_>], at: usize) -> Option<usize> {
    let comma = pieces.get(at).is_some_and(|piece| piece.is_mark(','));
    let at = at + usize::from(comma);
    let joint = pieces.get(at)?;
    let and = joint.text.eq_ignore_ascii_case("and");
    // "LISBON /TASS/" names an agency: the second slash tells.
    let signed = joint.is_mark('/')
        && pieces.iter().skip(at + 1).take(6).any(|piece| piece.is_mark('/'))
        && joint.gap > 0;
    (and || joint.is_mark('&') || joint.is_mark('/') && !signed && !comma).then_some(at + 1)
}

struct Name {
    span: Span,
    case: Case,
    next: usize,
    words: usize,
}

/// One name, without its region.
fn read_name(text: &str, pieces: &[Piece<'_>], at: usize) -> Option<Name> {
    let first = pieces.get(at).filter(|piece| piece.is_word())?;
    let case = case_of(first.text);
    let opens_lower = case == Case::Lower;
    let limit = if case == Case::Capitals { CAPITAL_WORDS } else { SMALL_WORDS };
    let mut end = first.span;
    let mut next = at + 1;
    let mut words = 1;
    while let Some(piece) = pieces.get(next) {
        if !piece.is_word() || piece.new_line || piece.gap > 2 || words >= limit {
            break;
        }
        let date_follows = is_calendar_word(piece.text)
            && when::read_date(pieces, next)
                .is_some_and(|read| !matches!(read.form, when::DateForm::MonthAlone));
        if date_follows || is_and(piece.text) {
            break;
        }
        let own = case_of(piece.text);
        let fits = match case {
            Case::Capitals => own == Case::Capitals,
            Case::Title => own != Case::Lower || opens_lower,
            Case::Lower => true,
        };
        // "Rio de Janeiro", "DAR es SALAAM": a small word counts if a fitting one follows.
        let bridge = !fits
            && is_connector(piece.text)
            && pieces
                .get(next + 1)
                .is_some_and(|after| after.is_word() && case_of(after.text) >= case);
        if !fits && !bridge {
            break;
        }
        end = piece.span;
        next += 1;
        words += 1;
    }
    let mut name = Name { span: first.span.cover(end), case, next, words };
    extend_joined(text, pieces, &mut name);
    extend_lower(pieces, &mut name);
    // A lone letter is no town ("A - the first …"), and neither is the name of a month.
    let surface = name.span.of(text);
    let letters = surface.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 2 && !is_calendar_word(surface)).then_some(name)
}

/// "DALLAS/FORT WORTH", "TRINIDAD AND TOBAGO": one name although it holds a joint.
fn extend_joined(text: &str, pieces: &[Piece<'_>], name: &mut Name) {
    let Some(joint) = pieces.get(name.next) else { return };
    if !joint.is_mark('/') && !is_and(joint.text) {
        return;
    }
    for words in 1..=3 {
        let Some(last) = pieces.get(name.next + words).filter(|piece| piece.is_word()) else {
            return;
        };
        let whole = name.span.cover(last.span);
        if lists().is_joined(whole.of(text)) {
            name.span = whole;
            name.next += words + 1;
            name.words += words + 1;
            return;
        }
    }
}

/// "Mexico city, march 18": small letters by mistake; a comma and a date tell.
fn extend_lower(pieces: &[Piece<'_>], name: &mut Name) {
    if name.case != Case::Title {
        return;
    }
    for words in 1..=2 {
        let Some(last) = pieces.get(name.next + words - 1).filter(|piece| piece.is_word()) else {
            return;
        };
        let comma = pieces.get(name.next + words).is_some_and(|piece| piece.is_mark(','));
        let date = when::read_date(pieces, name.next + words + 1);
        if comma && date.is_some_and(|date| date.form == when::DateForm::Plain) {
            name.span = name.span.cover(last.span);
            name.next += words;
            name.words += words;
            return;
        }
    }
}

/// The regions after a name: "N.C.", "West Germany", "Idaho, Calif.", "[India]", "(Ukraine)".
fn read_regions(text: &str, pieces: &[Piece<'_>], name: &Name) -> (Option<Span>, usize) {
    let mut found: Option<Span> = None;
    let mut at = name.next;
    for _ in 0..3 {
        let Some(mark) = pieces.get(at) else { break };
        let read = if mark.is_mark(',') {
            read_region(text, pieces, at + 1)
        } else if mark.is_mark('(') {
            read_enclosed(text, pieces, at + 1, ')')
        } else if mark.is_mark('[') {
            read_enclosed(text, pieces, at + 1, ']')
        } else if found.is_none() && mark.is_word() && name.case == Case::Capitals {
            // "FARMINGTON Conn., March 5": the comma was forgotten.
            read_region(text, pieces, at).filter(|(span, _)| lists().state(span.of(text)).is_some())
        } else {
            None
        };
        let Some((span, next)) = read else { break };
        found = Some(found.map_or(span, |before| before.cover(span)));
        at = next;
    }
    (found, at)
}

/// A region between brackets; it has to be one that is known.
fn read_enclosed(
    text: &str,
    pieces: &[Piece<'_>],
    at: usize,
    close: char,
) -> Option<(Span, usize)> {
    let (span, next) = read_region(text, pieces, at)?;
    let closed = pieces.get(next).is_some_and(|piece| piece.is_mark(close));
    // "DERRY (PA)" is signed by an agency; "DERRY (PA) (AP)" lies in Pennsylvania.
    let signed = close == ')'
        && crate::agency::agency(span.of(text)).is_some()
        && !pieces.iter().skip(next + 1).take(8).any(|piece| piece.is_mark('('));
    (closed && !signed && lists().is_region(span.of(text))).then_some((span, next + 1))
}

/// Capitalised words up to the next mark, unless they are a date or an agency.
fn read_region(text: &str, pieces: &[Piece<'_>], at: usize) -> Option<(Span, usize)> {
    let first = pieces.get(at).filter(|piece| piece.is_word() && !piece.new_line)?;
    if case_of(first.text) == Case::Lower && !lists().is_region(first.text)
        || when::read_date(pieces, at).is_some_and(|read| is_surely_date(read.form, first.text))
    {
        return None;
    }
    let mut end = first.span;
    let mut next = at + 1;
    let mut words = 1;
    while let Some(piece) = pieces.get(next) {
        if !piece.is_word() || piece.new_line || words >= REGION_WORDS || is_and(piece.text) {
            break;
        }
        let calendar = is_calendar_word(piece.text) && when::read_date(pieces, next).is_some();
        let fits = || {
            case_of(piece.text) > Case::Lower
                || is_feature(piece.text)
                || is_connector(piece.text)
                // "Puerto rico": a slip of the shift key.
                || lists().is_region(first.span.cover(piece.span).of(text))
        };
        // "AUSTIN, Texas A former mayor": the region was whole before.
        let whole = || {
            lists().is_region(first.span.cover(end).of(text))
                && !lists().is_region(first.span.cover(piece.span).of(text))
                && !is_feature(&piece.text.to_lowercase())
        };
        if calendar || !fits() || whole() {
            break;
        }
        end = piece.span;
        next += 1;
        words += 1;
    }
    // "Claif., March 3": the stop of an abbreviation that nobody knows.
    if pieces.get(next).is_some_and(|piece| piece.is_mark('.') && piece.is_glued())
        && pieces.get(next + 1).is_some_and(|piece| piece.is_mark(','))
    {
        end = end.cover(pieces.get(next).map_or(end, |piece| piece.span));
        next += 1;
    }
    let span = first.span.cover(end);
    let surface = span.of(text);
    let is_agency = crate::agency::agency(surface).is_some() && !lists().is_region(surface);
    // "By JO HILL, Associated Press WASHINGTON (AP)": a region does not open with an agency.
    let signed = surface.match_indices(' ').any(|(at, _)| {
        surface.get(..at).is_some_and(|name| {
            name.contains(' ') && crate::agency::agency(name).is_some() && !lists().is_region(name)
        })
    });
    (!is_agency && !signed).then_some((span, next))
}

/// Whether what was read as a date can't be a region: "Mar." is a date, "Marche" may be either.
fn is_surely_date(form: when::DateForm, word: &str) -> bool {
    form != when::DateForm::Misprint || !lists().is_region(word)
}

fn is_calendar_word(word: &str) -> bool {
    month_from_name(word).is_some() || weekday_from_name(word).is_some()
}

fn is_and(word: &str) -> bool {
    word.eq_ignore_ascii_case("and")
}

/// Small words inside names.
fn is_connector(word: &str) -> bool {
    lists().has(List::Connector, word)
}

/// Small words that may end a region: "Zaire-Zambia border".
fn is_feature(word: &str) -> bool {
    lists().has(List::Region, word)
}

/// How `word` is written. Every part of a hyphenated word has to be in capitals for the whole to be.
pub(crate) fn case_of(word: &str) -> Case {
    if !word.contains('-') {
        return case_of_part(word);
    }
    let parts = word.split('-').filter(|part| !part.is_empty() && !is_connector(part));
    parts.map(case_of_part).min().unwrap_or(Case::Lower)
}

fn case_of_part(word: &str) -> Case {
    // "omaha", "Omaha": most words.
    if let Some((first, rest @ [_, ..])) = word.as_bytes().split_first()
        && first.is_ascii_alphabetic()
        && rest.iter().all(u8::is_ascii_lowercase)
    {
        return if first.is_ascii_uppercase() { Case::Title } else { Case::Lower };
    }
    if !word.chars().any(char::is_lowercase) {
        return if word.chars().any(char::is_uppercase) { Case::Capitals } else { Case::Title };
    }
    let mut prefixes = lists().words(List::Prefix).iter();
    let bare = prefixes.find_map(|prefix| word.strip_prefix(prefix)).unwrap_or(word);
    if chars::is_all_capitals(bare) && bare.len() >= 3 {
        return Case::Capitals;
    }
    // "WALtHAM": the shift key slipped.
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    let lower = word.chars().filter(|c| c.is_lowercase()).count();
    if upper >= 3 && upper > lower && word.chars().take(2).all(char::is_uppercase) {
        return Case::Capitals;
    }
    if word.starts_with(char::is_uppercase) { Case::Title } else { Case::Lower }
}

/// Whether a mark of this kind ends the text that a name may stand in.
pub(crate) fn is_dash_mark(kind: Kind) -> bool {
    matches!(kind, Kind::Mark(c) if chars::is_dash(c) || matches!(c, '_' | '\u{FFFD}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex::lex;

    fn read(text: &str) -> Vec<(&str, Option<&str>)> {
        let pieces = lex(text, Span::from_range(0..text.len()));
        let read = read_places(text, &pieces, 0);
        let places = read.map(|read| read.places).unwrap_or_default();
        places
            .iter()
            .map(|place| (place.span.of(text), place.region.map(|region| region.of(text))))
            .collect()
    }

    #[test]
    fn names_and_regions() {
        assert_eq!(read("OSLO, May 7"), [("OSLO", None)]);
        assert_eq!(read("TROY, N.C., May 7"), [("TROY", Some("N.C."))]);
        assert_eq!(read("ELM CREEK Neb., May 7"), [("ELM CREEK", Some("Neb."))]);
        assert_eq!(read("PORT, Claif., May 7"), [("PORT", Some("Claif."))]);
        assert_eq!(read("Rio de Janeiro, Brazil (AP)"), [("Rio de Janeiro", Some("Brazil"))]);
        assert_eq!(read("OSLO, A-B border, May 7"), [("OSLO", Some("A-B border"))]);
        assert_eq!(read("New Port [India], May 7"), [("New Port", Some("India"))]);
    }

    #[test]
    fn joint_places() {
        assert_eq!(read("OSLO/PARIS (Reuters)"), [("OSLO", None), ("PARIS", None)]);
        assert_eq!(read("TROY, Va./OSLO -"), [("TROY", Some("Va.")), ("OSLO", None)]);
        assert_eq!(read("OSLO AND PARIS -"), [("OSLO", None), ("PARIS", None)]);
        assert_eq!(read("DALLAS/FORT WORTH -"), [("DALLAS/FORT WORTH", None)]);
        assert_eq!(read("TRINIDAD AND TOBAGO -"), [("TRINIDAD AND TOBAGO", None)]);
        assert_eq!(read("OSLO /TASS/"), [("OSLO", None)]);
    }

    #[test]
    fn case_forgives_slips() {
        for word in ["OSLO", "WALtHAM", "McLEAN", "O'FALLON", "PORT-au-PRINCE", "ST."] {
            assert_eq!(case_of(word), Case::Capitals, "{word}");
        }
        assert_eq!(case_of("TEHRAN-based"), Case::Lower);
        assert_eq!(case_of("Oslo"), Case::Title);
    }
}
