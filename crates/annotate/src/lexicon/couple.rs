//! A man and a woman of one surname: «Алиева» is her name, and his after "met" or "of"; «Алиеву» is either.
//!
//! She is meant where the words beside tell of a woman, he where they tell of a man, or where he leads the state on the day. Else both
//! remain, and it is for the report to tell.

use super::Office;
use super::actor::{Actor, Term, column};
use super::search::{Form, Search};
use super::tokens::SPACE;
use mizan_record::Aspect;
use mizan_text::Language;

/// Titles in the nominative with the name of a state or body behind them, folded: «глава МВФ Георгиева».
const TITLES: [&str; 9] = ["глава", "президент", "председатель", "министр", "директор", "распорядитель", "спикер", "посол", "сенатор"];
/// Words for a woman, right before her surname, folded; "жа" is the end of «г-жа».
const OF_WOMAN: [&str; 6] = ["госпожа", "госпожи", "госпожу", "госпоже", "жа", "мадам"];
/// What she did by word of mouth, right before her surname, folded; «встретила Алиева» would be said of somebody else.
const SHE_SAID: [&str; 12] = [
    "заявила",
    "сказала",
    "отметила",
    "сообщила",
    "подчеркнула",
    "добавила",
    "рассказала",
    "написала",
    "указала",
    "пояснила",
    "уточнила",
    "напомнила",
];
/// Words that may stand before the subject of a sentence, folded: what follows them is no genitive.
const OPENING: [&str; 14] =
    ["а", "но", "что", "как", "где", "когда", "также", "однако", "пока", "затем", "позднее", "ранее", "сегодня", "вчера"];
/// Prepositions of the genitive, folded.
const OF_GENITIVE: [&str; 14] =
    ["от", "для", "у", "без", "до", "из", "после", "против", "около", "кроме", "вокруг", "ради", "вместо", "помимо"];

/// Who is meant, when a man and a woman share what is printed.
pub(super) enum Meant<'l> {
    /// These.
    Told(Vec<(&'l Actor, Aspect)>),
    /// A man or a woman: it does not show.
    Untold(Vec<(&'l Actor, Aspect)>),
}

impl<'l> Search<'l, '_> {
    /// Of those whose surname stands in a word, the women or the men when the words beside or their offices tell.
    pub(super) fn of_couple(&self, at: usize, form: Form, named: Vec<(&'l Actor, Aspect)>) -> Meant<'l> {
        let russian = self.language.is_none_or(|language| language == Language::Russian);
        let surname = form == Form::Alone && named.iter().all(|(_, aspect)| *aspect == Aspect::Official);
        if !(russian && surname) {
            return Meant::Told(named);
        }
        let (women, men): (Vec<_>, Vec<_>) = named.iter().copied().partition(|(actor, _)| is_woman(actor));
        if women.is_empty() || men.is_empty() {
            return Meant::Told(named);
        }
        let begun = |actor: &Actor| actor.terms.iter().any(|term| self.has_begun(term));
        let known: Vec<_> = men.into_iter().filter(|(actor, _)| begun(actor)).collect();
        if known.is_empty() || self.tells_of_woman(at) {
            return Meant::Told(women);
        }
        let leaders: Vec<_> = known.iter().copied().filter(|(actor, _)| self.leads(actor)).collect();
        if !leaders.is_empty() {
            return Meant::Told(leaders);
        }
        if self.tells_of_man(at) { Meant::Told(known) } else { Meant::Untold(named) }
    }

    /// Whether a term began by the day; without a day, ever.
    fn has_begun(&self, term: &Term) -> bool {
        term.from.zip(self.on).is_none_or(|(from, on)| from <= on)
    }

    /// Whether a person leads the state on the day, or has led it and still has an office: the First President.
    fn leads(&self, actor: &Actor) -> bool {
        let led = |term: &Term| matches!(term.office, Office::HeadOfState | Office::HeadOfGovernment);
        let holds = |term: &Term| self.on.map_or(term.until.is_none(), |on| term.holds(on));
        actor.terms.iter().any(|term| led(term) && self.has_begun(term)) && actor.terms.iter().any(holds)
    }

    /// Whether a word is a woman's surname in the nominative by the words beside: her title, what she said, or what she did, where
    /// nothing stands before that the surname may belong to («администрация Алиева заявила»).
    fn tells_of_woman(&self, at: usize) -> bool {
        let before = self.beside_before(at).map(|at| self.tokens.word(at));
        if before.is_some_and(|word| OF_WOMAN.contains(&word)) {
            return true;
        }
        self.tokens.word(at).ends_with('а')
            && (before.is_some_and(|word| SHE_SAID.contains(&word))
                || self.has_title_of_subject(at)
                || (self.opens(at) && self.she_did(at)))
    }

    /// Whether a word is a man's surname by its ending or by a preposition of the genitive before it.
    fn tells_of_man(&self, at: usize) -> bool {
        let genitive = || self.beside_before(at).is_some_and(|before| OF_GENITIVE.contains(&self.tokens.word(before)));
        let word = self.tokens.word(at);
        word.ends_with("ым") || (word.ends_with('а') && genitive())
    }

    fn beside_before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|_| self.tokens.list[at].gap == SPACE && !self.tokens.list[at].first)
    }

    /// Whether a title in the nominative stands before, with names of states or bodies between.
    fn has_title_of_subject(&self, at: usize) -> bool {
        let named = |at: usize| {
            let targets = self.hits[at].iter().filter_map(|hit| self.index.start(hit.word)).flat_map(|node| self.index.targets(node));
            targets.into_iter().any(|target| target.name.aspect != Aspect::Official)
        };
        let mut end = at;
        while let Some(before) = self.beside_before(end) {
            if !named(before) {
                return end < at && TITLES.contains(&self.tokens.word(before));
            }
            end = before;
        }
        false
    }

    /// Whether a word begins a sentence or a clause.
    fn opens(&self, at: usize) -> bool {
        self.beside_before(at).is_none_or(|before| OPENING.contains(&self.tokens.word(before)))
    }

    /// Whether a feminine verb of the past stands behind a word, with at most one small word between.
    fn she_did(&self, at: usize) -> bool {
        let next = self.tokens.list.iter().enumerate().skip(at + 1).take(2);
        let mut joined = next.take_while(|(_, token)| token.gap == SPACE && !token.capital && !token.first);
        let verb = |word: &str| word.chars().nth(3).is_some() && (word.ends_with("ла") || word.ends_with("лась"));
        joined.any(|(at, _)| verb(self.tokens.word(at)))
    }
}

/// Whether a person's surname is a woman's, by the ending of the Russian name.
fn is_woman(actor: &Actor) -> bool {
    let name = &actor.names[column(Language::Russian)];
    ["ова", "ева", "ёва", "ина"].iter().any(|end| name.ends_with(end))
}

/// Whether a folded surname reads the same of a woman in the nominative and of a man in the genitive.
pub(super) fn is_of_both(word: &str) -> bool {
    word.ends_with("ова") || word.ends_with("ева")
}
