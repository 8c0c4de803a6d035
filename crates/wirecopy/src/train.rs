//! Training weights on annotated stories of your own.
//!
//! One JSON object a line, offsets in code points, the first inclusive, the last exclusive:
//!
//! ```json
//! {"text": "The ferry will sail, Ana Ruiz said.",
//!  "attributions": [{"content": [[0, 19]], "source": [[21, 29]], "cue": [[30, 34]]}]}
//! ```
//!
//! (on one line). `content`, `source` and `cue` are lists of spans; `source` and `cue` may be empty.
//! Other fields are passed over. Annotate a story whole: what is not marked counts as evidence that
//! nothing is attributed there. If a story has one attribution within the content of another, all such
//! count as annotated; if it has none, it says nothing about them.

use serde_json::Value;
use std::io::{self, BufRead};
use wirecopy_quote::QuoteModel;
use wirecopy_quote::train::{Attribution, Trainer};
use wirecopy_text::{OffsetMap, OffsetUnit, Span};
use wirecopy_token::tokenize;

/// Trains weights for quotations on the stories of `lines`, for [`crate::Analyzer::quote_model`].
///
/// The same stories in the same order give the same bytes on every machine. Takes about a minute and
/// 400 MB for a million words.
///
/// # Errors
///
/// If `lines` cannot be read, a line is not as said above (the message names line and field), or there
/// is no story.
///
/// ```
/// let line = r#"{"text": "It will sail, Ana Ruiz said.",
///     "attributions": [{"content": [[0, 12]], "source": [[14, 22]], "cue": [[23, 27]]}]}"#;
/// let lines = vec![line.replace('\n', " "); 20].join("\n");
/// let model = wirecopy::train::quotes(lines.as_bytes())?;
/// assert!(!model.as_bytes().is_empty());
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn quotes(lines: impl BufRead) -> io::Result<QuoteModel> {
    let mut trainer = Trainer::new();
    let mut stories = 0;
    for (number, line) in lines.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let bad = |what: String| invalid(format!("line {}: {what}", number + 1));
        let story: Value = serde_json::from_str(&line).map_err(|error| {
            // It says where it stands itself, but counts lines from this one.
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or(&message);
            invalid(format!("line {}, column {}: {message}", number + 1, error.column()))
        })?;
        let text = story.get("text").and_then(Value::as_str);
        let text = text.ok_or_else(|| bad("text: expected a string".to_owned()))?;
        trainer.add(text, &tokenize(text), &attributions(&story, text).map_err(bad)?);
        stories += 1;
    }
    if stories == 0 {
        return Err(invalid("no stories".to_owned()));
    }
    let (model, _) = trainer.fit().map_err(|error| invalid(error.to_string()))?;
    Ok(model)
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

fn attributions(story: &Value, text: &str) -> Result<Vec<Attribution>, String> {
    let map = OffsetMap::new(text, OffsetUnit::CodePoint);
    let list = story.get("attributions").and_then(Value::as_array);
    let list = list.ok_or("attributions: expected a list")?;
    let read = |(number, value): (usize, &Value)| {
        let spans = |field: &str| {
            let list = value.get(field).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            let spans = list.iter().map(|pair| span(pair, &map, text));
            spans.collect::<Option<Vec<Span>>>().ok_or_else(|| {
                format!("attributions[{number}].{field}: expected [start, end] within the text")
            })
        };
        Ok(Attribution { source: spans("source")?, cue: spans("cue")?, content: spans("content")? })
    };
    list.iter().enumerate().map(read).collect()
}

/// A pair of code points as bytes.
fn span(pair: &Value, map: &OffsetMap, text: &str) -> Option<Span> {
    let [start, end] = pair.as_array()?.as_slice() else { return None };
    let byte = |value: &Value| {
        let point = u32::try_from(value.as_u64()?).ok()?;
        map.to_byte(text, point)
    };
    let (start, end) = (byte(start)?, byte(end)?);
    (start <= end).then(|| Span::new(start, end))
}
