//! People by the last word of their name: who "President Obama" may be.
//!
//! A title and a surname name nobody in a list of full names, so the people of a list are put in
//! order of their surnames when one is first asked for. The walk reads one byte of an entry that is
//! no person's.

use crate::format::{Section, length_first};
use crate::hash::hash_bytes;
use crate::{Entry, EntryKind, Gazetteer};
use std::borrow::Cow;
use wirecopy_text::{Folding, fold};

/// Hashes of folded surnames and the entries that bear them, sorted.
pub(crate) type People = Vec<(u64, u32)>;

impl Gazetteer {
    /// The people whose name ends in the word `surname`, capitals and diacritics apart, greatest
    /// weight first.
    ///
    /// The first call looks at every entry; the others take one binary search.
    ///
    /// ```
    /// use wirecopy_gazetteer::{EntryKind, EntrySpec, GazetteerBuilder};
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.add(EntrySpec::new(EntryKind::Person, "Inga Dahl").with_weight(2))?;
    /// builder.add(EntrySpec::new(EntryKind::Person, "Peter Dahl").with_weight(3))?;
    /// builder.add(EntrySpec::new(EntryKind::Place, "Dahl"))?;
    /// let list = builder.build()?;
    /// let names: Vec<&str> = list.people_named("DAHL").map(|person| person.name()).collect();
    /// assert_eq!(names, ["Peter Dahl", "Inga Dahl"]);
    /// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
    /// ```
    pub fn people_named(&self, surname: &str) -> impl Iterator<Item = Entry<'_>> {
        let people = self.people.get_or_init(|| self.read_people());
        let surname = folded(surname).into_owned();
        let hash = hash_bytes(surname.as_bytes());
        let first = people.partition_point(|&(other, _)| other < hash);
        let same = people.iter().skip(first).take_while(move |&&(other, _)| other == hash);
        same.filter_map(|&(_, index)| self.entry(index))
            .filter(move |entry| folded(last_word(entry.name())) == surname)
    }

    fn read_people(&self) -> People {
        let person = EntryKind::ALL.iter().position(|kind| *kind == EntryKind::Person);
        let mut rest = self.section(Section::Entries);
        let mut people = People::new();
        let mut index = 0;
        while let Some((record, after)) = length_first(rest) {
            if record.first().map(|kind| usize::from(*kind)) == person
                && let Some(entry) = self.entry(index)
            {
                people.push((hash_bytes(folded(last_word(entry.name())).as_bytes()), index));
            }
            rest = after;
            index += 1;
        }
        people.sort_unstable();
        people
    }
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or("")
}

fn folded(word: &str) -> Cow<'_, str> {
    fold(word, Folding::new().case().diacritics())
}
