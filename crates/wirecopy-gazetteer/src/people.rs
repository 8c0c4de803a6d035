//! People by the last word of their name: who "President Obama" may be.
//!
//! A title and a surname name nobody in a list of full names, so the people of a list are put in
//! order of their surnames when one is first asked for. The walk reads one byte of an entry that is
//! no person's.

use crate::format::{Section, length_first};
use crate::{Entry, EntryKind, Gazetteer};
use wirecopy_text::{Folding, fold};

/// Folded surnames and the entries that bear them, sorted.
pub(crate) type People = Vec<(Box<str>, u32)>;

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
        let surname = folded(surname);
        let first = people.partition_point(|(other, _)| **other < *surname);
        let rest = people.get(first..).unwrap_or(&[]);
        let count = rest.partition_point(|(other, _)| **other == *surname);
        let found = rest.get(..count).unwrap_or(&[]);
        found.iter().filter_map(|&(_, index)| self.entry(index))
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
                let surname = entry.name().rsplit(' ').next().unwrap_or("");
                people.push((folded(surname).into(), index));
            }
            rest = after;
            index += 1;
        }
        people.sort_unstable();
        people
    }
}

fn folded(word: &str) -> String {
    fold(word, Folding::new().case().diacritics()).into_owned()
}
