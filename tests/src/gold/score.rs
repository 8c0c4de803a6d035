//! An analysis compared with the gold, counted; each miss is one line.
//!
//! Content is compared as sets of words, as the scorer of the PolNeAR set does: marks and
//! punctuation at the edges never matter. Two contents are the same where their words overlap by at
//! least half of their union.

use super::{Quote, Span, Story};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

/// Share of words that two contents must have in common.
const SAME: f64 = 0.5;

/// What was counted over some stories.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Stories.
    pub stories: usize,
    /// Attributions wanted, given, and found.
    pub quotes: [usize; 3],
    /// Of those wanted, found under the right full name (or none).
    pub named: usize,
    /// The same two for attributions of speech: wanted, and right.
    pub speech: [usize; 2],
    /// Found with the right act.
    pub act: usize,
    /// Found with the right kind.
    pub kind: usize,
    /// Mentions by name wanted, given, and found.
    pub mentions: [usize; 3],
    /// Chains wanted, and those whose mentions all stand together, alone, under the full name.
    pub chains: [usize; 2],
    /// Parts wanted, given, and right.
    pub parts: [usize; 3],
    /// Stories whose dateline (or its absence) is right in every piece.
    pub datelines: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.stories += other.stories;
        self.named += other.named;
        self.act += other.act;
        self.kind += other.kind;
        self.datelines += other.datelines;
        for index in 0..3 {
            self.quotes[index] += other.quotes[index];
            self.mentions[index] += other.mentions[index];
            self.parts[index] += other.parts[index];
        }
        for index in 0..2 {
            self.speech[index] += other.speech[index];
            self.chains[index] += other.chains[index];
        }
    }
}

/// A percentage; of nothing it is 0.
pub fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// F1 in % of wanted, given and found.
pub fn f1([wanted, given, found]: [usize; 3]) -> f64 {
    percent(2 * found, wanted + given)
}

impl Counts {
    /// Quotation and full name: the share of attributions wanted that were found under the right
    /// name, in %.
    pub fn quote_and_name(&self) -> f64 {
        percent(self.named, self.quotes[0])
    }
}

/// Compares a story with its analysis in JSON (schema 1, code points).
pub fn compare(story: &Story, got: &Value) -> (Counts, Vec<String>) {
    let mut comparison = Comparison::new(story, got);
    comparison.quotes();
    comparison.mentions();
    comparison.parts();
    comparison.dateline();
    (comparison.counts, comparison.errors)
}

/// As [`compare`], of attributions alone.
pub fn compare_quotes(story: &Story, got: &Value) -> (Counts, Vec<String>) {
    let mut comparison = Comparison::new(story, got);
    comparison.quotes();
    (comparison.counts, comparison.errors)
}

struct Comparison<'a> {
    story: &'a Story,
    got: &'a Value,
    words: Vec<Span>,
    counts: Counts,
    errors: Vec<String>,
}

/// Words of the text: letters and digits, joined by one of `.'’-`.
fn words(text: &str) -> Vec<Span> {
    let chars: Vec<char> = text.chars().collect();
    let is_word = |at: usize| chars.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_');
    let mut words = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !is_word(at) {
            at += 1;
            continue;
        }
        let start = at;
        while is_word(at) || (".'’-".contains(chars[at.min(chars.len() - 1)]) && is_word(at + 1))
        {
            at += 1;
        }
        words.push((start, at));
    }
    words
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> usize {
    value.as_u64().unwrap_or_default() as usize
}

fn span(item: &Value) -> Span {
    (number(&item["start"]), number(&item["end"]))
}

/// Names are compared without case and article, and with plain quotation marks.
fn fold(name: &str) -> String {
    let name = name.to_lowercase().replace(['“', '”'], "\"").replace(['‘', '’'], "'");
    name.strip_prefix("the ").unwrap_or(&name).to_owned()
}

/// A predicted attribution.
struct Given<'v> {
    words: BTreeSet<usize>,
    name: Option<&'v str>,
    quote: &'v Value,
}

impl<'a> Comparison<'a> {
    fn new(story: &'a Story, got: &'a Value) -> Comparison<'a> {
        Comparison {
            story,
            got,
            words: words(&story.text),
            counts: Counts { stories: 1, ..Counts::default() },
            errors: Vec::new(),
        }
    }

    fn words_in(&self, spans: &[Span]) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for (start, end) in spans {
            let first = self.words.partition_point(|word| word.1 <= *start);
            let rest = self.words[first..].iter().take_while(|word| word.0 < *end);
            found.extend((first..).zip(rest).map(|(index, _)| index));
        }
        found
    }

    fn given(&self) -> Vec<Given<'_>> {
        let quotes = list(self.got, "quotes").iter();
        quotes
            .map(|quote| {
                let content: Vec<Span> = list(quote, "content")
                    .iter()
                    .map(|pair| (number(&pair[0]), number(&pair[1])))
                    .collect();
                let name = quote["speaker"]["name"].as_str();
                Given { words: self.words_in(&content), name, quote }
            })
            .collect()
    }

    fn quotes(&mut self) {
        let given = self.given();
        let wanted: Vec<(&u32, &Quote, BTreeSet<usize>)> = self
            .story
            .quotes
            .iter()
            .map(|(number, quote)| (number, quote, self.words_in(&quote.content)))
            .collect();
        let mut pairs = Vec::new();
        for (w, (.., wanted)) in wanted.iter().enumerate() {
            for (g, given) in given.iter().enumerate() {
                let overlap = overlap(wanted, &given.words);
                if overlap >= SAME {
                    pairs.push((overlap, w, g));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let (mut of_wanted, mut of_given) = (BTreeMap::new(), BTreeMap::new());
        for (_, w, g) in pairs {
            if !of_wanted.contains_key(&w) && !of_given.contains_key(&g) {
                of_wanted.insert(w, g);
                of_given.insert(g, w);
            }
        }
        let (mut counts, mut errors) = (self.counts, Vec::new());
        for (w, (number, quote, _)) in wanted.iter().enumerate() {
            let found = of_wanted.get(&w).map(|g| &given[*g]);
            self.judge_quote(**number, quote, found, &mut counts, &mut errors);
        }
        let optional = self.words_in(&self.story.quotes_optional);
        for (g, given) in given.iter().enumerate() {
            let is_found = of_given.contains_key(&g);
            let may_be = 2 * given.words.intersection(&optional).count() >= given.words.len();
            counts.quotes[1] += usize::from(is_found || !may_be);
            if !is_found && !may_be {
                let text = given.quote["text"].as_str().unwrap_or_default();
                errors.push(format!("quote too much: {:?} by {:?}", text, given.name));
            }
        }
        self.counts = counts;
        self.errors.append(&mut errors);
    }

    fn judge_quote(
        &self,
        number: u32,
        quote: &Quote,
        found: Option<&Given<'_>>,
        counts: &mut Counts,
        errors: &mut Vec<String>,
    ) {
        let is_speech = quote.act == "speech";
        counts.quotes[0] += 1;
        counts.speech[0] += usize::from(is_speech);
        let surface = self.story.surface(quote.content[0]);
        let Some(found) = found else {
            errors.push(format!("quote {number} {surface:?}: missing"));
            return;
        };
        counts.quotes[2] += 1;
        counts.act += usize::from(found.quote["act"] == quote.act);
        counts.kind += usize::from(found.quote["kind"] == quote.kind);
        let names = self.story.speaker_names(quote);
        let right = match found.name {
            Some(name) => names.iter().any(|wanted| fold(wanted) == fold(name)),
            None => names.is_empty(),
        };
        counts.named += usize::from(right);
        counts.speech[1] += usize::from(right && is_speech);
        if !right {
            let span = &found.quote["speaker"]["text"];
            errors.push(format!(
                "quote {number} {surface:?}: name: want {:?}, got {:?} from {span}",
                names.first(),
                found.name
            ));
        }
    }

    /// The span without courtesy title, article and possessive.
    fn bare(&self, (start, end): Span) -> Span {
        const TITLES: [&str; 12] =
            ["the", "mr", "mrs", "ms", "miss", "dr", "mlle", "mr.", "mrs.", "ms.", "dr.", "mlle."];
        let surface = self.story.surface((start, end));
        let front = surface.split_once(char::is_whitespace).filter(|(first, rest)| {
            !rest.trim().is_empty() && TITLES.contains(&first.to_lowercase().as_str())
        });
        let start = front.map_or(start, |(first, _)| start + first.chars().count() + 1);
        let is_possessive = ["'s", "’s", "'S"].iter().any(|mark| surface.ends_with(mark));
        (start, if is_possessive { end - 2 } else { end })
    }

    fn mentions(&mut self) {
        let mut given: BTreeMap<Span, (&str, Option<usize>)> = BTreeMap::new();
        for mention in list(self.got, "mentions") {
            let kind = mention["kind"].as_str().unwrap_or_default();
            let named = matches!(mention["form"].as_str(), Some("name" | "short"));
            if named && ["person", "place", "organization"].contains(&kind) {
                let entity = mention["entity"].as_u64().map(|index| index as usize);
                given.insert(self.bare(span(mention)), (kind, entity));
            }
        }
        let mut used: BTreeSet<Span> = BTreeSet::new();
        let mut owners: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (index, entity) in self.story.entities.iter().enumerate() {
            used.extend(entity.optional.iter().map(|span| self.bare(*span)));
            for mention in &entity.mentions {
                let bare = self.bare(*mention);
                self.counts.mentions[0] += 1;
                let surface = self.story.surface(*mention);
                match given.get(&bare) {
                    Some((kind, owner)) if *kind == entity.kind => {
                        self.counts.mentions[1] += 1;
                        self.counts.mentions[2] += 1;
                        used.insert(bare);
                        if let Some(owner) = owner {
                            owners.entry(*owner).or_default().insert(index);
                        }
                    }
                    Some((kind, _)) => {
                        self.counts.mentions[1] += 1;
                        used.insert(bare);
                        self.errors
                            .push(format!("mention {surface:?}: want {}, got {kind}", entity.kind));
                    }
                    None => self.errors.push(format!("mention {surface:?}: missing")),
                }
            }
        }
        let dateline = self.story.dateline.as_ref().map_or((0, 0), |dateline| dateline.span);
        for (span, (kind, _)) in &given {
            let in_dateline = dateline.0 <= span.0 && span.1 <= dateline.1;
            if !used.contains(span) && !in_dateline && !self.is_within(*span, &given) {
                self.counts.mentions[1] += 1;
                let surface = self.story.surface(*span);
                self.errors.push(format!("mention too much: {surface:?} as {kind}"));
            }
        }
        self.chains(&given, &owners);
    }

    /// Whether a name that is right holds this one: "Kenya" in "Central Bank of Kenya". The gold marks none
    /// of these.
    fn is_within(&self, span: Span, given: &BTreeMap<Span, (&str, Option<usize>)>) -> bool {
        self.story.entities.iter().flat_map(|entity| &entity.mentions).any(|mention| {
            let bare = self.bare(*mention);
            bare != span && bare.0 <= span.0 && span.1 <= bare.1 && given.contains_key(&bare)
        })
    }

    fn chains(
        &mut self,
        given: &BTreeMap<Span, (&str, Option<usize>)>,
        owners: &BTreeMap<usize, BTreeSet<usize>>,
    ) {
        for entity in self.story.entities.iter().filter(|entity| !entity.mentions.is_empty()) {
            self.counts.chains[0] += 1;
            let of: BTreeSet<Option<usize>> = entity
                .mentions
                .iter()
                .map(|mention| given.get(&self.bare(*mention)).and_then(|(_, owner)| *owner))
                .collect();
            let whole = match of.first() {
                Some(Some(only)) if of.len() == 1 => Some(*only),
                _ => None,
            };
            let alone = whole.filter(|whole| owners.get(whole).is_some_and(|gold| gold.len() == 1));
            let name = alone.and_then(|owner| self.got["entities"][owner]["name"].as_str());
            if name.is_some_and(|name| entity.names.iter().any(|want| fold(want) == fold(name))) {
                self.counts.chains[1] += 1;
            } else {
                let what = match (whole, alone) {
                    (None, _) => "in pieces".to_owned(),
                    (_, None) => "with others".to_owned(),
                    _ => format!("named {name:?}"),
                };
                self.errors.push(format!("chain {}: {what}", entity.names[0]));
            }
        }
    }

    fn parts(&mut self) {
        let chars: Vec<char> = self.story.text.chars().collect();
        let trim = |(mut start, mut end): Span| {
            while start < end && chars[start].is_whitespace() {
                start += 1;
            }
            while end > start && chars[end - 1].is_whitespace() {
                end -= 1;
            }
            (start, end)
        };
        let given: Vec<(&str, Span)> = list(self.got, "parts")
            .iter()
            .map(|part| (part["kind"].as_str().unwrap_or_default(), trim(span(part))))
            .collect();
        self.counts.parts[1] += given.len();
        for (kind, span) in &self.story.parts {
            self.counts.parts[0] += 1;
            if given.contains(&(kind.as_str(), *span)) {
                self.counts.parts[2] += 1;
            } else {
                let surface = self.story.surface((span.0, span.1.min(span.0 + 40)));
                let there = given.iter().find(|(_, given)| given.0 == span.0);
                self.errors.push(format!("part {kind} {surface:?}: got {there:?}"));
            }
        }
    }

    fn dateline(&mut self) {
        let edge = |text: &str| {
            text.trim().trim_end_matches([' ', '.', '-', '–', '—', '_', ':']).to_owned()
        };
        let wanted = self.story.dateline.as_ref().map(|dateline| {
            let pieces = dateline.pieces.iter();
            let mut all: Vec<(&str, String)> =
                pieces.map(|(kind, span)| (kind.as_str(), self.story.surface(*span))).collect();
            all.sort();
            (edge(&self.story.surface(dateline.span)), all)
        });
        let got = &self.got["dateline"];
        let given = (!got.is_null()).then(|| {
            let mut all: Vec<(&str, String)> = Vec::new();
            for place in list(got, "places") {
                all.extend(place["text"].as_str().map(|text| ("place", text.to_owned())));
                all.extend(place["region"].as_str().map(|text| ("region", text.to_owned())));
            }
            for kind in ["date", "agency"] {
                all.extend(got[kind]["text"].as_str().map(|text| (kind, text.to_owned())));
            }
            all.sort();
            (edge(got["text"].as_str().unwrap_or_default()), all)
        });
        if wanted == given {
            self.counts.datelines += 1;
        } else {
            self.errors.push(format!("dateline: want {wanted:?}, got {given:?}"));
        }
    }
}

/// Shared words by all words.
fn overlap(first: &BTreeSet<usize>, second: &BTreeSet<usize>) -> f64 {
    let shared = first.intersection(second).count();
    let all = first.len() + second.len() - shared;
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}
