//! Finding names in a text.

use super::actor::{Actor, Entry};
use super::choose::{Choice, entries};
use super::couple::{Meant, is_of_both};
use super::glued;
use super::index::{Index, Node, Rest, Target, WordId, article, is_nisba_ending, step};
use super::tokens::{SPACE, Tokens};
use super::{Lexicon, Office};
use jiff::civil::Date;
use mizan_record::Aspect;
use mizan_text::language::{arabic, kazakh};
use mizan_text::{Language, Span};

/// Whether all of a name stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A whole name.
    Full,
    /// The part of a person's name that is used alone on later mention.
    Alone,
}

/// A name found in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Match<'l> {
    /// Its place: the printed words with their endings, without the Arabic و ف ب ل ك and the English 's.
    pub span: Span,
    /// What it names, the likeliest first; never empty. More than one: namesakes.
    pub entries: Vec<Entry<'l>>,
    /// How they were chosen.
    pub choice: Choice,
    /// Whether it is the whole name.
    pub form: Form,
}

impl<'l> Match<'l> {
    /// The words as printed in the text that was searched.
    pub fn quote<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.span.start..self.span.end).unwrap_or("")
    }

    /// The likeliest of its entries.
    pub fn best(&self) -> &Entry<'l> {
        &self.entries[0]
    }
}

/// A word of the files that a printed word may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub(super) word: WordId,
    /// Bytes of proclitics before it.
    pub(super) cut: usize,
    pub(super) ending: Ending,
}

/// How the printed word differs from the listed one at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    None,
    Other,
    /// A Kazakh suffix: only the last word of a name has one.
    Kazakh,
}

/// A way to read the words from a start on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub(super) node: Node,
    pub(super) last: usize,
    pub(super) cut: usize,
    pub(super) inflected: bool,
}

impl Reading {
    /// Longer is better, then nothing cut off, then nothing added.
    fn rank(&self) -> (usize, bool, bool) {
        (self.last, self.cut == 0, !self.inflected)
    }
}

pub(super) struct Search<'l, 't> {
    pub(super) lexicon: &'l Lexicon,
    pub(super) index: &'l Index,
    pub(super) on: Option<Date>,
    pub(super) tokens: Tokens<'t>,
    pub(super) language: Option<Language>,
    /// What each word may be.
    pub(super) hits: Vec<Vec<Hit>>,
    /// One past the last word of the name found last.
    pub(super) taken: usize,
}

/// All names in a text, those that are printed together with the word beside them too.
pub(super) fn find<'l>(lexicon: &'l Lexicon, text: &str, language: Option<Language>, on: Option<Date>) -> Vec<Match<'l>> {
    let found = find_words(lexicon, text, language, on);
    match glued::Parted::of(text) {
        Some(parted) => parted.add(found, find_words(lexicon, &parted.text, language, on)),
        None => found,
    }
}

/// The names that stand as words of their own.
fn find_words<'l>(lexicon: &'l Lexicon, text: &str, language: Option<Language>, on: Option<Date>) -> Vec<Match<'l>> {
    let tokens = Tokens::of(text);
    let mut search = Search { lexicon, index: &lexicon.index, on, language, hits: Vec::with_capacity(tokens.list.len()), tokens, taken: 0 };
    for at in 0..search.tokens.list.len() {
        search.hits.push(search.look_up(at));
    }
    let mut found: Vec<Match> = Vec::new();
    // Surnames of people out of office, or long before any, with no title before them.
    let mut bare = Vec::new();
    let mut at = 0;
    while at < search.hits.len() {
        let Some((reading, targets)) = search.longest(at) else {
            at += 1;
            continue;
        };
        let one = search.make(at, reading, &targets);
        let is_weak = one.choice == Choice::NearestTerm || (one.choice == Choice::Only && is_far_from_office(&one, on));
        if is_weak && one.form == Form::Alone && !search.has_title(at) {
            bare.push(found.len());
        }
        found.push(one);
        at = reading.last + 1;
        search.taken = at;
    }
    for at in bare {
        let country = found[at].best().country();
        let beside = |other: &Match| other.best().aspect != Aspect::Official && other.best().country() == country;
        if !found.iter().any(beside) {
            found[at].choice = Choice::Ambiguous;
        }
    }
    found
}

/// Nobody is known by his surname alone so many years before his first office.
const YEARS_BEFORE: i16 = 5;
/// Nor, unless he led a state, so many years after his last.
const YEARS_AFTER: i16 = 10;

/// Whether a day is long before the first office that the files have of a person, or long after the last.
fn is_far_from_office(one: &Match<'_>, on: Option<Date>) -> bool {
    let terms = &one.best().actor.terms;
    let first = terms.iter().map(|term| term.from).min().flatten();
    let is_over = terms.iter().all(|term| term.until.is_some());
    let last = terms.iter().filter_map(|term| term.until).max().filter(|_| is_over);
    let led = terms.iter().any(|term| matches!(term.office, Office::HeadOfState | Office::HeadOfGovernment));
    let before = first.zip(on).is_some_and(|(first, on)| first.year() - on.year() > YEARS_BEFORE);
    let after = last.zip(on).is_some_and(|(last, on)| on.year() - last.year() > YEARS_AFTER);
    before || (after && !led)
}

impl<'l> Search<'l, '_> {
    /// What a word may be.
    fn look_up(&self, at: usize) -> Vec<Hit> {
        let word = self.tokens.word(at);
        let mut hits = Vec::new();
        if !word.starts_with(|c: char| matches!(c, '\u{0620}'..='\u{064A}')) {
            self.stems(word, 0, |stem_word, ending, _| hits.push(Hit { word: stem_word, cut: 0, ending }));
            return hits;
        }
        for reading in arabic::readings(word) {
            let cut = reading.cut;
            let mut take = |word, ending| hits.push(Hit { word, cut, ending });
            if !reading.article {
                self.stems(reading.rest, 0, |word, ending, _| take(word, ending));
                continue;
            }
            self.stems(reading.rest, 0, |word, ending, _| {
                if self.index.takes_article(word) {
                    take(word, ending);
                }
            });
            if !word[cut..].starts_with("ال") {
                self.stems(reading.rest, article(), |word, ending, _| take(word, ending));
            }
        }
        hits
    }

    /// The words whose stem begins a printed word, with what follows the stem.
    fn stems(&self, word: &str, seed: u64, mut take: impl FnMut(WordId, Ending, &str)) {
        let mut hash = seed;
        let letters = if seed == 0 { 0 } else { 2 };
        for (number, (at, letter)) in word.char_indices().enumerate() {
            hash = step(hash, letter);
            let end = at + letter.len_utf8();
            let count = letters + number + 1;
            if count == 3 && !self.index.has_head(hash) {
                return;
            }
            if count < 2 && end < word.len() {
                continue;
            }
            let rest = &word[end..];
            for stem in self.index.stems(hash) {
                if let Some(ending) = self.ending(&word[..end], rest, stem.rest) {
                    take(stem.word, ending, rest);
                }
            }
        }
    }

    /// Whether a word may go on like this after its stem.
    fn ending(&self, stem: &str, rest: &str, allowed: Rest) -> Option<Ending> {
        let russian = self.language != Some(Language::Kazakh);
        let kazakh = self.language != Some(Language::Russian) && !rest.is_empty();
        match allowed {
            Rest::Nothing => rest.is_empty().then_some(Ending::None),
            Rest::Russian(endings) => (russian && endings.contains(rest)).then_some(Ending::Other),
            Rest::Compound => (russian && rest == "о").then_some(Ending::Other),
            Rest::Kazakh => (kazakh && kazakh::takes(stem, rest)).then_some(Ending::Kazakh),
            Rest::KazakhPossessive => (kazakh && rest.starts_with(['ы', 'і']) && kazakh::takes(stem, rest)).then_some(Ending::Kazakh),
            Rest::Nisba => (!rest.is_empty() && is_nisba_ending(rest)).then_some(Ending::Other),
            Rest::ArabicPlural => (rest == "ين").then_some(Ending::Other),
        }
    }

    /// The best reading from a word on, with what it names.
    fn longest(&self, first: usize) -> Option<(Reading, Vec<&'l Target>)> {
        let mut best: Option<(Reading, Vec<&'l Target>)> = None;
        for hit in &self.hits[first] {
            let Some(node) = self.index.start(hit.word) else { continue };
            // The genitive of a man's surname is as likely as the name of a woman that is written alike.
            let inflected = hit.ending != Ending::None && !is_of_both(self.tokens.word(first));
            let reading = Reading { node, last: first, cut: hit.cut, inflected };
            self.follow(first, reading, hit.ending, &mut best);
        }
        best
    }

    /// Follow a reading to its end and beyond, keeping the best.
    fn follow(&self, first: usize, reading: Reading, ending: Ending, best: &mut Option<(Reading, Vec<&'l Target>)>) {
        let rank = best.as_ref().map(|(best, _)| best.rank());
        if rank.is_none_or(|rank| rank <= reading.rank()) {
            let mut targets: Vec<&Target> = self.index.targets(reading.node).filter(|target| self.stands(first, reading, target)).collect();
            if targets.iter().any(|target| target.is_quoted()) {
                targets.retain(|target| target.is_quoted());
            }
            match best {
                _ if targets.is_empty() => {}
                Some((best, all)) if best.rank() == reading.rank() => all.extend(targets),
                _ => *best = Some((reading, targets)),
            }
        }
        let next = reading.last + 1;
        if next >= self.hits.len() || ending == Ending::Kazakh {
            return;
        }
        let gap = self.tokens.list[next].gap;
        for hit in self.hits[next].iter().filter(|hit| hit.cut == 0) {
            if let Some(node) = self.index.next(reading.node, gap, hit.word) {
                let inflected = reading.inflected || hit.ending != Ending::None;
                self.follow(first, Reading { node, last: next, inflected, ..reading }, hit.ending, best);
            }
        }
    }

    fn make(&self, first: usize, reading: Reading, targets: &[&Target]) -> Match<'l> {
        let mut span = self.tokens.place(first, reading.cut, reading.last);
        span.end += self.tail(reading.last, targets);
        let full = targets.iter().any(|target| target.name.form == Form::Full);
        let form = if full { Form::Full } else { Form::Alone };
        let named: Vec<(&Actor, Aspect)> = targets
            .iter()
            .filter(|target| target.name.form == form)
            .map(|target| (&self.lexicon.actors[target.name.actor as usize], target.name.aspect))
            .collect();
        let (entries, choice) = match self.of_couple(reading.last, form, named) {
            Meant::Told(named) => entries(named, self.on),
            Meant::Untold(named) => (entries(named, self.on).0, Choice::Ambiguous),
        };
        Match { span, entries, choice, form }
    }

    /// Bytes after the last word that belong to the name: the dot of `U.S.`, the suffix of `АҚШ-тың`.
    fn tail(&self, last: usize, targets: &[&Target]) -> usize {
        let end = self.tokens.place(last, 0, last).end;
        if targets.iter().any(|target| target.dotted) && self.tokens.original[end..].starts_with('.') {
            return 1;
        }
        let Some(next) = self.tokens.list.get(last + 1).filter(|next| next.gap == SPACE && !next.capital) else { return 0 };
        let kazakh = self.language.is_none_or(|language| language == Language::Kazakh);
        let hyphen = next.span.start == self.tokens.list[last].span.end + 1 && self.tokens.after(last).starts_with('-');
        let suffix = self.tokens.word(last + 1);
        if kazakh && hyphen && !suffix.is_empty() && kazakh::takes("", suffix) { self.tokens.place(last, 0, last + 1).end - end } else { 0 }
    }
}
