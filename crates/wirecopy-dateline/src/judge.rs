//! Whether a shape is a dateline.
//!
//! Three things vouch for one: a date, an agency that is known, and a place that is known. With a date
//! or an agency the place may be any name at all. A place alone needs a story behind it, since
//! "SOCCER - JAPAN WIN", "LEAD - 350 tonnes" and "PARIS MATCH - the weekly -" look the same.

use crate::find::PlaceLookup;
use crate::lists::lists;
use crate::place::{Case, case_of};
use crate::shape::{Order, Separator, Shape, Signature};
use crate::when::DateForm;
use wirecopy_text::{Span, chars};

/// Most words of a name in title case, or in small letters, that a date vouches for.
const LOWER_WORDS: usize = 3;
/// Most words in capitals that a dash alone makes a place.
const UNKNOWN_WORDS: usize = 3;
/// Most words of a place that stands with its date on a line of its own.
const LINE_WORDS: usize = 4;
/// Paragraphs of prose after which a place alone is not enough.
const PLACE_PARAGRAPHS: usize = 2;
/// A paragraph that runs on for this many bytes is prose, whatever its end.
const LONG_PARAGRAPH: usize = 140;
/// The least that a paragraph without date and agency must say after its dash, in bytes.
const SHORT_PARAGRAPH: usize = 40;

/// What stands around a shape.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    pub(crate) text: &'a str,
    /// The block that the shape opens.
    pub(crate) block: Span,
    /// Whether it is the first block of the text, with others behind it: a headline, most likely.
    pub(crate) is_first: bool,
    /// Whether other blocks open with a name and a colon: a transcript.
    pub(crate) is_transcript: bool,
    /// Paragraphs of prose before the block.
    pub(crate) paragraphs: usize,
    pub(crate) places: Option<&'a dyn PlaceLookup>,
}

/// What vouches for a shape.
struct Evidence<'a> {
    shape: &'a Shape,
    around: &'a Surroundings<'a>,
    /// A place is on the list, or in the gazetteer.
    known: bool,
    /// A place has a region that is one.
    region: bool,
    /// A name in capitals has a word such as COUNTY in it.
    feature: bool,
    /// The agency is in the table.
    agency: bool,
    /// What follows opens as a sentence may: a capital, a figure, a quotation mark.
    opens: bool,
    /// The block ends with the separator.
    ends: bool,
    /// The block is a paragraph of prose.
    prose: bool,
}

/// Whether `shape` is the dateline of a story.
pub(crate) fn is_dateline(shape: &Shape, around: &Surroundings<'_>) -> bool {
    // Most blocks end here: words, and then nothing that a dateline ends with.
    let bare = shape.agency.is_none() && shape.separator == Separator::None;
    if bare && (shape.case < Case::Capitals || shape.date.is_some()) {
        return false;
    }
    let evidence = Evidence::of(shape, around);
    match shape.order {
        Order::AgencyOnly => evidence.agency_only(),
        Order::AgencyFirst => shape.case > Case::Lower,
        Order::DateFirst => evidence.date_first(),
        Order::PlaceEnclosed => evidence.place_enclosed(),
        Order::PlaceFirst => evidence.place_first(),
    }
}

/// Whether one of the places is known to be one.
pub(crate) fn is_known(shape: &Shape, text: &str, places: Option<&dyn PlaceLookup>) -> bool {
    let known = |name: &str| {
        lists().is_place(name)
            || lists().is_region(name)
            || lists().is_joined(name)
            || places.is_some_and(|places| places.is_place(name))
    };
    shape.places.iter().any(|place| known(place.span.of(text)))
}

impl<'a> Evidence<'a> {
    fn of(shape: &'a Shape, around: &'a Surroundings<'a>) -> Self {
        let text = around.text;
        let mut regions = shape.places.iter().filter_map(|place| place.region);
        let is_region = |span: Span| {
            let name = span.of(text);
            let last = name.rsplit(", ").next().unwrap_or(name);
            lists().is_region(name) || lists().is_region(last)
        };
        let rest_start = shape.after.clamp(around.block.start(), around.block.end());
        let rest = Span::new(rest_start, around.block.end()).of(text);
        let rest = rest.trim_start_matches(chars::is_invisible);
        let next = rest.chars().next();
        let opens = next.is_some_and(|c| {
            c.is_uppercase()
                || c.is_ascii_digit()
                || chars::is_double_quote(c)
                || chars::is_single_quote(c)
                || matches!(c, '<' | '(' | '$' | '£' | '€' | '+' | '[')
        });
        let closed = crate::find::ends_sentence(rest);
        let has_lower = rest.chars().take(LONG_PARAGRAPH).any(char::is_lowercase);
        Self {
            known: is_known(shape, text, around.places),
            region: regions.any(is_region),
            feature: shape.places.iter().any(|place| lists().has_feature(place.span.of(text))),
            agency: shape.agency.is_some_and(|(agency, _)| agency.agency.is_some()),
            opens,
            ends: rest.is_empty(),
            prose: (closed && rest.len() >= SHORT_PARAGRAPH
                || rest.len() >= LONG_PARAGRAPH
                || rest.len() >= 2 * SHORT_PARAGRAPH && rest.contains(". "))
                && has_lower,
            shape,
            around,
        }
    }

    fn is_dashed(&self) -> bool {
        matches!(self.shape.separator, Separator::Hyphen | Separator::Dash)
    }

    fn is_separated(&self) -> bool {
        self.is_dashed() || self.shape.separator == Separator::Colon
    }

    fn vouched(&self) -> bool {
        self.known || self.region || self.feature
    }

    /// Whether the names could be names of places at all.
    fn is_plausible(&self) -> bool {
        let Some(first) = self.shape.places.first() else { return false };
        let name = first.span.of(self.around.text);
        let word = name.split_whitespace().next().unwrap_or(name);
        // "In Geneva, Aug. 12 -": but "IN THE EASTERN MEDITERRANEAN (AP)" is one.
        let opens_sentence = self.shape.case < Case::Capitals
            && self.shape.words > 1
            && !self.known
            && lists().is_kicker(word)
            && case_of(word) < Case::Capitals;
        let long = self.shape.case == Case::Lower && self.shape.words > LOWER_WORDS;
        // "SPLIT, Aug 14 (Hina) -": date and agency together say that the word is a place.
        let signed = self.agency && self.shape.date.is_some();
        !opens_sentence && !long && (!lists().is_kicker(name) || self.region || signed)
    }

    fn agency_only(&self) -> bool {
        let Some((name, signature)) = self.shape.agency else { return false };
        let wire =
            name.agency.is_some_and(|agency| matches!(agency.id, "ap" | "reuters" | "afp" | "upi"));
        match (signature, self.shape.separator) {
            (Signature::Bare, Separator::Hyphen | Separator::Dash) => {
                wire && self.opens && self.prose && !self.around.is_first
            }
            (Signature::Bare, _) => false,
            (_, Separator::Hyphen | Separator::Dash | Separator::Colon) => {
                self.prose || self.opens && !self.ends
            }
            (_, Separator::None | Separator::Stop) => self.opens && self.prose,
            (_, Separator::LineEnd) => false,
        }
    }

    fn date_first(&self) -> bool {
        let dated = self.shape.date.and_then(|date| date.date.partial());
        if self.agency && self.shape.places.is_empty() {
            return self.shape.separator != Separator::None || self.opens && self.prose;
        }
        let has_year = dated.is_some_and(|date| date.year().is_some());
        !self.shape.places.is_empty()
            && self.is_separated()
            && (self.agency || has_year)
            && (self.shape.case == Case::Capitals || self.known)
            && self.is_plausible()
    }

    fn place_enclosed(&self) -> bool {
        let strong = self.agency || self.shape.date.is_some();
        self.is_dashed()
            && self.is_plausible()
            && (strong
                || self.prose
                    && self.opens
                    && (self.region
                        || self.known && self.shape.separator == Separator::Dash
                        || self.shape.case == Case::Capitals
                            && (self.known || self.shape.separator == Separator::Dash)))
    }

    fn place_first(&self) -> bool {
        if !self.is_plausible() {
            return false;
        }
        match (self.shape.date, self.shape.agency) {
            (Some(date), _) => self.place_and_date(date.form),
            (None, Some((_, signature))) if self.agency => self.place_and_agency(signature),
            (None, Some((agency, _))) => {
                let name = agency.span.of(self.around.text);
                let station = is_call_sign(name) && self.shape.case == Case::Capitals;
                self.is_separated()
                    && (self.vouched() || station)
                    && self.shape.case > Case::Lower
                    && self.opens
                    && self.prose
            }
            (None, None) => self.place_alone(),
        }
    }

    fn place_and_date(&self, form: DateForm) -> bool {
        let capitals = self.shape.case == Case::Capitals;
        match form {
            DateForm::Plain | DateForm::Iso => match self.shape.separator {
                Separator::Hyphen | Separator::Dash | Separator::Colon => {
                    self.agency
                        || self.date_is_apart()
                        || self.known && self.shape.words <= LINE_WORDS
                        || self.prose && !self.around.is_first && self.shape.words <= UNKNOWN_WORDS
                }
                Separator::Stop => self.agency,
                Separator::LineEnd => {
                    let short = self.shape.words <= LINE_WORDS;
                    let headline = self.around.is_first && form != DateForm::Iso;
                    self.agency
                        || short && !headline && (self.known || self.region)
                        || short && form == DateForm::Iso && capitals
                }
                Separator::None => {
                    self.agency && self.opens && self.prose && (capitals || self.vouched())
                }
            },
            DateForm::Weekday => self.is_dashed() && (capitals || self.known) && self.prose,
            DateForm::Misprint => self.is_dashed() && (capitals || self.vouched() || self.agency),
            DateForm::MonthAlone => {
                self.is_dashed() && (capitals || self.vouched()) && (self.prose || self.agency)
            }
        }
    }

    fn place_and_agency(&self, signature: Signature) -> bool {
        let capitals = self.shape.case == Case::Capitals;
        match self.shape.separator {
            // "ANN FIELD (AP): Mr. Mayor, …": whose question it is.
            Separator::Colon if self.around.is_transcript => false,
            Separator::Hyphen | Separator::Dash | Separator::Colon => {
                self.shape.case > Case::Lower
                    && (signature != Signature::Bare || capitals || self.vouched())
            }
            Separator::Stop => capitals || self.vouched(),
            Separator::LineEnd => signature != Signature::Bare && (capitals || self.vouched()),
            Separator::None => {
                signature != Signature::Bare
                    && self.opens
                    && self.prose
                    && (capitals && !is_country_code(self.first_name()) || self.vouched())
            }
        }
    }

    fn place_alone(&self) -> bool {
        // "GENEVA —" alone on its line.
        if self.ends && self.shape.separator == Separator::Dash {
            return self.shape.case == Case::Capitals && self.vouched();
        }
        if self.ends && self.shape.separator == Separator::LineEnd {
            return self.is_line_of_its_own();
        }
        if !self.opens || self.around.paragraphs > PLACE_PARAGRAPHS {
            return false;
        }
        // "CALGARY, Alberta - Qtr ends Dec 31": two names say enough, where no headline can be.
        let regional = self.region && self.shape.case == Case::Capitals && !self.around.is_first;
        if !(self.prose || regional && self.is_dashed()) {
            return false;
        }
        match (self.shape.separator, self.shape.case) {
            (Separator::Hyphen, Case::Capitals) => self.vouched(),
            (Separator::Dash, Case::Capitals) => self.vouched() || self.could_be_town(),
            (Separator::Colon, Case::Capitals) => {
                let headline = self.around.is_first && !self.region;
                (self.known || self.region) && !self.around.is_transcript && !headline
            }
            (Separator::Hyphen | Separator::Dash, Case::Title) => {
                (self.known || self.region) && !self.around.is_first
            }
            // "Muscat: The", as papers of the Gulf and South Asia have it.
            (Separator::Colon, Case::Title) => {
                self.is_city()
                    && self.around.paragraphs == 0
                    && !self.around.is_first
                    && !self.around.is_transcript
            }
            (Separator::None, Case::Capitals) => self.is_bare_place(),
            _ => false,
        }
    }

    /// "ELAZIG, Turkey" alone on its line before the first paragraph, as Anadolu sets it.
    fn is_line_of_its_own(&self) -> bool {
        self.region
            && self.shape.case == Case::Capitals
            && self.shape.words <= UNKNOWN_WORDS
            && self.shape.places.len() == 1
            && self.around.paragraphs == 0
            && !self.around.is_first
            && !self.around.is_transcript
    }

    /// "AUSTIN, Texas A former mayor", "LONDON The talks": pages that lost the agency and the dash. The
    /// place has to be known, what follows has to open a sentence, and no name may run on ("WASHINGTON
    /// Post", "LONDON Mayor").
    fn is_bare_place(&self) -> bool {
        let rest = Span::new(self.shape.after, self.around.block.end().max(self.shape.after));
        let rest = rest.get(self.around.text).unwrap_or("");
        let word = rest.split_whitespace().next().unwrap_or("");
        let gap = rest.starts_with(' ');
        let title = case_of(word) == Case::Title || matches!(word, "A" | "I" | "U.S." | "U.N.");
        gap && title
            && self.prose
            && self.around.paragraphs == 0
            && !self.around.is_first
            && (self.is_city() || self.region)
            && self.shape.date.is_none()
            && !lists().continues_name(word)
    }

    /// Whether the place is known, and not as a country or state only.
    fn is_city(&self) -> bool {
        let name = self.first_name();
        lists().is_place(name) || self.known && !lists().is_region(name)
    }

    /// Whether a mark stands between place and date. "RIVER FEES TO END JULY 1 - MINISTER" has none.
    fn date_is_apart(&self) -> bool {
        let (Some(place), Some(date)) = (self.shape.places.last(), self.shape.date) else {
            return false;
        };
        let (end, start) = (place.full_span().end(), date.date.span.start());
        let between = Span::new(end.min(start), start).of(self.around.text);
        between.contains(|c: char| !c.is_whitespace())
            || place.full_span().of(self.around.text).ends_with('.')
    }

    /// Whether an unknown name in capitals may be a town's: it opens the first paragraph, is short, and
    /// has no word that opens paragraphs for other reasons ("TRUMP'S WEEK —", "BREAKING NEWS —").
    fn could_be_town(&self) -> bool {
        let name = self.first_name();
        self.around.paragraphs == 0
            && !self.around.is_first
            && self.shape.words <= UNKNOWN_WORDS
            && !name.contains(['\'', '’'])
            && name.chars().filter(|c| c.is_alphabetic()).count() >= 4
            && !name.split_whitespace().any(|word| lists().is_kicker(word))
    }

    fn first_name(&self) -> &str {
        self.shape.places.first().map_or("", |place| place.span.of(self.around.text))
    }
}

/// "U.S.", "UK": countries that open sentences in capitals.
fn is_country_code(name: &str) -> bool {
    name.chars().filter(|c| c.is_alphabetic()).count() <= 3
}

/// The call sign of an American or Canadian station: "WBKO", "KSL-TV", "WAVE 3 News".
fn is_call_sign(name: &str) -> bool {
    let sign = name.split([' ', '-', '/']).next().unwrap_or("");
    matches!(sign.len(), 3 | 4)
        && sign.starts_with(['W', 'K', 'C'])
        && sign.bytes().all(|byte| byte.is_ascii_uppercase())
}
