//! How a story flows: each step reads the ones before it and writes its own list.
//!
//! text → blocks → dateline → parts → tokens and sentences → dates → quotations → names → speakers.

use crate::article::Text;
use crate::batch::{Outcome, guarded, read_piles};
use crate::speaker::author;
use crate::{Article, Error, anchor, lists, models, speaker};
use std::cell::OnceCell;
use std::iter;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Arc;
use wirecopy_article::{LineBreaks, Part, PartKind};
use wirecopy_date::{
    Anchor, AnchorSource, Date, DateExpression, DateFinder, DateReading, NumericOrder,
};
use wirecopy_entity::{Entities, EntityModel, TextRegion};
use wirecopy_gazetteer::Gazetteer;
use wirecopy_quote::{Nested, QuoteFinder, QuoteModel};
use wirecopy_text::{Span, Spanned, check_length};
use wirecopy_token::{Newlines, Sentence, Tokenizer, TokenizerOptions, Tokens};

/// Bytes of stories that are read stage by stage together.
const PILE: usize = 100_000;

/// A part of the analysis that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// Date expressions in the story (the dateline's own date stays).
    Dates,
    /// People, places and organisations. Without them speakers have a span, but no name.
    Entities,
    /// Quotations.
    Quotes,
}

/// Reads stories; holds the options, and the name lists that are the user's own.
///
/// Cheap to make and to clone. One analyzer serves any number of threads.
///
/// ```
/// use wirecopy::{Analyzer, Stage};
///
/// let analyzer = Analyzer::new().published("2013-08-12".parse()?).without(Stage::Quotes);
/// let article = analyzer.analyze("OSLO, Aug. 9 (AP) - Talks ended on Friday.")?;
/// assert_eq!(article.dates().first().and_then(|date| date.value.clone()).as_deref(), Some("2013-08-09"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Analyzer {
    published: Option<Date>,
    newlines: Newlines,
    date_order: NumericOrder,
    nested: Nested,
    without_dates: bool,
    without_entities: bool,
    without_quotes: bool,
    gazetteers: Vec<Arc<Gazetteer>>,
    without_models: bool,
    quote_model: Option<Arc<QuoteModel>>,
    entity_model: Option<Arc<EntityModel>>,
}

impl Analyzer {
    /// Every stage, newlines judged by their surroundings, no published date, the embedded lists.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The day on which the stories were published. A date whose year or day is not written is
    /// resolved by it if the dateline does not tell.
    #[must_use]
    pub fn published(mut self, day: Date) -> Self {
        self.published = Some(day);
        self
    }

    /// What a single newline means; [`Newlines::Auto`] by default, because copy arrives wrapped
    /// and unwrapped and seldom says which.
    #[must_use]
    pub fn newlines(mut self, newlines: Newlines) -> Self {
        self.newlines = newlines;
        self
    }

    /// How `3/4/2012` is read; [`NumericOrder::MonthFirst`] by default, as American agencies write.
    ///
    /// ```
    /// use wirecopy::{Analyzer, NumericOrder};
    ///
    /// let british = Analyzer::new().date_order(NumericOrder::DayFirst);
    /// let article = british.analyze("The treaty was signed on 3/4/2012.")?;
    /// assert_eq!(article.dates().first().and_then(|date| date.value.clone()).as_deref(), Some("2012-04-03"));
    /// # Ok::<(), wirecopy::Error>(())
    /// ```
    #[must_use]
    pub fn date_order(mut self, order: NumericOrder) -> Self {
        self.date_order = order;
        self
    }

    /// Which attributions within what another says are given; [`Nested::Told`] by default. Each has
    /// [`Quote::within`](crate::Quote::within).
    ///
    /// ```
    /// use wirecopy::{Analyzer, Nested};
    ///
    /// let text = "“I hope it holds,” Ana Ruiz said.";
    /// let article = Analyzer::new().nested(Nested::All).analyze(text)?;
    /// let hoped = article.quotes().iter().find(|quote| quote.within.is_some());
    /// let speaker = hoped.and_then(|quote| quote.speaker.as_ref()?.name.as_deref());
    /// assert_eq!(speaker, Some("Ana Ruiz"));
    /// # Ok::<(), wirecopy::Error>(())
    /// ```
    #[must_use]
    pub fn nested(mut self, nested: Nested) -> Self {
        self.nested = nested;
        self
    }

    /// Leaves out `stage`.
    #[must_use]
    pub fn without(mut self, stage: Stage) -> Self {
        match stage {
            Stage::Dates => self.without_dates = true,
            Stage::Entities => self.without_entities = true,
            Stage::Quotes => self.without_quotes = true,
        }
        self
    }

    /// Adds a list of names; it is believed before the embedded ones and before lists added later.
    #[must_use]
    pub fn gazetteer(mut self, gazetteer: Arc<Gazetteer>) -> Self {
        self.gazetteers.push(gazetteer);
        self
    }

    /// Whether trained weights may correct the rules; they may by default. Without the crate's
    /// feature `models` only those given to [`quote_model`](Self::quote_model) and
    /// [`entity_model`](Self::entity_model) can.
    #[must_use]
    pub fn models(mut self, may_correct: bool) -> Self {
        self.without_models = !may_correct;
        self
    }

    /// Uses weights of your own for quotations instead of the embedded ones.
    #[must_use]
    pub fn quote_model(mut self, model: Arc<QuoteModel>) -> Self {
        self.quote_model = Some(model);
        self
    }

    /// Uses weights of your own for names instead of the embedded ones.
    #[must_use]
    pub fn entity_model(mut self, model: Arc<EntityModel>) -> Self {
        self.entity_model = Some(model);
        self
    }

    /// Reads one story. Linear in the length of `text`.
    ///
    /// # Errors
    ///
    /// [`Error::is_too_long`] if `text` has 4 GiB or more. Nothing else.
    pub fn analyze<'t>(&self, text: &'t str) -> Result<Article<'t>, Error> {
        self.begin(text).map(|story| self.speakers(self.names(self.quotations(story))))
    }

    /// Reads a pile of stories, and gives the results in order; a story that fails costs only itself.
    /// A stage is done for some 100 kB of them before the next one begins. Short stories take a sixth less
    /// time so than one by one, and miss the second cache less often (`DESIGN.md`). `pile` is asked
    /// for the next story when that one is about to be read, and may end early. Time and memory grow with
    /// the bytes of the pile.
    ///
    /// ```
    /// let stories = ["Talks ended.", "“It is over,” Ann Keller said."];
    /// let articles = wirecopy::Analyzer::new().analyze_pile(&mut stories.into_iter());
    /// let quote = &articles[1].as_ref().unwrap().quotes()[0];
    /// assert_eq!(quote.speaker.as_ref().unwrap().name.as_deref(), Some("Ann Keller"));
    /// ```
    ///
    /// # Errors
    ///
    /// Of a story: [`Error::is_too_long`] if it has 4 GiB or more, [`Error::is_internal`] if wirecopy has a
    /// fault that it meets.
    pub fn analyze_pile<'t>(&self, pile: &mut dyn Iterator<Item = &'t str>) -> Vec<Outcome<'t>> {
        let (mut pile, mut outcomes) = (pile.fuse(), Vec::new());
        let mut stories: Vec<Result<Begun<'t>, Error>> = Vec::new();
        loop {
            let mut bytes = 0;
            while bytes < PILE
                && let Some(text) = pile.next()
            {
                bytes += text.len().max(1);
                stories.push(guarded(|| self.begin(text)));
            }
            if stories.is_empty() {
                return outcomes;
            }
            for stage in [Self::quotations, Self::names] {
                let next = |story| guarded(|| Ok(stage(self, story)));
                stories = stories.into_iter().map(|story| story.and_then(next)).collect();
            }
            let last = |story| guarded(|| Ok(self.speakers(story)));
            outcomes.extend(stories.drain(..).map(|story| story.and_then(last)));
        }
    }

    /// Reads many stories over `threads` threads (all cores by default), and gives the results in
    /// order. A story that fails costs only itself. [`read_piles`] with
    /// [`analyze_pile`](Self::analyze_pile) is the same, and can be watched and stopped.
    #[must_use]
    pub fn analyze_many<'t, T: AsRef<str> + Sync>(
        &self,
        texts: &'t [T],
        threads: Option<NonZeroUsize>,
    ) -> Vec<Outcome<'t>> {
        let read =
            |pile: &mut dyn Iterator<Item = &'t T>| self.analyze_pile(&mut pile.map(AsRef::as_ref));
        read_piles(texts, threads, read, &mut |_| ControlFlow::Continue(()))
    }

    pub(crate) const fn published_day(&self) -> Option<Date> {
        self.published
    }

    pub(crate) const fn newline_mode(&self) -> Newlines {
        self.newlines
    }

    /// The first stage: parts, dateline, tokens, dates.
    fn begin<'t>(&self, text: &'t str) -> Result<Begun<'t>, Error> {
        check_length(text)?;
        let mut frame = self.frame(text);
        let found = frame.dateline.take();
        let reading = OnceCell::new();
        let read = || reading.get_or_init(|| DateReading::new(text, &frame.blocks));
        let evidence = || read().year_evidence();
        let dateline = found.map(|found| anchor::resolve(found, self.published, evidence));
        let anchor = self.anchor(dateline.as_ref());
        let dates = if self.without_dates {
            Vec::new()
        } else {
            self.date_finder(anchor).find_read(read())
        };
        drop(reading);
        let (quotes, named) = (Vec::new(), Entities::default());
        Ok(Begun { text, frame, dateline, anchor, dates, quotes, named })
    }

    /// The second: quotations.
    fn quotations<'t>(&self, story: Begun<'t>) -> Begun<'t> {
        Begun { quotes: self.quotes(story.text, &story.frame.tokens), ..story }
    }

    /// The third: names.
    fn names<'t>(&self, story: Begun<'t>) -> Begun<'t> {
        let Begun { text, frame, dateline, anchor, quotes, .. } = &story;
        let named = self.entities(text, frame, quotes, dateline.as_ref(), *anchor);
        Begun { named, ..story }
    }

    /// The last: who spoke.
    fn speakers<'t>(&self, story: Begun<'t>) -> Article<'t> {
        let Begun { text, frame, mut dateline, dates, quotes, named, .. } = story;
        if let Some(dateline) = &mut dateline {
            anchor::link_places(dateline, &named);
        }
        let quotes = speaker::resolve(text, &frame.tokens, quotes, &named, &frame.parts);
        let opening = dateline.as_ref().map(|dateline| dateline.span);
        Article {
            text: Text::Borrowed(text),
            id: None,
            parts: frame.parts,
            dateline,
            sentences: sentences_outside(&frame.tokens, opening),
            tokens: frame.tokens,
            dates,
            quotes,
            entities: named.entities,
            mentions: named.mentions,
        }
    }

    /// Parts, dateline and tokens: what the later stages stand on.
    fn frame(&self, text: &str) -> Frame {
        let blocks = wirecopy_article::blocks_with(text, self.line_breaks());
        let spans: Vec<Span> = blocks.iter().map(Spanned::span).collect();
        let places = lists::Places;
        let dateline = wirecopy_dateline::find_in(text, &spans, Some(&places));
        let start = dateline.as_ref().map(|dateline| dateline.span.start());
        let parts = wirecopy_article::classify(text, &blocks, start);
        let opening = dateline.as_ref().map(|found| (found.span, found.body_start));
        let blocks: Vec<Span> =
            parts.iter().flat_map(|part| without_opening(part.span, opening)).collect();
        // The dateline is a block of its own: its place is a name, but it is no sentence.
        let mut blocks_and_dateline = blocks.clone();
        blocks_and_dateline.extend(opening.map(|(span, _)| span));
        blocks_and_dateline.sort_unstable();
        let tokenizer = Tokenizer::new(TokenizerOptions { newlines: self.newlines });
        let tokens = tokenizer.tokenize_blocks(text, &blocks_and_dateline);
        Frame { parts, blocks, dateline, tokens }
    }

    /// The newline mode as the article crate calls it.
    const fn line_breaks(&self) -> LineBreaks {
        match self.newlines {
            Newlines::Blank => LineBreaks::Blank,
            Newlines::Any => LineBreaks::Every,
            Newlines::Never => LineBreaks::Never,
            _ => LineBreaks::Judged,
        }
    }

    fn anchor(&self, dateline: Option<&crate::Dateline>) -> Option<Anchor> {
        let by_dateline = dateline
            .and_then(|dateline| dateline.date.as_ref()?.value)
            .map(|date| Anchor { date, source: AnchorSource::Dateline });
        let published = self.published.map(|date| Anchor { date, source: AnchorSource::Published });
        by_dateline.or(published)
    }

    pub(crate) fn date_finder(&self, anchor: Option<Anchor>) -> DateFinder {
        let finder = DateFinder::new().numeric(self.date_order);
        anchor.map_or(finder, |anchor| finder.anchor(anchor))
    }

    fn entities(
        &self,
        text: &str,
        frame: &Frame,
        quotes: &[wirecopy_quote::Quote],
        dateline: Option<&crate::Dateline>,
        anchor: Option<Anchor>,
    ) -> Entities {
        if self.without_entities {
            return Entities::default();
        }
        let gazetteers: Vec<&Gazetteer> =
            self.gazetteers.iter().map(AsRef::as_ref).chain(lists::packs()).collect();
        let places: Vec<Span> = dateline
            .map(|dateline| dateline.places.iter())
            .map(|places| {
                places.flat_map(|place| iter::once(place.span).chain(place.region)).collect()
            })
            .unwrap_or_default();
        let mut speakers: Vec<Span> = quotes.iter().filter_map(|quote| quote.speaker).collect();
        // "I" outside all quotations is whoever wrote the story.
        let is_told_by_i = speakers.iter().any(|speaker| author::says_who_wrote(*speaker, text));
        if is_told_by_i {
            speakers.extend(author::names_in_bylines(text, &frame.parts));
        }
        speakers.sort_unstable();
        let blocks: Vec<wirecopy_entity::Block> = frame
            .parts
            .iter()
            .map(|part| {
                let names_author = is_told_by_i && part.kind == PartKind::Byline;
                let region = if names_author { TextRegion::Body } else { region(part.kind) };
                wirecopy_entity::Block { span: part.span, region }
            })
            .collect();
        let mut input = wirecopy_entity::Input::new(text, &frame.tokens);
        input.blocks = &blocks;
        input.gazetteers = &gazetteers;
        input.trusted = self.gazetteers.len();
        input.names = lists::names();
        input.date =
            anchor.map(|anchor| (anchor.date.year(), anchor.date.month(), anchor.date.day()));
        input.places = &places;
        input.agency = dateline.and_then(|dateline| Some(dateline.agency.as_ref()?.span));
        input.speakers = &speakers;
        input.model = self.entity_weights();
        input.recognize()
    }

    fn quotes(&self, text: &str, tokens: &Tokens) -> Vec<wirecopy_quote::Quote> {
        if self.without_quotes {
            return Vec::new();
        }
        let finder = QuoteFinder::new().nested(self.nested);
        let finder = match self.quote_weights() {
            Some(model) => finder.labeller(model),
            None => finder,
        };
        finder.find(text, tokens)
    }

    fn entity_weights(&self) -> Option<&EntityModel> {
        if self.without_models {
            return None;
        }
        self.entity_model.as_deref().or_else(|| models::entities())
    }

    fn quote_weights(&self) -> Option<&QuoteModel> {
        if self.without_models {
            return None;
        }
        self.quote_model.as_deref().or_else(|| models::quotes())
    }
}

/// The sentences but for the dateline.
fn sentences_outside(tokens: &Tokens, dateline: Option<Span>) -> Vec<Sentence> {
    let is_outside =
        |sentence: &&Sentence| dateline.is_none_or(|dateline| !dateline.overlaps(sentence.span()));
    let mut outside = Vec::with_capacity(tokens.sentences().len());
    outside.extend(tokens.sentences().iter().filter(is_outside).cloned());
    outside
}

/// A story on its way: what the stages have read of it so far.
struct Begun<'t> {
    text: &'t str,
    frame: Frame,
    dateline: Option<crate::Dateline>,
    anchor: Option<Anchor>,
    dates: Vec<DateExpression>,
    quotes: Vec<wirecopy_quote::Quote>,
    named: Entities,
}

/// What the later stages stand on.
struct Frame {
    parts: Vec<Part>,
    /// The parts, without the dateline itself: what holds sentences.
    blocks: Vec<Span>,
    dateline: Option<wirecopy_dateline::Dateline>,
    tokens: Tokens,
}

/// What is left of a part without the dateline and its separator: what stands before (a byline that
/// runs in) and after.
fn without_opening(part: Span, opening: Option<(Span, u32)>) -> impl Iterator<Item = Span> {
    let inside = opening.filter(|(dateline, _)| part.contains_span(*dateline));
    let (before, after) = match inside {
        Some((dateline, body_start)) => (
            Span::new(part.start(), dateline.start()),
            Span::new(body_start.min(part.end()), part.end()),
        ),
        None => (Span::empty_at(part.start()), part),
    };
    [before, after].into_iter().filter(|span| !span.is_empty())
}

const fn region(kind: PartKind) -> TextRegion {
    match kind {
        PartKind::Headline | PartKind::Subhead | PartKind::Heading => TextRegion::Headline,
        PartKind::Caption => TextRegion::Caption,
        PartKind::Section | PartKind::Credit | PartKind::Byline | PartKind::Note => {
            TextRegion::Furniture
        }
        _ => TextRegion::Body,
    }
}
