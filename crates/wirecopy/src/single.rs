//! One thing in a text, for callers who want no more: the dateline, the dates, the tokens.
//!
//! Each gives an article in which all else is empty, so that offsets, JSON and Python work as ever.

use crate::article::Text;
use crate::{Analyzer, Article, Error, anchor};
use wirecopy_date::{Anchor, AnchorSource, DateFinder, YearEvidence};
use wirecopy_dateline::DatelineError;
use wirecopy_text::{Spanned as _, check_length};
use wirecopy_token::{Tokenizer, TokenizerOptions};

impl Analyzer {
    /// Reads a dateline that stands alone, strictly.
    ///
    /// # Errors
    ///
    /// If `text` is not a dateline; the message says where it stops being one.
    ///
    /// ```
    /// let article = wirecopy::Analyzer::new().parse_dateline("OSLO, May 7, 2019 (AP)")?;
    /// let day = article.dateline().and_then(|dateline| dateline.date.as_ref()?.value);
    /// assert_eq!(day.map(|day| day.to_string()).as_deref(), Some("2019-05-07"));
    /// # Ok::<(), wirecopy::Error>(())
    /// ```
    pub fn parse_dateline<'t>(&self, text: &'t str) -> Result<Article<'t>, Error> {
        check_length(text)?;
        let found = wirecopy_dateline::parse(text)
            .map_err(|error| Error::argument("text", at_character(text, &error)))?;
        let dateline = anchor::resolve(found, self.published_day(), YearEvidence::new);
        Ok(Article { dateline: Some(dateline), ..empty(text) })
    }

    /// Finds the date expressions of any text, counted from the published date.
    ///
    /// # Errors
    ///
    /// [`Error::is_too_long`] if `text` has 4 GiB or more.
    pub fn find_dates<'t>(&self, text: &'t str) -> Result<Article<'t>, Error> {
        check_length(text)?;
        Ok(Article { dates: self.counted_from_published().find(text), ..empty(text) })
    }

    /// Reads all of `text` as one date expression, strictly, counted from the published date.
    ///
    /// # Errors
    ///
    /// If `text` is anything else.
    ///
    /// ```
    /// let analyzer = wirecopy::Analyzer::new().published("2013-08-12".parse()?);
    /// let article = analyzer.parse_date("last Friday")?;
    /// let day = article.dates().first().and_then(|date| date.date());
    /// assert_eq!(day.map(|day| day.to_string()).as_deref(), Some("2013-08-09"));
    /// assert!(analyzer.parse_date("it may be").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse_date<'t>(&self, text: &'t str) -> Result<Article<'t>, Error> {
        check_length(text)?;
        let found = self.counted_from_published().parse(text).map_err(|_| {
            let start: String = text.trim().chars().take(60).collect();
            let wanted = "expected one date expression such as \"Monday\" or \"Aug. 12, 2013\"";
            Error::argument("expression", format!("{wanted}, found {start:?}"))
        })?;
        Ok(Article { dates: vec![found], ..empty(text) })
    }

    fn counted_from_published(&self) -> DateFinder {
        let anchor = self.published_day().map(|day| Anchor::new(day, AnchorSource::Published));
        self.date_finder(anchor)
    }

    /// Cuts any text into tokens and sentences.
    ///
    /// # Errors
    ///
    /// [`Error::is_too_long`] if `text` has 4 GiB or more.
    pub fn tokenize<'t>(&self, text: &'t str) -> Result<Article<'t>, Error> {
        check_length(text)?;
        let tokenizer = Tokenizer::new(TokenizerOptions { newlines: self.newline_mode() });
        let tokens = tokenizer.tokenize(text);
        Ok(Article { sentences: tokens.sentences().to_vec(), tokens, ..empty(text) })
    }
}

fn empty(text: &str) -> Article<'_> {
    Article {
        text: Text::Borrowed(text),
        id: None,
        parts: Vec::new(),
        dateline: None,
        tokens: wirecopy_token::tokenize(""),
        sentences: Vec::new(),
        dates: Vec::new(),
        entities: Vec::new(),
        mentions: Vec::new(),
        quotes: Vec::new(),
    }
}

/// What is wrong, with the place in characters, which every caller can count, and the words there.
fn at_character(text: &str, error: &DatelineError) -> String {
    let start = error.span().start() as usize;
    let character = text.get(..start).map_or(0, |before| before.chars().count());
    let found: String = text.get(start..).unwrap_or_default().chars().take(40).collect();
    format!("{} at character {character}, found {found:?}", error.message())
}
