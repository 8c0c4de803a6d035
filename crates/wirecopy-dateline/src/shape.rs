//! The shapes of a dateline: which order of places, date, agency and separator was used.
//!
//! A shape is evidence only; `judge` decides whether it is a dateline. The orders that occur:
//!
//! ```text
//! OSLO, May 7 (AP) -          place, date, agency        most
//! OSLO. May 7 (Interfax) -    the same with full stops   Interfax
//! OSLO, May 7. /TASS/.        no dash at all             TASS
//! May 7 (Reuters) -           date, agency               Reuters, Bloomberg
//! (Reuters) -                 agency                     Reuters, CNN
//! May 7, 2013 (OSLO) -        date, place                Sudan Tribune
//! (ANSA) - Oslo, May 7 -      agency, place, date        ANSA
//! OSLO, Calif.--(BUSINESS WIRE)--   the agency between two dashes
//! ```

use crate::agency::{AgencyName, agency_and_desk};
use crate::dateline::PlaceName;
use crate::lex::{Kind, Piece};
use crate::lists::lists;
use crate::place::{self, Case, is_dash_mark};
use crate::when::{self, DateRead};
use wirecopy_text::Span;

/// Longest name of an agency, in bytes, between parentheses.
const AGENCY_BYTES: usize = 48;
/// Most pieces between the parentheses of an agency.
const AGENCY_PIECES: usize = 10;

/// Most pieces of a time of day with its zone: "6", ":", "15", "am", "EDT".
const CLOCK_PIECES: usize = 6;

/// How the text of the story is set apart from its dateline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Separator {
    /// A single hyphen: "OSLO - The".
    Hyphen,
    /// A dash that is no hyphen, or several hyphens, or an underscore: "OSLO — The", "OSLO _ The".
    Dash,
    /// "OSLO: The".
    Colon,
    /// The full stop of "/TASS/."
    Stop,
    /// The line ends.
    LineEnd,
    /// Nothing but, perhaps, a space.
    None,
}

/// How the agency is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signature {
    /// "(AP)", "[AP]".
    Enclosed,
    /// "/TASS/".
    Slashes,
    /// ", Kyodo -".
    Bare,
}

/// The order of the parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    PlaceFirst,
    DateFirst,
    AgencyFirst,
    AgencyOnly,
    /// "(NEW YORK) —".
    PlaceEnclosed,
}

/// What stands at the start of a block, read as a dateline.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    pub(crate) order: Order,
    pub(crate) span: Span,
    pub(crate) places: Vec<PlaceName>,
    pub(crate) case: Case,
    pub(crate) words: usize,
    pub(crate) date: Option<DateRead>,
    pub(crate) agency: Option<(AgencyName, Signature)>,
    pub(crate) separator: Separator,
    /// Index of the piece after the separator.
    pub(crate) next: usize,
    /// Offset just after the separator.
    pub(crate) after: u32,
}

impl Shape {
    /// A shape that opens with `read`, before anything else of it is read.
    fn of_places(order: Order, start: Span, read: place::PlacesRead) -> Self {
        Self {
            order,
            span: start,
            places: read.places,
            case: read.case,
            words: read.words,
            date: None,
            agency: None,
            separator: Separator::None,
            next: read.next,
            after: start.end(),
        }
    }
}

/// The pieces of a block's head, with its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head<'t> {
    pub(crate) text: &'t str,
    pub(crate) pieces: &'t [Piece<'t>],
}

impl<'t> Head<'t> {
    fn get(&self, at: usize) -> Option<&'t Piece<'t>> {
        self.pieces.get(at)
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        self.get(at).is_some_and(|piece| piece.is_mark(mark))
    }

    /// The shapes that may start at piece `at`, likeliest first.
    pub(crate) fn read(&self, at: usize) -> impl Iterator<Item = Shape> {
        let shapes = match self.get(at).map(|piece| piece.kind) {
            Some(Kind::Mark('(' | '[' | '/')) => {
                [self.read_agency_first(at), self.read_place_enclosed(at), None]
            }
            Some(Kind::Number) => [self.read_date_first(at), None, None],
            Some(Kind::Word) => {
                [self.read_date_first(at), self.read_bare_agency(at), self.read_place_first(at)]
            }
            Some(Kind::Mark(_)) | None => [None, None, None],
        };
        shapes.into_iter().flatten()
    }

    /// "OSLO, May 7 (AP) -"
    pub(crate) fn read_place_first(&self, at: usize) -> Option<Shape> {
        let read = place::read_places(self.text, self.pieces, at)?;
        let start = self.get(at)?.span;
        let mut shape = Shape::of_places(Order::PlaceFirst, start, read);
        self.read_rest(&mut shape);
        Some(shape)
    }

    /// Date and agency, in either order, then the separator.
    fn read_rest(&self, shape: &mut Shape) {
        let mut at = shape.next;
        loop {
            let mut probe = at;
            while self
                .get(probe)
                .is_some_and(|p| matches!(p.kind, Kind::Mark(',' | '.' | ':' | ';')))
                && probe < at + 3
            {
                probe += 1;
            }
            if shape.date.is_none()
                && let Some(date) = when::read_date(self.pieces, probe)
                && self.get(probe).is_some_and(|piece| !piece.new_line)
            {
                at = date.next;
                shape.date = Some(date);
                continue;
            }
            if shape.agency.is_none()
                && shape.date.is_none()
                && let Some((agency, signature, date, next)) = self.read_dated_agency(probe)
            {
                at = next;
                shape.agency = Some((agency, signature));
                shape.date = Some(date);
                continue;
            }
            if shape.agency.is_none()
                && let Some((agency, signature, next)) = self.read_agency(probe)
            {
                at = next;
                shape.agency = Some((agency, signature));
                continue;
            }
            break;
        }
        shape.next = at;
        if shape.date.is_none() {
            self.read_date_behind_dash(shape);
            self.read_date_behind_bar(shape);
        }
        self.close(shape);
    }

    /// "ELM CREEK, Neb. - March 16 -": a dash before the date where a comma should be. Only behind a
    /// region or a comma, and only if another dash follows, or it would be a headline.
    fn read_date_behind_dash(&self, shape: &mut Shape) {
        let comma = usize::from(self.is_mark(shape.next, ','));
        let region = shape.places.last().is_some_and(|place| place.region.is_some());
        let at = shape.next + comma;
        if shape.agency.is_some() || !self.is_mark(at, '-') || comma == 0 && !region {
            return;
        }
        let dash = |at: usize| self.get(at).is_some_and(|piece| is_dash_mark(piece.kind));
        if let Some(date) = when::read_date(self.pieces, at + 1)
            && date.form == when::DateForm::Plain
            && dash(date.next)
        {
            shape.next = date.next;
            shape.date = Some(date);
        }
    }

    /// "LONDON | Mon Aug 12, 2013 6:15am EDT" on a line of its own, as Reuters set its pages: the time
    /// says when the page was made, and is passed over.
    fn read_date_behind_bar(&self, shape: &mut Shape) {
        if shape.date.is_some() || !self.is_mark(shape.next, '|') {
            return;
        }
        let Some(date) = when::read_date(self.pieces, shape.next + 1) else { return };
        let time = self.pieces.iter().skip(date.next).take_while(|piece| !piece.new_line).count();
        if date.form == when::DateForm::Plain && time <= CLOCK_PIECES {
            shape.next = date.next + time;
            shape.date = Some(date);
        }
    }

    /// Reads the separator, and a "(BUSINESS WIRE)--" behind it.
    fn close(&self, shape: &mut Shape) {
        let (separator, next) = self.read_separator(shape.next, shape);
        // "LONDON -(Dow Jones)-" too.
        if shape.agency.is_none()
            && matches!(separator, Separator::Dash | Separator::Hyphen)
            && let Some((agency, signature, date, after)) = self.read_behind_dash(next)
        {
            shape.agency = Some((agency, signature));
            shape.date = shape.date.or(date);
            shape.next = after;
            let (separator, next) = self.read_separator(after, shape);
            // "--(BUSINESS WIRE)--Aug. 12, 2013--"
            if let Some(date) = when::read_date(self.pieces, next)
                && shape.date.is_none()
                && date.form == when::DateForm::Plain
                && self.get(date.next).is_some_and(|piece| is_dash_mark(piece.kind))
            {
                shape.date = Some(date);
                shape.next = date.next;
                let (separator, next) = self.read_separator(date.next, shape);
                return self.finish(shape, separator, next);
            }
            return self.finish(shape, separator, next);
        }
        self.finish(shape, separator, next);
    }

    /// A known agency in parentheses, its date in them or not.
    fn read_behind_dash(
        &self,
        at: usize,
    ) -> Option<(AgencyName, Signature, Option<DateRead>, usize)> {
        if !self.is_mark(at, '(') {
            return None;
        }
        if let Some((agency, how, date, next)) = self.read_dated_agency(at) {
            return Some((agency, how, Some(date), next));
        }
        let (agency, how, next) = self.read_agency(at)?;
        agency.agency.is_some().then_some((agency, how, None, next))
    }

    fn finish(&self, shape: &mut Shape, separator: Separator, next: usize) {
        // The span ends with the last part read, its closing mark included.
        let last = shape.next.checked_sub(1).and_then(|at| self.get(at));
        if let Some(last) = last {
            shape.span = shape.span.cover(last.span);
        }
        shape.separator = separator;
        shape.after = match next.checked_sub(1).and_then(|at| self.get(at)) {
            Some(piece) if next > shape.next => piece.span.end(),
            _ => shape.span.end(),
        };
        shape.next = next;
    }

    /// The separator at piece `at`, and the index of the piece after it.
    fn read_separator(&self, at: usize, shape: &Shape) -> (Separator, usize) {
        let mut at = at;
        let start = at;
        // ", - " and ".- ": a stray mark before the dash.
        while self.get(at).is_some_and(|p| matches!(p.kind, Kind::Mark(',' | '.' | ';')))
            && at < start + 2
        {
            at += 1;
        }
        let Some(first) = self.get(at) else { return (Separator::LineEnd, at) };
        if is_dash_mark(first.kind) {
            let mut next = at + 1;
            while self.get(next).is_some_and(|p| is_dash_mark(p.kind) && !p.new_line && p.gap <= 1)
                && next < at + 4
            {
                next += 1;
            }
            let single = next == at + 1 && first.is_mark('-');
            let glued = self.get(next).is_some_and(Piece::is_glued) && first.is_glued();
            let kind = if single { Separator::Hyphen } else { Separator::Dash };
            // "1-2", "Geneva-2": a hyphen inside a word is no separator.
            return if single && glued { (Separator::None, start) } else { (kind, next) };
        }
        if first.is_mark('|') {
            return (Separator::Hyphen, at + 1);
        }
        if first.is_mark(':') {
            let dash = self.get(at + 1).is_some_and(|p| is_dash_mark(p.kind) && p.gap <= 1);
            return (Separator::Colon, at + 1 + usize::from(dash));
        }
        let slashes = shape.agency.is_some_and(|(_, how)| how == Signature::Slashes);
        if at == start && slashes && shape.date.is_some() && self.is_mark(at - 1, '/') {
            // "/ ACCESSWIRE / August 12, 2020 / Acme"
            return (Separator::Stop, at);
        }
        if at > start && shape.agency.is_some() && self.is_mark(at - 1, '.') {
            return (Separator::Stop, at);
        }
        if first.new_line && at == start {
            return (Separator::LineEnd, at);
        }
        (Separator::None, start)
    }

    /// An agency at piece `at`: the name, how it is marked, and the index of the piece after it.
    fn read_agency(&self, at: usize) -> Option<(AgencyName, Signature, usize)> {
        let open = self.get(at)?;
        let close = match open.kind {
            Kind::Mark('(') => ')',
            Kind::Mark('[') => ']',
            Kind::Mark('/') => '/',
            Kind::Word => return self.read_bare(at),
            _ => return None,
        };
        let ends = (at + 1..at + 2 + AGENCY_PIECES).filter(|end| self.is_mark(*end, close));
        // "/PRNewswire/Xinhua-PRNewswire/" and "(RFE/RL)": the longest that is known, else the first.
        let mut first = None;
        for end in ends {
            let (Some(from), Some(to)) = (self.get(at + 1), self.get(end - 1)) else { continue };
            if end == at + 1 {
                continue;
            }
            // "(/ritzau/)"
            let slashed = end > at + 3 && from.is_mark('/') && to.is_mark('/');
            let inner = self.get(at + 2).zip(self.get(end - 2)).filter(|_| slashed);
            let (from, to) = inner.unwrap_or((from, to));
            let span = from.span.cover(to.span);
            let name = span.of(self.text);
            if name.len() > AGENCY_BYTES || !name.contains(char::is_alphabetic) {
                break;
            }
            let known = known_agency(name);
            let read = AgencyName {
                span,
                agency: known.map(|(agency, _)| agency),
                desk: known.and_then(|(_, desk)| desk),
            };
            let slashes = close == '/';
            if known.is_some() {
                let how = if slashes { Signature::Slashes } else { Signature::Enclosed };
                return Some((read, how, end + 1));
            }
            if !slashes && first.is_none() && is_unknown_agency(name) {
                first = Some((read, Signature::Enclosed, end + 1));
            }
        }
        first
    }

    /// An agency with the date behind its name: "(Marketwire - December 23, 2010)",
    /// "/ ACCESSWIRE / August 12, 2020 /".
    fn read_dated_agency(&self, at: usize) -> Option<(AgencyName, Signature, DateRead, usize)> {
        let (close, how) = match self.get(at)?.kind {
            Kind::Mark('(') => (')', Signature::Enclosed),
            Kind::Mark('/') => ('/', Signature::Slashes),
            _ => return None,
        };
        let first = self.get(at + 1).filter(|piece| piece.is_word())?;
        (1..=3).find_map(|words| {
            let last = self.get(at + words).filter(|piece| piece.is_word())?;
            let mark = self.get(at + words + 1)?;
            let divided = is_dash_mark(mark.kind) || matches!(mark.kind, Kind::Mark(',' | '/'));
            if !divided {
                return None;
            }
            let span = first.span.cover(last.span);
            let (agency, desk) = agency_and_desk(span.of(self.text))?;
            let date = when::read_date(self.pieces, at + words + 2)?;
            let plain = matches!(date.form, when::DateForm::Plain | when::DateForm::Iso);
            let name = AgencyName { span, agency: Some(agency), desk };
            (plain && self.is_mark(date.next, close)).then_some((name, how, date, date.next + 1))
        })
    }

    /// ", Kyodo -", ", SANA –": a known name and no marks around it; a separator has to follow, or the
    /// end of the line behind a date.
    fn read_bare(&self, at: usize) -> Option<(AgencyName, Signature, usize)> {
        let first = self.get(at)?;
        (1..=4).rev().find_map(|words| {
            let next = at + words;
            let last = self.get(next - 1).filter(|piece| piece.is_word() && !piece.new_line)?;
            let separated = match self.get(next) {
                Some(stop) if !stop.new_line => {
                    is_dash_mark(stop.kind)
                        || stop.is_mark(':')
                        || matches!(stop.kind, Kind::Mark('.' | ','))
                            && self.get(next + 1).is_some_and(|piece| is_dash_mark(piece.kind))
                }
                _ => at > 0 && self.is_mark(at - 1, ','),
            };
            if !separated {
                return None;
            }
            let span = first.span.cover(last.span);
            let name = span.of(self.text);
            let (agency, desk) = agency_and_desk(name)?;
            (!lists().is_region(name)).then_some((
                AgencyName { span, agency: Some(agency), desk },
                Signature::Bare,
                next,
            ))
        })
    }

    /// "(Reuters) -", "(CNN)Officials", "(ANSA) - Oslo, May 7 -"
    fn read_agency_first(&self, at: usize) -> Option<Shape> {
        let start = self.get(at)?.span;
        let (agency, signature, next) = self.read_agency(at)?;
        agency.agency?;
        Some(self.signed(start, Case::Capitals, (agency, signature), next))
    }

    /// "AP - Officials", "ANSA - Oslo, May 7 -"
    fn read_bare_agency(&self, at: usize) -> Option<Shape> {
        let start = self.get(at)?.span;
        let (agency, signature, next) = self.read_bare(at)?;
        let case = place::case_of(start.of(self.text));
        Some(self.signed(start, case, (agency, signature), next))
    }

    /// The shape that opens with an agency at `start`, behind which `next` stands.
    fn signed(
        &self,
        start: Span,
        case: Case,
        agency: (AgencyName, Signature),
        next: usize,
    ) -> Shape {
        let mut shape = Shape {
            order: Order::AgencyOnly,
            span: start,
            places: Vec::new(),
            case,
            words: 0,
            date: None,
            agency: Some(agency),
            separator: Separator::None,
            next,
            after: start.end(),
        };
        self.read_rest(&mut shape);
        self.with_place_behind(&shape).unwrap_or(shape)
    }

    /// The shape with place and date behind the agency, if both stand there before a separator.
    pub(crate) fn with_place_behind(&self, agency: &Shape) -> Option<Shape> {
        let behind = self.read_place_first(agency.next)?;
        let closed = !matches!(behind.separator, Separator::None | Separator::LineEnd);
        let dated = behind.date.is_some_and(|date| date.form != when::DateForm::MonthAlone);
        (closed && dated && behind.agency.is_none()).then(|| Shape {
            order: Order::AgencyFirst,
            span: agency.span.cover(behind.span),
            agency: agency.agency,
            ..behind
        })
    }

    /// "May 7 (Reuters) -", "May 7, 2013 (OSLO) -", "12 May 2013, Oslo -"
    fn read_date_first(&self, at: usize) -> Option<Shape> {
        let date = when::read_date(self.pieces, at)?;
        if !matches!(date.form, when::DateForm::Plain | when::DateForm::Iso) {
            return None;
        }
        let mut shape = Shape {
            order: Order::DateFirst,
            span: date.date.span,
            places: Vec::new(),
            case: Case::Capitals,
            words: 0,
            date: Some(date),
            agency: None,
            separator: Separator::None,
            next: date.next,
            after: date.date.span.end(),
        };
        if let Some(place) = self.read_enclosed_places(date.next) {
            shape.places = place.places;
            shape.case = place.case;
            shape.words = place.words;
            shape.next = place.next;
        } else if self.is_mark(date.next, ',')
            && let Some(place) = place::read_places(self.text, self.pieces, date.next + 1)
        {
            shape.places = place.places;
            shape.case = place.case;
            shape.words = place.words;
            shape.next = place.next;
        }
        self.read_rest(&mut shape);
        Some(shape)
    }

    /// "(NEW YORK) —"
    fn read_place_enclosed(&self, at: usize) -> Option<Shape> {
        let start = self.get(at)?.span;
        let read = self.read_enclosed_places(at)?;
        let mut shape = Shape::of_places(Order::PlaceEnclosed, start, read);
        self.read_rest(&mut shape);
        Some(shape)
    }

    /// Places between parentheses; `next` is the piece after the closing one.
    fn read_enclosed_places(&self, at: usize) -> Option<place::PlacesRead> {
        if !self.is_mark(at, '(') {
            return None;
        }
        let mut read = place::read_places(self.text, self.pieces, at + 1)?;
        let closed = self.is_mark(read.next, ')');
        let surface = read.places.first()?.span.of(self.text);
        let is_agency = read.places.len() == 1 && agency_and_desk(surface).is_some();
        read.next += 1;
        (closed && !is_agency).then_some(read)
    }
}

/// The agency that signs as `name`, or as the first part of it: "Reuters/Variety", "PRNewswire-Asia".
fn known_agency(name: &str) -> Option<(&'static crate::agency::Agency, Option<&'static str>)> {
    agency_and_desk(name).or_else(|| {
        let first = name.split(['/', ';', ',', '-']).next().map(str::trim)?;
        agency_and_desk(first).filter(|_| first.len() < name.len() && first.len() >= 2)
    })
}

/// Whether a name between parentheses could be an agency's that is not in the table: capitalised words.
fn is_unknown_agency(name: &str) -> bool {
    name.split_whitespace().count() <= 5
        && name.starts_with(char::is_uppercase)
        // "ABC7", "FOX 5", but not "March 3" or "1.5 million".
        && (name.len() <= 8 || !name.contains(|c: char| c.is_ascii_digit()))
        && !name.contains(['"', '”', '$', '%', '<', ':'])
}
