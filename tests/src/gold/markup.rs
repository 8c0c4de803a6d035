//! A marked-up story becomes text and spans.
//!
//! `{1s=kerr|{kerr|Ann Kerr}, the mayor,} {1c|said} {1i|it rained}` is the copy "Ann Kerr, the mayor,
//! said it rained" with a source, a mention, a cue and indirect content. The tags are in
//! `gold/README.md`.

use super::{Dateline, Entity, Span, Story};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What stands between the two lines of `+++`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    pub(super) about: String,
    published: Option<String>,
    #[serde(default)]
    pub(super) entities: BTreeMap<String, Vec<String>>,
}

/// A story from its source; its name is left empty.
///
/// # Errors
/// The line, and what is wrong there.
pub fn parse(source: &str) -> Result<Story, String> {
    let (header, body, line) = split(source)?;
    story(header, body, line)
}

/// The header, what stands behind it, and the line where that begins.
pub(super) fn split(source: &str) -> Result<(Header, &str, usize), String> {
    let rest = source.strip_prefix("+++\n").ok_or("1: does not begin with +++")?;
    let (header, body) = rest.split_once("\n+++\n").ok_or("1: no second +++")?;
    let line = 3 + header.lines().count();
    let header = toml::from_str(header).map_err(|error| format!("1: {error}"))?;
    Ok((header, body, line))
}

/// A story from its header and what stands behind it, which begins at `line`.
pub(super) fn story(header: Header, body: &str, line: usize) -> Result<Story, String> {
    let mut reader = Reader {
        line,
        length: 0,
        open: Vec::new(),
        marks: Vec::new(),
        optional: Vec::new(),
        story: Story { about: header.about, published: header.published, ..Story::default() },
    };
    for (key, mut names) in header.entities {
        let kind = if names.len() > 1 { names.remove(0) } else { String::new() };
        if !["person", "place", "organization"].contains(&kind.as_str()) {
            return Err(format!("1: {key}: wants [\"person\", \"Full Name\"]"));
        }
        reader.story.entities.push(Entity { key, kind, names, ..Entity::default() });
    }
    reader.read(body)?;
    reader.finish()
}

struct Reader {
    line: usize,
    /// Code points of the text so far.
    length: usize,
    /// Tags whose text goes on, with where it began.
    open: Vec<(String, usize, usize)>,
    /// Where parts begin, and of which kind.
    marks: Vec<(usize, String)>,
    /// Numbers of attributions that may be found or not.
    optional: Vec<u32>,
    story: Story,
}

impl Reader {
    fn read(&mut self, body: &str) -> Result<(), String> {
        let mut rest = body;
        while let Some(next) = rest.chars().next() {
            let after = &rest[next.len_utf8()..];
            rest = match next {
                '{' => self.open(after)?,
                '}' => {
                    self.close()?;
                    after
                }
                _ => {
                    self.story.text.push(next);
                    self.length += 1;
                    self.line += usize::from(next == '\n');
                    after
                }
            };
        }
        match self.open.last() {
            Some((tags, _, line)) => Err(format!("{line}: {{{tags}| is not closed")),
            None => Ok(()),
        }
    }

    /// Reads what stands after `{`: the mark of a part, or tags up to `|`.
    fn open<'s>(&mut self, after: &'s str) -> Result<&'s str, String> {
        if let Some(part) = after.strip_prefix('#') {
            let (kind, rest) = part.split_once('}').ok_or(format!("{}: {{# is open", self.line))?;
            let kind = if kind.is_empty() { "paragraph" } else { kind };
            self.marks.push((self.length, kind.to_owned()));
            return Ok(rest);
        }
        let end = after.find(['|', '{', '}']).filter(|end| after[*end..].starts_with('|'));
        let end = end.ok_or(format!("{}: {{ without |", self.line))?;
        self.open.push((after[..end].to_owned(), self.length, self.line));
        Ok(&after[end + 1..])
    }

    fn close(&mut self) -> Result<(), String> {
        let (tags, start, line) =
            self.open.pop().ok_or(format!("{}: }} closes nothing", self.line))?;
        let text: Vec<char> = self.story.text.chars().skip(start).collect();
        let before = text.iter().take_while(|c| c.is_whitespace()).count();
        let behind = text.iter().rev().take_while(|c| c.is_whitespace()).count();
        if before == text.len() {
            return Err(format!("{line}: {{{tags}|}} is about nothing"));
        }
        let span = (start + before, self.length - behind);
        for tag in tags.split_whitespace() {
            self.tag(tag, span).map_err(|error| format!("{line}: {{{tag}|: {error}"))?;
        }
        Ok(())
    }

    fn tag(&mut self, tag: &str, span: Span) -> Result<(), String> {
        if let Some(piece) = tag.strip_prefix('@') {
            return self.dateline(piece, span);
        }
        if tag.starts_with(|c: char| c.is_ascii_digit()) {
            return self.quote(tag, span);
        }
        let (key, optional) = tag.strip_suffix('?').map_or((tag, false), |key| (key, true));
        let index = self.entity(key)?;
        let entity = &mut self.story.entities[index];
        if optional { &mut entity.optional } else { &mut entity.mentions }.push(span);
        Ok(())
    }

    fn entity(&self, key: &str) -> Result<usize, String> {
        let position = self.story.entities.iter().position(|entity| entity.key == key);
        position.ok_or_else(|| format!("no entity has the key {key}"))
    }

    fn dateline(&mut self, piece: &str, span: Span) -> Result<(), String> {
        let dateline = self.story.dateline.get_or_insert_default();
        match piece {
            "dateline" => dateline.span = span,
            "place" | "region" | "date" | "agency" => {
                dateline.pieces.push((piece.to_owned(), span));
            }
            _ => return Err("a dateline has place, region, date and agency".to_owned()),
        }
        Ok(())
    }

    /// `3d/attitude=key+key`: number, role, act and speakers.
    fn quote(&mut self, tag: &str, span: Span) -> Result<(), String> {
        let (tag, speakers) =
            tag.split_once('=').map_or((tag, None), |(tag, keys)| (tag, Some(keys)));
        let (tag, act) = tag.split_once('/').map_or((tag, None), |(tag, act)| (tag, Some(act)));
        let (number, role) = tag.split_at(tag.len() - 1);
        let number: u32 = number.parse().map_err(|_| "no number".to_owned())?;
        if role == "?" {
            self.optional.push(number);
            self.story.quotes_optional.push(span);
            return Ok(());
        }
        let speakers = match speakers {
            Some(keys) => keys.split('+').map(|key| self.entity(key)).collect::<Result<_, _>>()?,
            None => Vec::new(),
        };
        let quote = self.story.quotes.entry(number).or_default();
        if let Some(act) = act {
            agree(&mut quote.act, act)?;
        }
        if !speakers.is_empty() && !quote.speakers.is_empty() && quote.speakers != speakers {
            return Err("two different speakers".to_owned());
        }
        if !speakers.is_empty() {
            quote.speakers = speakers;
        }
        let list = match role {
            "d" | "m" | "i" => {
                let kind = match role {
                    "d" => "direct",
                    "m" => "mixed",
                    _ => "indirect",
                };
                agree(&mut quote.kind, kind)?;
                &mut quote.content
            }
            "c" => &mut quote.cue,
            "s" => &mut quote.source,
            _ => return Err("wants d, m, i, c, s or ? after the number".to_owned()),
        };
        list.push(span);
        Ok(())
    }

    fn finish(mut self) -> Result<Story, String> {
        let text: Vec<char> = self.story.text.chars().collect();
        self.story.parts = parts(&text, &self.marks, self.story.dateline.as_ref());
        let optional = self.optional;
        self.story
            .quotes
            .retain(|number, quote| !quote.content.is_empty() || !optional.contains(number));
        for quote in self.story.quotes.values_mut() {
            if quote.act.is_empty() {
                quote.act = "speech".to_owned();
            }
            for list in [&mut quote.content, &mut quote.cue, &mut quote.source] {
                list.sort_unstable();
            }
        }
        for entity in &mut self.story.entities {
            entity.mentions.sort_unstable();
            entity.optional.sort_unstable();
        }
        Ok(self.story)
    }
}

/// Sets a value that a quotation has once.
fn agree(held: &mut String, value: &str) -> Result<(), String> {
    if !held.is_empty() && held != value {
        return Err(format!("is {held} elsewhere"));
    }
    value.clone_into(held);
    Ok(())
}

/// The parts: one from each mark and from each blank line to the next. What is not marked is a
/// paragraph, or the dateline if it holds it.
fn parts(
    text: &[char],
    marks: &[(usize, String)],
    dateline: Option<&Dateline>,
) -> Vec<(String, Span)> {
    let mut starts: BTreeMap<usize, &str> = BTreeMap::from([(0, "paragraph")]);
    let mut blank = false;
    for (at, c) in text.iter().enumerate() {
        match c {
            '\n' if blank => {
                starts.insert(at + 1, "paragraph");
            }
            '\n' => blank = true,
            c if !c.is_whitespace() => blank = false,
            _ => {}
        }
    }
    starts.extend(marks.iter().map(|(at, kind)| (*at, kind.as_str())));
    let ends = starts.keys().copied().skip(1).chain([text.len()]);
    let mut parts = Vec::new();
    for ((start, kind), end) in starts.iter().zip(ends) {
        let Some(first) = (*start..end).find(|at| !text[*at].is_whitespace()) else { continue };
        let last = (first..end).rev().find(|at| !text[*at].is_whitespace()).unwrap_or(first);
        let opens = dateline.is_some_and(|dateline| dateline.span.0 == first);
        let kind = if opens && *kind == "paragraph" { "dateline" } else { kind };
        parts.push((kind.to_owned(), (first, last + 1)));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "+++\nabout = \"x\"\n[entities]\nkerr = [\"person\", \"Ann Kerr\"]\n\
                        oslo = [\"place\", \"Oslo\"]\n+++\n";

    fn story(body: &str) -> Result<Story, String> {
        parse(&format!("{HEAD}{body}"))
    }

    #[test]
    fn marks_become_spans_of_the_bare_text() {
        let story = story(
            "{#headline}Rain in {oslo|Oslo}\n\n{@dateline|{@place oslo|OSLO} ({@agency|AP})} - \
             {1s=kerr|{kerr|Ann Kerr}, the mayor,} {1c|said} {1i|it rained}.\n\n\
             {2d/attitude=kerr|“Hard.”}\n",
        )
        .unwrap();
        assert_eq!(
            story.text,
            "Rain in Oslo\n\nOSLO (AP) - Ann Kerr, the mayor, said it rained.\n\n“Hard.”\n"
        );
        let surface = |span: &Span| story.surface(*span);
        let parts: Vec<_> =
            story.parts.iter().map(|(kind, span)| (kind.as_str(), surface(span))).collect();
        assert_eq!(parts[0], ("headline", "Rain in Oslo".to_owned()));
        assert_eq!(parts[1].0, "dateline");
        assert_eq!(parts[2], ("paragraph", "“Hard.”".to_owned()));
        let first = &story.quotes[&1];
        assert_eq!(first.source.iter().map(surface).collect::<Vec<_>>(), ["Ann Kerr, the mayor,"]);
        assert_eq!((first.kind.as_str(), first.act.as_str()), ("indirect", "speech"));
        assert_eq!(story.speaker_names(first), ["Ann Kerr"]);
        assert_eq!(story.quotes[&2].act, "attitude");
        assert_eq!(
            story.entities[1].mentions.iter().map(surface).collect::<Vec<_>>(),
            ["Oslo", "OSLO"]
        );
        assert_eq!(surface(&story.dateline.as_ref().unwrap().span), "OSLO (AP)");
    }

    #[test]
    fn a_mistake_is_told_with_its_line() {
        for (body, complaint) in [
            ("It rained.\n{1c|said", "8: {1c| is not closed"),
            ("It rained.}", "7: } closes nothing"),
            ("{kurr|Kurr}", "7: {kurr|: no entity has the key kurr"),
            ("{1x|it}", "7: {1x|: wants d, m, i, c, s or ? after the number"),
            ("{1i|it} {1d|rained}", "7: {1d|: is indirect elsewhere"),
            ("{1i=kerr|it} {1s=oslo|she}", "7: {1s=oslo|: two different speakers"),
            ("{kerr| }", "7: {kerr|} is about nothing"),
            ("{kerr}", "7: { without |"),
        ] {
            assert_eq!(story(body).unwrap_err(), complaint);
        }
    }
}
