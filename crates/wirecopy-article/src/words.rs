//! The few words and marks that say what a line is for.
//!
//! The lists are data (`data/`): what newsrooms and pages put around a story. Everything here looks at
//! one line, or at its first and last words, and costs no more than that.

use std::cell::OnceCell;
use std::sync::LazyLock;
use wirecopy_text::{chars, count_bytes, find_byte, floor_char_boundary};

/// Longest line, in bytes, that may be a label, and the stretch of a longer one that is looked at.
const LABEL: usize = 320;

/// Bytes of a line in which a cue at its start ends.
const START: usize = 64;

/// Longest line, in bytes, that may be a cue as a whole, without the marks behind it: a character in
/// lower case may have a third of its bytes.
const WHOLE: usize = 3 * 32;

/// Bytes of the longest function word.
const LONGEST_FUNCTION_WORD: usize = 10;

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

/// The cues of one kind and place, sorted.
struct Cues {
    starts: Vec<(&'static str, Cue)>,
    openings: Openings,
    wholes: Vec<(&'static str, Cue)>,
    parts: Vec<(&'static str, Cue)>,
    /// Those of captions that may stand anywhere in a line, each with the place of its first sign.
    captions: Vec<(usize, &'static [u8])>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let (starts, wholes, parts, captions) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let openings = Openings([0; 1 << 10]);
    let mut cues = Cues { starts, openings, wholes, parts, captions };
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

static FUNCTION_WORDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("../data/function_words.txt").lines().collect());

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

/// The first bytes of `line`, at most `length`, without half a character.
pub(crate) fn head(line: &str, length: usize) -> &str {
    line.get(..floor_char_boundary(line, length)).unwrap_or("")
}

/// `line` in lower case.
fn lower(line: &str) -> String {
    let changes = |c: char| !c.is_ascii() && !c.to_lowercase().eq([c]);
    if !line.is_ascii() && line.contains(changes) {
        line.to_lowercase()
    } else {
        line.to_ascii_lowercase()
    }
}

/// Number of words of `line`, at most `most`: what white space sets apart.
pub(crate) fn count(line: &str, most: usize) -> usize {
    if !line.is_ascii() {
        return count_slowly(line, most);
    }
    let is_space = |byte: u8| (byte == b' ') | (byte.wrapping_sub(b'\t') < 5);
    let bytes = line.as_bytes();
    let first = bytes.first().is_some_and(|first| !is_space(*first));
    // So many that their count fits into a byte.
    let pairs = bytes.chunks(128).zip(bytes.get(1..).unwrap_or(&[]).chunks(128));
    let begun = pairs.map(|(before, bytes)| {
        let begins = |(before, byte): (&u8, &u8)| is_space(*before) & !is_space(*byte);
        usize::from(before.iter().zip(bytes).fold(0, |count, pair| count + u8::from(begins(pair))))
    });
    most.min(usize::from(first) + begun.sum::<usize>())
}

/// The same, beyond ASCII too.
fn count_slowly(line: &str, most: usize) -> usize {
    let (mut count, mut inside, mut at) = (0, false, 0);
    while let Some(rest) = line.as_bytes().get(at..).filter(|rest| !rest.is_empty() && count < most)
    {
        if let Some(bytes) = rest.first_chunk::<8>().filter(|bytes| bytes.is_ascii()) {
            count += begun(*bytes, &mut inside);
            at += 8;
            continue;
        }
        for (from, byte) in (at..).zip(rest.iter().take(8)) {
            let space = match byte {
                b' ' | b'\t'..=b'\r' => true,
                // The rest of a character is what its first byte is.
                0x80..=0xBF => continue,
                // All white space beyond ASCII begins with one of these.
                0xC2 | 0xE1..=0xE3 => {
                    line.get(from..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
                }
                _ => false,
            };
            count += usize::from(!space && !inside);
            inside = !space;
        }
        at += 8;
    }
    count.min(most)
}

/// Number of words that begin in eight ASCII bytes, all looked at at once; `inside` says whether a word
/// goes on before them, and is made to say it of what comes after.
fn begun(bytes: [u8; 8], inside: &mut bool) -> usize {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    const TOP: u64 = 0x80 * EACH;
    let bytes = u64::from_le_bytes(bytes);
    let from = |least: u64| (bytes | TOP) - least * EACH;
    let no_blank = (bytes ^ (b' ' as u64 * EACH)) + (TOP - EACH);
    let letters = no_blank & !(from(b'\t'.into()) & !from(b'\r' as u64 + 1)) & TOP;
    let begins = letters & !(letters << 8 | u64::from(*inside) << 7);
    *inside = letters >> 63 == 1;
    // Adds up the bits: eight bytes of one each.
    ((begins >> 7).wrapping_mul(EACH) >> 56) as usize
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
        const FIRM: [&str; 20] = [
            "this story",
            "this article",
            "this material",
            "this report",
            "copyright",
            "©",
            "editor",
            "eds",
            "a version",
            "all rights",
            "reporting by",
            "additional reporting",
            "for more",
            "for further",
            "the associated press contributed",
            "follow us",
            "sign up",
            "subscribe",
            "click here",
            "read more",
        ];
        let start = lower(head(self.line, START));
        FIRM.iter().any(|firm| start.starts_with(firm))
    }
}

/// What the first words of `line` say.
fn start_cue(line: &str) -> Option<Cue> {
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

/// Whether what opens in parentheses closes at the end of `line`, or not at all: "(CORRECTED)-RIVER
/// FEES AGREED" is a headline.
pub(crate) fn closes_at_end(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('(') else { return true };
    rest.split_once(')').is_none_or(|(_, after)| after.split_whitespace().count() <= 1)
        || rest.trim_end().ends_with(')')
}

/// Whether `line` does not go on with a letter where the cue ends ("photo" of "photocopiers").
fn ends_a_word(cue: &str, line: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric();
    !cue.ends_with(inside) || !line.get(cue.len()..).is_some_and(|rest| rest.starts_with(inside))
}

/// Whether `word` is one that no line ends with unless it goes on: "of", "the".
pub(crate) fn is_function_word(word: &str) -> bool {
    word.len() <= LONGEST_FUNCTION_WORD
        && FUNCTION_WORDS.binary_search(&lower(word).as_str()).is_ok()
}

/// Whether `line` ends as a sentence does, inside closing marks or not.
pub(crate) fn ends_sentence(line: &str) -> bool {
    let closing = |c: char| {
        chars::is_double_quote(c)
            || chars::is_single_quote(c)
            || matches!(c, ')' | ']' | '}')
            || c.is_whitespace()
    };
    let bare = line.trim_end_matches(closing);
    bare.chars().next_back().is_some_and(|c| chars::is_sentence_stop(c) || c == ':')
}

/// Whether `line` opens as an item of a list: a bullet, a dash and a space, "1." or "(a)".
pub(crate) fn is_list_item(line: &str) -> bool {
    let mut rest = line.chars();
    match rest.next() {
        Some(c) if chars::is_bullet(c) => {
            // "***" and "****LONDON" are marks of urgency, not bullets.
            let next = rest.next();
            next.is_some_and(|c| c.is_whitespace() || c.is_alphanumeric() && !line.starts_with('*'))
        }
        Some('-' | '–' | '+' | '>' | 'o') => {
            rest.next().is_some_and(char::is_whitespace)
                && rest.clone().any(char::is_alphanumeric)
                && rest.next().is_some_and(|c| !c.is_whitespace())
        }
        Some('(') => label(line.get(1..).unwrap_or("")).is_some_and(|rest| rest.starts_with(')')),
        Some(_) => label(line).is_some_and(|rest| {
            let mut rest = rest.chars();
            rest.next().is_some_and(|c| matches!(c, '.' | ')'))
                && rest.next().is_some_and(char::is_whitespace)
                && rest.next().is_some_and(|c| !c.is_numeric())
        }),
        None => false,
    }
}

/// What follows a number of one or two digits, or a single small letter.
fn label(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        1 | 2 => text.get(digits..),
        0 if text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase()) => text.get(1..),
        _ => None,
    }
}

/// Whether `line` is a heading between hyphens, as AFP sets them: "- A long dispute -".
pub(crate) fn is_framed_heading(line: &str) -> bool {
    let inner = line.strip_prefix("- ").and_then(|rest| rest.strip_suffix(" -"));
    inner.is_some_and(|inner| inner.split_whitespace().count() <= 10 && !inner.contains(" - "))
}

/// Whether `line` is a heading by the marks of plain mail: "**In short**", "## In short".
pub(crate) fn is_marked_heading(line: &str) -> bool {
    let bold = line.strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
    let inner = bold.or_else(|| {
        line.trim_start_matches('#').strip_prefix(' ').filter(|rest| rest.len() + 1 < line.len())
    });
    inner.is_some_and(|inner| inner.contains(char::is_alphabetic) && !inner.contains("**"))
}

/// Whether `line` is words of somebody in single quotation marks, without a stop: "'Nobody asked'".
pub(crate) fn is_cited(line: &str) -> bool {
    let inner = line
        .strip_prefix(['\'', '‘'])
        .and_then(|rest| rest.strip_suffix(['\'', '’']))
        .filter(|inner| !inner.ends_with(['.', ',', '!', ';']));
    inner.is_some_and(|inner| {
        inner.starts_with(char::is_uppercase) && inner.split_whitespace().count() <= 8
    })
}

/// Whether `line` is an entry of a page that is written as things happen: "14:05 The dam holds".
pub(crate) fn is_timed_heading(line: &str) -> bool {
    let Some((time, rest)) = line.split_once(' ') else { return false };
    let clock = time.split_once([':', '.']).is_some_and(|(hour, minute)| {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        (1..=2).contains(&hour.len()) && minute.len() == 2 && digits(hour) && digits(minute)
    });
    let opens =
        |c: char| c.is_uppercase() || chars::is_single_quote(c) || chars::is_double_quote(c);
    clock && rest.starts_with(opens) && !rest.ends_with(['.', ',']) && rest.split(' ').count() <= 12
}

/// Whether `line` asks what the lines below it answer: "What does the mayor say?"
pub(crate) fn is_question(line: &str) -> bool {
    const OPENERS: [&str; 22] = [
        "Are", "Can", "Could", "Did", "Do", "Does", "Has", "Have", "How", "Is", "Should", "So",
        "Was", "Were", "What", "When", "Where", "Which", "Who", "Why", "Will", "Would",
    ];
    let opener = line.split([' ', '’', '\'']).next().unwrap_or("");
    line.ends_with('?') && line.contains(' ') && OPENERS.contains(&opener)
}

/// Whether `line` opens with whoever answers: "Ann: …", "A: …".
pub(crate) fn answers(line: &str) -> bool {
    let name = line.split_once(": ").map(|(name, _)| name);
    name.is_some_and(|name| name.starts_with(char::is_uppercase) && name.split(' ').count() <= 3)
}

/// Whether `line` says what was heard, not who said what: "(LAUGHTER)", "[Applause.]".
pub(crate) fn is_stage_note(line: &str) -> bool {
    let round = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let inner = round.or_else(|| line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')));
    inner.is_some_and(|inner| inner.split_whitespace().count() <= 4 && !inner.contains(['(', '[']))
}

/// Whether `line` opens with a speaker's name and a colon, as in a transcript: "MS. FIELD: Good day."
pub(crate) fn opens_turn(line: &str) -> bool {
    let Some((name, rest)) = line.split_once(':') else { return false };
    name.len() <= 48
        && (rest.starts_with(char::is_whitespace) || rest.is_empty())
        && chars::is_all_capitals(name.split('(').next().unwrap_or(""))
        && name.split_whitespace().count() <= 5
        && !name.contains(|c: char| c.is_ascii_digit())
}

/// Whether `line` is a byline: "By Ann Field", "BY ANN FIELD, Staff Writer", "by Ann Field and Bo Lee".
pub(crate) fn is_byline(line: &str) -> bool {
    let line = line.trim_start_matches(['*', '_', '(', '-', '–', '—', '|']).trim_start();
    if signs_otherwise(line) {
        return true;
    }
    let (Some(by), Some(rest)) = (line.get(..2), line.get(2..)) else { return false };
    if !by.eq_ignore_ascii_case("by") || !rest.starts_with([' ', '\u{a0}', ':']) {
        return false;
    }
    let rest = rest.trim_start_matches([':', ' ', '\u{a0}']);
    // "by British Petroleum, including …" is the second line of a sentence.
    if by.starts_with('b') && (rest.split_whitespace().count() > 6 || rest.ends_with(',')) {
        return false;
    }
    rest.len() <= 160 && !reads_as_sentence(rest) && names_someone(rest)
}

/// "Interview by Ann Field", "From Ann Field in Oslo", "Ann Field, reporting from Oslo", "Ann Field @ann".
fn signs_otherwise(line: &str) -> bool {
    if line.len() > 100 || ends_sentence(line) {
        return false;
    }
    let name_in = |rest: &str| {
        rest.split_once(" in ").is_some_and(|(name, place)| {
            is_name(name) && place.starts_with(char::is_uppercase) && place.split(' ').count() <= 3
        })
    };
    let handle = |rest: &str| {
        rest.split_once(" @").is_some_and(|(name, handle)| is_name(name) && !handle.contains(' '))
    };
    let from = |rest: &str| {
        rest.split_once(", reporting ").is_some_and(|(name, from)| {
            is_name(name) && ["from ", "in "].iter().any(|word| from.starts_with(word))
        })
    };
    let made = line.split_once(" by ").is_some_and(|(work, name)| {
        matches!(work, "Interview" | "Words" | "Text" | "Report" | "Story" | "Review" | "Written")
            && name.split(" and ").all(is_name)
    });
    made || line.strip_prefix("From ").is_some_and(name_in) || handle(line) || from(line)
}

/// Whether the words could be names: the first is capitalised, and so are most of the others.
fn names_someone(words: &str) -> bool {
    let first = words.chars().next();
    if !first.is_some_and(char::is_uppercase) {
        return false;
    }
    let (mut capital, mut small) = (0, 0);
    for word in words.split_whitespace() {
        match word.chars().next() {
            Some(c) if c.is_uppercase() => capital += 1,
            Some(c) if c.is_lowercase() && !word.contains('@') => small += 1,
            _ => {}
        }
    }
    capital >= 1 && small <= capital + 1 && capital + small <= 20
}

/// Whether a line after "By" is prose: it ends in a full stop that no initial or title explains.
fn reads_as_sentence(line: &str) -> bool {
    let bare = line.trim_end();
    let last = bare.rsplit(char::is_whitespace).next().unwrap_or("");
    let stops = bare.ends_with(['.', '?', '!', '"', '”', ';']);
    let is_title = matches!(last, "Jr." | "Sr." | "Inc." | "Co." | "Ltd." | "Corp.");
    stops
        && !is_title
        && last.chars().filter(|c| *c == '.').count() < 2
        && (bare.split_whitespace().count() > 4 || bare.ends_with(['?', '!']))
}

/// Whether `line` never goes on in the next one, nor the one before it in this: labels of all kinds.
pub(crate) fn stands_alone(line: &str) -> bool {
    line.len() <= LABEL
        && !line.starts_with(char::is_lowercase)
        && (whole_cue(line).is_some() || start_cue(line) == Some(Cue::Credit) || is_byline(line))
}

/// Whether `line` names a writer without "By": "Ann Field, Staff Writer", "ANN FIELD", no.
pub(crate) fn is_signature(line: &str) -> bool {
    if line.len() > 100 || ends_sentence(line) && !line.ends_with("Jr.") {
        return false;
    }
    let lower = lower(line);
    let roles = ["writer", "correspondent", "reporter", "staff", "columnist", "special to the"];
    let ends = roles.iter().any(|role| lower.ends_with(role) || lower.starts_with("special to "));
    let count = line.split_whitespace().count();
    ends && count <= 9
        && (line.contains(',') || count <= 5)
        && (lower.starts_with("special to ") || !chars::is_all_capitals(line))
        && names_someone(line)
}

/// Whether `line` is the way to a page: "Home > World > Europe", "News | Politics".
pub(crate) fn is_trail(line: &str) -> bool {
    let steps = || line.split(['>', '|', '»', '›']).map(str::trim);
    line.len() <= 100
        && steps().count() >= 2
        && steps().all(|step| !step.is_empty() && step.split_whitespace().count() <= 4)
        && steps().any(|step| whole_cue(step) == Some(Cue::Section))
}

/// Whether `line` is a person's name and nothing else: two to four capitalised words.
pub(crate) fn is_name(line: &str) -> bool {
    let count = line.split_whitespace().count();
    let particle = |word: &str| matches!(word, "de" | "van" | "von" | "al" | "da" | "bin" | "el");
    let name = |word: &str| {
        let bare = word.strip_suffix('.').unwrap_or(word);
        let letters =
            bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        let mixed = bare.chars().skip(1).any(char::is_lowercase) || word.ends_with('.');
        letters && mixed && word.starts_with(char::is_uppercase) && !is_function_word(word)
    };
    (2..=4).contains(&count)
        && line.len() <= 40
        && line.split_whitespace().all(|word| name(word) || particle(word))
        && line.split_whitespace().next().is_some_and(name)
}

/// Whether `line` is a person's name and where it was written or for whom: "Ann Field, Oslo".
pub(crate) fn is_name_and_place(line: &str) -> bool {
    let Some((name, place)) = line.split_once(", ") else { return false };
    let capital = |word: &str| word.starts_with(char::is_uppercase) && !is_function_word(word);
    let words = place.split_whitespace();
    let whole = place.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.'));
    is_name(name) && whole && words.clone().count() <= 3 && words.clone().all(capital)
}

/// Whether `line` greets its readers: "Dear readers,".
pub(crate) fn is_greeting(line: &str) -> bool {
    line.len() <= 60 && line.starts_with("Dear ") && line.ends_with([',', ':'])
}

/// Whether `line` heads a list: "Key points:".
pub(crate) fn opens_list(line: &str) -> bool {
    line.strip_suffix(':').is_some_and(|label| whole_cue(label) == Some(Cue::List))
}

/// Whether `line` is a slug of the wire: "BC-RIVER-TALKS,2ND LD", "River-Talks 1stLd-Writethru".
pub(crate) fn is_slug(line: &str) -> bool {
    if line.len() > 80 {
        return false;
    }
    let first = line.split(char::is_whitespace).next().unwrap_or("");
    let hyphens = first.matches('-').count();
    let capitals = !first.contains(char::is_lowercase) && first.contains(char::is_alphabetic);
    let whole = first.len() == line.len();
    let wire_word = || {
        let line = lower(line);
        ["writethru", "1stld", "2ndld", "1st ld", "2nd ld", "ld-"]
            .iter()
            .any(|word| line.contains(word))
    };
    hyphens >= 1 && (capitals && hyphens >= 2 && whole || wire_word())
}

/// Whether `line` says only when: "May 7, 2013", "Tuesday, 7 May 2013 10:30 GMT", "2013-05-07 | 10:30".
pub(crate) fn is_date_line(line: &str) -> bool {
    const NAMES: [&str; 53] = [
        "ago", "year", "years", "month", "months", "day", "days", "hour", "hours", "minute",
        "minutes", "ist", "cet", "cest", "pst", "pdt", "cst", "cdt", "mst", "mdt", "hrs", "h",
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon",
        "tue", "wed", "thu", "fri", "sat", "sun", "am", "pm", "a.m", "p.m", "gmt", "est", "edt",
        "utc", "msk", "at", "on", "bst",
    ];
    if line.len() > 60 || line.contains("   ") || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let (mut dates, mut words, mut names) = (0, 0, 0);
    for word in line.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '/' | '-' | ':'))
    {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if word.is_empty() {
            continue;
        }
        words += 1;
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let figure = digits > 0 && digits + 2 >= word.len() && digits <= 4;
        let name = NAMES.iter().any(|name| {
            word == *name || word.len() <= 9 && name.len() == 3 && word.starts_with(name)
        });
        dates += u32::from(figure || name);
        names += u32::from(name && word.len() >= 3 || digits == 4);
    }
    words >= 2 && dates == words && names > 0 && !line.contains("--")
}

/// Whether `line` is in parentheses and holds a telephone number or an address: "(Oslo newsroom, +47 22 33
/// 44 55)".
pub(crate) fn is_contact(line: &str) -> bool {
    let inner = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(|inner| {
        let digits = inner.bytes().filter(u8::is_ascii_digit).count();
        inner.len() <= 200
            && !ends_sentence(inner)
            && (digits >= 6 && inner.contains(char::is_alphabetic) || inner.contains('@'))
    })
}

/// Whether `line` is who wrote and checked a story, as agencies close one: "ABC/DE", "XYZ/Ann Field/Bo Lee".
pub(crate) fn is_sign_off(line: &str) -> bool {
    let parts = || line.split('/');
    let capitals = |part: &str| part.bytes().all(|byte| byte.is_ascii_uppercase());
    line.len() <= 80
        && parts().count() >= 2
        && parts().next().is_some_and(|first| (2..=6).contains(&first.len()) && capitals(first))
        && parts()
            .skip(1)
            .all(|part| is_name(part) || (1..=6).contains(&part.len()) && capitals(part))
}

/// Whether `line` is how long a script runs: "0:40", "TRT 1:05".
pub(crate) fn is_running_time(line: &str) -> bool {
    if line.len() > 12 {
        return false;
    }
    let time = line.rsplit(' ').next().unwrap_or("");
    time.split_once(':').is_some_and(|(minutes, seconds)| {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        digits(minutes) && digits(seconds)
    }) && line.split(' ').count() <= 2
}

/// Whether `line` is a row of figures: more of them than letters, or columns set wide apart.
pub(crate) fn is_table(line: &str) -> bool {
    if line.len() > LABEL {
        return false;
    }
    let digits = count_bytes(line.as_bytes(), |byte| byte.is_ascii_digit());
    let letters = || line.chars().filter(|c| c.is_alphabetic()).count();
    digits >= 3 && digits > letters()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_unique() {
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
        assert!(FUNCTION_WORDS.is_sorted_by(|a, b| a < b), "function_words.txt");
    }

    #[test]
    fn words_are_what_white_space_sets_apart() {
        for line in [
            "",
            "  ",
            "one",
            " one\ttwo ",
            "“A” – b…",
            "a\u{a0}b\u{2003}\u{3000}c\u{85}d",
            "née\u{200b}x",
        ] {
            assert_eq!(count(line, 9), line.split_whitespace().count(), "{line:?}");
        }
        assert_eq!(count("a b c", 2), 2);
    }

    #[test]
    fn lower_case_is_that_of_unicode() {
        for line in ["ABC", "Ärger “UM” ǅ", "ΟΔΟΣ", "İ", "naïve – “X”"] {
            assert_eq!(lower(line), line.to_lowercase());
        }
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

    #[test]
    fn bylines_are_not_sentences() {
        for line in
            ["By Ann Field", "BY ANN FIELD, Staff Writer", "By A. B. Field Jr.", "by Ann Field"]
        {
            assert!(is_byline(line), "{line}");
        }
        for line in ["By Monday the river had fallen again.", "by the river", "Bystanders"] {
            assert!(!is_byline(line), "{line}");
        }
    }

    #[test]
    fn list_items() {
        for line in ["* Talks resume", "• Talks", "1. Talks", "(a) talks", "- talks"] {
            assert!(is_list_item(line), "{line}");
        }
        for line in ["****OSLO, May 7", "1.5 million", "-- Talks", "a talk", "12 May"] {
            assert!(!is_list_item(line), "{line}");
        }
    }
}
