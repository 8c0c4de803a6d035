//! The results in the form asked for, to the stream or file asked for.

use super::{Format, Output};
use crate::json::JsonOptions;
use crate::{Article, render};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use wirecopy_text::find_byte;

/// Writes article after article in one format.
pub(super) struct Writer<'a> {
    out: Box<dyn Write + 'a>,
    /// What `out` is called in messages.
    name: String,
    format: Format,
    json: JsonOptions,
    several: bool,
    written: usize,
}

impl<'a> Writer<'a> {
    /// Opens the file that `options` name, or takes `stream`.
    pub(super) fn open(options: &Output, stream: &'a mut dyn Write) -> io::Result<Self> {
        let name = options
            .output
            .as_ref()
            .map_or_else(|| STANDARD_OUTPUT.to_owned(), |path| path.display().to_string());
        let out: Box<dyn Write + 'a> = match &options.output {
            None => Box::new(BufWriter::new(stream)),
            Some(path) => {
                let file = File::create(path).map_err(|error| named(&name, &error))?;
                Box::new(BufWriter::new(file))
            }
        };
        let json = JsonOptions::new().offsets(options.offsets.into());
        let json = if options.tokens { json.with_tokens() } else { json };
        Ok(Self { out, name, format: options.format, json, several: false, written: 0 })
    }

    /// Says before the first article whether there may be more than one.
    pub(super) fn expect_several(&mut self, several: bool) {
        self.several = several;
    }

    pub(super) fn write(&mut self, article: &Article<'_>) -> io::Result<()> {
        self.put(article).map_err(|error| named(&self.name, &error))
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.close().map_err(|error| named(&self.name, &error))
    }

    fn put(&mut self, article: &Article<'_>) -> io::Result<()> {
        let first = self.written == 0;
        self.written += 1;
        match self.format {
            Format::Card => {
                if !first {
                    writeln!(self.out, "\n{}\n", "=".repeat(render::CARD_WIDTH))?;
                }
                write!(self.out, "{}", render::card(article))
            }
            Format::Jsonl => {
                let line = article.to_json(self.json).map_err(io::Error::other)?;
                writeln!(self.out, "{}", escape_controls(&line))
            }
            Format::Json => {
                let object = article.to_json_pretty(self.json).map_err(io::Error::other)?;
                let lead = match (self.several, first) {
                    (false, _) => "",
                    (true, true) => "[\n",
                    (true, false) => ",\n",
                };
                write!(self.out, "{lead}{}", escape_controls(&object))
            }
            Format::Html => {
                if first {
                    write!(self.out, "{}", render::HTML_HEAD)?;
                }
                write!(self.out, "{}", render::html(article))
            }
        }
    }

    fn close(&mut self) -> io::Result<()> {
        match self.format {
            Format::Json if self.several && self.written == 0 => writeln!(self.out, "[]")?,
            Format::Json if self.several => writeln!(self.out, "\n]")?,
            Format::Json if self.written > 0 => writeln!(self.out)?,
            Format::Html if self.written > 0 => write!(self.out, "{}", render::HTML_FOOT)?,
            _ => {}
        }
        self.out.flush()
    }
}

/// What the stream of results is called in messages.
pub(super) const STANDARD_OUTPUT: &str = "standard output";

/// The same error, with the file or stream that it is about.
pub(super) fn named(name: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{name}: {error}"))
}

/// JSON in which no control or direction mark stands raw: serde escapes those below U+0020, a
/// terminal also obeys some above. Such characters stand only inside strings, where the escape
/// means the same.
fn escape_controls(json: &str) -> Cow<'_, str> {
    // Copied up to here.
    let mut clean = 0;
    let mut escaped = String::new();
    let mut at = 0;
    while let Some(ahead) =
        json.as_bytes().get(at..).and_then(|rest| find_byte(rest, |b| b >= 0x7f))
    {
        at += ahead;
        let Some(c) = json.get(at..).and_then(|rest| rest.chars().next()) else { break };
        if render::is_unprintable(c) {
            escaped.push_str(json.get(clean..at).unwrap_or_default());
            escaped.push_str(&format!("\\u{:04x}", u32::from(c)));
            clean = at + c.len_utf8();
        }
        at += c.len_utf8();
    }
    if clean == 0 {
        return Cow::Borrowed(json);
    }
    escaped.push_str(json.get(clean..).unwrap_or_default());
    Cow::Owned(escaped)
}

/// A message in which every control character is shown, not obeyed.
pub(super) fn printable(message: &str) -> String {
    render::printable(message, '\n')
}
