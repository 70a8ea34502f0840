//! Who acts: mentions as printed and the actors they stand for.

use crate::evidence::{Evidence, Origin};

/// What kind of thing a mention names (the annotation guide's six kinds).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A person by name.
    Person,
    /// An organisation.
    Organisation,
    /// A state, or a city or capital that stands for its government.
    Polity,
    /// A place as place.
    Place,
    /// People, a crowd, companies as a class.
    Group,
    /// A role noun standing alone: "the president".
    Role,
}

impl Kind {
    /// In the order of the model's outputs.
    pub const ALL: [Kind; 6] = [Kind::Person, Kind::Organisation, Kind::Polity, Kind::Place, Kind::Group, Kind::Role];

    /// The guide's code.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Person => "PER",
            Kind::Organisation => "ORG",
            Kind::Polity => "GPE",
            Kind::Place => "LOC",
            Kind::Group => "GRP",
            Kind::Role => "ROLE",
        }
    }
}

/// The part of society an actor belongs to (PLOVER's sectors, with the guide's additions).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Sector(&'static str);

impl Sector {
    /// In the order of the model's outputs; the first, empty one means unclear.
    pub const ALL: [Sector; 17] = [
        Sector(""),
        Sector("GOV"),
        Sector("MIL"),
        Sector("COP"),
        Sector("JUD"),
        Sector("LEG"),
        Sector("PTY"),
        Sector("OPP"),
        Sector("REB"),
        Sector("CVL"),
        Sector("BUS"),
        Sector("MED"),
        Sector("EDU"),
        Sector("NGO"),
        Sector("IGO"),
        Sector("REF"),
        Sector("ANL"),
    ];

    /// The sector of a code; the unclear one for anything unknown.
    pub fn from_code(code: &str) -> Sector {
        Sector::ALL.into_iter().find(|s| s.0 == code).unwrap_or(Sector::ALL[0])
    }

    /// Its code, empty when unclear.
    pub fn code(self) -> &'static str {
        self.0
    }
}

/// How a sentence speaks of an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// Neither clearly favourable nor unfavourable.
    Neutral,
    /// Favourable.
    Favourable,
    /// Unfavourable.
    Unfavourable,
}

impl Tone {
    /// In the order of the model's outputs.
    pub const ALL: [Tone; 3] = [Tone::Neutral, Tone::Favourable, Tone::Unfavourable];

    /// 0, 1 or -1.
    pub fn sign(self) -> i8 {
        match self {
            Tone::Neutral => 0,
            Tone::Favourable => 1,
            Tone::Unfavourable => -1,
        }
    }
}

/// Who a mention was found to be, out of the knowledge base or out of the text itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    /// A stable key: `KAZ`, `KAZ/tokayev`, `csto`; for actors known only from the text, made of their name.
    pub key: String,
    /// A name to show, in the language asked for where the knowledge base has it.
    pub name: String,
    /// ISO 3166 alpha-3 code or one of the guide's extras (`EUR`, `WST`, `CAS`, `IGO`, `XKX`); empty when none.
    pub country: String,
    /// Sector code, empty when unclear.
    pub sector: &'static str,
    /// The kind of thing it is.
    pub kind: Kind,
    /// The office held on the day in question, for officials.
    pub office: Option<String>,
}

/// How a mention came to its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resolution {
    /// By a name in the knowledge base.
    Named,
    /// By a name in the knowledge base, chosen among namesakes by the date of the report.
    NamedOnDate,
    /// By a fuller mention in the same report: an earlier one, or for a surname in a headline a later one.
    EarlierMention,
    /// A role or body completed by a state named beside it ("the Kazakh government").
    StateBeside,
    /// A role with nothing but a comma between it and a name ("the analyst, Aleksei Naumov").
    Apposition,
    /// A role standing alone, completed by the report's earlier holder of it.
    EarlierRole,
    /// By the encoder alone: kind, country and sector are its estimates.
    Encoder,
}

impl Resolution {
    /// The word for it in the output.
    pub fn name(self) -> &'static str {
        match self {
            Resolution::Named => "named",
            Resolution::NamedOnDate => "named-on-date",
            Resolution::EarlierMention => "earlier-mention",
            Resolution::StateBeside => "state-beside",
            Resolution::Apposition => "apposition",
            Resolution::EarlierRole => "earlier-role",
            Resolution::Encoder => "encoder",
        }
    }
}

/// Number of an actor in the report's list, counted from 0.
pub type ActorId = usize;

/// One mention of an actor in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The words.
    pub evidence: Evidence,
    /// Kind as used here (a capital may be a place or a government).
    pub kind: Kind,
    /// Country code here, empty when none.
    pub country: String,
    /// Sector here.
    pub sector: Sector,
    /// How the sentence speaks of it, with the probability of that.
    pub tone: Tone,
    /// Probability of the tone, 0 to 1.
    pub tone_confidence: f32,
    /// Which actor it is.
    pub actor: ActorId,
    /// How that was found.
    pub resolution: Resolution,
    /// What made it.
    pub origin: Origin,
}

/// An actor of the report, with all its mentions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Who it is.
    pub identity: Identity,
    /// Its mentions, as numbers in the report's list, in the order of the text.
    pub mentions: Vec<usize>,
}
