//! English: the possessive, plurals, abbreviations.

use crate::sentence::Abbreviation;

/// Folded words that name nobody by themselves: pronouns, particles, joining words. Those that are also names (Will, May) are left out.
#[rustfmt::skip]
pub(super) const NOBODY: [&str; 59] = [
    "the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my", "your", "who", "which",
    "whom", "whose", "he", "she", "they", "it", "we", "you", "him", "them", "i", "me", "of", "in", "on", "at", "by", "for", "to",
    "from", "with", "and", "or", "but", "as", "if", "when", "while", "after", "before", "than", "not", "no", "was", "is", "are",
    "be", "been", "had", "has", "have", "would", "said",
];

/// Prepositions and joining words, printed small, which no mention begins or ends with.
#[rustfmt::skip]
pub(super) const JOINING: [&str; 28] = [
    "of", "in", "on", "at", "by", "for", "to", "from", "with", "and", "or", "but", "as", "against", "between", "into", "over",
    "under", "about", "after", "before", "than", "during", "toward", "towards", "who", "which", "whose",
];

/// Articles, printed small.
pub(super) const ARTICLES: [&str; 3] = ["the", "a", "an"];

/// Words, in small letters, that name nobody when they stand alone: "Both", "most".
#[rustfmt::skip]
pub(super) const ALONE: [&str; 19] = [
    "both", "each", "everyone", "everybody", "someone", "somebody", "anyone", "nobody", "neither", "either", "none", "some", "any",
    "most", "many", "several", "few", "one", "two",
];

/// A word without its possessive ending, when it has one: `Russia's`, `Tokayev’s`, `allies'`.
pub fn possessive(word: &str) -> Option<&str> {
    let owners = ["'s", "’s", "'S", "’S"].into_iter().find_map(|ending| word.strip_suffix(ending));
    owners.or_else(|| word.strip_suffix(['\'', '’']).filter(|rest| rest.ends_with(['s', 'S']))).filter(|rest| !rest.is_empty())
}

/// A noun in lower case without its plural ending: `Kazakhs`, `ministries`, `churches`.
pub fn singular(word: &str) -> Option<String> {
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']))?;
    if let Some(stem) = stem.strip_suffix("ie") {
        return Some(format!("{stem}y"));
    }
    let hissing = stem.strip_suffix('e').filter(|stem| ["s", "x", "ch", "sh", "z"].iter().any(|end| stem.ends_with(end)));
    Some(hissing.unwrap_or(stem).to_string())
}

pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    match word {
        "mr" | "mrs" | "ms" | "dr" | "prof" | "gen" | "col" | "lt" | "lt.-gen" | "sgt" | "capt" | "maj" | "cmdr" | "adm" | "brig"
        | "sec" | "sen" | "rep" | "reps" | "sens" | "gov" | "pres" | "hon" | "rev" | "fr" | "st" | "mt" | "ft" | "messrs" | "vs" | "cf"
        | "e.g" | "i.e" | "eg" | "ie" | "ed" | "eds" | "viz" | "approx" | "dept" | "est" | "ph" | "supt" | "det" | "insp" | "amb" | "v" => {
            Some(Abbreviation::Inside)
        }
        "no" | "nos" | "art" | "arts" | "fig" | "vol" | "pp" | "ch" => Some(Abbreviation::Figure),
        "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec" | "jr" | "sr" | "inc" | "ltd"
        | "co" | "corp" | "llc" | "plc" | "al" | "bros" | "mass" | "calif" | "conn" | "ariz" | "pa" | "fla" | "ga" | "tex" | "wash"
        | "ore" | "a.m" | "p.m" | "ph.d" | "u.s" | "u.k" | "u.n" | "e.u" | "d.c" => Some(Abbreviation::Either),
        "etc" => Some(Abbreviation::Last),
        _ => None,
    }
}

/// Words that have a capital mostly where a sentence begins.
const STARTERS: &str = "The A An In On At It He She They We I You His Her Their Its Our But And This That These Those There However As If \
    When While After Before Since For From With By Under According Some Many Most All Both No Not What Who How Why So Yet \
    Also Although Meanwhile Last Then Now To One Two My Your Three Four Five Several Another Each Every Here Where Which \
    Because Though Despite During Earlier Later Still Once Perhaps Only Even Instead Nor Or Until Through Among Between \
    Against Within Without Asked Such Other Others Next More Nobody Nothing Everyone Few Nearly About Over";

pub(crate) fn starts_sentence(word: &str) -> bool {
    STARTERS.split(' ').any(|starter| starter == word)
}

pub(crate) fn is_saying(word: &str) -> bool {
    matches!(
        word,
        "said" | "says" | "asked" | "asks" | "told" | "wrote" | "shouted" | "chanted" | "tweeted" | "exclaimed" | "cried" | "declared"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn possessives_and_plurals() {
        assert_eq!(possessive("Russia's"), Some("Russia"));
        assert_eq!(possessive("Tokayev’s"), Some("Tokayev"));
        assert_eq!(possessive("allies'"), Some("allies"));
        assert_eq!(possessive("dogs"), None);
        assert_eq!(possessive("'"), None);
        for (plural, one) in [("kazakhs", "kazakh"), ("ministries", "ministry"), ("churches", "church"), ("forces", "force")] {
            assert_eq!(singular(plural).as_deref(), Some(one));
        }
        assert_eq!(singular("congress"), None);
    }
}
