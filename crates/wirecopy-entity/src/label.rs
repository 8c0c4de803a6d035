//! What the result format calls things.

use crate::{EntityKind, MentionForm, MentionReason};

impl EntityKind {
    /// The kind as the result format writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "organization",
            Self::Demonym => "demonym",
            Self::Other => "other",
        }
    }
}

impl MentionForm {
    /// The form as the result format writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Short => "short",
            Self::Pronoun => "pronoun",
            Self::Description => "description",
        }
    }
}

impl MentionReason {
    /// Whether weights found the name.
    pub(crate) const fn is_learned(self) -> bool {
        matches!(
            self,
            Self::LearnedWords | Self::LearnedLists | Self::LearnedRules | Self::LearnedDocument
        )
    }

    /// The reason as the result format writes it: lower case, with hyphens.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dateline => "dateline",
            Self::UserGazetteer => "user-gazetteer",
            Self::Title => "title",
            Self::Role => "role",
            Self::Apposition => "apposition",
            Self::GivenName => "given-name",
            Self::Surname => "surname",
            Self::SpeechVerb => "speech-verb",
            Self::Turn => "turn",
            Self::NameShape => "name-shape",
            Self::OfficeHolder => "office-holder",
            Self::GazetteerPhrase => "gazetteer-phrase",
            Self::GazetteerWord => "gazetteer-word",
            Self::OrganizationSuffix => "organization-suffix",
            Self::OrganizationPrefix => "organization-prefix",
            Self::PlaceSuffix => "place-suffix",
            Self::PlacePrefix => "place-prefix",
            Self::Employer => "employer",
            Self::PlacePreposition => "place-preposition",
            Self::PlaceRegion => "place-region",
            Self::Event => "event",
            Self::Acronym => "acronym",
            Self::AcronymOf => "acronym-of",
            Self::SameDocument => "same-document",
            Self::ShortForm => "short-form",
            Self::Metonymy => "metonymy",
            Self::Team => "team",
            Self::Demonym => "demonym",
            Self::Nested => "nested",
            Self::Family => "family",
            Self::Couple => "couple",
            Self::Description => "description",
            Self::Pronoun => "pronoun",
            Self::LearnedWords => "learned-words",
            Self::LearnedLists => "learned-lists",
            Self::LearnedRules => "learned-rules",
            Self::LearnedDocument => "learned-document",
        }
    }
}
