//! Blocks: which lines belong together.

use wirecopy_text::{Span, Spanned, lines};

/// Lines that belong together: a paragraph, a headline, a list item, a single line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Block {
    pub(crate) span: Span,
    pub(crate) indent: u32,
    pub(crate) lines: u32,
    pub(crate) after_blank: bool,
}

impl Block {
    /// White-space characters before the first line's first other one.
    #[must_use]
    pub const fn indent(&self) -> u32 {
        self.indent
    }

    /// Number of lines that were joined.
    #[must_use]
    pub const fn line_count(&self) -> u32 {
        self.lines
    }

    /// Whether a blank line, or nothing at all, stands before the block.
    #[must_use]
    pub const fn is_after_blank_line(&self) -> bool {
        self.after_blank
    }
}

impl Spanned for Block {
    /// From the first visible character of the first line to the last one of the last line.
    fn span(&self) -> Span {
        self.span
    }
}

/// Cuts `text` into blocks, in order. Every line that is not blank lies in exactly one block.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut after_blank = true;
    for line in lines(text) {
        if line.is_blank(text) {
            after_blank = true;
            continue;
        }
        let span = line.span().trimmed(text);
        found.push(Block { span, indent: line.indent(), lines: 1, after_blank });
        after_blank = false;
    }
    found
}
