//! Stories with full gold: parts, dateline, names in chains, quotations with the full name of who
//! speaks (`gold/README.md`).
//!
//! - [`markup`]: a marked-up story becomes text and spans.
//! - [`probes`]: a file of single constructions becomes a story for each.
//! - [`check`]: what a person gets wrong when marking up.
//! - [`score`]: an analysis compared with the gold, counted.
//! - [`export`]: the same as JSON Lines, to train on.

pub mod check;
pub mod export;
pub mod markup;
pub mod probes;
pub mod score;

use crate::replay::{self, folder};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use wirecopy::{Analyzer, Nested};

/// A span in code points, half-open.
pub type Span = (usize, usize);

/// What a set of stories is for. The split is fixed by folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// Read for errors, and trained on.
    Train,
    /// Only ever counted.
    Test,
    /// A few paragraphs of one difficulty each: read for errors, and trained on.
    Short,
    /// Whole stories in yet more styles: read for errors, and trained on.
    More,
    /// Whole stories of many authors' hands, written blind: read for errors, and trained on.
    Wide,
    /// Their fourth part, only ever counted.
    Kept,
    /// As `Wide`, of five other hands: read for errors, and trained on.
    Broad,
    /// As `Wide`, of eight other hands, what has been opened of `Blind`: read for errors, and trained on.
    Late,
    /// What has not: trained on without being read for errors, so that weights see how rules do
    /// on stories that rules were not written by.
    Blind,
    /// As `Wide`, three quarters of what four more hands wrote for `Fresh`: read for errors, not trained on so far.
    Open,
    /// The fourth quarter: neither read nor trained on, only counted.
    Fresh,
    /// Single constructions, of one to five sentences (`probes`): read for errors, not trained on.
    Probes,
    /// As `Probes`, of other hands: only ever counted.
    ProbesKept,
}

impl Set {
    /// The two halves of the whole stories.
    pub const HALVES: [Set; 2] = [Set::Train, Set::Test];

    /// All sets.
    pub const ALL: [Set; 13] = [
        Set::Train,
        Set::Test,
        Set::Short,
        Set::More,
        Set::Wide,
        Set::Broad,
        Set::Late,
        Set::Blind,
        Set::Kept,
        Set::Open,
        Set::Fresh,
        Set::Probes,
        Set::ProbesKept,
    ];

    /// Those that weights learn from; the others are only counted.
    pub const LEARNED: [Set; 7] =
        [Set::Train, Set::Short, Set::More, Set::Wide, Set::Broad, Set::Late, Set::Blind];

    /// Those that may be read for errors by whoever writes rules.
    pub const READ: [Set; 8] = [
        Set::Train,
        Set::Short,
        Set::More,
        Set::Wide,
        Set::Broad,
        Set::Late,
        Set::Open,
        Set::Probes,
    ];

    /// Those of single constructions, where only attributions are marked.
    pub const PROBES: [Set; 2] = [Set::Probes, Set::ProbesKept];

    /// Whether its errors may be looked at.
    pub fn may_be_read(self) -> bool {
        Set::READ.contains(&self)
    }

    /// The name of its folder.
    pub const fn name(self) -> &'static str {
        match self {
            Set::Train => "train",
            Set::Test => "test",
            Set::Short => "short",
            Set::More => "more",
            Set::Wide => "wide",
            Set::Kept => "kept",
            Set::Broad => "broad",
            Set::Late => "late",
            Set::Blind => "blind",
            Set::Open => "open",
            Set::Fresh => "fresh",
            Set::Probes => "probes",
            Set::ProbesKept => "probes_kept",
        }
    }
}

/// One story with everything that is right about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Story {
    /// The file's stem.
    pub name: String,
    /// What makes the story worth having.
    pub about: String,
    /// Day of publication, handed to the analysis.
    pub published: Option<String>,
    /// The copy without its mark-up.
    pub text: String,
    /// Every part, in order.
    pub parts: Vec<(String, Span)>,
    /// The dateline.
    pub dateline: Option<Dateline>,
    /// Who and what is named.
    pub entities: Vec<Entity>,
    /// Every attribution, by number.
    pub quotes: BTreeMap<u32, Quote>,
    /// What may be taken for the content of an attribution or not.
    pub quotes_optional: Vec<Span>,
}

/// The dateline and its pieces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dateline {
    /// From the first piece to the last.
    pub span: Span,
    /// Its pieces: `place`, `region`, `date`, `agency`.
    pub pieces: Vec<(String, Span)>,
}

/// Somebody or something with a name, and where it is named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entity {
    /// How the mark-up refers to it.
    pub key: String,
    /// person, place or organization.
    pub kind: String,
    /// The full name, and other forms that are as good.
    pub names: Vec<String>,
    /// Where it is named, fully or in short.
    pub mentions: Vec<Span>,
    /// Where it may be found or not.
    pub optional: Vec<Span>,
}

/// An attribution.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quote {
    /// direct, mixed or indirect.
    pub kind: String,
    /// speech, attitude or other.
    pub act: String,
    /// What is attributed.
    pub content: Vec<Span>,
    /// The words that attribute it.
    pub cue: Vec<Span>,
    /// The noun phrase that says to whom.
    pub source: Vec<Span>,
    /// Who that is: indices of entities, none where the story names nobody.
    pub speakers: Vec<usize>,
}

impl Story {
    /// The full names of a quotation's speakers, joined as the product joins them, in the order of the
    /// gold; each with the forms that are as good, and two also the other way round.
    pub fn speaker_names(&self, quote: &Quote) -> Vec<String> {
        let forms = quote.speakers.iter().map(|index| self.entities[*index].names.as_slice());
        let mut joined = vec![Vec::new()];
        for names in forms {
            joined = joined
                .iter()
                .flat_map(|front| names.iter().map(|name| [front.as_slice(), &[name]].concat()))
                .collect();
        }
        joined.retain(|names: &Vec<&String>| !names.is_empty());
        let turned: Vec<_> = joined
            .iter()
            .filter(|names| names.len() == 2)
            .map(|names| vec![names[1], names[0]])
            .collect();
        joined.extend(turned);
        joined.iter().map(|names| join(names)).collect()
    }

    /// The surface at a span.
    pub fn surface(&self, span: Span) -> String {
        self.text.chars().skip(span.0).take(span.1 - span.0).collect()
    }
}

fn join(names: &[&String]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).clone(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(|name| name.as_str()).collect();
            format!("{} and {last}", first.join(", "))
        }
    }
}

/// What the gold is compared with: it marks every attribution within another.
pub fn reader() -> Analyzer {
    Analyzer::new().nested(Nested::All)
}

/// The analysis of a story by `reader`, in JSON with code points.
///
/// # Panics
/// If the story is longer than the product reads, or the day of publication is none.
pub fn analysis(story: &Story, reader: &Analyzer) -> Value {
    replay::analysis_by(&story.text, story.published.as_ref(), reader.clone())
}

/// The stories of a half, sorted by name.
///
/// # Errors
/// The file, the line and what is wrong there, for every file that cannot be read or does not hold.
pub fn stories(half: Set) -> Result<Vec<Story>, String> {
    let folder = folder().join("gold").join(half.name());
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "gold"))
        .collect();
    paths.sort();
    let (mut stories, mut complaints) = (Vec::new(), Vec::new());
    for path in paths {
        let read = if Set::PROBES.contains(&half) {
            read_probes(&path)
        } else {
            read(&path).map(|story| vec![story])
        };
        match read {
            Ok(of_file) => stories.extend(of_file),
            Err(complaint) => complaints.push(complaint),
        }
    }
    if complaints.is_empty() { Ok(stories) } else { Err(complaints.join("\n")) }
}

/// One file.
///
/// # Errors
/// As [`stories`].
pub fn read(path: &Path) -> Result<Story, String> {
    let file = path.display();
    let source = fs::read_to_string(path).map_err(|error| format!("{file}: {error}"))?;
    let mut story = markup::parse(&source).map_err(|error| format!("{file}:{error}"))?;
    story.name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    match check::complaints(&story).as_slice() {
        [] => Ok(story),
        complaints => Err(format!("{file}: {}", complaints.join(&format!("\n{file}: ")))),
    }
}

/// The probes of one file.
fn read_probes(path: &Path) -> Result<Vec<Story>, String> {
    let file = path.display();
    let source = fs::read_to_string(path).map_err(|error| format!("{file}: {error}"))?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let probes = probes::parse(&name, &source);
    probes.map_err(|error| format!("{file}:{}", error.replace('\n', &format!("\n{file}:"))))
}
