//! Whether a name really stands where its words do: in this language, with its capitals, as printed, not part of another name.

use super::Office;
use super::actor::column;
use super::common::{is_also_a_word, is_also_an_english_word, is_day_or_month, is_never_a_name, is_particle, is_title};
use super::index::Target;
use super::search::{Ending, Form, Hit, Reading, Search};
use super::tokens::{SPACE, Token};
use mizan_record::Aspect;
use mizan_text::Language;

impl Search<'_, '_> {
    /// Whether a name really stands there: in this language, with its capitals, as printed, not part of another name.
    pub(super) fn stands(&self, first: usize, reading: Reading, target: &Target) -> bool {
        self.in_language(target)
            && self.has_capitals(first, reading, target)
            && self.is_as_printed(first, reading, target)
            && !self.is_cut_too_short(first, reading)
            && !self.is_loose_compound(reading, target)
            && !self.is_somebody_else(first, reading, target)
    }

    /// Russian and Kazakh share their letters: Russian names count in Kazakh text when they are no mere lower-case words.
    fn in_language(&self, target: &Target) -> bool {
        match self.language {
            Some(Language::Russian) => target.name.column != column(Language::Kazakh),
            Some(Language::Kazakh) => target.name.column != column(Language::Russian) || (target.capitals != 0 && target.uppers == 0),
            _ => true,
        }
    }

    fn has_capitals(&self, first: usize, reading: Reading, target: &Target) -> bool {
        let (last, inflected) = (reading.last, reading.inflected);
        let bits = |has: fn(&Token) -> bool| {
            let words = self.tokens.list[first..=last].iter().take(32).enumerate();
            words.fold(0u32, |bits, (at, token)| bits | u32::from(has(token)) << at)
        };
        let missing = target.capitals & !bits(|token| token.capital);
        // "организация Объединенных Наций": the first of several words may be written small.
        let excused = missing == 1 && last - first > 1 && target.capitals > 1;
        let upper = bits(|token| token.upper);
        let whole = !(inflected && target.abbreviation) || upper != 0;
        (missing == 0 || excused) && target.uppers & !upper == 0 && whole
    }

    fn is_as_printed(&self, first: usize, reading: Reading, target: &Target) -> bool {
        let Some(printed) = &target.printed else { return true };
        let span = self.tokens.place(first, 0, reading.last);
        let quote = &self.tokens.original[span.start..span.end];
        if target.is_quoted() {
            let (before, behind) = (&self.tokens.original[..span.start], &self.tokens.original[span.end..]);
            return before.ends_with('«') && behind.starts_with('»') && printed.trim_matches(['«', '»']) == quote;
        }
        let shouted = self.tokens.shouting && printed.len() < 4;
        let dot = self.tokens.original[span.end..].starts_with('.');
        let same = quote == &**printed || (target.dotted && dot && quote == printed.trim_end_matches('.'));
        !shouted && reading.cut == 0 && (same || quote.split_whitespace().eq(printed.split_whitespace()))
    }

    /// Behind proclitics, a name of one or two letters is mere chance.
    fn is_cut_too_short(&self, first: usize, reading: Reading) -> bool {
        reading.cut > 0 && reading.last == first && self.tokens.word(first)[reading.cut..].chars().nth(2).is_none()
    }

    /// An adjective in -о is one only as the first half of a compound: российско-турецкий.
    fn is_loose_compound(&self, reading: Reading, target: &Target) -> bool {
        let adjective = matches!(target.name.aspect, Aspect::Adjective | Aspect::People);
        let half = reading.inflected && self.tokens.word(reading.last).ends_with('о');
        adjective && half && !self.tokens.after(reading.last).starts_with('-')
    }

    /// Whether the words belong to another name or are none: a surname behind the given name of somebody else, a place name
    /// behind a given name, a surname that is more often another word and has no title before it.
    fn is_somebody_else(&self, first: usize, reading: Reading, target: &Target) -> bool {
        let single = reading.last == first;
        match (target.name.aspect, target.name.form) {
            (Aspect::Official, Form::Full) => false,
            (Aspect::Official, Form::Alone) => {
                self.has_foreign_given_name(first, target)
                    || (single && is_never_a_name(&self.tokens.word(first)[reading.cut..], self.printed(first)))
                    || self.stands_in_longer_name(first, reading.last)
                    || self.names_a_street(first, reading.last)
                    || (single && self.is_too_weak(first, reading, target))
            }
            _ if !single => false,
            (Aspect::Name | Aspect::Capital | Aspect::City | Aspect::Region, _) => self.is_part_of_unknown_name(first, target),
            _ => is_never_a_name(self.tokens.word(first), self.printed(first)),
        }
    }

    fn printed(&self, at: usize) -> &str {
        let span = self.tokens.place(at, 0, at);
        &self.tokens.original[span.start..span.end]
    }

    /// The word before, when it may be part of the same name.
    fn before(&self, first: usize) -> Option<usize> {
        let before = first.checked_sub(1)?;
        let same = matches!(self.tokens.list[first].gap, SPACE | b'.');
        (same && before >= self.taken).then_some(before)
    }

    /// Whether a word has a capital of its own, is no title and nothing that the files name: then likely part of a name.
    fn is_unknown_name(&self, at: usize) -> bool {
        let token = &self.tokens.list[at];
        let known = || self.hits[at].iter().any(|hit| self.index.start(hit.word).is_some());
        let word = self.tokens.word(at);
        token.capital && !token.first && !self.tokens.titled && !known() && !is_title(word) && !is_day_or_month(word)
    }

    /// Whether an unknown name goes on right after a word.
    fn unknown_name_follows(&self, last: usize) -> bool {
        let next = last + 1;
        let joined = self.tokens.list.get(next).is_some_and(|token| token.gap == SPACE && !token.upper);
        joined && self.is_unknown_name(next) && self.tokens.word(next).chars().nth(2).is_some()
    }

    /// A surname with an unknown given name before it or an unknown surname after it is somebody else's.
    fn stands_in_longer_name(&self, first: usize, last: usize) -> bool {
        let patronymic =
            |word: &str| ["вич", "вича", "вичу", "вичем", "вна", "вны", "вной", "ұлы", "қызы"].iter().any(|end| word.ends_with(end));
        let before = self.before(first).filter(|_| self.tokens.list[first].gap == SPACE);
        let led = before.is_some_and(|at| self.is_unknown_name(at) && !self.tokens.list[at].upper && !patronymic(self.tokens.word(at)));
        led || self.unknown_name_follows(last)
    }

    /// A place name that belongs to a person (Jim Jordan, Santiago Peña), or "the West" before the rest of a longer name.
    fn is_part_of_unknown_name(&self, first: usize, target: &Target) -> bool {
        let given = |at: usize| self.hits[at].iter().any(|hit| hit.cut == 0 && self.index.is_given(hit.word));
        let led = self.before(first).is_some_and(|before| self.tokens.list[before].capital && given(before));
        let west = self.lexicon.actors[target.name.actor as usize].key == "WST";
        let follows = (west || given(first)) && self.unknown_name_follows(first);
        (self.tokens.list[first].capital && (led || follows)) || is_never_a_name(self.tokens.word(first), self.printed(first))
    }

    /// Whether a given name or initial stands before the surname that is not this person's.
    fn has_foreign_given_name(&self, first: usize, target: &Target) -> bool {
        let Some(before) = self.before(first).filter(|&before| !is_day_or_month(self.tokens.word(before))) else { return false };
        let given: Vec<&Hit> = self.hits[before].iter().filter(|hit| self.index.is_given(hit.word)).collect();
        let cased = !self.tokens.word(before).starts_with(|c: char| matches!(c, '\u{0620}'..='\u{064A}'));
        let printed = !cased || self.tokens.list[before].capital;
        let foreign = printed && !given.is_empty() && !given.iter().any(|hit| self.index.is_given_of(hit.word, target.name.actor));
        foreign && !is_particle(self.printed(before))
    }

    /// Whether a surname is also a given name or another word, or very short, and nothing speaks for the person: no title
    /// before it, or no office held on the day. A head of state in office needs no title in scripts that have capitals.
    fn is_too_weak(&self, first: usize, reading: Reading, target: &Target) -> bool {
        let word = &self.tokens.word(first)[reading.cut..];
        let given = |hit: &Hit| hit.cut == reading.cut && hit.ending == Ending::None && self.index.is_given(hit.word);
        let headed = self.tokens.list[first].first && is_also_an_english_word(word);
        let other_word = headed || is_also_a_word(word) || self.hits[first].iter().any(given);
        let short = word.chars().nth(3).is_none();
        if !short && !other_word {
            return false;
        }
        let titled = self.has_title(first) && self.holds(target, |_| true);
        let leads = !other_word && self.tokens.list[first].capital && self.holds(target, |office| office == Office::HeadOfState);
        !titled && !leads
    }

    /// Whether a title stands before, with nothing between but other titles, states and adjectives:
    /// "وزير الخارجية الإيراني ظريف", "президент Южной Кореи Ли".
    pub(super) fn has_title(&self, first: usize) -> bool {
        for at in (first.saturating_sub(5)..first).rev() {
            if self.tokens.list[at + 1].gap != SPACE {
                return false;
            }
            if is_title(self.tokens.word(at)) {
                return true;
            }
            let state = |hit: &Hit| {
                let targets = self.index.start(hit.word).into_iter().flat_map(|node| self.index.targets(node));
                targets.into_iter().any(|target| target.name.aspect != Aspect::Official)
            };
            if !self.hits[at].iter().any(state) {
                return false;
            }
        }
        false
    }

    /// Whether a person holds such an office on the day asked for; without a day, now.
    fn holds(&self, target: &Target, office: impl Fn(Office) -> bool) -> bool {
        let terms = &self.lexicon.actors[target.name.actor as usize].terms;
        terms.iter().any(|term| office(term.office) && self.on.map_or(term.until.is_none(), |on| term.holds(on)))
    }
}
