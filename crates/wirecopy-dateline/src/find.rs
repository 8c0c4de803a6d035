//! Finding the dateline of a story.
//!
//! Only the head of the story is read: a bounded number of blocks, and of each the first few hundred
//! bytes. The first block that opens with a dateline wins.

use crate::dateline::{Dateline, DatelineError};
use crate::judge::{self, Surroundings};
use crate::lex::{Kind, Piece, lex};
use crate::lists::{List, lists};
use crate::place::{Case, case_of, is_dash_mark};
use crate::shape::{Head, Order, Separator, Shape};
use wirecopy_text::{Span, Spanned, chars, lines};

/// Bytes of a story in which its dateline may start.
const HEAD_BYTES: u32 = 16 * 1024;
/// Blocks of a story that may hold its dateline.
const HEAD_BLOCKS: usize = 64;
/// Paragraphs of prose after which no dateline is to be expected.
const HEAD_PARAGRAPHS: usize = 4;
/// A block of at least this many bytes that ends as a sentence is a paragraph.
const PARAGRAPH: usize = 120;
/// Blocks at the top that may run a byline into the dateline.
const RUN_IN_BLOCKS: usize = 6;
/// Characters of a speaker's name in a transcript.
const TURN_NAME: usize = 41;
/// Words of a byline before a dateline in the same line.
const RUN_IN_PIECES: usize = 36;

/// Says whether a name is the name of a place; a gazetteer implements it.
///
/// It is asked where neither date nor agency vouch for a dateline: "BLUE SPRINGS - The", "Oslo – The".
/// Without one a short list of the world's large cities has to do.
pub trait PlaceLookup {
    /// Whether `name`, in any case, is a place. Regions are not part of the name.
    fn is_place(&self, name: &str) -> bool;
}

/// The dateline of a story, or `None`.
///
/// Time does not depend on the length of the story.
///
/// ```
/// use wirecopy_dateline::find;
///
/// let text = "River fees agreed\n\nTROY, N.Y., Aug. 12 (AP) — The four states agreed on Monday.";
/// let dateline = find(text).unwrap();
/// assert_eq!(dateline.span.of(text), "TROY, N.Y., Aug. 12 (AP)");
/// assert_eq!(&text[dateline.body_start as usize..][..3], "The");
/// assert_eq!(dateline.agency.unwrap().agency.unwrap().id, "ap");
/// assert!(find("TROY has long resisted the fees, officials said.").is_none());
/// ```
#[must_use]
pub fn find(text: &str) -> Option<Dateline> {
    find_in(text, &rough_blocks(text), None)
}

/// The dateline of a story that is already cut into blocks: paragraphs, headings, single lines.
///
/// `blocks` are in order; a dateline is looked for at the start of each, and in the first few behind a
/// byline. Blocks that do not belong to `text` are passed over.
#[must_use]
pub fn find_in(text: &str, blocks: &[Span], places: Option<&dyn PlaceLookup>) -> Option<Dateline> {
    let head = || {
        let near = |block: &&Span| block.start() <= HEAD_BYTES && block.get(text).is_some();
        blocks.iter().take(HEAD_BLOCKS).filter(near)
    };
    let turns = head().skip(1).filter(|block| opens_turn(block.of(text))).take(2).count();
    let mut paragraphs = 0;
    for (at, block) in head().enumerate() {
        let slice = block.of(text);
        let is_paragraph = slice.len() >= PARAGRAPH && ends_sentence(slice);
        let around = Surroundings {
            text,
            block: *block,
            is_first: at == 0 && blocks.len() > 1 && !is_paragraph,
            is_transcript: turns >= 2,
            paragraphs,
            places,
        };
        if let Some(dateline) = read_block(&around, at < RUN_IN_BLOCKS) {
            return Some(dateline);
        }
        paragraphs += usize::from(is_paragraph);
        if paragraphs >= HEAD_PARAGRAPHS {
            break;
        }
    }
    None
}

/// Reads a dateline that stands alone, its separator included or not: nothing may be left over.
///
/// # Errors
///
/// [`DatelineError`] with the place where the text stops being a dateline.
///
/// ```
/// use wirecopy_dateline::parse;
///
/// let text = "OSLO/PARIS, Aug 12 (Reuters) -";
/// let dateline = parse(text).unwrap();
/// assert_eq!(dateline.places.len(), 2);
/// assert!(parse("OSLO, Aug 12 (Reuters) - The").is_err());
/// ```
pub fn parse(text: &str) -> Result<Dateline, DatelineError> {
    let whole = Span::from_range(0..text.len());
    let error = |span: Span, message: &'static str| DatelineError { span, message };
    let pieces = lex(text, whole);
    let head = Head { text, pieces: &pieces };
    // The reading that gets farthest is the one to speak of.
    let Some(shape) = head.read(0).max_by_key(|shape| shape.after) else {
        return Err(error(whole, "expected a place, a date or an agency"));
    };
    let rest = Span::new(shape.after.min(whole.end()), whole.end()).trimmed(text);
    if !rest.is_empty() {
        return Err(error(rest, "expected the end of the dateline"));
    }
    if shape.places.is_empty() && shape.agency.is_none() {
        return Err(error(shape.span, "expected a place or an agency"));
    }
    if shape.date.is_none() && shape.agency.is_none() && shape.case == Case::Lower {
        return Err(error(shape.span, "expected a date or an agency"));
    }
    Ok(dateline_of(text, &shape, None))
}

/// The dateline at the start of a block, or behind a byline that starts it.
fn read_block(around: &Surroundings<'_>, may_run_in: bool) -> Option<Dateline> {
    let pieces = lex(around.text, around.block);
    let head = Head { text: around.text, pieces: &pieces };
    let start = skip_noise(&pieces);
    for at in [0].into_iter().chain((start > 0).then_some(start)) {
        if let Some(shape) = head.read(at).find(|shape| judge::is_dateline(shape, around)) {
            return Some(dateline_of(around.text, &shape, None));
        }
    }
    // No dash and no closing parenthesis: nothing can have run in.
    let separated =
        |piece: &Piece<'_>| is_dash_mark(piece.kind) || piece.is_mark(')') || piece.is_mark('|');
    if !may_run_in || !pieces.iter().any(separated) {
        return None;
    }
    let (shape, byline) = read_run_in(&head, around)?;
    Some(dateline_of(around.text, &shape, byline))
}

/// Index of the first piece that is not the noise of a wire: "****", "RPT --", a stray letter before a
/// wide gap.
fn skip_noise(pieces: &[Piece<'_>]) -> usize {
    let mut at = 0;
    while pieces.get(at).is_some_and(|piece| {
        matches!(piece.kind, Kind::Mark('*' | '"' | '“' | '^' | '#' | '>' | '+'))
    }) {
        at += 1;
    }
    let is_dash = |at: usize| pieces.get(at).is_some_and(|piece| piece.is_mark('-'));
    match (pieces.get(at), pieces.get(at + 1)) {
        (Some(word), Some(_)) if is_call(word.text) && is_dash(at + 1) => {
            at += 2;
            at += usize::from(is_dash(at));
        }
        (Some(stray), Some(next)) if stray.text.len() == 1 && next.gap >= 2 => at += 1,
        _ => {}
    }
    at
}

/// Whether a wire sends the word before a story that it sends again.
fn is_call(word: &str) -> bool {
    word.is_ascii() && lists().has(List::Call, &word.to_ascii_lowercase())
}

/// "By Ann Field ELM CREEK, Neb. (AP) — The", "By Ann Field The Courier March 24, 2009 ELM CREEK -- The"
///
/// Pages that lost their line ends run headline, byline and dateline into one line. Names, titles and
/// dates may stand before the dateline; after prose only an agency that is known will do.
fn read_run_in(head: &Head<'_>, around: &Surroundings<'_>) -> Option<(Shape, Option<Span>)> {
    let mut byline: Option<Span> = None;
    let mut prose = false;
    let mut fallback = None;
    // What stands at the very start was read already, and is no dateline.
    let capitals = |piece: &&Piece<'_>| piece.is_word() && case_of(piece.text) == Case::Capitals;
    let signed = is_by(head, 0);
    let mut at = if signed { 0 } else { head.pieces.iter().take_while(capitals).count() };
    while let Some(piece) = head.pieces.get(at).filter(|_| at < RUN_IN_PIECES) {
        let case = case_of(piece.text);
        if byline.is_none() && is_by(head, at) {
            byline = Some(piece.span);
            at += 1;
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| head.pieces.get(at));
        prose |= byline.is_none() && piece.is_word() && case == Case::Lower;
        let starts = piece.is_word()
            && piece.text.len() >= 3
            && case == Case::Capitals
            && before.is_some_and(|before| !matches!(before.kind, Kind::Mark('@' | '(' | ':')));
        if !starts {
            at += 1;
            continue;
        }
        let after_by = byline.is_some() && before.is_some_and(|before| Some(before.span) == byline);
        let led_to = before.is_some_and(|before| dangles(before.text));
        let ran_in = RunIn { signed: byline.is_some(), after_by, prose, led_to };
        if let Some(shape) = read_capitals(head, at, around, ran_in) {
            let names = head.pieces.iter().take_while(|p| p.span.end() <= shape.span.start());
            let byline = byline.and_then(|by| {
                let last = names.last()?.span;
                (last != by).then(|| by.cover(last))
            });
            // Names of writers may be in capitals too: a known place further on is better.
            if judge::is_known(&shape, around.text, around.places) {
                return Some((shape, byline));
            }
            fallback = fallback.or(Some((shape, byline)));
        }
        // Past this run of capitals.
        at += 1;
        while head.pieces.get(at).is_some_and(|p| p.is_word() && case_of(p.text) == Case::Capitals)
        {
            at += 1;
        }
    }
    fallback
}

/// Whether the piece is the "By" of a byline: a name follows.
fn is_by(head: &Head<'_>, at: usize) -> bool {
    let by = head.pieces.get(at).is_some_and(|piece| matches!(piece.text, "By" | "BY"));
    let name = head.pieces.get(at + 1);
    by && name.is_some_and(|name| name.is_word() && case_of(name.text) > Case::Lower)
}

/// What stands before a dateline in its line.
#[derive(Debug, Clone, Copy)]
struct RunIn {
    /// A byline.
    signed: bool,
    /// "By" at once, so that the writer's name may be in capitals too.
    after_by: bool,
    /// Words in small letters that belong to no byline.
    prose: bool,
    /// A word such as "in" that makes the place part of a sentence.
    led_to: bool,
}

/// The dateline in a run of words in capitals: at the first word from which the name is a known
/// place, or else at the start, or, if a byline in capitals came first, at the last word.
fn read_capitals(
    head: &Head<'_>,
    at: usize,
    around: &Surroundings<'_>,
    ran_in: RunIn,
) -> Option<Shape> {
    let fits = |shape: &Shape| {
        let dashed = matches!(shape.separator, Separator::Hyphen | Separator::Dash);
        let signed = shape.agency.is_some_and(|(agency, _)| agency.agency.is_some());
        // "WASHINGTON (AP) An": the dash was lost, but the agency is there.
        let lost = signed
            && !ran_in.led_to
            && judge::is_known(shape, around.text, around.places)
            && shape.separator == Separator::None;
        shape.order == Order::PlaceFirst
            && (dashed || lost)
            && (!ran_in.prose || ran_in.signed || signed && !ran_in.led_to)
            && judge::is_dateline(shape, around)
    };
    let run = head
        .pieces
        .iter()
        .skip(at)
        .take_while(|piece| piece.is_word() && case_of(piece.text) == Case::Capitals)
        .count();
    let read = |at: usize| head.read_place_first(at).filter(|shape| fits(shape));
    let known = (at..at + run)
        .filter_map(read)
        .find(|shape| judge::is_known(shape, around.text, around.places));
    if known.is_some() {
        return known;
    }
    let shape = read(if ran_in.after_by { at + run.saturating_sub(1) } else { at })?;
    let region = shape.places.iter().any(|place| place.region.is_some());
    let sure = shape.date.is_some() || shape.agency.is_some() || ran_in.signed || region;
    sure.then_some(shape)
}

fn dateline_of(text: &str, shape: &Shape, byline: Option<Span>) -> Dateline {
    let rest = text.get(shape.after as usize..).unwrap_or("");
    let gap = rest.len() - rest.trim_start_matches(chars::is_invisible).len();
    let body_start = Span::from_range(0..shape.after as usize + gap).end();
    Dateline {
        span: shape.span,
        body_start,
        places: shape.places.clone(),
        date: shape.date.map(|date| date.date),
        agency: shape.agency.map(|(agency, _)| agency),
        byline,
    }
}

/// Whether `text` ends as a sentence does, inside closing marks or not.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let closing = |c: char| {
        chars::is_double_quote(c)
            || chars::is_single_quote(c)
            || matches!(c, ')' | ']')
            || chars::is_invisible(c)
    };
    let bare = text.trim_end_matches(closing);
    bare.chars().next_back().is_some_and(|c| chars::is_sentence_stop(c) || c == ':')
}

/// Whether `block` opens with a name in capitals and a colon.
fn opens_turn(block: &str) -> bool {
    // Most blocks open with a word in small letters, and are none.
    let mut name = block.char_indices().take(TURN_NAME).take_while(|(_, c)| !c.is_lowercase());
    let Some((end, _)) = name.find(|(_, c)| *c == ':') else { return false };
    let (name, rest) = block.split_at(end);
    rest.starts_with(": ") && chars::is_all_capitals(name)
}

/// Blocks good enough to look for a dateline: from each line that can start one to the next blank or
/// indented line. They may overlap.
fn rough_blocks(text: &str) -> Vec<Span> {
    let mut rows: Vec<(Span, bool)> = Vec::new();
    let mut apart = true;
    let mut open = false;
    for line in lines(text) {
        if line.span().start() > HEAD_BYTES || rows.len() > HEAD_BLOCKS {
            break;
        }
        if line.is_blank(text) {
            (apart, open) = (true, false);
            continue;
        }
        let span = line.span().trimmed(text);
        let starts = apart || line.indent() > 0 || !open;
        rows.push((span, starts));
        open = dangles(span.of(text));
        apart = false;
        // Marks the end of the paragraph before, for the walk below.
        if let Some(row) = rows.len().checked_sub(2).and_then(|at| rows.get_mut(at))
            && !starts
        {
            row.0 = row.0.cover(span);
        }
    }
    join_rows(text, &rows)
}

/// Lets each row that starts a block reach to the end of its paragraph.
fn join_rows(text: &str, rows: &[(Span, bool)]) -> Vec<Span> {
    let mut blocks: Vec<Span> = Vec::new();
    let mut below: Option<Span> = None;
    for (span, starts) in rows.iter().rev() {
        // A blank line shows as two terminators between the rows, an indent as white space.
        let joined = below.filter(|below| {
            let between = Span::new(span.end().min(below.start()), below.start()).of(text);
            matches!(between, "" | "\n" | "\r\n" | "\r" | " \n" | " \r\n")
        });
        let whole = joined.map_or(*span, |below| span.cover(below));
        if *starts {
            blocks.push(whole);
        }
        below = Some(whole);
    }
    blocks.reverse();
    blocks
}

/// Whether a line breaks off, so that the next one goes on with it.
fn dangles(line: &str) -> bool {
    let last = line.rsplit(char::is_whitespace).next().unwrap_or("");
    let word = last.to_lowercase();
    last.ends_with(',') || lists().has(List::Dangling, &word)
}
