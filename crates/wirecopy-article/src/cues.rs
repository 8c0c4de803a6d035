//! What the first words of a line, a sign within it, or the whole of it say that it is for.
//!
//! The cues are data (`data/cues.tsv`): what newsrooms and pages put around a story. Everything here
//! looks at one line, at most at its first stretch, and costs no more than that.

use crate::words::{head, lower};
use std::cell::OnceCell;
use std::sync::LazyLock;
use wirecopy_text::{chars, find_byte};

/// Longest line, in bytes, that may be a label, and the stretch of a longer one that is looked at.
pub(crate) const LABEL: usize = 320;

/// Bytes of a line in which a cue at its start ends.
const START: usize = 64;

/// Longest line, in bytes, that may be a cue as a whole, without the marks behind it: a character in
/// lower case may have a third of its bytes.
const WHOLE: usize = 3 * 32;

/// What a cue says that its line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    Caption,
    Credit,
    Note,
    Section,
    /// What heads a list.
    List,
}

/// The cues of all kinds by their place, each list sorted.
struct Cues {
    starts: Vec<(&'static str, Cue)>,
    openings: Openings,
    wholes: Vec<(&'static str, Cue)>,
    parts: Vec<(&'static str, Cue)>,
    /// Those at the start of a line that hold even where it reads as prose.
    firm: Vec<&'static str>,
    /// Those of captions that may stand anywhere in a line, each with the place of its first sign.
    captions: Vec<(usize, &'static [u8])>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut cues = Cues {
        starts: Vec::new(),
        openings: Openings([0; 1 << 10]),
        wholes: Vec::new(),
        parts: Vec::new(),
        firm: Vec::new(),
        captions: Vec::new(),
    };
    for row in include_str!("../data/cues.tsv").lines().filter(|row| !row.starts_with('#')) {
        let mut cells = row.split('\t');
        let (Some(kind), Some(place), Some(cue)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let kind = match kind {
            "caption" => Cue::Caption,
            "credit" => Cue::Credit,
            "section" => Cue::Section,
            "list" => Cue::List,
            _ => Cue::Note,
        };
        match place {
            "start" => {
                cues.openings.add(cue);
                cues.starts.push((cue, kind));
            }
            "firm" => cues.firm.push(cue),
            "whole" => cues.wholes.push((cue, kind)),
            _ if kind == Cue::Caption => {
                let sign = cue.bytes().position(is_sign);
                cues.captions.extend(sign.map(|sign| (sign, cue.as_bytes())));
            }
            _ => cues.parts.push((cue, kind)),
        }
    }
    cues.starts.sort_unstable_by_key(|(cue, _)| *cue);
    cues.wholes.sort_unstable_by_key(|(cue, _)| *cue);
    cues
});

/// The first three bytes of cues, of each five bits, so that case does not matter: most lines open with
/// none of them, and need no copy in lower case to tell.
struct Openings([u32; 1 << 10]);

impl Openings {
    /// The row of three bytes, and their bit in it.
    fn place([first, second, third]: [u8; 3]) -> (usize, u32) {
        (usize::from(first % 32) << 5 | usize::from(second % 32), 1 << (third % 32))
    }

    fn add(&mut self, cue: &str) {
        let place = cue.as_bytes().first_chunk().map(|bytes| Self::place(*bytes));
        if let Some((row, bit)) = place
            && let Some(row) = self.0.get_mut(row)
        {
            *row |= bit;
        }
    }

    /// Whether a cue may open `line`.
    fn may_open(&self, line: &str) -> bool {
        match line.as_bytes().first_chunk::<3>() {
            Some(bytes) if bytes.is_ascii() => {
                let (row, bit) = Self::place(*bytes);
                self.0.get(row).is_some_and(|row| row & bit != 0)
            }
            // Beyond ASCII lower case may have other bytes.
            _ => !line.starts_with(chars::is_double_quote),
        }
    }
}

/// What each cue of a credit within a line has, or else a slash.
const VIA: &[u8; 3] = b"via";
/// What each cue of a note within a line has.
const MINUTES: &[u8; 3] = b"min";

/// Whether three letters stand together in `line`, in any case. Looks at all of it at once, and may be
/// wrong where there is something beyond letters.
fn has_letters(line: &[u8], [first, second, third]: [u8; 3]) -> bool {
    let after = |bytes: usize| line.get(bytes..).unwrap_or(&[]);
    let threes = line.iter().zip(after(1)).zip(after(2));
    let found = threes.fold(0, |any, ((a, b), c)| {
        any | u8::from((a | 0x20 == first) & (b | 0x20 == second) & (c | 0x20 == third))
    });
    found != 0
}

/// The signs that cues within a line have: a caption's each have one, and most lines have none.
const fn is_sign(byte: u8) -> bool {
    // Without branches, for [`find_byte`].
    (byte == b'(') | (byte == b'[') | (byte == b'/') | (byte == b':')
}

/// Whether a cue of a caption stands in `line`, around one of its signs.
fn has_caption(line: &[u8]) -> bool {
    let mut from = 0;
    while let Some(ahead) = line.get(from..).and_then(|rest| find_byte(rest, is_sign)) {
        let sign = from + ahead;
        let stands = |(before, cue): &(usize, &[u8])| {
            let found = sign.checked_sub(*before).and_then(|at| line.get(at..at + cue.len()));
            found.is_some_and(|found| found.eq_ignore_ascii_case(cue))
        };
        if CUES.captions.iter().any(stands) {
            return true;
        }
        from = sign + 1;
    }
    false
}

/// The first stretch of a line, and the same in lower case, made once for all that is asked about it.
pub(crate) struct Head<'l> {
    line: &'l str,
    lower: OnceCell<String>,
}

impl<'l> Head<'l> {
    pub(crate) fn of(line: &'l str) -> Self {
        Self { line: head(line, LABEL), lower: OnceCell::new() }
    }

    /// What the first words of the line say: "Photo by", "(Reporting by", "Copyright".
    pub(crate) fn start_cue(&self) -> Option<Cue> {
        start_cue(self.line)
    }

    /// Whether the line holds a cue of `kind` anywhere in its first stretch.
    pub(crate) fn has_cue(&self, kind: Cue) -> bool {
        let bytes = self.line.as_bytes();
        let may_have = match kind {
            Cue::Caption => return has_caption(bytes),
            Cue::Credit => bytes.contains(&b'/') || has_letters(bytes, *VIA),
            _ => has_letters(bytes, *MINUTES),
        };
        if !may_have {
            return false;
        }
        let lower = self.lower.get_or_init(|| lower(self.line));
        CUES.parts.iter().any(|(cue, of)| *of == kind && lower.contains(cue))
    }

    /// Notes that are notes even where they read as prose.
    pub(crate) fn is_firm_note(&self) -> bool {
        let start = lower(head(self.line, START));
        CUES.firm.iter().any(|cue| start.starts_with(cue))
    }
}

/// What the first words of `line` say.
pub(crate) fn start_cue(line: &str) -> Option<Cue> {
    if !CUES.openings.may_open(line) {
        return None;
    }
    let line = lower(head(line, START));
    // Cues that begin as the line does stand together; the longest decides.
    let first_of = |cue: &str| cue.as_bytes().first_chunk::<2>().copied();
    let first = first_of(&line)?;
    let from = CUES.starts.partition_point(|(cue, _)| first_of(cue) < Some(first));
    let cues = CUES.starts.iter().skip(from);
    cues.take_while(|(cue, _)| first_of(cue) == Some(first))
        .filter(|(cue, _)| line.starts_with(cue) && ends_a_word(cue, &line))
        .max_by_key(|(cue, _)| cue.len())
        .map(|(_, kind)| *kind)
}

/// What the whole of `line` is, as a label: "All news", "ENDS", "Share this".
pub(crate) fn whole_cue(line: &str) -> Option<Cue> {
    if line.len() > LABEL {
        return None;
    }
    // A control character that was written out.
    let line = line.strip_suffix("^M").unwrap_or(line);
    // "… fell on the / news." is the end of a paragraph; "ENDS." is a mark.
    let stopped = line.ends_with('.') && !chars::is_all_capitals(line);
    let bare = line.trim_end_matches([':', '.', '>', '|', '»']).trim_end();
    if stopped || bare.len() > WHOLE {
        return None;
    }
    let line = lower(bare);
    let at = CUES.wholes.binary_search_by_key(&line.as_str(), |(cue, _)| *cue).ok()?;
    CUES.wholes.get(at).map(|(_, kind)| *kind)
}

/// Whether `line` does not go on with a letter where the cue ends ("photo" of "photocopiers").
fn ends_a_word(cue: &str, line: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric();
    !cue.ends_with(inside) || !line.get(cue.len()..).is_some_and(|rest| rest.starts_with(inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_has_what_the_code_relies_on() {
        let rows = include_str!("../data/cues.tsv").lines().skip(1);
        assert!(rows.clone().is_sorted_by(|a, b| a < b), "cues.tsv");
        assert!(rows.clone().all(|row| row.split('\t').count() == 3));
        assert!(
            CUES.starts.iter().all(|(cue, _)| (2..=START - 4).contains(&cue.len())),
            "cues.tsv"
        );
        assert!(CUES.wholes.iter().all(|(cue, _)| cue.len() <= WHOLE / 3), "cues.tsv");
        let rows = include_str!("../data/cues.tsv").lines();
        assert_eq!(
            CUES.captions.len(),
            rows.filter(|row| row.starts_with("caption\tpart")).count(),
            "a caption's cue within a line needs a sign"
        );
        // Beyond ASCII the sign of kelvin has a small k, and İ an i with a dot.
        let plain = |cue: &[u8]| cue.is_ascii() && !cue.contains(&b'k') && !cue.ends_with(b"i");
        assert!(CUES.captions.iter().all(|(_, cue)| plain(cue)), "cues.tsv");
        let mut credits = CUES.parts.iter().filter(|(_, kind)| *kind == Cue::Credit);
        let has = |cue: &str, letters: &[u8; 3]| has_letters(cue.as_bytes(), *letters);
        assert!(credits.all(|(cue, _)| cue.contains('/') || has(cue, VIA)), "cues.tsv");
        let mut notes = CUES.parts.iter().filter(|(_, kind)| *kind == Cue::Note);
        assert!(notes.all(|(cue, _)| has(cue, MINUTES)), "cues.tsv");
        assert!(!CUES.starts.iter().any(|(cue, _)| cue.starts_with(chars::is_double_quote)));
    }

    #[test]
    fn cues_need_whole_words() {
        assert_eq!(Head::of("Photo by Ann Field").start_cue(), Some(Cue::Credit));
        assert_eq!(Head::of("Photographers met in Oslo").start_cue(), None);
        assert_eq!(
            Head::of("(Reporting by Ann Field; editing by Bo Lee)").start_cue(),
            Some(Cue::Note)
        );
        assert_eq!(whole_cue("All news"), Some(Cue::Section));
        assert_eq!(whole_cue("ENDS."), Some(Cue::Note));
    }
}
