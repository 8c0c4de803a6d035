//! Parts: what each block is for.
//!
//! A block says some of it itself ("By Ann Field", "Photo EPA", "(Reporting by …)"). The rest is place:
//! what stands before the dateline, or before the first paragraph where there is none, is the head of
//! the story, and its first line of any length is the headline.
//!
//! ```text
//! All news                                      section
//! River states want talks to be held soon       headline
//! Fees at the port are at issue                 subhead
//! Photo EPA/RIVER NEWS                          credit
//! OSLO, May 7 (River News) - Talks went on.     dateline
//! ```

use crate::block::{Block, blocks};
use crate::cues::{Cue, Head};
use crate::{byline, cues, line, words};
use wirecopy_text::{Span, Spanned, chars};

/// Blocks before the dateline beyond which nobody should look for a headline.
const LONGEST_HEAD: usize = 40;
/// Most words of a heading inside the body.
const HEADING_WORDS: usize = 10;
/// Most words of a headline.
const HEADLINE_WORDS: usize = 40;
/// Most words of a section line that is not in the list of sections.
const SECTION_WORDS: usize = 3;

/// What a part of a story is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PartKind {
    /// The page or desk that a story was filed under: "All news", "Home > World".
    Section,
    /// The headline.
    Headline,
    /// A line under the headline that sums the story up.
    Subhead,
    /// Words under a picture.
    Caption,
    /// Who took a picture or owns it: "Photo EPA/ITAR-TASS".
    Credit,
    /// Who wrote the story: "By Ann Field".
    Byline,
    /// The paragraph that opens with the dateline, or the dateline on a line of its own.
    Dateline,
    /// A paragraph of the body.
    Paragraph,
    /// A heading inside the body.
    Heading,
    /// An item of a list, with its bullet.
    ListItem,
    /// Words about the story, not of it: editor's notes, slugs, "(Reporting by …)", "ENDS", copyright,
    /// the line that says when a page was published.
    Note,
    /// Anything else: rows of tables, rules, stray marks.
    Other,
}

impl PartKind {
    /// The name in snake case, as it is written in JSON: `list_item`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Headline => "headline",
            Self::Subhead => "subhead",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::ListItem => "list_item",
            Self::Note => "note",
            Self::Other => "other",
        }
    }

    /// Whether the part is the story's own prose: dateline, paragraph or list item.
    #[must_use]
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Dateline | Self::Paragraph | Self::ListItem)
    }
}

/// One part of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Part {
    /// What it is for.
    pub kind: PartKind,
    /// Where it is, without white space at its ends.
    pub span: Span,
}

impl Spanned for Part {
    fn span(&self) -> Span {
        self.span
    }
}

/// [`blocks`] and [`classify`] in one call. Looks for a dateline by its shape alone: capitals, then a
/// separator; use `wirecopy-dateline` and [`classify`] to be sure.
///
/// ```
/// use wirecopy_article::{PartKind, parts};
///
/// let text = "RIVER FEES AGREED\n    OSLO, May 7 - Talks will go on.\n    Fees rise in June.\n REUTER";
/// let kinds: Vec<_> = parts(text).iter().map(|part| part.kind.name()).collect();
/// assert_eq!(kinds, ["headline", "dateline", "paragraph", "note"]);
/// ```
#[must_use]
pub fn parts(text: &str) -> Vec<Part> {
    let blocks = blocks(text);
    let head = blocks.iter().take(LONGEST_HEAD);
    let dateline = head.map(Spanned::span).find(|span| looks_like_dateline(span.of(text)));
    classify(text, &blocks, dateline.map(Span::start))
}

/// Says what each of `blocks` is for: one part per block, in order, linear in the text.
///
/// `dateline_start` is the offset at which the dateline starts, where one was found; its block is the
/// part of kind [`PartKind::Dateline`].
#[must_use]
pub fn classify(text: &str, blocks: &[Block], dateline_start: Option<u32>) -> Vec<Part> {
    let views: Vec<View<'_>> = blocks.iter().map(|block| View::of(text, block)).collect();
    let dateline = dateline_start
        .and_then(|offset| blocks.iter().position(|block| block.span().contains(offset)));
    let body = dateline.unwrap_or_else(|| first_paragraph(&views));
    let mut kinds: Vec<PartKind> = Vec::with_capacity(views.len());
    head_kinds(&views, body, dateline.is_some(), &mut kinds);
    for (at, view) in views.iter().enumerate().skip(kinds.len()) {
        let kind = if dateline == Some(at) {
            PartKind::Dateline
        } else {
            body_kind(view, at.checked_sub(1).and_then(|at| views.get(at)), views.get(at + 1))
        };
        kinds.push(kind);
    }
    let spans = blocks.iter().map(Spanned::span);
    kinds.into_iter().zip(spans).map(|(kind, span)| Part { kind, span }).collect()
}

/// A block, and what it says by itself.
struct View<'t> {
    text: &'t str,
    words: usize,
    /// Whether it ends as a sentence.
    closed: bool,
    after_blank: bool,
    /// What it is, if its own words say so.
    own: Option<PartKind>,
}

impl<'t> View<'t> {
    fn of(text: &'t str, block: &Block) -> Self {
        let slice = block.span().of(text);
        let words = words::count(slice, 2 * HEADLINE_WORDS);
        let closed = line::ends_sentence(slice);
        let after_blank = block.is_after_blank_line();
        Self { text: slice, words, closed, after_blank, own: own_kind(slice, words, closed) }
    }

    /// Whether it is prose: a sentence of some length.
    fn is_prose(&self) -> bool {
        self.own.is_none()
            && (line::is_greeting(self.text)
                || self.closed && self.words >= 8
                || self.words >= 5
                    && self.text.ends_with('.')
                    && !chars::is_all_capitals(self.text)
                || self.words >= HEADLINE_WORDS
                || self.has_inner_stop() && self.words >= 12)
    }

    /// Whether a sentence ends inside: a stop, a space and a capital after a word of small letters.
    fn has_inner_stop(&self) -> bool {
        self.text.split(". ").take(4).zip(self.text.split(". ").skip(1)).any(|(before, after)| {
            let last = before.rsplit(char::is_whitespace).next().unwrap_or("");
            last.len() >= 4
                && last.ends_with(char::is_lowercase)
                && last.starts_with(char::is_lowercase)
                && after.starts_with(|c: char| c.is_uppercase() || chars::is_double_quote(c))
        })
    }

    /// Whether it heads `next` by its marks: "**In short**", "'Nobody asked'", "14:05 The dam holds", by
    /// its capitals: "WHO PAYS?", or as a question: "What does the mayor say?"
    fn heads(&self, next: &View<'_>) -> bool {
        if self.words > HEADING_WORDS || !self.after_blank || !next.after_blank {
            return false;
        }
        let goes_on = next.words > self.words && next.own.is_none();
        let capitals = self.words > 1
            && chars::is_all_capitals(self.text)
            && self.text.ends_with('?')
            && !chars::is_all_capitals(next.text);
        let asks = line::is_question(self.text)
            && next.words >= 2 * HEADING_WORDS
            && !line::answers(next.text);
        line::is_marked_heading(self.text)
            || line::is_timed_heading(self.text)
            || goes_on && (line::is_cited(self.text) || capitals || asks)
    }

    /// Whether it could be a heading: short, open, and words rather than figures.
    fn is_label(&self) -> bool {
        let last = self.text.chars().next_back();
        let letters = || self.text.chars().filter(|c| c.is_alphabetic()).count();
        self.words <= HEADING_WORDS
            && letters() * 2 > self.text.len()
            && !last.is_some_and(|c| matches!(c, '.' | ',' | ';' | '!' | '-' | '"' | '”'))
            && self.text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || c == '¿')
    }
}

/// What a block is by its own words alone.
fn own_kind(text: &str, words: usize, closed: bool) -> Option<PartKind> {
    // AP's circuits marked each line of the head with a caret.
    let text = text.strip_prefix('^').map_or(text, str::trim_start);
    if !text.chars().any(char::is_alphanumeric) {
        return Some(if is_end_mark(text) { PartKind::Note } else { PartKind::Other });
    }
    match cues::whole_cue(text) {
        Some(Cue::Section) => return Some(PartKind::Section),
        Some(Cue::Note) => return Some(PartKind::Note),
        _ => {}
    }
    if line::is_trail(text) {
        return Some(PartKind::Section);
    }
    if byline::is_byline(text) || byline::is_signature(text) {
        return Some(PartKind::Byline);
    }
    let prose = closed && words > 14 && !text.starts_with(['(', '[']);
    let head = Head::of(text);
    match head.start_cue() {
        Some(Cue::Caption) => return Some(PartKind::Caption),
        Some(Cue::Credit) if words <= 14 => return Some(PartKind::Credit),
        Some(Cue::Credit) => return Some(PartKind::Caption),
        Some(Cue::Note) if (!prose || head.is_firm_note()) && line::closes_at_end(text) => {
            return Some(PartKind::Note);
        }
        _ => {}
    }
    if words <= 80 && head.has_cue(Cue::Caption) {
        return Some(PartKind::Caption);
    }
    if words <= 40 && !closed && head.has_cue(Cue::Credit) {
        // "Commuters wait at the station on Thursday. Photograph: Bo Lee/EPA"
        let caption = words > 8 || text.contains(". ");
        return Some(if caption { PartKind::Caption } else { PartKind::Credit });
    }
    if line::is_framed_heading(text) {
        return Some(PartKind::Heading);
    }
    if line::is_stage_note(text) {
        return Some(PartKind::Note);
    }
    if words <= 8 && head.has_cue(Cue::Note)
        || line::is_slug(text)
        || line::is_date_line(text)
        || line::is_running_time(text)
        || line::is_contact(text)
        || line::is_sign_off(text)
    {
        return Some(PartKind::Note);
    }
    if line::is_list_item(text) {
        return Some(PartKind::ListItem);
    }
    line::is_table(text).then_some(PartKind::Other)
}

/// Whether marks alone end a story: "###", "-30-" has figures and is a cue, "* * *" is a break.
fn is_end_mark(text: &str) -> bool {
    text.chars().all(|c| c == '#') || text == "--"
}

/// Where the body starts if no dateline says so: the first prose after a headline, or the first block
/// that is prose.
fn first_paragraph(views: &[View<'_>]) -> usize {
    // "ANN FIELD, HOST:" on a line of its own opens a transcript.
    let speaks = |view: &View<'_>| view.text.ends_with(':') && line::opens_turn(view.text);
    if views.first().is_some_and(speaks) && views.get(1).is_some_and(View::is_prose) {
        return 0;
    }
    views.iter().take(LONGEST_HEAD).position(View::is_prose).unwrap_or_else(|| {
        // No prose at all: one headline, and whatever follows.
        views.iter().position(|view| view.own.is_none()).map_or(views.len(), |at| at + 1)
    })
}

/// Kinds of the blocks before `body`.
fn head_kinds(views: &[View<'_>], body: usize, has_dateline: bool, kinds: &mut Vec<PartKind>) {
    let head = views.get(..body).unwrap_or(views);
    let headline = headline_of(head);
    let signed = head.iter().any(|view| view.own == Some(PartKind::Byline));
    // "Key points:" heads the lines below it.
    let listed = head.iter().position(|view| line::opens_list(view.text));
    let is_signed = |view: &View<'_>| {
        byline::is_name(view.text) || !signed && byline::is_name_and_place(view.text)
    };
    for (at, view) in head.iter().enumerate() {
        let credited = head
            .get(at + 1)
            .is_some_and(|next| next.own == Some(PartKind::Credit) && !next.after_blank);
        let kind = match view.own {
            _ if headline == Some(at) => PartKind::Headline,
            // The word of a menu that stands under the headline is no section.
            Some(PartKind::Section) if headline.is_some_and(|line| at > line + 1) => {
                PartKind::Other
            }
            Some(own) => own,
            None if headline.is_some_and(|line| at < line) => PartKind::Section,
            None if listed == Some(at) => PartKind::Heading,
            None if listed.is_some_and(|label| at > label) && !view.closed => PartKind::ListItem,
            None if !credited && is_signed(view) => PartKind::Byline,
            None if line::is_timed_heading(view.text) => PartKind::Heading,
            // A title over the credits sums the story up; a sentence says what the picture shows.
            None if credited && (view.closed || headline.is_none_or(|line| at != line + 1)) => {
                PartKind::Caption
            }
            None if headline.is_none_or(|line| at > line) && view.is_prose() => {
                // Prose before the dateline: the sum of the story, unless the head has run on for long.
                let close = headline.is_some_and(|line| at <= line + 3);
                if close && has_dateline { PartKind::Subhead } else { PartKind::Paragraph }
            }
            None => PartKind::Subhead,
        };
        kinds.push(kind);
    }
}

/// Which block of the head is the headline.
///
/// The first that has no kind of its own, unless it is a short line with a longer one under it: that is
/// the name of a section. A head of labels only gives its first label of some length.
fn headline_of(head: &[View<'_>]) -> Option<usize> {
    let mut plain = head.iter().enumerate().filter(|(_, view)| view.own.is_none());
    let Some((first, view)) = plain.next() else {
        let is_section = |view: &View<'_>| view.own == Some(PartKind::Section);
        return head.iter().position(is_section).filter(|_| head.len() == 1);
    };
    if view.words <= SECTION_WORDS
        && view.text.len() <= 30
        && let Some((next, under)) = plain.next()
        && next == first + 1
        && under.words > 2 * SECTION_WORDS - 2
        && under.words > view.words + 2
        && !under.closed
    {
        return Some(next);
    }
    (view.words <= HEADLINE_WORDS).then_some(first)
}

/// Kind of a block of the body, between its neighbours.
fn body_kind(view: &View<'_>, before: Option<&View<'_>>, after: Option<&View<'_>>) -> PartKind {
    match view.own {
        // Inside the body a word such as "Europe" heads what follows.
        Some(PartKind::Section) => {
            return if after.is_some_and(View::is_prose) {
                PartKind::Heading
            } else {
                PartKind::Other
            };
        }
        Some(own) => return own,
        None => {}
    }
    if after.is_some_and(|next| next.own == Some(PartKind::Credit) && !next.after_blank)
        && view.words <= HEADLINE_WORDS
    {
        return PartKind::Caption;
    }
    if after.is_some_and(|next| view.heads(next)) {
        return PartKind::Heading;
    }
    let prose_before = before.is_some_and(|view| view.closed || view.own.is_some());
    let text_after = after.is_some_and(|next| {
        next.own.is_none() && next.words > view.words || next.own == Some(PartKind::ListItem)
    });
    if view.is_label() && !view.closed && prose_before && text_after {
        return PartKind::Heading;
    }
    PartKind::Paragraph
}

/// Whether `text` opens as most datelines do: capitals, then within a few words a separator.
fn looks_like_dateline(text: &str) -> bool {
    let head: String = text.chars().take(90).collect();
    let capitals =
        head.chars().take_while(|c| !c.is_lowercase()).filter(|c| c.is_alphabetic()).count();
    let cut = [") -", ") —", ") –", ") _", "/. ", " - ", " — ", " – ", " -- "]
        .iter()
        .filter_map(|mark| head.find(mark))
        .min();
    let Some(cut) = cut else { return false };
    let before = head.get(..cut).unwrap_or("");
    capitals >= 4
        && line::ends_sentence(text)
        && (before.contains(", ") || before.contains('(') || before.contains('/'))
        && before.split_whitespace().count() <= 9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<&'static str> {
        parts(text).iter().map(|part| part.kind.name()).collect()
    }

    #[test]
    fn a_pasted_page() {
        let text = "All news\n\nRiver states want the talks to be held soon\n\n\
            The port at the centre of the talks\nPhoto EPA/RIVER NEWS\nPhoto EPA/RIVER NEWS\n\n\
            OSLO, May 7 (River News) - The states want talks, their envoy said on Monday.\n\n\
            The talks were put off in March.\n\n(Reporting by Ann Field; editing by Bo Lee)\n\nENDS";
        let expected = [
            "section",
            "headline",
            "subhead",
            "credit",
            "credit",
            "dateline",
            "paragraph",
            "note",
            "note",
        ];
        assert_eq!(kinds(text), expected);
    }

    #[test]
    fn stories_without_a_headline_or_with_nothing_else() {
        assert_eq!(kinds("River fees agreed"), ["headline"]);
        assert_eq!(kinds("The four states agreed on fees for the port on Monday."), ["paragraph"]);
        assert_eq!(kinds("Sports"), ["headline"]);
        assert_eq!(
            kinds("The four states agreed on the fees.\n\nThey will meet again in June, he said."),
            ["paragraph", "paragraph"]
        );
        assert!(kinds("").is_empty() && kinds(" \n\u{a0}\n").is_empty());
    }

    #[test]
    fn a_heading_stands_between_paragraphs() {
        let text = "River fees agreed\n\nThe four states agreed on fees for the port on Monday.\n\n\
            A long dispute\n\nThe fees had been at issue for some ten years, officials said.";
        assert_eq!(kinds(text), ["headline", "paragraph", "heading", "paragraph"]);
    }
}
