//! Names that begin like a text or differ from it by a few letters.
//!
//! Groups are sorted by key, so neighbours share beginnings. The edit-distance table has a row for
//! each letter of the key; for the next key only the rows behind the shared beginning are computed
//! again, and when a row shows that no name with this beginning can be near enough, all names with
//! it are skipped.

use crate::atoms::key;
use crate::{Gazetteer, NameId};

/// More edits than this find everything.
const MOST_EDITS: usize = 4;
/// Longer texts are not compared.
const LONGEST: usize = 255;

/// A name near to what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Similar {
    /// Letters to insert, remove or change, case apart.
    pub edits: usize,
    /// The name.
    pub name: NameId,
}

impl Gazetteer {
    /// The names whose folded form begins with that of `prefix`, in order of their folded forms.
    /// Logarithmic in the number of names, and linear in the number returned.
    ///
    /// ```
    /// use wirecopy_gazetteer::{EntryKind, EntrySpec, GazetteerBuilder};
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// for name in ["Oslo", "Osaka", "Bergen"] {
    ///     builder.add(EntrySpec::new(EntryKind::Place, name))?;
    /// }
    /// let places = builder.build()?;
    /// let found: Vec<_> = places.starting_with("os").filter_map(|name| places.name(name)).collect();
    /// assert_eq!(found, ["Osaka", "Oslo"]);
    /// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
    /// ```
    pub fn starting_with(&self, prefix: &str) -> impl Iterator<Item = NameId> + use<'_> {
        let prefix = key(prefix, true, self.folds_diacritics());
        let first = self.first_group(0, |key| key < prefix.as_str());
        (first..self.groups())
            .take_while(move |group| {
                self.group_key(*group).is_some_and(|key| key.starts_with(&prefix))
            })
            .map(NameId)
    }

    /// The names at most `edits` letters (4 at most) away from `name`, case apart, nearest first.
    ///
    /// This looks at many names: some milliseconds for some hundred thousand. Texts longer than
    /// 255 bytes find nothing.
    ///
    /// ```
    /// use wirecopy_gazetteer::{EntryKind, EntrySpec, GazetteerBuilder};
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// for name in ["Lakhdar Brahimi", "Sergei Lavrov"] {
    ///     builder.add(EntrySpec::new(EntryKind::Person, name))?;
    /// }
    /// let people = builder.build()?;
    /// let near = people.similar("Sergey Lavrow", 2);
    /// assert_eq!(near.iter().map(|near| near.edits).collect::<Vec<_>>(), [2]);
    /// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
    /// ```
    #[must_use]
    pub fn similar(&self, name: &str, edits: usize) -> Vec<Similar> {
        let edits = edits.min(MOST_EDITS);
        let wanted: Vec<char> = key(name, true, self.folds_diacritics()).chars().collect();
        let mut found = Vec::new();
        if wanted.is_empty() || name.len() > LONGEST {
            return found;
        }
        let mut table = Table::new(wanted);
        let mut group = 0;
        while group < self.groups() {
            let Some(key) = self.group_key(group) else { break };
            match table.read(&key, edits) {
                Ok(distance) => {
                    if distance <= edits {
                        found.push(Similar { edits: distance, name: NameId(group) });
                    }
                    group += 1;
                }
                Err(beginning) => {
                    group = self.first_group(group + 1, |key| key.starts_with(&beginning));
                }
            }
        }
        found.sort();
        found
    }

    fn group_key(&self, group: u32) -> Option<String> {
        let written = self.string(group)?;
        (written.len() <= LONGEST).then(|| key(written, true, self.folds_diacritics()))
    }

    /// The first group at or after `from` whose key is not `before`; `before` holds for a run of
    /// groups that begins at `from`.
    fn first_group(&self, from: u32, before: impl Fn(&str) -> bool) -> u32 {
        let holds = |group: u32| self.group_key(group).is_some_and(|key| before(&key));
        let (mut low, mut high, mut step) = (from, self.groups(), 1);
        // The run is often short: look near first.
        while low < high {
            let probe = low.saturating_add(step).min(high) - 1;
            if holds(probe) {
                (low, step) = (probe + 1, step.saturating_mul(2));
            } else {
                high = probe;
                break;
            }
        }
        while low < high {
            let middle = low.midpoint(high);
            if holds(middle) { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// Edit distances between the beginnings of the wanted text and of a key.
struct Table {
    wanted: Vec<char>,
    /// The key that the rows are for.
    letters: Vec<char>,
    /// One more than letters: row `i` is for the first `i` of them.
    rows: Vec<Vec<usize>>,
}

impl Table {
    fn new(wanted: Vec<char>) -> Self {
        let first = (0..=wanted.len()).collect();
        Self { wanted, letters: Vec::new(), rows: vec![first] }
    }

    /// The distance to `key`, or the beginning of it with which no key is within `edits`.
    fn read(&mut self, key: &str, edits: usize) -> Result<usize, String> {
        let shared = self.letters.iter().zip(key.chars()).take_while(|(a, b)| **a == *b).count();
        self.letters.truncate(shared);
        self.rows.truncate(shared + 1);
        for (offset, letter) in key.char_indices().skip(shared) {
            let row = self.rows.last().map_or_else(Vec::new, |above| self.row(above, letter));
            let near = row.iter().any(|distance| *distance <= edits);
            self.letters.push(letter);
            self.rows.push(row);
            if !near {
                let end = offset + letter.len_utf8();
                return Err(key.get(..end).unwrap_or(key).to_owned());
            }
        }
        Ok(self.rows.last().and_then(|row| row.last()).copied().unwrap_or(usize::MAX))
    }

    fn row(&self, above: &[usize], letter: char) -> Vec<usize> {
        let mut left = above.first().map_or(0, |first| first + 1);
        let mut row = vec![left];
        for (wanted, pair) in self.wanted.iter().zip(above.windows(2)) {
            let [diagonal, up] = pair else { continue };
            left = (diagonal + usize::from(*wanted != letter)).min(up + 1).min(left + 1);
            row.push(left);
        }
        row
    }
}
