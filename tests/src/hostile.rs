//! Texts made to break things.
//!
//! Two families: [`growing`] patterns that can be made any size, so that the cost at `n` and `4n` can
//! be compared, and [`fixed`] cases for the traps of offsets and encodings. No randomness but a fixed
//! generator: the same bytes on every machine. Strings that only Python can hand over (lone
//! surrogates, subclasses of `str`) are in `python/tests/test_hostile.py`.

/// A pattern that can be made any size.
#[derive(Debug, Clone, Copy)]
pub struct Pattern {
    /// Name, for messages.
    pub name: &'static str,
    shape: Shape,
}

#[derive(Debug, Clone, Copy)]
enum Shape {
    /// One piece over and over.
    Repeat(&'static str),
    /// A beginning, one piece over and over, an end.
    Framed(&'static str, &'static str, &'static str),
    /// Openers and then as many closers.
    Nested(&'static str, &'static str),
    /// A piece that holds its own number, so that no two are alike.
    Counted(fn(usize) -> String),
    /// Pseudo-random picks from a list.
    Shuffled(&'static [&'static str]),
}

impl Pattern {
    /// The pattern in at most `bytes` bytes, and close to it.
    pub fn text(&self, bytes: usize) -> String {
        match self.shape {
            Shape::Repeat(unit) => unit.repeat(bytes / unit.len()),
            Shape::Framed(start, unit, end) => {
                let room = bytes.saturating_sub(start.len() + end.len());
                [start, &unit.repeat(room / unit.len()), end].concat()
            }
            Shape::Nested(open, close) => {
                let depth = bytes / (open.len() + close.len());
                [open.repeat(depth), close.repeat(depth)].concat()
            }
            Shape::Counted(unit) => until(bytes, (0..).map(unit)),
            Shape::Shuffled(pieces) => {
                let mut state = 0x2545_F491_4F6C_DD1D_u64;
                until(
                    bytes,
                    std::iter::repeat_with(move || {
                        state ^= state << 13;
                        state ^= state >> 7;
                        state ^= state << 17;
                        pieces[(state % pieces.len() as u64) as usize].to_owned()
                    }),
                )
            }
        }
    }
}

fn until(bytes: usize, pieces: impl Iterator<Item = String>) -> String {
    let mut text = String::with_capacity(bytes);
    for piece in pieces {
        if text.len() + piece.len() > bytes {
            break;
        }
        text.push_str(&piece);
    }
    text
}

/// Ordinary copy: the control that every pattern's cost is held against.
pub const COPY: &str = "OSLO, May 7 (AP) - Norway and Canada will share a harbour, Deputy Minister \
Lena Aas said on Monday, May 6.\n\n\u{201c}We have waited since June 25, 1998,\u{201d} Gerald Whitcombe, the \
mayor, told reporters. \u{201c}That is long enough.\u{201d}\n\nAas called the wall \u{201c}a start\u{201d} and said that \
Mr. Whitcombe\u{2019}s crews would begin in early July at the Port of Tromso.\n\n";

const WORDS: &[&str] = &[
    "\u{201c}",
    "\u{201d}",
    "\"",
    "'",
    "`",
    "(",
    ")",
    " - ",
    " ",
    "\n",
    "\n\n",
    "    ",
    ". ",
    ", ",
    ": ",
    "said ",
    "Lena Aas ",
    "Mr. ",
    "U.S. ",
    "OSLO, ",
    "May 7 ",
    "(AP) ",
    "told ",
    "he ",
    "according to ",
    "The ",
    "2013 ",
    "the minister ",
    "\u{ab}",
    "\u{bb}",
    "e\u{301}",
    "\u{1f468}\u{200d}",
    "\u{130}",
    "\0",
    "1,",
    "Ltd. ",
];

macro_rules! patterns {
    ($($name:literal => $shape:expr,)*) => {
        &[$(Pattern { name: $name, shape: $shape }),*]
    };
}

use Shape::{Counted, Framed, Nested, Repeat, Shuffled};

static GROWING: &[Pattern] = patterns! {
    "copy" => Repeat(COPY),
    "shuffle" => Shuffled(WORDS),
    // One character.
    "letters" => Repeat("e"),
    "capitals" => Repeat("E"),
    "spaces" => Repeat(" "),
    "tabs" => Repeat("\t"),
    "line feeds" => Repeat("\n"),
    "windows line ends" => Repeat("\r\n"),
    "carriage returns" => Repeat("\r"),
    "digits" => Repeat("7"),
    "stops" => Repeat("."),
    "commas" => Repeat(","),
    "questions" => Framed("", "?", "e"),
    "exclamations" => Framed("", "!", "e"),
    "hyphens" => Repeat("-"),
    "em dashes" => Repeat("\u{2014}"),
    "underscores" => Repeat("_"),
    "apostrophes" => Repeat("'"),
    "backticks" => Repeat("`"),
    "slashes" => Repeat("/"),
    "ampersands" => Repeat("&"),
    "zeros" => Repeat("\0"),
    "replacement characters" => Repeat("\u{fffd}"),
    // Marks and brackets.
    "straight marks" => Repeat("\""),
    "curly openers" => Repeat("\u{201c}"),
    "curly closers" => Repeat("\u{201d}"),
    "low openers" => Repeat("\u{201e}"),
    "guillemets" => Repeat("\u{ab}"),
    "brackets open" => Repeat("("),
    "brackets shut" => Repeat(")"),
    "brackets nested" => Nested("(", ")"),
    "square brackets" => Repeat("["),
    "marks nested" => Nested("\u{201c}\u{2018}", "\u{2019}\u{201d}"),
    "straight marks nested" => Nested("\"'", "'\""),
    "guillemets nested" => Nested("\u{ab}\u{2039}", "\u{203a}\u{bb}"),
    "typewriter marks" => Repeat("``a''"),
    "short quotations" => Repeat("\"a\" "),
    "glued quotations" => Repeat("\"a\""),
    "quotations without end" => Repeat("\u{201c}We agree, he said.\n\n"),
    "one quotation without end" => Framed("\u{201c}", "We agree on that. ", ""),
    "reopened in every paragraph" => Framed("Aas said: ", "\u{201c}And so on.\n\n", "\u{201c}The end.\u{201d}"),
    "apostrophes in words" => Repeat("'tis rock 'n' roll of the '80s, y'all "),
    "inches" => Repeat("6'2\" "),
    // Cues.
    "said" => Repeat("said "),
    "he said and a mark" => Repeat("he said \""),
    "said and a quotation" => Repeat("said \"a\" "),
    "dialogue" => Repeat("\"No,\" she said. "),
    "a town that speaks" => Repeat("In Toyota said it rains. "),
    "far antecedent" => Framed("Lena Aas came in. ", "\"No,\" she said. ", ""),
    "according to" => Repeat("according to "),
    "said that" => Repeat("Aas said that "),
    "told and told" => Repeat("told Lena Aas told "),
    "transcript" => Repeat("AAS: No.\n"),
    "colons" => Repeat("Aas: "),
    "appositions" => Framed("Aas, ", "the mayor of Cork, ", "said no."),
    // Names.
    "initials" => Repeat("B. "),
    "glued initials" => Repeat("B."),
    "small initials" => Repeat("b."),
    "courtesy titles" => Repeat("Mrs. "),
    "U.S." => Repeat("U.S. "),
    "offices" => Framed("", "Deputy ", "Minister Aas said."),
    "ministers of" => Framed("", "Minister of ", "Defence said."),
    "particles" => Repeat("van der "),
    "one capitalised word" => Repeat("Beta "),
    "and between names" => Repeat("Beta and "),
    "of between names" => Repeat("Bank of "),
    "hyphenated name" => Repeat("Beta-"),
    "a name that never ends" => Repeat("United "),
    "a longer one" => Repeat("United Arab "),
    "real places" => Repeat("New York, Papua New Guinea, Trinidad and Tobago, Oslo. "),
    "short mentions" => Framed("Lena Aas spoke. ", "Aas left. ", ""),
    "sons of" => Counted(|n| format!("Muti{n:06} a/p Raj{n:06} ")),
    "denied telling" => Repeat("Aas denied telling guests that it was safe. "),
    "accused of claiming" => Repeat("Aas accused the mayor of claiming that it was safe; "),
    "many people" => Counted(|n| format!("Lena K{n:06}a spoke. ")),
    "many people twice" => Counted(|n| format!("Lena K{n:06}a spoke. K{n:06}a left. ")),
    "one surname, many first names" => Counted(|n| format!("L{n:06}a Brandt spoke. Brandt left. ")),
    "one titled surname, many first names" =>
        Counted(|n| format!("L{n:06}a Brandt spoke. Mrs. Brandt left. ")),
    "many who do something in one sentence" =>
        Counted(|n| format!("he said it rained as Lena K{n:06}a closed the road, ")),
    "ministers of its own in one sentence" =>
        Framed("Lena Aas said ", "Its minister said, ", "it was late."),
    "many titled surnames" => Counted(|n| format!("President K{n:06}a spoke. ")),
    "one office, one surname" => Repeat("President Aas and Governor Aas spoke. "),
    "unlike words" => Counted(|n| format!("Z{:x} ", n.wrapping_mul(2_654_435_761))),
    "acronyms" => Counted(|n| format!("The Fund {n:05} (F{n:05}) met. ")),
    "bodies attached to bodies" => Repeat("National Institute affiliated to the "),
    "he within one long quotation" =>
        Framed("\u{201c}", "my brother came and he said it rained and ", ",\u{201d} Lena Aas said."),
    "somebody without a name within one long quotation" =>
        Framed("\u{201c}", "a lady came, the nurse, my aunt, and he said it rained, ", ",\u{201d} Aas said."),
    "bodies and the company in one sentence" =>
        Framed("It: ", "Beta Corp. met Oslo and the company said it rained and ", "."),
    // Datelines, dates, numbers.
    "datelines" => Repeat("OSLO, May 7 (AP) - "),
    "dateline paragraphs" => Repeat("OSLO, May 7 (AP) - \n\n"),
    "places without dateline" => Repeat("OSLO, "),
    "agencies without place" => Repeat("(AP) "),
    "joint dateline" => Repeat("OSLO/"),
    "capital copy" => Repeat("THE MINISTER OF THE STATE SAID ON MONDAY THAT "),
    "month and day" => Repeat("May 7, "),
    "months" => Repeat("March "),
    "weekdays" => Repeat("Monday "),
    "years" => Repeat("2013 "),
    "ranges" => Repeat("1990-"),
    "ago" => Repeat("two days ago "),
    "the second of the second" => Repeat("the second of "),
    "numbers with commas" => Repeat("1,"),
    "numbers with slashes" => Repeat("12/"),
    "numbers with colons" => Repeat("12:"),
    "decimals" => Repeat("1.5."),
    "currency" => Repeat("$"),
    // Layout.
    "one line" => Repeat("the dog slept under the old cart "),
    "paragraphs" => Repeat("It rained.\n\n"),
    "one letter to a line" => Repeat("e\n"),
    "credits" => Repeat("Photo: EPA\n"),
    "bylines" => Repeat("By Lena Aas\n"),
    "bullets" => Repeat("* Item\n"),
    "indents" => Repeat("    Text\n"),
    "numbered items" => Counted(|n| format!("{n}. item\n")),
    "open bracket words" => Repeat("(e "),
    "addresses" => Repeat("e@"),
    "mail with hyphens" => Repeat("a.b-"),
    "web addresses" => Repeat("http://e("),
    "handles" => Repeat("@e#e"),
    "markup" => Repeat("<b "),
    "entities" => Repeat("&amp;&#8220;"),
    "spaced stops" => Repeat(". "),
    "abbreviations" => Repeat("Co. "),
    // Characters beyond ASCII.
    "one stack of accents" => Framed("e", "\u{301}", ""),
    "accents to be reordered" => Framed("e", "\u{301}\u{323}", ""),
    "accents on everything" => Repeat("Z\u{335}a\u{346}\u{489}"),
    "joined pictures" => Repeat("\u{1f468}\u{200d}"),
    "flags" => Repeat("\u{1f1f3}"),
    "right to left" => Repeat("\u{202e}e\u{202c}"),
    "isolates" => Repeat("\u{2066}"),
    "one becomes eighteen" => Repeat("\u{fdfa}"),
    "syllables" => Repeat("\u{ac01}"),
    "dotted capital I" => Repeat("\u{130}zmir "),
    "sharp s" => Repeat("Gro\u{df}e \u{1e9e} "),
    "wide letters" => Repeat("\u{ff2f}\u{ff33}\u{ff2c}\u{ff2f} "),
    "ligatures" => Repeat("o\u{fb03}ce "),
    "soft hyphens" => Repeat("har\u{ad}bour "),
    "hard spaces" => Repeat("Mr.\u{a0}Aas\u{202f}said\u{2009}7\u{a0}May "),
    "spaces of no width" => Repeat("e\u{200b}"),
    "broken encoding" => Repeat("\u{e2}\u{20ac}\u{153}Yes\u{e2}\u{20ac}\u{9d} Aas said. "),
    "letters from another alphabet" => Repeat("L\u{435}na s\u{430}id "),
    "no spaces at all" => Repeat("\u{65b0}\u{95fb}"),
    "odd line ends" => Repeat("a\u{2028}b\u{2029}c\u{85}d\u{b}e\u{c}"),
    "byte order marks" => Repeat("\u{feff}"),
    "private characters" => Repeat("\u{e000}\u{10ffff}"),
};

/// Every pattern that can be made any size; the first is ordinary copy.
pub fn growing() -> &'static [Pattern] {
    GROWING
}

/// Small cases, each with its name.
pub fn fixed() -> Vec<(&'static str, String)> {
    let mut cases: Vec<(&str, String)> = [
        ("empty", ""),
        ("a letter", "e"),
        ("a zero", "\0"),
        ("a mark", "\""),
        ("a line feed", "\n"),
        ("a carriage return", "\r"),
        ("white space", " \t\n \u{a0}\u{2003}\n"),
        ("a byte order mark alone", "\u{feff}"),
        ("empty marks", "\"\"=\u{201c}\u{201d}"),
        ("marks in the wrong order", "\u{201d}\u{201c}\u{201d}\u{201c}"),
        ("three and three", "'''\"\"\"'''"),
        ("speech over a blank line", "\"Lena.\"\n\n\"Who.\""),
        ("markup", "\"<script>alert(1)</script>,\" said <img src=x onerror=alert(1)> Aas. ]]> -->"),
        ("markup in a dateline", "OSLO\" onclick=\"x(1), May 7 (AP) - Text."),
        ("spreadsheet formulas", "=cmd(\"x\"), +1, -1, @SUM(A1) said Aas."),
        ("terminal commands", "\u{1b}[31mAas\u{1b}[0m said \u{1b}]0;x\u{7} \u{9b}2J \u{8}\u{8}."),
        ("a turned name", "Mr. \u{202e}saA\u{202c} said."),
        ("letters from another alphabet", "L\u{435}n\u{430} \u{410}as said."),
        ("a wide dateline", "\u{ff2f}\u{ff33}\u{ff2c}\u{ff2f}, May 7 (AP) - Text."),
        ("a hard-spaced dateline", "OSLO,\u{a0}May\u{a0}7\u{a0}(AP)\u{a0}\u{2014}\u{a0}Text."),
        ("a soft-hyphened name", "Wash\u{ad}ington and A\u{ad}as said."),
        ("dotted capital I in a dateline", "\u{130}ZM\u{130}R, May 7 (AP) - \u{130} said."),
        ("sharp s", "Gro\u{df}e STRA\u{1e9e}E said."),
        ("ligature", "The o\u{fb03}ce of \u{fb01}nance said."),
        ("decomposed", "Rene\u{301} Du\u{308}rr said."),
        ("one becomes eighteen", "\u{fdfa} said."),
        ("pictures", "\u{1f468}\u{200d}\u{1f469} \"ok,\" she said \u{1f1f3}\u{1f1f4}\u{1f3f4}\u{e0067}\u{e007f}."),
        ("days that are none", "On February 30, June 31st, 99/99/9999, May 0, Monday, May 99, 2013, 00/00/0000."),
        ("years that are too much", "December 31, 9999, January 1, 0000, year 99999999999999999999, 32768 and -40000."),
        ("spans that are too long", "999999999999 days ago, in 99999999 years, 4294967296 centuries ago, next 9999999999 weeks"),
        ("a century too many", "the 99999th century, the 0th century, the 1st century B.C."),
        ("quarters and weeks", "Q0 2013, Q9 2013, week 54 of 2013, 2013-W99, 2013-13-45, 24:61, 99:99 p.m."),
        ("templates", "{{7*7}} ${x} %s %n {0} $(id) `id` \\0 \\u0000 \\"),
        ("paths", "../../../etc/passwd said /dev/zero."),
        ("the last character", "\u{10ffff}"),
        ("no characters", "\u{fffe}\u{ffff}\u{fdd0}"),
        ("only closers", ")]}\u{201d}\u{2019}\u{bb}\"'"),
        ("a dateline and nothing", "OSLO, May 7 (AP) -"),
        ("a dateline without end", "OSLO, May 7 (AP"),
        ("a cue and nothing", "said"),
        ("a comma before a cue", ", said Aas"),
    ]
    .iter()
    .map(|(name, text)| (*name, (*text).to_owned()))
    .collect();
    cases.push(("windows line ends", COPY.replace('\n', "\r\n")));
    cases.push(("old line ends", COPY.replace('\n', "\r")));
    cases.push(("next line characters", COPY.replace('\n', "\u{85}")));
    cases.push(("paragraph separators", COPY.replace("\n\n", "\u{2029}")));
    cases.push(("mixed line ends", COPY.replacen("\n\n", "\r\n\n\r", 1)));
    cases.push(("page ends", COPY.replace("\n\n", "\u{b}\u{c}")));
    cases.push(("byte order mark first", format!("\u{feff}{COPY}")));
    cases.push(("byte order mark inside", COPY.replacen(" - ", " - \u{feff}", 1)));
    cases.push(("a zero inside a name", COPY.replace("Aas", "A\0as")));
    cases.push(("capitals", COPY.to_uppercase()));
    cases.push(("small letters", COPY.to_lowercase()));
    cases.push(("without spaces", COPY.replace(' ', "")));
    cases.push(("read as another encoding", COPY.bytes().map(char::from).collect()));
    cases.push(("without its first letters", COPY.chars().skip(3).collect()));
    cases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_have_the_size_asked_for() {
        for pattern in growing() {
            for bytes in [1024, 4096] {
                let length = pattern.text(bytes).len();
                assert!(length <= bytes && length >= bytes / 2, "{}: {length}", pattern.name);
            }
        }
    }

    #[test]
    fn patterns_have_names_of_their_own() {
        let mut names: Vec<&str> = growing().iter().map(|pattern| pattern.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), growing().len());
        assert!(names.len() >= 100, "{}", names.len());
    }

    #[test]
    fn the_same_bytes_every_time() {
        for pattern in growing() {
            assert_eq!(pattern.text(2048), pattern.text(2048), "{}", pattern.name);
        }
    }
}
