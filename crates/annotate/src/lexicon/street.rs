//! Streets and squares, and what bears somebody's name: a bare surname there is nobody who acts.

use super::common::is_title;
use super::search::Search;
use super::tokens::SPACE;

/// Beginnings of what stands before the name, folded.
const RUSSIAN: [&str; 6] = ["улиц", "проспект", "площад", "бульвар", "переул", "шоссе"];
/// The same in abbreviation, with a dot.
const SHORT: [&str; 4] = ["ул", "пр", "пл", "им"];
const ARABIC: [&str; 3] = ["شارع", "جاده", "ساحه"];
/// What stands behind the name, folded, printed with a capital.
const ENGLISH: [&str; 8] = ["street", "avenue", "square", "boulevard", "road", "prospekt", "prospect", "highway"];
/// Beginnings of what stands behind the name, folded.
const KAZAKH: [&str; 4] = ["көшесі", "даңғылы", "алаңы", "атындағы"];

impl Search<'_, '_> {
    /// Whether a surname is what a street, a square or a house is called by: «улица Айтматова», «университет имени Назарбаева», "Lenin
    /// Street", «شارع الملك فيصل», «Айтматов көшесі».
    pub(super) fn names_a_street(&self, first: usize, last: usize) -> bool {
        let before = || self.street_before(first) || (self.is_title_before(first) && self.street_before(first - 1));
        before() || self.street_behind(last)
    }

    fn is_title_before(&self, first: usize) -> bool {
        first > 0 && self.tokens.list[first].gap == SPACE && is_title(self.tokens.word(first - 1))
    }

    fn street_before(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1) else { return false };
        let word = self.tokens.word(before);
        match self.tokens.list[first].gap {
            b'.' => SHORT.contains(&word),
            SPACE if word == "имени" => before.checked_sub(1).is_none_or(|earlier| self.tokens.word(earlier) != "от"),
            SPACE => (RUSSIAN.iter().any(|street| word.starts_with(street)) && self.is_genitive(first)) || is_arabic_street(word),
            _ => false,
        }
    }

    /// Whether a Russian surname may be a genitive: «на площади Токаев выступил» is no square of his.
    fn is_genitive(&self, at: usize) -> bool {
        self.tokens.word(at).ends_with(['а', 'я', 'ы', 'и', 'о', 'й'])
    }

    fn street_behind(&self, last: usize) -> bool {
        let Some(next) = self.tokens.list.get(last + 1).filter(|next| next.gap == SPACE) else { return false };
        let word = self.tokens.word(last + 1);
        (next.capital && ENGLISH.contains(&word)) || KAZAKH.iter().any(|street| word.starts_with(street))
    }
}

/// Whether a folded word is an Arabic street, with و ف ب ل ك before it or without.
fn is_arabic_street(word: &str) -> bool {
    let bare = word.trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك']);
    ARABIC.contains(&word) || ARABIC.contains(&bare)
}
