//! Every public entry point of the crates, as a function from text to a count of results, with the
//! promises about spans checked on the way.
//!
//! Spans lie in the text and on character boundaries, lists are in order, tokens and parts do not
//! overlap and leave nothing but white space out, a cue lies outside its content.

use std::sync::OnceLock;
use wirecopy::json::JsonOptions;
use wirecopy::{
    Analyzer, Article, EntryKind, EntrySpec, Gazetteer, GazetteerBuilder, Nested, OffsetUnit,
};
use wirecopy_date::{Anchor, AnchorSource, Date};
use wirecopy_text::{Span, Spanned};
use wirecopy_token::Tokens;

/// A broken promise, in words.
pub type Complaint = String;

/// An entry point: its name, and a function that runs it and gives the number of results.
pub type Entry = (&'static str, fn(&str) -> Result<usize, Complaint>);

/// All of them, from the smallest crate to the facade.
pub static ENTRIES: &[Entry] = &[
    ("lines", lines),
    ("fold", fold),
    ("tokenize", tokenize),
    ("tokenize views", token_views),
    ("article::blocks", blocks),
    ("article::parts", parts),
    ("find_dates", find_dates),
    ("year_evidence", year_evidence),
    ("dateline::find", dateline_find),
    ("dateline::parse", dateline_parse),
    ("gazetteer::find, own list", gazetteer_small),
    ("gazetteer::find, embedded list", gazetteer_core),
    ("gazetteer::lookup", gazetteer_lookup),
    ("gazetteer built of it", gazetteer_build),
    ("recognize", recognize),
    ("quote::marks", marks),
    ("find_quotes", find_quotes),
    ("analyze", analyze),
    ("analyze, all nested", analyze_all),
    ("analyze with a day and a list", analyze_with_options),
    ("JSON", json),
    ("card and page", render),
    ("Analyzer's single calls", single),
];

fn day() -> Date {
    Date::new(2013, 8, 12).expect("a day")
}

fn core() -> &'static Gazetteer {
    static OPENED: OnceLock<Gazetteer> = OnceLock::new();
    OPENED.get_or_init(|| {
        Gazetteer::open_static(wirecopy_gazetteer_data::CORE).expect("the embedded list opens")
    })
}

fn names() -> &'static Gazetteer {
    static OPENED: OnceLock<Gazetteer> = OnceLock::new();
    OPENED.get_or_init(|| {
        Gazetteer::open_static(wirecopy_gazetteer_data::NAMES).expect("the embedded list opens")
    })
}

fn small() -> &'static std::sync::Arc<Gazetteer> {
    static BUILT: OnceLock<std::sync::Arc<Gazetteer>> = OnceLock::new();
    BUILT.get_or_init(|| {
        let mut builder = GazetteerBuilder::new().fold_diacritics();
        let list = [
            (EntryKind::Person, "Lena Aas"),
            (EntryKind::Place, "Oslo"),
            (EntryKind::Place, "United Arab Emirates"),
            (EntryKind::Organization, "Beta Beta Beta Gamma"),
            (EntryKind::Organization, "U.S. Ministry of Ministry"),
            (EntryKind::Other, "e e e e e"),
            (EntryKind::Other, "新闻"),
        ];
        for (kind, name) in list {
            builder.add(EntrySpec::new(kind, name)).expect("a good name");
        }
        std::sync::Arc::new(builder.build().expect("a small list"))
    })
}

/// The span lies in the text and on character boundaries.
fn inside(text: &str, span: Span, what: &str) -> Result<(), Complaint> {
    let (start, end) = (span.start() as usize, span.end() as usize);
    match text.get(start..end) {
        Some(_) => Ok(()),
        None => Err(format!("{what} {span:?} is not in the text of {} bytes", text.len())),
    }
}

/// Spans in the text, in order of their starts.
fn ordered(
    text: &str,
    spans: impl IntoIterator<Item = Span>,
    what: &str,
) -> Result<usize, Complaint> {
    let mut last = 0;
    let mut count = 0;
    for span in spans {
        inside(text, span, what)?;
        if span.start() < last {
            return Err(format!("{what} {span:?} starts before the one before, at {last}"));
        }
        last = span.start();
        count += 1;
    }
    Ok(count)
}

/// Spans in order that do not overlap and hold something.
fn apart(
    text: &str,
    spans: impl IntoIterator<Item = Span>,
    what: &str,
) -> Result<usize, Complaint> {
    let mut last = 0;
    let mut count = 0;
    for span in spans {
        inside(text, span, what)?;
        if span.start() < last || span.is_empty() {
            return Err(format!(
                "{what} {span:?} is empty, or overlaps the one before (to {last})"
            ));
        }
        last = span.end();
        count += 1;
    }
    Ok(count)
}

/// The same, and they leave nothing but white space out.
fn covering(text: &str, spans: &[Span], what: &str) -> Result<usize, Complaint> {
    let count = apart(text, spans.iter().copied(), what)?;
    let mut at = 0;
    let ends = spans.iter().map(|span| (span.start() as usize, span.end() as usize));
    for (start, end) in ends.chain([(text.len(), text.len())]) {
        let gap = &text[at..start];
        if let Some(lost) = gap.chars().find(|&c| !is_blank(c)) {
            return Err(format!("{lost:?} between {at} and {start} is in no {what}"));
        }
        at = end;
    }
    Ok(count)
}

/// What may stand outside of tokens and parts: white space, control characters, and the format
/// characters that nobody sees (marks of direction, joiners, a byte order mark).
fn is_blank(c: char) -> bool {
    let unseen = ['\u{200b}'..='\u{200f}', '\u{202a}'..='\u{202e}', '\u{2060}'..='\u{206f}'];
    c.is_whitespace()
        || c.is_control()
        || c == '\u{feff}'
        || c == '\u{ad}'
        || unseen.iter().any(|range| range.contains(&c))
}

fn check_tokens(text: &str, tokens: &Tokens) -> Result<usize, Complaint> {
    apart(text, tokens.tokens().iter().map(|token| token.span()), "token")?;
    apart(text, tokens.sentences().iter().map(Spanned::span), "sentence")?;
    apart(text, tokens.paragraphs().iter().map(|paragraph| paragraph.span()), "paragraph")?;
    let mut next = 0;
    for sentence in tokens.sentences() {
        let range = sentence.tokens();
        if range.start < next || range.end > tokens.tokens().len() {
            return Err(format!("{sentence:?} holds tokens of another"));
        }
        next = range.end;
    }
    Ok(tokens.tokens().len() + tokens.sentences().len())
}

fn check_article(article: &Article<'_>) -> Result<usize, Complaint> {
    let text = article.text();
    let parts: Vec<Span> = article.parts().iter().map(|part| part.span).collect();
    let mut count = covering(text, &parts, "part")? + check_tokens(text, article.tokens())?;
    count += ordered(text, article.dates().iter().map(Spanned::span), "date")?;
    count += ordered(text, article.mentions().iter().map(|mention| mention.span), "mention")?;
    count += ordered(
        text,
        article.quotes().iter().filter_map(|quote| quote.content.first().copied()),
        "quote",
    )?;
    for mention in article.mentions() {
        if mention.entity.is_some_and(|id| id as usize >= article.entities().len()) {
            return Err(format!("{mention:?} names an entity that is not there"));
        }
    }
    for (id, entity) in article.entities().iter().enumerate() {
        if entity.mentions.is_empty() {
            return Err(format!("entity {id} {:?} is never mentioned", entity.name));
        }
        for &index in &entity.mentions {
            let mention = article.mentions().get(index as usize);
            if mention.and_then(|mention| mention.entity) != Some(id as u32) {
                return Err(format!("entity {id} has mention {index}, which has another entity"));
            }
        }
    }
    for quote in article.quotes() {
        check_quote(text, &quote.content, &quote.cue)?;
        if let Some(speaker) = &quote.speaker {
            inside(text, speaker.span, "speaker")?;
        }
    }
    if let Some(dateline) = article.dateline() {
        inside(text, dateline.span, "dateline")?;
        inside(text, Span::empty_at(dateline.body_start), "body start")?;
    }
    Ok(count)
}

fn check_quote(text: &str, content: &[Span], cue: &[Span]) -> Result<(), Complaint> {
    if content.is_empty() {
        return Err("a quote without content".to_owned());
    }
    apart(text, content.iter().copied(), "content")?;
    for piece in cue {
        inside(text, *piece, "cue")?;
        if content.iter().any(|c| c.start() < piece.end() && c.end() > piece.start()) {
            return Err(format!("cue {piece:?} lies in its content {content:?}"));
        }
    }
    Ok(())
}

fn lines(text: &str) -> Result<usize, Complaint> {
    ordered(text, wirecopy_text::lines(text).map(|line| line.span()), "line")
}

fn fold(text: &str) -> Result<usize, Complaint> {
    let folded = wirecopy_text::fold(text, wirecopy_text::Folding::default());
    Ok(folded.chars().count())
}

fn tokenize(text: &str) -> Result<usize, Complaint> {
    let tokens = wirecopy_token::tokenize(text);
    let spans: Vec<Span> = tokens.tokens().iter().map(|token| token.span()).collect();
    covering(text, &spans, "token")?;
    check_tokens(text, &tokens)
}

fn token_views(text: &str) -> Result<usize, Complaint> {
    let tokens = wirecopy_token::tokenize(text);
    let mut count = 0;
    for view in [tokens.surface(), tokens.words(), tokens.ptb()] {
        let spans: Vec<Span> = view.map(|token| token.span()).collect();
        count += covering(text, &spans, "token of a view")?;
    }
    Ok(count)
}

fn blocks(text: &str) -> Result<usize, Complaint> {
    let blocks: Vec<Span> = wirecopy_article::blocks(text).iter().map(Spanned::span).collect();
    covering(text, &blocks, "block")
}

fn parts(text: &str) -> Result<usize, Complaint> {
    let parts: Vec<Span> = wirecopy_article::parts(text).iter().map(|part| part.span).collect();
    covering(text, &parts, "part")
}

fn find_dates(text: &str) -> Result<usize, Complaint> {
    let anchor = Anchor::new(day(), AnchorSource::Published);
    let with = wirecopy_date::find_dates(text, Some(anchor));
    let without = wirecopy_date::find_dates(text, None);
    for date in with.iter().chain(&without) {
        if let Some((first, last)) = date.interval
            && first >= last
        {
            return Err(format!("{date:?} means no day"));
        }
    }
    Ok(ordered(text, with.iter().map(Spanned::span), "date")?
        + ordered(text, without.iter().map(Spanned::span), "date")?)
}

fn year_evidence(text: &str) -> Result<usize, Complaint> {
    let whole = Span::new(0, text.len() as u32);
    Ok(wirecopy_date::year_evidence(text, &[whole]).weekdays().len())
}

fn dateline_find(text: &str) -> Result<usize, Complaint> {
    let Some(found) = wirecopy_dateline::find(text) else { return Ok(0) };
    inside(text, found.span, "dateline")?;
    inside(text, Span::empty_at(found.body_start), "body start")?;
    ordered(text, found.places.iter().map(|place| place.span), "place")
}

fn dateline_parse(text: &str) -> Result<usize, Complaint> {
    match wirecopy_dateline::parse(text) {
        Ok(dateline) => inside(text, dateline.span, "dateline").map(|()| 1),
        Err(error) => Ok(usize::from(error.to_string().is_empty())),
    }
}

fn find_in(gazetteer: &Gazetteer, text: &str) -> Result<usize, Complaint> {
    let longest = apart(text, gazetteer.find(text).map(|found| found.span), "match")?;
    let all = ordered(text, gazetteer.find_all(text).map(|found| found.span), "match")?;
    Ok(longest + all)
}

fn gazetteer_small(text: &str) -> Result<usize, Complaint> {
    find_in(small(), text)
}

fn gazetteer_core(text: &str) -> Result<usize, Complaint> {
    find_in(core(), text)
}

fn gazetteer_lookup(text: &str) -> Result<usize, Complaint> {
    let found = [small().lookup(text), core().lookup(text), names().lookup(text)];
    Ok(found.iter().flatten().count())
}

/// The text as a name, and as its words: a list of anything can be built and finds itself, or is
/// refused.
fn gazetteer_build(text: &str) -> Result<usize, Complaint> {
    let mut builder = GazetteerBuilder::new();
    let mut refused = usize::from(builder.add(EntrySpec::new(EntryKind::Other, text)).is_err());
    for word in text.split_whitespace() {
        refused += usize::from(builder.add(EntrySpec::new(EntryKind::Other, word)).is_err());
    }
    let Ok(gazetteer) = builder.build() else { return Ok(refused) };
    let read = Gazetteer::open(gazetteer.as_bytes().to_vec());
    let read = read.map_err(|error| format!("a compiled list does not open: {error}"))?;
    Ok(refused + find_in(&read, text)?)
}

fn recognize(text: &str) -> Result<usize, Complaint> {
    let tokens = wirecopy_token::tokenize(text);
    let gazetteers = [small().as_ref(), core()];
    let mut input = wirecopy_entity::Input::new(text, &tokens);
    input.gazetteers = &gazetteers;
    input.names = Some(names());
    let found = input.recognize();
    Ok(found.entities.len()
        + ordered(text, found.mentions.iter().map(|mention| mention.span), "mention")?)
}

fn marks(text: &str) -> Result<usize, Complaint> {
    let pairs = wirecopy_quote::marks(text, Span::new(0, text.len() as u32));
    for pair in &pairs {
        inside(text, pair.inside(), "inside of marks")?;
    }
    Ok(pairs.len())
}

fn find_quotes(text: &str) -> Result<usize, Complaint> {
    let tokens = wirecopy_token::tokenize(text);
    let quotes = wirecopy_quote::find_quotes(text, &tokens);
    for quote in &quotes {
        check_quote(text, &quote.content, &quote.cue)?;
        if let Some(speaker) = quote.speaker {
            inside(text, speaker, "speaker")?;
        }
    }
    Ok(quotes.len())
}

fn read<'t>(analyzer: &Analyzer, text: &'t str) -> Result<Article<'t>, Complaint> {
    analyzer.analyze(text).map_err(|error| error.to_string())
}

fn analyze(text: &str) -> Result<usize, Complaint> {
    check_article(&read(&Analyzer::new(), text)?)
}

fn analyze_all(text: &str) -> Result<usize, Complaint> {
    check_article(&read(&Analyzer::new().nested(Nested::All), text)?)
}

fn analyze_with_options(text: &str) -> Result<usize, Complaint> {
    let analyzer = Analyzer::new().published(day()).gazetteer(small().clone());
    check_article(&read(&analyzer, text)?.into_shared())
}

fn json(text: &str) -> Result<usize, Complaint> {
    let article = read(&Analyzer::new(), text)?;
    let mut length = 0;
    for unit in [OffsetUnit::CodePoint, OffsetUnit::Utf16, OffsetUnit::Byte] {
        let options = JsonOptions::new().offsets(unit).with_tokens();
        let json = article.to_json(options).map_err(|error| error.to_string())?;
        let value: serde_json::Value =
            serde_json::from_str(&json).map_err(|error| format!("no JSON: {error}"))?;
        if unit == OffsetUnit::CodePoint {
            check_surfaces(text, &value)?;
        }
        length += json.len();
    }
    Ok(length)
}

/// `text[start:end] == surface`, in code points, for everything that has a surface.
fn check_surfaces(text: &str, json: &serde_json::Value) -> Result<(), Complaint> {
    let offsets: Vec<usize> =
        text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
    for list in ["dates", "mentions"] {
        for item in json[list].as_array().into_iter().flatten() {
            let at = |key: &str| item[key].as_u64().and_then(|o| offsets.get(o as usize));
            let (Some(&start), Some(&end)) = (at("start"), at("end")) else {
                return Err(format!("{list}: {item} lies outside of the text"));
            };
            if item["text"].as_str() != text.get(start..end) {
                return Err(format!("{list}: {item} is not what stands there"));
            }
        }
    }
    Ok(())
}

fn render(text: &str) -> Result<usize, Complaint> {
    let article = read(&Analyzer::new(), text)?;
    let card = wirecopy::render::card(&article);
    if let Some(bad) = card.chars().find(|c| c.is_control() && *c != '\n') {
        return Err(format!("the card holds the control character {bad:?}"));
    }
    let page = wirecopy::render::html(&article);
    if page.contains("<script") || page.contains("<img") || page.contains("onclick=\"x") {
        return Err("the page holds markup of the story".to_owned());
    }
    Ok(card.len() + page.len())
}

fn single(text: &str) -> Result<usize, Complaint> {
    let analyzer = Analyzer::new().published(day());
    let mut count = 0;
    if let Ok(article) = analyzer.parse_dateline(text) {
        count += usize::from(article.dateline().is_some());
    }
    let dates = analyzer.find_dates(text).map_err(|error| error.to_string())?;
    let tokens = analyzer.tokenize(text).map_err(|error| error.to_string())?;
    count += ordered(text, dates.dates().iter().map(Spanned::span), "date")?;
    Ok(count + check_tokens(text, tokens.tokens())?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_embedded_lists_are_there() {
        assert!(super::core().len() > 10_000, "{} names", super::core().len());
        assert!(super::names().len() > 10_000, "{} names", super::names().len());
        // A list compiled by another version of the engine opens, and finds nothing.
        let found = super::core().find("Talks between Bolivia and the United Nations in Oslo.");
        assert_eq!(found.count(), 3);
    }
}
