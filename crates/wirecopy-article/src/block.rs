//! Blocks: which lines belong together.
//!
//! Copy arrives in three ways. Pasted pages have one line for each paragraph, often without blank
//! lines between. Wire copy of the eighties was wrapped by hand at some sixty columns and opens a
//! paragraph with four spaces. Plain mail is wrapped too, and has blank lines. So a newline alone says
//! nothing; what tells is whether the first word of the next line would have fitted:
//!
//! ```text
//! RIVER FEES AGREED
//!     OSLO, May 7 - Ministers of the four countries agreed on
//! fees for the river port, and said more talks would be held.
//!     The fees will rise in June.
//! ```

use crate::{line, words};
use std::cell::OnceCell;
use wirecopy_text::{Span, Spanned, chars, count_bytes, lines};

/// Longest line, in characters, that someone may have wrapped by hand.
const WIDEST_WRAP: usize = 120;
/// Shortest line whose end may be a wrap where nothing else is known of the margin.
const SHORTEST_WRAP: usize = 36;
/// Widest line of a headline that is set in a narrow column.
const STACKED_HEAD: usize = 22;
/// Unused columns at the right margin that are still no sign of a paragraph's end: ragged copy.
const RAGGED: usize = 3;

/// Bytes of a line of copy with the blank one behind it, for a first guess how many there are.
const SOME_LINE: usize = 64;

/// Lines that belong together: a paragraph, a headline, a list item, a single line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Block {
    span: Span,
    indent: u32,
    lines: u32,
    after_blank: bool,
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
/// Two forward walks over the lines.
///
/// ```
/// use wirecopy_article::blocks;
/// use wirecopy_text::Spanned;
///
/// let text = "    Ministers of the four countries that share the river\n\
///             agreed on fees for the port, and will meet again.\n    \
///             The fees rise in June.\n";
/// let found: Vec<_> = blocks(text).iter().map(|block| block.line_count()).collect();
/// assert_eq!(found, [2, 1]);
/// ```
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    blocks_with(text, LineBreaks::Judged)
}

/// What the end of a line that is not followed by a blank one means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum LineBreaks {
    /// Whatever the layout suggests. The default.
    #[default]
    Judged,
    /// Nothing: only blank lines set blocks apart.
    Blank,
    /// The end of a block.
    Every,
    /// Nothing, and blank lines neither: the text is one block.
    Never,
}

/// As [`blocks`], with the meaning of line ends decided by the caller.
///
/// ```
/// use wirecopy_article::{LineBreaks, blocks_with};
///
/// let text = "One line\nand another\n\nand a third";
/// assert_eq!(blocks_with(text, LineBreaks::Every).len(), 3);
/// assert_eq!(blocks_with(text, LineBreaks::Blank).len(), 2);
/// assert_eq!(blocks_with(text, LineBreaks::Never).len(), 1);
/// ```
#[must_use]
pub fn blocks_with(text: &str, breaks: LineBreaks) -> Vec<Block> {
    let rows = rows(text);
    let layout = Layout::of(&rows);
    let mut found: Vec<Block> = Vec::with_capacity(rows.len());
    let mut before: Option<&Row<'_>> = None;
    // The line that opened the block which is open.
    let mut opening: Option<&Row<'_>> = None;
    // Whether no blank line was seen yet: a headline may be set in short lines there.
    let mut top = true;
    for row in &rows {
        top &= before.is_none() || !row.after_blank;
        let joined = match (before, found.last_mut()) {
            (Some(above), Some(block)) => {
                let hangs = !row.after_blank
                    && row.indent > block.indent
                    && !row.look().apart
                    && opening.is_some_and(|opening| opening.look().listed);
                let stacked = top && is_stacked_head(above, row);
                let joins = match breaks {
                    LineBreaks::Judged => hangs || stacked || layout.joins(block, above, row),
                    LineBreaks::Blank => !row.after_blank,
                    LineBreaks::Every => false,
                    LineBreaks::Never => true,
                };
                if joins {
                    block.span = block.span.cover(row.span);
                    block.lines += 1;
                }
                joins
            }
            _ => false,
        };
        if !joined {
            let (span, indent, after_blank) = (row.span, row.indent, row.after_blank);
            found.push(Block { span, indent, lines: 1, after_blank });
            opening = Some(row);
        }
        before = Some(row);
    }
    found
}

/// One line that is not blank.
struct Row<'t> {
    text: &'t str,
    span: Span,
    indent: u32,
    after_blank: bool,
    look: OnceCell<Look>,
}

/// What can be seen of a line without its neighbours; of one between blank lines nothing of it is asked.
struct Look {
    /// Width in characters, indent included.
    width: usize,
    /// Width of the first word.
    first_word: usize,
    /// Whether it opens as an item of a list.
    listed: bool,
    /// Whether it stands apart from the line before it whatever its margin: list items, rules, tables.
    apart: bool,
    /// Whether it is a label that never goes on, nor the line before it in it.
    alone: bool,
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let mut found = Vec::with_capacity(text.len() / SOME_LINE);
    let mut after_blank = true;
    for line in lines(text) {
        if line.is_blank(text) {
            after_blank = true;
            continue;
        }
        let (span, indent) = (visible(text, line.span()), line.indent());
        found.push(Row { text: span.of(text), span, indent, after_blank, look: OnceCell::new() });
        after_blank = false;
    }
    indent_first(&mut found);
    found
}

/// Where all lines but the first are set in, the first was, too: what it stood behind was cut off when the
/// copy was taken.
fn indent_first(rows: &mut [Row<'_>]) {
    let [first, _, _, ..] = rows else { return };
    let indent = first.indent;
    let margin = rows.iter().skip(1).map(|row| row.indent).min().unwrap_or(indent);
    if let Some(first) = rows.first_mut().filter(|_| margin > indent) {
        first.indent = margin;
    }
}

impl Row<'_> {
    fn look(&self) -> &Look {
        self.look.get_or_init(|| {
            let text = self.text;
            // Beyond the widest wrap the exact figure does not matter.
            let head = words::head(text, WIDEST_WRAP * 2 * char::MAX.len_utf8());
            let width = head.chars().count().min(WIDEST_WRAP * 2) + self.indent as usize;
            let first_word = text.chars().take(WIDEST_WRAP).take_while(|c| !c.is_whitespace());
            let listed = line::is_list_item(text);
            Look {
                width,
                first_word: first_word.count(),
                listed,
                apart: listed || is_rule(text) || is_table_row(text),
                alone: line::stands_alone(text),
            }
        })
    }

    /// Whether the line breaks off: no full stop, or the like, ends it.
    fn is_open(&self) -> bool {
        !line::ends_sentence(self.text)
    }

    fn starts_lower(&self) -> bool {
        let first = self.text.chars().find(|c| !chars::is_double_quote(*c) && *c != '(');
        first.is_some_and(char::is_lowercase)
    }

    fn is_capitals(&self) -> bool {
        let digits = count_bytes(self.text.as_bytes(), |byte| byte.is_ascii_digit());
        self.look().width >= SHORTEST_WRAP / 2
            && digits * 6 < self.text.len()
            && chars::is_all_capitals(self.text)
    }

    /// Whether the line can only be half of something.
    fn dangles(&self) -> bool {
        let last = self.text.trim_end_matches([',', '-']);
        last.len() < self.text.len() && !self.text.ends_with("--")
            || words::is_function_word(last.rsplit(char::is_whitespace).next().unwrap_or(""))
    }
}

/// `span` without white space and invisible characters at its ends.
fn visible(text: &str, span: Span) -> Span {
    let slice = span.of(text);
    let start = slice.len() - slice.trim_start_matches(chars::is_invisible).len();
    let end = slice.trim_end_matches(chars::is_invisible).len();
    let base = span.start() as usize;
    Span::from_range(base + start.min(end)..base + end)
}

/// How the copy is laid out, as far as the lines themselves show it.
struct Layout {
    /// The right margin in columns, if the copy was wrapped by hand.
    margin: Option<usize>,
    /// Whether an indented line opens a paragraph.
    indents: bool,
}

impl Layout {
    fn of(rows: &[Row<'_>]) -> Self {
        let mut wraps = 0_usize;
        let mut pairs = 0_usize;
        let mut margin = 0;
        let mut indents = false;
        for pair in rows.windows(2) {
            let [above, row] = pair else { continue };
            if row.after_blank {
                continue;
            }
            pairs += 1;
            indents |= above.indent >= 2 && row.indent == 0;
            if above.indent > row.indent + 8 || above.look().apart || row.look().apart {
                continue;
            }
            // A sentence that runs on in small letters is the sure sign of a wrap; where there are
            // none, two open lines in capitals are the best there is.
            let runs_on = row.starts_lower() || above.is_capitals() && row.is_capitals();
            if above.look().width <= WIDEST_WRAP
                && above.look().width >= SHORTEST_WRAP
                && above.is_open()
                && runs_on
                && row.indent <= above.indent
            {
                wraps += 1;
                margin = margin.max(above.look().width);
            }
        }
        // Pages have a soft break here and there; in wrapped copy every other newline is one.
        let wrapped = wraps >= 2 && wraps * 8 >= pairs || wraps == 1 && pairs <= 4;
        Self { margin: wrapped.then_some(margin), indents }
    }

    /// Whether `row` goes on with `block`, which ends with `above`.
    fn joins(&self, block: &Block, above: &Row<'_>, row: &Row<'_>) -> bool {
        if row.after_blank || is_rule(above.text) || is_table_row(above.text) {
            return false;
        }
        let fitted = above.look().width + 1 + row.look().first_word;
        // Where indents open paragraphs, a line at the left margin goes on with one.
        let hangs = self.indents && block.indent >= 2 && row.indent == 0;
        let wide = above.look().width >= SHORTEST_WRAP && above.look().width <= WIDEST_WRAP;
        let full = self.margin.is_some_and(|margin| wide && fitted + RAGGED > margin);
        // "… on March / 12. The company", "… the dollar - / - the market's concern": no list items.
        let bullet = row.text.starts_with(chars::is_bullet);
        let torn = row.look().listed && !bullet && above.is_open() && (hangs && wide || full);
        if row.look().apart && !torn {
            return false;
        }
        let deeper = row.indent >= above.indent + 2 || self.indents && row.indent >= 2;
        if deeper && !above.look().listed {
            return false;
        }
        if above.look().alone || row.look().alone {
            return false;
        }
        if above.is_open() && (hangs && wide || torn) {
            return true;
        }
        // "… said its Del E. / Webb unit": a stop, but no paragraph ends here, or an indent followed.
        if hangs && self.margin.is_some_and(|margin| above.look().width * 4 >= margin * 3) {
            return true;
        }
        match self.margin {
            Some(margin) if above.look().width <= margin + RAGGED => {
                if fitted + RAGGED > margin {
                    // Full line: it is a wrap, unless a speaker's name opens the next one.
                    return above.is_open() || !line::opens_turn(row.text);
                }
                above.is_open() && row.starts_lower() && fitted * 10 >= margin * 6
            }
            _ => {
                above.look().width >= SHORTEST_WRAP
                    && above.is_open()
                    && (row.starts_lower() || above.dangles() || is_split_head(above, row))
            }
        }
    }
}

/// Whether two lines in capitals are one headline: the first is nearly as long as a line gets.
fn is_split_head(above: &Row<'_>, row: &Row<'_>) -> bool {
    above.look().width <= WIDEST_WRAP
        && chars::is_all_capitals(above.text)
        && chars::is_all_capitals(row.text)
        && row.look().width <= above.look().width + above.look().width / 3
}

/// Whether two short lines in capitals are parts of one headline, as papers stack them in a column.
fn is_stacked_head(above: &Row<'_>, row: &Row<'_>) -> bool {
    !row.after_blank
        && above.indent == row.indent
        && above.look().width.max(row.look().width) <= STACKED_HEAD
        && above.look().width.abs_diff(row.look().width) <= STACKED_HEAD / 2
        && above.text.contains(' ')
        && above.is_open()
        && [above, row].iter().all(|row| {
            chars::is_all_capitals(row.text)
                && !row.look().apart
                && !row.text.contains(|c: char| c.is_ascii_digit())
                && !row.look().alone
        })
}

/// Whether the line is made of marks only: "---", "* * *", "###".
fn is_rule(line: &str) -> bool {
    !line.chars().any(char::is_alphanumeric)
}

/// Whether a tab or two blanks stand in the line. Looks at all of it at once, without a branch.
fn has_gap(line: &[u8]) -> bool {
    let pairs = line.iter().zip(line.get(1..).unwrap_or(&[]));
    let blanks = pairs.fold(0, |any, (a, b)| any | u8::from((*a == b' ') & (*b == b' ')));
    blanks != 0 || line.contains(&b'\t')
}

/// Whether the line is a row of a table: three columns set apart by wide gaps or tabs.
fn is_table_row(line: &str) -> bool {
    if line.len() > WIDEST_WRAP * 2 || !has_gap(line.as_bytes()) {
        return false;
    }
    // Two spaces after a full stop are how some people type.
    let cells: Vec<&str> = line.split("  ").filter(|cell| !cell.trim().is_empty()).collect();
    let apart = |cell: &&&str| !line::ends_sentence(cell);
    let gaps = line.matches('\t').count() + cells.iter().rev().skip(1).filter(apart).count();
    let digits = count_bytes(line.as_bytes(), |byte| byte.is_ascii_digit());
    gaps >= 2 || gaps == 1 && digits * 3 >= line.len()
}
