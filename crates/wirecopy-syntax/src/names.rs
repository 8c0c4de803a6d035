//! The names of tags and relations.

/// A fieldless enum with the name of each value as data has it.
macro_rules! named {
    ($(#[$outer:meta])* $type:ident { $($(#[$inner:meta])* $value:ident = $name:literal,)* }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type {
            $($(#[$inner])* $value,)*
        }

        impl $type {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];

            /// The name in treebanks.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$value => $name,)*
                }
            }

            /// The value with that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }

        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

named! {
    /// Part of speech, as in the Penn Treebank.
    Tag {
        /// Coordinating conjunction: `and`.
        Cc = "CC",
        /// Cardinal number: `seven`.
        Cd = "CD",
        /// Determiner: `the`.
        Dt = "DT",
        /// Existential `there`.
        Ex = "EX",
        /// Foreign word.
        Fw = "FW",
        /// Preposition or subordinating conjunction: `in`, `that`.
        In = "IN",
        /// Adjective: `large`.
        Jj = "JJ",
        /// Comparative: `larger`.
        Jjr = "JJR",
        /// Superlative: `largest`.
        Jjs = "JJS",
        /// Mark of a list item.
        Ls = "LS",
        /// Modal: `will`.
        Md = "MD",
        /// Noun: `port`.
        Nn = "NN",
        /// Proper noun: `Oslo`.
        Nnp = "NNP",
        /// Proper noun, plural: `Alps`.
        Nnps = "NNPS",
        /// Noun, plural: `ports`.
        Nns = "NNS",
        /// What stands before a determiner: `all` in `all the`.
        Pdt = "PDT",
        /// The `'s` of a possessor.
        Pos = "POS",
        /// Personal pronoun: `she`.
        Prp = "PRP",
        /// Possessive pronoun: `her`.
        PrpPossessive = "PRP$",
        /// Adverb: `soon`.
        Rb = "RB",
        /// Comparative adverb: `sooner`.
        Rbr = "RBR",
        /// Superlative adverb: `soonest`.
        Rbs = "RBS",
        /// Particle: `up` in `give up`.
        Rp = "RP",
        /// Symbol.
        Sym = "SYM",
        /// `to`.
        To = "TO",
        /// Interjection: `oh`.
        Uh = "UH",
        /// Verb, base form: `say`.
        Vb = "VB",
        /// Verb, past: `said`.
        Vbd = "VBD",
        /// Verb, gerund: `saying`.
        Vbg = "VBG",
        /// Verb, past participle: `been`.
        Vbn = "VBN",
        /// Verb, present: `say`.
        Vbp = "VBP",
        /// Verb, present, third person: `says`.
        Vbz = "VBZ",
        /// `which`, `that` as determiner or relative.
        Wdt = "WDT",
        /// `who`, `what`.
        Wp = "WP",
        /// `whose`.
        WpPossessive = "WP$",
        /// `when`, `where`.
        Wrb = "WRB",
        /// Opening bracket.
        OpenBracket = "-LRB-",
        /// Closing bracket.
        CloseBracket = "-RRB-",
        /// Opening quotation mark.
        OpenQuote = "``",
        /// Closing quotation mark.
        CloseQuote = "''",
        /// Comma.
        Comma = ",",
        /// Stop, question mark, exclamation mark.
        Stop = ".",
        /// Colon, semicolon, dash, dots.
        Colon = ":",
        /// Hyphen within a word.
        Hyphen = "HYPH",
        /// Sign of a currency.
        Currency = "$",
        /// Number sign.
        NumberSign = "#",
    }
}

named! {
    /// What a word is to its head: relations of Universal Dependencies, some of them joined.
    Relation {
        /// Nothing above it.
        Root = "root",
        /// Subject.
        Subject = "nsubj",
        /// Subject of a passive.
        PassiveSubject = "nsubj:pass",
        /// Clause as subject.
        ClauseSubject = "csubj",
        /// Object.
        Object = "obj",
        /// Indirect object.
        IndirectObject = "iobj",
        /// Clause as object, with a subject of its own: what was said.
        Complement = "ccomp",
        /// Clause as object, without one.
        OpenComplement = "xcomp",
        /// Clause as adverb.
        AdverbClause = "advcl",
        /// Clause about a noun.
        NounClause = "acl",
        /// Relative clause.
        RelativeClause = "acl:relcl",
        /// A clause put in, as `she said` in the middle of what she said.
        Parataxis = "parataxis",
        /// Further member of a list.
        Conjunct = "conj",
        /// Conjunction, on the member after it.
        Coordination = "cc",
        /// Mark of a subordinate clause: `that`, `to`.
        Mark = "mark",
        /// Preposition or `'s`, on its noun.
        Case = "case",
        /// Further word of a person's name, on the first.
        Flat = "flat",
        /// Noun before a noun.
        Compound = "compound",
        /// Apposition.
        Apposition = "appos",
        /// Auxiliary.
        Auxiliary = "aux",
        /// `be` before a predicate.
        Copula = "cop",
        /// Determiner.
        Determiner = "det",
        /// Adjective on its noun.
        Adjective = "amod",
        /// Adverb.
        Adverb = "advmod",
        /// Number on its noun.
        Number = "nummod",
        /// Noun on a noun.
        NounModifier = "nmod",
        /// Possessor.
        Possessor = "nmod:poss",
        /// Noun as adverb, on a verb.
        Oblique = "obl",
        /// Who did it, in a passive.
        Agent = "obl:agent",
        /// `there`, `it` without a meaning.
        Expletive = "expl",
        /// Mark of punctuation.
        Punctuation = "punct",
        /// Anything else.
        Other = "dep",
    }
}

impl Tag {
    /// Whether it is a form of a verb (not a modal).
    #[must_use]
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::Vb | Self::Vbd | Self::Vbg | Self::Vbn | Self::Vbp | Self::Vbz)
    }

    /// Whether it is a noun, proper or not.
    #[must_use]
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::Nn | Self::Nns | Self::Nnp | Self::Nnps)
    }

    /// Whether it is a proper noun.
    #[must_use]
    pub const fn is_proper_noun(self) -> bool {
        matches!(self, Self::Nnp | Self::Nnps)
    }

    /// Whether it is a mark of punctuation.
    #[must_use]
    pub const fn is_punctuation(self) -> bool {
        matches!(
            self,
            Self::OpenBracket
                | Self::CloseBracket
                | Self::OpenQuote
                | Self::CloseQuote
                | Self::Comma
                | Self::Stop
                | Self::Colon
                | Self::Hyphen
        )
    }

    /// A coarser class, for features that must be seen often: less than 32.
    pub(crate) const fn class(self) -> u8 {
        match self {
            Self::Nn | Self::Nns => 1,
            Self::Nnp | Self::Nnps => 2,
            Self::Prp | Self::Ex | Self::Wp => 3,
            Self::PrpPossessive | Self::WpPossessive => 4,
            Self::Vbd | Self::Vbp | Self::Vbz => 5,
            Self::Vb => 6,
            Self::Vbg => 7,
            Self::Vbn => 8,
            Self::Md => 9,
            Self::Jj | Self::Jjr | Self::Jjs => 10,
            Self::Rb | Self::Rbr | Self::Rbs | Self::Rp => 11,
            Self::Dt | Self::Pdt => 12,
            Self::In => 13,
            Self::To => 14,
            Self::Cc => 15,
            Self::Cd | Self::Currency | Self::NumberSign | Self::Ls => 16,
            Self::Wdt => 17,
            Self::Wrb => 18,
            Self::Pos => 19,
            Self::Comma => 20,
            Self::Stop => 21,
            Self::Colon | Self::Hyphen => 22,
            Self::OpenQuote => 23,
            Self::CloseQuote => 24,
            Self::OpenBracket | Self::CloseBracket => 25,
            Self::Fw | Self::Sym | Self::Uh => 26,
        }
    }
}

impl Relation {
    /// Whether it is a subject that is no clause, of a passive or not.
    #[must_use]
    pub const fn is_subject(self) -> bool {
        matches!(self, Self::Subject | Self::PassiveSubject)
    }

    /// Its place in a set of relations.
    pub(crate) const fn bit(self) -> u64 {
        1 << self as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_their_own() {
        for tag in Tag::ALL {
            assert_eq!(Tag::from_name(tag.name()), Some(*tag));
        }
        for relation in Relation::ALL {
            assert_eq!(Relation::from_name(relation.name()), Some(*relation));
        }
        // Rows of weights are padded to sixteens.
        assert!(Tag::ALL.len() <= 48 && Relation::ALL.len() <= 32);
    }
}
