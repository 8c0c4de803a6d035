//! Parts: what each block is for.

use crate::block::{Block, blocks};
use wirecopy_text::{Span, Spanned};

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
    /// Words about the story, not of it: editor's notes, slugs, "(Reporting by …)", "ENDS", copyright.
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

/// Says what each of `blocks` is for: one part per block, in order.
///
/// `dateline_start` is the offset at which the dateline starts, where one was found.
#[must_use]
pub fn classify(text: &str, blocks: &[Block], dateline_start: Option<u32>) -> Vec<Part> {
    let mut found = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let slice = block.span.of(text);
        let holds = |offset: u32| block.span.contains(offset);
        let kind = if dateline_start.is_some_and(holds) {
            PartKind::Dateline
        } else if at == 0 && blocks.len() > 1 {
            PartKind::Headline
        } else if slice.starts_with("By ") {
            PartKind::Byline
        } else {
            PartKind::Paragraph
        };
        found.push(Part { kind, span: block.span });
    }
    found
}

/// [`blocks`] and [`classify`] in one call; looks for a dateline by its shape alone.
#[must_use]
pub fn parts(text: &str) -> Vec<Part> {
    let blocks = blocks(text);
    let dateline = blocks.iter().find(|block| block.span.of(text).contains(") -"));
    classify(text, &blocks, dateline.map(|block| block.span.start()))
}
