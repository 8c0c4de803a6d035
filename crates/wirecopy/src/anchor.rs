//! The dateline resolved: which year, which places.

use crate::{Dateline, DatelineAgency, DatelineDate, DatelinePlace};
use wirecopy_date::{Date, Weekday, YearEvidence, infer_year};
use wirecopy_dateline::WrittenDate;
use wirecopy_entity::Entities;
use wirecopy_text::Spanned as _;

/// The dateline as found, with its date resolved by what is written, the published date, or the
/// weekdays and years of the story. These are only gathered where nothing else tells the year: it takes
/// a walk over the whole text.
pub(crate) fn resolve(
    found: wirecopy_dateline::Dateline,
    published: Option<Date>,
    evidence: impl FnOnce() -> YearEvidence,
) -> Dateline {
    Dateline {
        span: found.span,
        body_start: found.body_start,
        places: found
            .places
            .iter()
            .map(|place| DatelinePlace { span: place.span, region: place.region, entity: None })
            .collect(),
        date: found.date.map(|date| resolve_date(&date, published, evidence)),
        agency: found
            .agency
            .map(|agency| DatelineAgency { span: agency.span, agency: agency.agency }),
        byline: found.byline,
    }
}

fn resolve_date(
    date: &wirecopy_dateline::DatelineDate,
    published: Option<Date>,
    evidence: impl FnOnce() -> YearEvidence,
) -> DatelineDate {
    if let Some(WrittenDate::Weekday(weekday)) = date.written {
        return resolve_weekday(date, weekday, published);
    }
    let written = date.partial();
    let inference = written.map(|written| {
        let told = written.date().or_else(|| written.nearest(published?)).is_some();
        let evidence = if told { YearEvidence::new() } else { evidence() };
        infer_year(written, published, &evidence)
    });
    DatelineDate {
        span: date.span,
        as_written: written.map(|written| written.to_string()),
        value: inference.as_ref().and_then(|inference| inference.value),
        inferred: written.is_some_and(|written| written.year().is_none()),
        reason: inference.as_ref().map_or("unreadable", |inference| inference.reason.name()),
        candidates: inference.map(|inference| inference.candidates).unwrap_or_default(),
        suspect: published
            .map_or(date.suspect, |published| date.suspect_given(published))
            .map(|suspect| suspect.name()),
    }
}

/// "Thurs.": the last such day up to the published one.
fn resolve_weekday(
    date: &wirecopy_dateline::DatelineDate,
    weekday: Weekday,
    published: Option<Date>,
) -> DatelineDate {
    let value = published.and_then(|day| {
        let back = (day.weekday().iso() + 7 - weekday.iso()) % 7;
        day.add_days(-i64::from(back))
    });
    DatelineDate {
        span: date.span,
        as_written: Some(format!("XXXX-WXX-{}", weekday.iso())),
        value,
        inferred: true,
        candidates: value.into_iter().collect(),
        reason: if value.is_some() { "published" } else { "none" },
        suspect: date.suspect.map(|suspect| suspect.name()),
    }
}

/// Gives each place of the dateline the entity of the mention that stands there.
pub(crate) fn link_places(dateline: &mut Dateline, named: &Entities) {
    for place in &mut dateline.places {
        let mention = named.mentions.iter().find(|mention| mention.span() == place.span);
        place.entity = mention.and_then(|mention| mention.entity);
    }
}
