//! The result as JSON, schema 1: the one shape that the command line, Python's `to_dict` and serde
//! share.
//!
//! Offsets are code points unless asked for otherwise, and then the object says which.

use crate::{Article, Dateline, DatelineAgency, DatelineDate, DatelinePlace, OffsetUnit, Quote};
use serde::{Serialize, Serializer};
use wirecopy_article::Part;
use wirecopy_date::{Date, DateExpression};
use wirecopy_entity::{Entity, Mention};
use wirecopy_text::{OffsetMap, Span, Spanned};

/// Number of the schema; it changes when a field changes its meaning.
pub const SCHEMA: u32 = 1;

/// How to write an article as JSON: offsets in code points, no tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JsonOptions {
    offsets: OffsetUnit,
    tokens: bool,
}

impl Default for JsonOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl JsonOptions {
    /// Offsets in code points, because JSON's readers count them; no tokens, because they are ten
    /// times the rest.
    #[must_use]
    pub const fn new() -> Self {
        Self { offsets: OffsetUnit::CodePoint, tokens: false }
    }

    /// Offsets in `unit`.
    #[must_use]
    pub const fn offsets(mut self, unit: OffsetUnit) -> Self {
        self.offsets = unit;
        self
    }

    /// With the tokens.
    #[must_use]
    pub const fn with_tokens(mut self) -> Self {
        self.tokens = true;
        self
    }
}

impl Article<'_> {
    /// The article as one line of JSON.
    ///
    /// # Errors
    ///
    /// As `serde_json::to_string`; an article itself gives it no reason to fail.
    pub fn to_json(&self, options: JsonOptions) -> Result<String, serde_json::Error> {
        serde_json::to_string(&self.record(options))
    }

    /// The article as indented JSON.
    ///
    /// # Errors
    ///
    /// As [`Article::to_json`].
    pub fn to_json_pretty(&self, options: JsonOptions) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(&self.record(options))
    }

    /// The article as a value that serde writes with `options`, in any format of serde's.
    #[must_use]
    pub fn record(&self, options: JsonOptions) -> Record<'_> {
        Record(
            Writer { article: self, map: OffsetMap::new(self.text(), options.offsets) }
                .article(options),
        )
    }
}

/// Writes the default [`JsonOptions`]; see [`Article::record`] for others.
impl Serialize for Article<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.record(JsonOptions::new()).serialize(serializer)
    }
}

/// An article ready to be written by serde; made by [`Article::record`].
#[derive(Debug)]
pub struct Record<'a>(ArticleRecord<'a>);

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[derive(Debug, Serialize)]
struct ArticleRecord<'a> {
    schema: u32,
    offsets: &'static str,
    id: Option<&'a str>,
    parts: Vec<PartRecord>,
    dateline: Option<DatelineRecord<'a>>,
    sentences: Vec<[u32; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tokens: Option<Vec<(u32, u32, &'static str)>>,
    dates: Vec<DateRecord<'a>>,
    entities: Vec<EntityRecord<'a>>,
    mentions: Vec<MentionRecord<'a>>,
    quotes: Vec<QuoteRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct PartRecord {
    kind: &'static str,
    start: u32,
    end: u32,
}

/// A place in the text, with what stands there.
#[derive(Debug, Serialize)]
struct Surface<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct DatelineRecord<'a> {
    #[serde(flatten)]
    surface: Surface<'a>,
    body_start: u32,
    places: Vec<DatelinePlaceRecord<'a>>,
    date: Option<DatelineDateRecord<'a>>,
    agency: Option<AgencyRecord<'a>>,
    byline: Option<Surface<'a>>,
}

#[derive(Debug, Serialize)]
struct DatelinePlaceRecord<'a> {
    #[serde(flatten)]
    surface: Surface<'a>,
    region: Option<&'a str>,
    entity: Option<u32>,
}

#[derive(Debug, Serialize)]
struct DatelineDateRecord<'a> {
    #[serde(flatten)]
    surface: Surface<'a>,
    value: Option<String>,
    as_written: Option<&'a str>,
    inferred: bool,
    candidates: Vec<String>,
    reason: &'static str,
    suspect: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct AgencyRecord<'a> {
    #[serde(flatten)]
    surface: Surface<'a>,
    name: Option<&'static str>,
    id: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct DateRecord<'a> {
    #[serde(flatten)]
    surface: Surface<'a>,
    kind: &'static str,
    value: Option<&'a str>,
    timex3: Option<&'a str>,
    granularity: Option<&'static str>,
    interval: Option<[String; 2]>,
    modifier: Option<&'static str>,
    anchor: Option<&'static str>,
    inferred: bool,
}

#[derive(Debug, Serialize)]
struct EntityRecord<'a> {
    id: usize,
    kind: &'static str,
    name: &'a str,
    role: Option<&'a str>,
    roles: Vec<&'a str>,
    link: Option<LinkRecord<'a>>,
    mentions: &'a [u32],
}

#[derive(Debug, Serialize)]
struct LinkRecord<'a> {
    source: &'a str,
    id: &'a str,
    lat: Option<f64>,
    lon: Option<f64>,
}

#[derive(Debug, Serialize)]
struct MentionRecord<'a> {
    #[serde(flatten)]
    surface: Surface<'a>,
    kind: &'static str,
    form: &'static str,
    entity: Option<u32>,
    reason: &'static str,
}

#[derive(Debug, Serialize)]
struct QuoteRecord<'a> {
    kind: &'static str,
    act: &'static str,
    content: Vec<[u32; 2]>,
    text: String,
    cue: Vec<[u32; 2]>,
    speaker: Option<SpeakerRecord<'a>>,
    reason: &'static str,
    evidence: Option<String>,
    within: Option<u32>,
}

#[derive(Debug, Serialize)]
struct SpeakerRecord<'a> {
    #[serde(flatten)]
    surface: Surface<'a>,
    entities: &'a [u32],
    name: Option<&'a str>,
    link: &'static str,
}

/// Turns the parts of one article into records, with its offsets converted.
struct Writer<'a> {
    article: &'a Article<'a>,
    map: OffsetMap,
}

impl<'a> Writer<'a> {
    fn article(&self, options: JsonOptions) -> ArticleRecord<'a> {
        let article = self.article;
        ArticleRecord {
            schema: SCHEMA,
            offsets: match options.offsets {
                OffsetUnit::CodePoint => "codepoint",
                OffsetUnit::Utf16 => "utf16",
                _ => "byte",
            },
            id: article.id(),
            parts: article.parts().iter().map(|part| self.part(part)).collect(),
            dateline: article.dateline().map(|dateline| self.dateline(dateline)),
            sentences: article.sentences().iter().map(|s| self.pair(s.span())).collect(),
            tokens: options.tokens.then(|| self.tokens()),
            dates: article.dates().iter().map(|date| self.date(date)).collect(),
            entities: article.entities().iter().enumerate().map(entity).collect(),
            mentions: article.mentions().iter().map(|mention| self.mention(mention)).collect(),
            quotes: article.quotes().iter().map(|quote| self.quote(quote)).collect(),
        }
    }

    fn pair(&self, span: Span) -> [u32; 2] {
        let span = self.map.convert_span(self.article.text(), span);
        [span.start(), span.end()]
    }

    fn pairs(&self, spans: &[Span]) -> Vec<[u32; 2]> {
        spans.iter().map(|span| self.pair(*span)).collect()
    }

    fn surface(&self, span: Span) -> Surface<'a> {
        let [start, end] = self.pair(span);
        Surface { start, end, text: span.of(self.article.text()) }
    }

    fn tokens(&self) -> Vec<(u32, u32, &'static str)> {
        let tokens = self.article.tokens().tokens().iter();
        tokens
            .map(|token| {
                let [start, end] = self.pair(token.span());
                (start, end, token.kind().name())
            })
            .collect()
    }

    fn part(&self, part: &Part) -> PartRecord {
        let [start, end] = self.pair(part.span);
        PartRecord { kind: part.kind.name(), start, end }
    }

    fn dateline(&self, dateline: &'a Dateline) -> DatelineRecord<'a> {
        DatelineRecord {
            surface: self.surface(dateline.span),
            body_start: self.map.convert(self.article.text(), dateline.body_start),
            places: dateline.places.iter().map(|place| self.dateline_place(place)).collect(),
            date: dateline.date.as_ref().map(|date| self.dateline_date(date)),
            agency: dateline.agency.as_ref().map(|agency| self.agency(agency)),
            byline: dateline.byline.map(|span| self.surface(span)),
        }
    }

    fn dateline_place(&self, place: &DatelinePlace) -> DatelinePlaceRecord<'a> {
        DatelinePlaceRecord {
            surface: self.surface(place.span),
            region: place.region.map(|span| span.of(self.article.text())),
            entity: place.entity,
        }
    }

    fn dateline_date(&self, date: &'a DatelineDate) -> DatelineDateRecord<'a> {
        DatelineDateRecord {
            surface: self.surface(date.span),
            value: date.value.map(|day| day.to_string()),
            as_written: date.as_written.as_deref(),
            inferred: date.inferred,
            candidates: date.candidates.iter().map(Date::to_string).collect(),
            reason: date.reason,
            suspect: date.suspect,
        }
    }

    fn agency(&self, agency: &DatelineAgency) -> AgencyRecord<'a> {
        AgencyRecord {
            surface: self.surface(agency.span),
            name: agency.agency.map(|agency| agency.name),
            id: agency.agency.map(|agency| agency.id),
        }
    }

    fn date(&self, date: &'a DateExpression) -> DateRecord<'a> {
        DateRecord {
            surface: self.surface(date.span()),
            kind: date.kind.name(),
            value: date.value.as_deref(),
            timex3: date.timex3.as_deref(),
            granularity: date.granularity.map(|granularity| granularity.name()),
            interval: date.interval.map(|(first, last)| [first.to_string(), last.to_string()]),
            modifier: date.modifier.map(|modifier| modifier.name()),
            anchor: date.anchor.map(|anchor| anchor.name()),
            inferred: date.inferred,
        }
    }

    fn mention(&self, mention: &Mention) -> MentionRecord<'a> {
        MentionRecord {
            surface: self.surface(mention.span),
            kind: mention.kind.name(),
            form: mention.form.name(),
            entity: mention.entity,
            reason: mention.reason.name(),
        }
    }

    fn quote(&self, quote: &'a Quote) -> QuoteRecord<'a> {
        QuoteRecord {
            kind: quote.kind.name(),
            act: quote.act.name(),
            content: self.pairs(&quote.content),
            text: quote.text(self.article.text()),
            cue: self.pairs(&quote.cue),
            speaker: quote.speaker.as_ref().map(|speaker| SpeakerRecord {
                surface: self.surface(speaker.span),
                entities: &speaker.entities,
                name: speaker.name.as_deref(),
                link: speaker.link.name(),
            }),
            reason: quote.reason.name(),
            evidence: quote.evidence.as_ref().map(|found| found.describe(self.article.text())),
            within: quote.within,
        }
    }
}

fn entity((id, entity): (usize, &Entity)) -> EntityRecord<'_> {
    EntityRecord {
        id,
        kind: entity.kind.name(),
        name: &entity.name,
        role: entity.role.as_deref(),
        roles: entity.roles.iter().map(|role| role.text.as_str()).collect(),
        link: entity.link.as_ref().map(|link| LinkRecord {
            source: &link.source,
            id: &link.id,
            lat: link.latitude.map(degrees),
            lon: link.longitude.map(degrees),
        }),
        mentions: &entity.mentions,
    }
}

/// Degrees as they were written, without the digits that widening adds: 38.895, not 38.8950004.
fn degrees(value: f32) -> f64 {
    (f64::from(value) * 1e5).round() / 1e5
}
