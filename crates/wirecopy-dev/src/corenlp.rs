//! The automatic parses of `../shared/eval/quotes`, as wirecopy-syntax learns them.
//!
//! CoreNLP's words are those of the Penn Treebank, its relations the first version of Universal
//! Dependencies. Three things are changed: a conjunction hangs on the member after it, a person's name
//! on its first word, and a noun on a verb is an oblique. Then words become those of wirecopy-token:
//! `15-year` is three, of which the last takes the place of the whole.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a development command stops where data are not as they should be"
)]

use crate::score::Failure;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use wirecopy_syntax::train::Example;
use wirecopy_syntax::{Relation, Tag};
use wirecopy_text::{OffsetMap, OffsetUnit};
use wirecopy_token::tokenize;

/// A sentence with what scores need besides.
#[derive(Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) example: Example,
    /// CoreNLP's lemma of each word.
    pub(crate) lemmas: Vec<String>,
    /// Whether each word is a word of CoreNLP's as well.
    pub(crate) same: Vec<bool>,
}

/// A word of CoreNLP's.
#[derive(Debug, Clone)]
struct Word {
    span: [u64; 2],
    tag: Tag,
    lemma: String,
    is_person: bool,
    head: Option<usize>,
    relation: String,
}

/// Tags of forms, counted: what the parts of a word with hyphens are.
pub(crate) type Forms = BTreeMap<String, BTreeMap<Tag, u32>>;

/// Reads the sentences of `corenlp-{part}` and the texts of `polnear-{part}`; adds what the words are
/// to `forms`.
pub(crate) fn read(folder: &Path, part: &str, forms: &mut Forms) -> Result<Vec<Sentence>, Failure> {
    let texts = texts(&folder.join(format!("polnear-{part}.jsonl")))?;
    let mut documents = Vec::new();
    for line in lines(folder, part)? {
        let document: Value = serde_json::from_str(&line?)?;
        let id = document["id"].as_str().unwrap_or_default();
        let text = texts.get(id).ok_or_else(|| format!("no text of {id}"))?;
        let sentences = document["sents"].as_array().map_or(&[][..], Vec::as_slice);
        let sentences: Vec<Vec<Word>> = sentences
            .iter()
            .map(|words| sentence(words.as_array().map_or(&[][..], Vec::as_slice)))
            .collect();
        let blocks = blocks(text, &sentences);
        count(&blocks, forms);
        documents.push((sentences, blocks));
    }
    let all =
        documents.into_iter().flat_map(|(sentences, blocks)| sentences.into_iter().zip(blocks));
    Ok(all.map(|(words, blocks)| join(&words, &blocks, forms)).collect())
}

/// The lines of a file, unpacked if need be.
fn lines(folder: &Path, part: &str) -> Result<std::io::Lines<BufReader<Box<dyn Read>>>, Failure> {
    let plain = folder.join(format!("corenlp-{part}.jsonl"));
    let reader: Box<dyn Read> = if plain.is_file() {
        Box::new(File::open(plain)?)
    } else {
        let mut gzip = Command::new("gzip");
        gzip.arg("-dc").arg(folder.join(format!("corenlp-{part}.jsonl.gz")));
        let child = gzip.stdout(Stdio::piped()).spawn()?;
        Box::new(child.stdout.ok_or("gzip gave nothing")?)
    };
    Ok(BufReader::new(reader).lines())
}

fn texts(path: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut texts = BTreeMap::new();
    for line in fs::read_to_string(path)?.lines() {
        let document: Value = serde_json::from_str(line)?;
        let field = |name: &str| document[name].as_str().unwrap_or_default().to_owned();
        texts.insert(field("id"), field("text"));
    }
    Ok(texts)
}

/// One sentence, its relations brought up to date.
fn sentence(words: &[Value]) -> Vec<Word> {
    let text = |word: &Value, field: usize| word[field].as_str().unwrap_or_default().to_owned();
    let mut words: Vec<Word> = words
        .iter()
        .map(|word| Word {
            span: [0, 1].map(|side| word[side].as_u64().unwrap_or(0)),
            tag: Tag::from_name(&text(word, 2)).unwrap_or(Tag::Nn),
            lemma: text(word, 3).to_lowercase(),
            is_person: text(word, 4) == "PERSON",
            head: word[5].as_u64().and_then(|head| usize::try_from(head).ok()?.checked_sub(1)),
            relation: text(word, 6),
        })
        .collect();
    move_conjunctions(&mut words);
    turn_names(&mut words);
    words
}

/// A conjunction hangs on the member after it.
fn move_conjunctions(words: &mut [Word]) {
    for index in 0..words.len() {
        let Some(word) = words.get(index).filter(|word| word.relation == "cc") else { continue };
        let head = word.head;
        let member = words
            .iter()
            .enumerate()
            .skip(index + 1)
            .find(|(_, member)| member.head == head && member.relation.starts_with("conj"));
        let member = member.map(|(member, _)| member);
        if let (Some(member), Some(word)) = (member, words.get_mut(index)) {
            word.head = Some(member);
        }
    }
}

/// A person's name hangs on its first word.
fn turn_names(words: &mut [Word]) {
    let is_name = |word: &Word| word.is_person && word.tag.is_proper_noun();
    let mut first = 0;
    while first < words.len() {
        let run = words.iter().skip(first).take_while(|word| is_name(word)).count();
        let (start, last) = (first, first + run.saturating_sub(1));
        first += run.max(1);
        let before = words.get(start..last).unwrap_or(&[]);
        let is_compound = |word: &Word| {
            word.head == Some(last) && ["compound", "name"].contains(&word.relation.as_str())
        };
        if before.is_empty() || !before.iter().all(is_compound) {
            continue;
        }
        let Some(old) = words.get(last).cloned() else { continue };
        for (index, word) in words.iter_mut().enumerate() {
            if index == start {
                (word.head, word.relation) = (old.head, old.relation.clone());
            } else if (start..=last).contains(&index) {
                (word.head, word.relation) = (Some(start), "flat".to_owned());
            } else if word.head == Some(last) {
                word.head = Some(start);
            }
        }
    }
}

/// Words of CoreNLP's that are the same characters as some of ours.
#[derive(Debug, Default, Clone)]
struct Block {
    theirs: Vec<usize>,
    ours: Vec<String>,
    /// The tag of a word that both have.
    tag: Option<Tag>,
}

/// The blocks of each sentence.
fn blocks(text: &str, sentences: &[Vec<Word>]) -> Vec<Vec<Block>> {
    let map = OffsetMap::new(text, OffsetUnit::CodePoint);
    let tokens = tokenize(text);
    let mut ours = tokens
        .words()
        .map(|token| {
            let span = map.convert_span(text, token.span());
            ([u64::from(span.start()), u64::from(span.end())], text[token.span()].to_owned())
        })
        .peekable();
    let mut all = Vec::new();
    for words in sentences {
        let mut blocks: Vec<Block> = Vec::new();
        // Where the words so far end, theirs and ours.
        let mut ends = [0, 0];
        for (index, word) in words.iter().enumerate() {
            while ours.next_if(|(span, _)| span[0] < word.span[0] && ends[0] <= ends[1]).is_some() {
            }
            if ends[0] >= ends[1] && word.span[0] >= ends[1] {
                blocks.push(Block::default());
            }
            let Some(block) = blocks.last_mut() else { continue };
            block.theirs.push(index);
            ends[0] = word.span[1];
            while let Some((span, form)) = ours.next_if(|(span, _)| span[0] < ends[0]) {
                block.ours.push(form);
                ends[1] = span[1];
            }
            let one = block.theirs.len() == 1 && block.ours.len() == 1;
            block.tag = (one && ends[0] == ends[1]).then_some(word.tag);
        }
        all.push(blocks);
    }
    all
}

fn count(sentences: &[Vec<Block>], forms: &mut Forms) {
    for block in sentences.iter().flatten() {
        if let (Some(tag), [form]) = (block.tag, &block.ours[..]) {
            *forms.entry(form.to_lowercase()).or_default().entry(tag).or_insert(0) += 1;
        }
    }
}

/// A sentence in our words.
fn join(words: &[Word], blocks: &[Block], forms: &Forms) -> Sentence {
    // For each of their words, our word that stands for its block.
    let mut standing = BTreeMap::new();
    let mut length = 0;
    for block in blocks.iter().filter(|block| !block.ours.is_empty()) {
        let place = length + block.standing();
        standing.extend(block.theirs.iter().map(|index| (*index, place)));
        length += block.ours.len();
    }
    let mut sentence = Sentence::default();
    for block in blocks.iter().filter(|block| !block.ours.is_empty()) {
        // The word that the others of the block hang on.
        let is_outside = |word: &&usize| {
            words.get(**word).is_some_and(|w| w.head.is_none_or(|h| !block.theirs.contains(&h)))
        };
        let top = block.theirs.iter().find(is_outside).or(block.theirs.first());
        let Some(word) = top.and_then(|top| words.get(*top)) else { continue };
        let start = sentence.example.words.len();
        for (index, form) in block.ours.iter().enumerate() {
            let stands = index == block.standing();
            let (head, relation, tag) = if stands {
                let head = word.head.and_then(|head| standing.get(&head)).copied();
                (
                    head,
                    word.updated(words),
                    block.tag.unwrap_or_else(|| word.last_part(form, forms)),
                )
            } else {
                let (relation, tag) = part(form, forms);
                (Some(start + block.standing()), relation, tag)
            };
            sentence.example.words.push(form.clone());
            sentence.example.heads.push(head.filter(|head| *head != start + index));
            sentence.example.relations.push(relation);
            sentence.example.tags.push(tag);
            sentence.lemmas.push(if stands { word.lemma.clone() } else { String::new() });
            sentence.same.push(block.tag.is_some());
        }
    }
    sentence
}

impl Block {
    /// Which of our words stands for the block: the last one with a letter or digit.
    fn standing(&self) -> usize {
        let last = self.ours.len().saturating_sub(1);
        self.ours.iter().rposition(|form| form.contains(char::is_alphanumeric)).unwrap_or(last)
    }
}

impl Word {
    /// The relation under its name of today.
    fn updated(&self, words: &[Word]) -> Relation {
        let head = self.head.and_then(|head| words.get(head)).map(|head| head.tag.name());
        let on_verb =
            head.is_some_and(|tag| ["VB", "JJ", "RB"].iter().any(|on| tag.starts_with(on)));
        match self.relation.as_str() {
            "dobj" => Relation::Object,
            "nsubjpass" => Relation::PassiveSubject,
            "csubjpass" => Relation::ClauseSubject,
            "auxpass" => Relation::Auxiliary,
            "neg" => Relation::Adverb,
            "name" => Relation::Flat,
            "nmod:agent" => Relation::Agent,
            "nmod:poss" => Relation::Possessor,
            "nmod:tmod" | "nmod:npmod" => Relation::Oblique,
            "nmod" if on_verb => Relation::Oblique,
            "nmod" => Relation::NounModifier,
            "acl:relcl" => Relation::RelativeClause,
            other => {
                let base = other.split(':').next().unwrap_or(other);
                Relation::from_name(base).unwrap_or(Relation::Other)
            }
        }
    }

    /// The tag of the part that stands for the word.
    fn last_part(&self, form: &str, forms: &Forms) -> Tag {
        match (self.tag, likeliest(form, forms)) {
            // `U.S.-led`: a form of the past after a hyphen is a participle.
            (Tag::Jj, Some(Tag::Vbd)) => Tag::Vbn,
            (Tag::Jj, Some(tag)) => tag,
            (tag, _) => tag,
        }
    }
}

/// Relation and tag of a part that does not stand for the word.
fn part(form: &str, forms: &Forms) -> (Relation, Tag) {
    let first = form.chars().next().unwrap_or(' ');
    if matches!(form, "-" | "–") {
        return (Relation::Punctuation, Tag::Hyphen);
    }
    if !form.contains(char::is_alphanumeric) {
        return (Relation::Punctuation, likeliest(form, forms).unwrap_or(Tag::Sym));
    }
    let guess = match first {
        first if first.is_numeric() => Tag::Cd,
        first if first.is_uppercase() => Tag::Nnp,
        _ => Tag::Nn,
    };
    (Relation::Compound, likeliest(form, forms).unwrap_or(guess))
}

/// The tag that a form has most often.
fn likeliest(form: &str, forms: &Forms) -> Option<Tag> {
    let tags = forms.get(&form.to_lowercase())?;
    tags.iter().max_by_key(|(_, count)| **count).map(|(tag, _)| *tag)
}
