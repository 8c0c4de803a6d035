//! What comes out: mentions, and the entities they are mentions of.
//!
//! A mention is a place in the text and a reason; an entity is what the document says of one person,
//! place or organisation. "Mr. Bogdanov" and a later "Mikhail Bogdanov" are two mentions of one entity.

use wirecopy_text::{Span, Spanned};

/// What kind of thing is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EntityKind {
    /// A person, or a family ("the Kennedys").
    Person,
    /// A country, region, city, river, building: something with a place on the map.
    Place,
    /// A company, ministry, party, club, court, agency.
    Organization,
    /// An adjective or noun of nationality ("Russian", "Europeans"), linked to its country.
    Demonym,
    /// A name of another kind: an event, a law, a product.
    Other,
}

/// How a mention names its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MentionForm {
    /// A full name ("Sergei Lavrov", "United Nations").
    Name,
    /// A shorter form of a name that stands in full elsewhere, or an acronym of one ("Lavrov", "IMF").
    Short,
    /// A pronoun ("he").
    Pronoun,
    /// A common noun phrase ("the Secretary of State", "the company").
    Description,
}

/// The rule that made a mention. One name, one rule: the one that settled its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MentionReason {
    /// A place or the agency of the dateline.
    Dateline,
    /// An entry of a gazetteer of the caller's.
    UserGazetteer,
    /// An honorific or title stands before the name ("Mr. Bogdanov", "Gen. Petrov").
    Title,
    /// A role stands before the name ("striker Ana Silva", "spokeswoman Marie Harf").
    Role,
    /// A noun stands beside the name between commas ("Ana Silva, the mayor of Ribeira, …", "Ribeira, a
    /// mining town, …").
    Apposition,
    /// A known given name or initials open the name.
    GivenName,
    /// A known surname, with capitals and context that fit a person.
    Surname,
    /// The name is the subject of a verb that people do ("Ribeiro said").
    SpeechVerb,
    /// The name opens a turn of a transcript ("MARA TELLVIK:").
    Turn,
    /// The shape of a person's name (age after it, initials, particles) without a listed name.
    NameShape,
    /// A listed person, and the story's date fits the years in office.
    OfficeHolder,
    /// A listed name of several words.
    GazetteerPhrase,
    /// A listed name of one word.
    GazetteerWord,
    /// A word that ends the names of organisations ("… Corp.", "… University").
    OrganizationSuffix,
    /// A word that opens the names of organisations ("Ministry of …").
    OrganizationPrefix,
    /// A word that ends the names of places ("… River", "… County").
    PlaceSuffix,
    /// A word that opens the names of places ("Mount …", "Lake …").
    PlacePrefix,
    /// What is said of it is said of bodies: people work for it, it has shares, "which" follows
    /// ("analysts at Norden", "carrier Norden", "Norden said it would").
    Employer,
    /// A preposition of place stands before the name ("in Ribeira").
    PlacePreposition,
    /// A region or country stands behind the name after a comma ("Ribeira, Brazil").
    PlaceRegion,
    /// A word that names events and papers, not bodies ("… Open", "Treaty of …").
    Event,
    /// Capital letters only ("ECB").
    Acronym,
    /// Capital letters that abbreviate a name of this document ("International Monetary Fund (IMF)").
    AcronymOf,
    /// The same words are a name elsewhere in this document, on better evidence.
    SameDocument,
    /// Part of a longer name of this document ("Lavrov" for "Sergei Lavrov").
    ShortForm,
    /// A place that stands for its government ("Moscow expects …").
    Metonymy,
    /// A place that stands for its team, in a table of results or a report of a match.
    Team,
    /// A nationality.
    Demonym,
    /// A name inside a longer name or role ("U.S." in "U.S. Department of State").
    Nested,
    /// The plural of a surname ("the Kennedys").
    Family,
    /// The first name of a couple ("Bill" in "Bill and Hillary Clinton").
    Couple,
    /// A common noun phrase that fits one entity ("the Secretary of State").
    Description,
    /// A pronoun whose nearest fitting antecedent is clear.
    Pronoun,
    /// The model changed what the rules had said, most of all for the words in and around the name.
    LearnedWords,
    /// The model did, most of all for what the lists say of the words.
    LearnedLists,
    /// The model did, most of all because it trusts that rule little here, or no rule saw a name.
    LearnedRules,
    /// The model did, most of all for what the same words are elsewhere in the document.
    LearnedDocument,
}

/// One place in the text that names or describes something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mention {
    /// The name itself: titles, roles and possessive endings stay outside.
    pub span: Span,
    /// What kind of thing is named here. A mention may differ from its entity: "Moscow" of a
    /// ministry's statement stays a place.
    pub kind: EntityKind,
    /// Name, short form, pronoun or description.
    pub form: MentionForm,
    /// Index into [`Entities::entities`], or `None` where it is not known of whom this is said.
    pub entity: Option<u32>,
    /// Why.
    pub reason: MentionReason,
}

impl Spanned for Mention {
    fn span(&self) -> Span {
        self.span
    }
}

/// A role or title as written, apart from the name ("Russian Foreign Minister").
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Role {
    /// Where it stands.
    pub span: Span,
    /// The same, as one line: line breaks and runs of white space are single spaces.
    pub text: String,
}

/// The entry of a gazetteer that an entity is taken to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The list ("geonames").
    pub source: String,
    /// The id within it ("4140963").
    pub id: String,
    /// Degrees north, where the entry has a position.
    pub latitude: Option<f32>,
    /// Degrees east, where the entry has a position.
    pub longitude: Option<f32>,
}

/// Whether a person is spoken of as a man or a woman: what a later "he" or "she" may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Gender {
    /// By an honorific, a given name of men, or the list.
    Male,
    /// By an honorific, a given name of women, or the list.
    Female,
}

/// One person, place, organisation or nationality of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// The kind most of its mentions have.
    pub kind: EntityKind,
    /// The fullest name: the entry's where linked to an office holder, else the longest mention; of a place that
    /// has several names ("Britain") the first.
    pub name: String,
    /// The role first written beside the name, as written.
    pub role: Option<String>,
    /// Every role written beside a mention, in order of place.
    pub roles: Vec<Role>,
    /// Of a person, where an honorific, the given name or the list says.
    pub gender: Option<Gender>,
    /// The entry that is meant, where one is.
    pub link: Option<Link>,
    /// Indices into [`Entities::mentions`], in order.
    pub mentions: Vec<u32>,
}

/// Everything found in one document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entities {
    /// In order of start; a longer one first where two start together (nested names).
    pub mentions: Vec<Mention>,
    /// In order of their first mention.
    pub entities: Vec<Entity>,
}

impl Entities {
    /// The entity of `mention`, where it has one.
    #[must_use]
    pub fn entity_of(&self, mention: &Mention) -> Option<&Entity> {
        self.entities.get(usize::try_from(mention.entity?).ok()?)
    }
}
