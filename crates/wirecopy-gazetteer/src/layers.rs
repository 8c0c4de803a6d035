//! Several gazetteers as one: a user's own list over an embedded one.

use crate::{Entry, Gazetteer, Match, Matches, NameId};
use wirecopy_text::{Span, Spanned};

/// Several gazetteers, the most trusted first.
///
/// A name that stands in more than one keeps the entries of each; nothing is overruled, the order
/// says whom to believe.
///
/// ```
/// use wirecopy_gazetteer::{EntryKind, EntrySpec, GazetteerBuilder, Layers};
///
/// let mut own = GazetteerBuilder::new();
/// own.add(EntrySpec::new(EntryKind::Organization, "Mercury").with_source("own"))?;
/// let mut all = GazetteerBuilder::new();
/// all.add(EntrySpec::new(EntryKind::Place, "Mercury").with_source("places"))?;
/// all.add(EntrySpec::new(EntryKind::Place, "Mercury Bay").with_source("places"))?;
/// let (own, all) = (own.build()?, all.build()?);
///
/// let layers = Layers::new([&own, &all]);
/// let found: Vec<_> = layers.find("Mercury left Mercury Bay.").collect();
/// let sources: Vec<&str> = layers.entries(&found[0]).map(|entry| entry.source()).collect();
/// assert_eq!(sources, ["own", "places"]);
/// assert_eq!(found[1].span.of("Mercury left Mercury Bay."), "Mercury Bay");
/// # Ok::<(), wirecopy_gazetteer::GazetteerError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Layers<'g> {
    gazetteers: Vec<&'g Gazetteer>,
}

/// A name found in one layer or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayeredMatch {
    /// Where it stands.
    pub span: Span,
    /// For each layer that has the name, its number and the name there; in the order of layers.
    pub names: Vec<(usize, NameId)>,
}

impl Spanned for LayeredMatch {
    fn span(&self) -> Span {
        self.span
    }
}

impl<'g> Layers<'g> {
    /// Layers, the most trusted first.
    #[must_use]
    pub fn new(gazetteers: impl IntoIterator<Item = &'g Gazetteer>) -> Self {
        Self { gazetteers: gazetteers.into_iter().collect() }
    }

    /// The layers, in order.
    #[must_use]
    pub fn gazetteers(&self) -> &[&'g Gazetteer] {
        &self.gazetteers
    }

    /// The names of all layers in `text`: leftmost, then longest, none overlapping another.
    /// Linear in the length of `text` times the number of layers.
    #[must_use]
    pub fn find<'t>(&self, text: &'t str) -> LayeredMatches<'g, 't> {
        let mut cursors = Vec::with_capacity(self.gazetteers.len());
        for gazetteer in &self.gazetteers {
            let mut rest = gazetteer.find(text);
            cursors.push(Cursor { next: rest.next(), rest });
        }
        LayeredMatches { cursors }
    }

    /// What each layer makes of `name` as a whole.
    #[must_use]
    pub fn lookup(&self, name: &str) -> Vec<(usize, NameId)> {
        let layers = self.gazetteers.iter().enumerate();
        layers.filter_map(|(layer, gazetteer)| Some((layer, gazetteer.lookup(name)?))).collect()
    }

    /// Everything that has this name: the entries of the first layer by weight, then the next's.
    pub fn entries<'a>(&'a self, found: &'a LayeredMatch) -> impl Iterator<Item = Entry<'g>> + 'a {
        found.names.iter().flat_map(|(layer, name)| {
            self.gazetteers.get(*layer).into_iter().flat_map(|gazetteer| gazetteer.entries(*name))
        })
    }
}

/// One layer's place in the text.
#[derive(Debug, Clone)]
struct Cursor<'g, 't> {
    next: Option<Match>,
    rest: Matches<'g, 't>,
}

/// Iterator over the longest matches of all layers: see [`Layers::find`].
#[derive(Debug, Clone)]
pub struct LayeredMatches<'g, 't> {
    cursors: Vec<Cursor<'g, 't>>,
}

impl Iterator for LayeredMatches<'_, '_> {
    type Item = LayeredMatch;

    fn next(&mut self) -> Option<LayeredMatch> {
        let spans = self.cursors.iter().filter_map(|cursor| cursor.next.map(|next| next.span));
        let best = spans.min_by_key(|span| (span.start(), u32::MAX - span.end()))?;
        let mut names = Vec::new();
        for (layer, cursor) in self.cursors.iter_mut().enumerate() {
            let Some(next) = cursor.next else { continue };
            if next.span == best {
                names.push((layer, next.name));
            }
            if next.span.start() < best.end() {
                // Its own match may have hidden a later one that is free now.
                if next.span != best {
                    cursor.rest.seek(best.end() as usize);
                }
                cursor.next = cursor.rest.next();
            }
        }
        Some(LayeredMatch { span: best, names })
    }
}
