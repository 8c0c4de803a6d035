//! Names against `eval/entities`: strict span and type, places end to end, short mentions.
//!
//! Flat gold has no names within names: those inside a longer mention are left out. A line of these
//! sets is a paragraph or a sentence of its own, never a hard-wrapped piece of one.

use super::{Bench, Failure};
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::fs;
use std::sync::LazyLock;
use wirecopy_entity::{
    Entities, Entity, EntityKind, EntityModel, Input, Mention, MentionForm, MentionReason,
};
use wirecopy_gazetteer::{EntryKind, Gazetteer};
use wirecopy_text::{OffsetMap, OffsetUnit, Span, Spanned as _, lines};
use wirecopy_token::Tokenizer;

/// The sets, and whether they are of places alone.
const SETS: [(&str, bool); 8] = [
    ("conll03_testa", false),
    ("uner_pud_wiki", false),
    ("uner_ewt_dev", false),
    ("gum_other", false),
    ("wikigold", false),
    ("sec_train", false),
    ("geowebnews", true),
    ("trnews", true),
];

static PACKS: LazyLock<Vec<Gazetteer>> = LazyLock::new(|| {
    let packs = wirecopy_gazetteer_data::packs().into_iter();
    packs.filter_map(|pack| Gazetteer::open_static(pack).ok()).collect()
});
static NAMES: LazyLock<Option<Gazetteer>> =
    LazyLock::new(|| Gazetteer::open_static(wirecopy_gazetteer_data::NAMES).ok());

/// Prints one row per set, by listed names alone, by rules with the weights: the embedded ones, or those of the file
/// that `--model` names.
pub(super) fn score(bench: &Bench<'_>) -> Result<(), Failure> {
    let model = match bench.model {
        Some(file) => EntityModel::from_bytes(fs::read(file)?)?,
        None => EntityModel::from_static(wirecopy_model_data::entities())?,
    };
    let evidence = Reader { evidence_only: true, ..Reader::default() };
    let levels =
        [("evidence", evidence), ("rules", Reader::default()), ("weights", Reader::with(model))];
    for (by, reader) in levels {
        outln!(
            "{by:16} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}",
            "P",
            "R",
            "F",
            "span",
            "merged",
            "PER",
            "LOC",
            "ORG"
        );
        for (set, places) in SETS {
            if places { place_row(bench, set, &reader)? } else { row(bench, set, &reader)? }
        }
    }
    Ok(())
}

/// Makes the input of the product from the text of a set.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    model: Option<EntityModel>,
    /// Listed names and nothing else.
    evidence_only: bool,
}

impl Reader {
    /// A reader whose rules `model` corrects.
    pub(crate) fn with(model: EntityModel) -> Self {
        Self { model: Some(model), ..Self::default() }
    }

    /// The names of a text.
    fn recognize(&self, text: &str) -> Entities {
        if self.evidence_only { evidence(text) } else { self.read(text, |input| input.recognize()) }
    }

    /// A line of these sets is a block.
    pub(crate) fn read<T>(&self, text: &str, with: impl FnOnce(&Input<'_>) -> T) -> T {
        let blocks: Vec<Span> =
            lines(text).map(|line| line.span().trimmed(text)).filter(|s| !s.is_empty()).collect();
        self.read_blocks(text, &blocks, with)
    }

    /// The same for copy with blocks of more than one line.
    pub(crate) fn read_blocks<T>(
        &self,
        text: &str,
        blocks: &[Span],
        with: impl FnOnce(&Input<'_>) -> T,
    ) -> T {
        let tokens = Tokenizer::default().tokenize_blocks(text, blocks);
        let gazetteers: Vec<&Gazetteer> = PACKS.iter().collect();
        let mut input = Input::new(text, &tokens);
        input.gazetteers = &gazetteers;
        input.names = NAMES.as_ref();
        input.model = self.model.as_ref();
        with(&input)
    }
}

/// Every listed name is a mention of what the strongest entry of that name is.
fn evidence(text: &str) -> Entities {
    let mut found: Vec<Mention> = Vec::new();
    for pack in PACKS.iter() {
        for hit in pack.find_all(text) {
            let Some(entry) = pack.entries(hit.name).next() else { continue };
            let kind = match entry.kind() {
                EntryKind::Person => EntityKind::Person,
                EntryKind::Place => EntityKind::Place,
                EntryKind::Organization => EntityKind::Organization,
                EntryKind::Demonym => EntityKind::Demonym,
                _ => EntityKind::Other,
            };
            found.push(Mention {
                span: hit.span,
                kind,
                form: MentionForm::Name,
                entity: None,
                reason: MentionReason::GazetteerWord,
            });
        }
    }
    found.sort_by_key(|mention| (mention.span.start(), Reverse(mention.span.end())));
    Entities { mentions: found, entities: Vec::new() }
}

/// Spans in bytes from pairs of code points.
pub(crate) fn spans_of(text: &str, pairs: impl Iterator<Item = (u64, u64)>) -> Vec<Span> {
    let mut bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
    bytes.push(text.len() as u32);
    let last = text.len() as u32;
    let byte =
        |at: u64| usize::try_from(at).ok().and_then(|at| bytes.get(at)).copied().unwrap_or(last);
    pairs.map(|(start, end)| Span::new(byte(start), byte(end.max(start)))).collect()
}

/// Runs the scorer over a prediction file.
fn run(bench: &Bench<'_>, gold: &str, predictions: &str, more: &[&str]) -> Result<Value, Failure> {
    let mut arguments = vec![gold, predictions, "--json"];
    arguments.extend(more);
    Ok(serde_json::from_str(&bench.scorer("entities/score.py", &arguments)?)?)
}

fn percent(scores: &Value, pointer: &str) -> f64 {
    scores.pointer(pointer).and_then(Value::as_f64).unwrap_or(f64::NAN) * 100.0
}

fn row(bench: &Bench<'_>, set: &str, reader: &Reader) -> Result<(), Failure> {
    let file = format!("entities/{set}.jsonl");
    let predictions = bench.predict(&file, |gold| predict(reader, gold, false))?;
    let gold = bench.gold(&file);
    let (gold, predictions) = (gold.to_string_lossy(), predictions.to_string_lossy());
    let coreference = set.starts_with("gum");
    let mut more = vec!["--types", "PER,LOC,ORG"];
    if coreference {
        more.extend(["--skip-nested", "--coref"]);
    }
    let scores = run(bench, &gold, &predictions, &more)?;
    let merged_gold = merged(bench, &gold, set, "gold")?;
    let merged_predictions = merged(bench, &predictions, set, "predicted")?;
    let merged = run(bench, &merged_gold, &merged_predictions, &more)?;
    outln!(
        "{set:16} {:6.1} {:6.1} {:6.1} {:6.1} {:6.1} {:6.1} {:6.1} {:6.1}",
        percent(&scores, "/ner/micro/p"),
        percent(&scores, "/ner/micro/r"),
        percent(&scores, "/ner/micro/f"),
        percent(&scores, "/ner/span_only/f"),
        percent(&merged, "/ner/micro/f"),
        percent(&scores, "/ner/per_type/PER/f"),
        percent(&scores, "/ner/per_type/LOC/f"),
        percent(&scores, "/ner/per_type/ORG/f"),
    );
    if coreference {
        outln!(
            "{:16} short mentions: right {:.1}, right where both spans are found {:.1}, purity {:.1}",
            "",
            percent(&scores, "/coref/acc_e2e"),
            percent(&scores, "/coref/acc_given_found"),
            percent(&scores, "/coref/purity"),
        );
    }
    Ok(())
}

/// The same file with organisations as places.
fn merged(bench: &Bench<'_>, path: &str, set: &str, what: &str) -> Result<String, Failure> {
    let text = fs::read_to_string(path)?.replace("\"ORG\"", "\"LOC\"");
    let out = bench.path(&format!("entities-{set}-merged-{what}.jsonl"));
    fs::write(&out, text)?;
    Ok(out.to_string_lossy().into_owned())
}

fn place_row(bench: &Bench<'_>, set: &str, reader: &Reader) -> Result<(), Failure> {
    let file = format!("entities/{set}.jsonl");
    let predictions = bench.predict(&file, |gold| predict(reader, gold, true))?;
    let gold = bench.gold(&file);
    let more = ["--types", "LOC", "--geo"];
    let scores = run(bench, &gold.to_string_lossy(), &predictions.to_string_lossy(), &more)?;
    outln!(
        "{set:16} {:6.1} {:6.1} {:6.1}   Acc@161 km {:.1} of matched, {:.1} of all; id {:.1}",
        percent(&scores, "/ner/span_only/p"),
        percent(&scores, "/ner/span_only/r"),
        percent(&scores, "/ner/span_only/f"),
        percent(&scores, "/geo/acc161"),
        percent(&scores, "/geo/e2e_acc161"),
        percent(&scores, "/geo/id_acc"),
    );
    Ok(())
}

/// Names of one document, in code points.
fn predict(reader: &Reader, gold: &Value, places: bool) -> Value {
    let text = gold.get("text").and_then(Value::as_str).unwrap_or("");
    let map = OffsetMap::new(text, OffsetUnit::CodePoint);
    let found = reader.recognize(text);
    let mut end = 0;
    let mut entities = Vec::new();
    for mention in &found.mentions {
        let named = matches!(mention.form, MentionForm::Name | MentionForm::Short);
        // Flat gold has the longest name only; the sets of places have places within names too.
        if !named || mention.span.start() < end || places && is_other(mention) {
            continue;
        }
        let Some(kind) = label(mention, found.entity_of(mention), places) else { continue };
        end = mention.span.end();
        let span = map.convert_span(text, mention.span);
        let link = found.entity_of(mention).and_then(|entity| entity.link.as_ref());
        entities.push(json!({
            "start": span.start(),
            "end": span.end(),
            "type": kind,
            "chain": mention.entity,
            "link": link.map(|link| format!("{}:{}", link.source, link.id)),
            "lat": link.and_then(|link| link.latitude),
            "lon": link.and_then(|link| link.longitude),
            "rule": mention.reason.name(),
        }));
    }
    json!({ "id": gold.get("id"), "entities": entities })
}

fn is_other(mention: &Mention) -> bool {
    !matches!(mention.kind, EntityKind::Place | EntityKind::Demonym)
}

/// The scorer's type. The sets of places count nationalities ("Swiss"), not creeds and parties.
fn label(mention: &Mention, entity: Option<&Entity>, places: bool) -> Option<&'static str> {
    let linked = entity.and_then(|entity| entity.link.as_ref());
    match mention.kind {
        EntityKind::Person => Some("PER"),
        EntityKind::Place => Some("LOC"),
        EntityKind::Organization => Some("ORG"),
        EntityKind::Demonym if places => {
            linked.filter(|link| link.source == "geonames").map(|_| "LOC")
        }
        EntityKind::Demonym => Some("MISC"),
        _ => None,
    }
}
