//! A mention and the known name it stands in or that stands in it: where the encoder's pieces cut a name or run over its end, the mention
//! is the name.
//!
//! "Организацией Договора" of "Организацией Договора о коллективной безопасности" becomes the whole name, «الاتحاد» and «الأوروبي» become
//! one mention, and "передаетTengrinews.kzсо", where the page lost its spaces, becomes "Tengrinews.kz".

use mizan_record::{ActorFound, Aspect, Kind};
use mizan_text::Span;

use crate::encoder::Reading;
use crate::lexicon::{Choice, Match};

/// Make mentions the known names that they are parts of, or that they run together with the words beside.
pub(super) fn fit(text: &str, reading: &mut Reading, names: &[Match<'_>]) {
    for name in names.iter().filter(|name| name.choice != Choice::Ambiguous) {
        if let Some((first, last)) = parts(text, &reading.actors, name.span) {
            reading.join_actors(first, last);
            become_name(&mut reading.actors[first], name);
        }
        for actor in &mut reading.actors {
            actor.span = without_neighbours(text, actor.span, name.span);
        }
    }
}

/// The first and last of the mentions that lie within a name of several words and are not all of it. None where one of them is a role, or
/// where a mention goes on beyond the name.
fn parts(text: &str, actors: &[ActorFound], name: Span) -> Option<(usize, usize)> {
    let first = actors.iter().position(|actor| actor.span.overlaps(name))?;
    let last = actors.iter().rposition(|actor| actor.span.overlaps(name))?;
    let touching = &actors[first..=last];
    let starts = |actor: &ActorFound| actor.span.start >= name.start || is_small(&text[actor.span.start..name.start]);
    let inside = |actor: &ActorFound| actor.kind != Kind::Role && starts(actor) && actor.span.end <= name.end;
    let several = text[name.start..name.end].contains(char::is_whitespace);
    let whole = touching[0].span.start <= name.start && touching[0].span.end == name.end;
    (several && !whole && touching.iter().all(inside)).then_some((first, last))
}

/// Let a mention be a name, of the name's kind where that leaves no doubt.
fn become_name(actor: &mut ActorFound, name: &Match<'_>) {
    let best = name.best();
    actor.span = name.span;
    if matches!(best.aspect, Aspect::Organisation | Aspect::Body | Aspect::Group | Aspect::Media | Aspect::Official) {
        actor.kind = best.kind();
    }
}

/// Whether Arabic particles or an English article and nothing else stand before a name.
fn is_small(head: &str) -> bool {
    matches!(head, "the " | "The ") || (head.chars().count() <= 2 && head.chars().all(|c| "وفبلك".contains(c)))
}

/// A mention without the words printed together with a name in it. Names begin and end within a printed word only where a space was lost;
/// Arabic particles are none of this.
fn without_neighbours(text: &str, mention: Span, name: Span) -> Span {
    if !(mention.start <= name.start && name.end <= mention.end) {
        return mention;
    }
    let (head, tail) = (&text[mention.start..name.start], &text[name.end..mention.end]);
    let glued = |rest: &str| !rest.is_empty() && rest.chars().all(|c| c.is_alphabetic() && !matches!(c, '\u{600}'..='\u{6FF}'));
    let start = if glued(head) { name.start } else { mention.start };
    let end = if glued(tail) { name.end } else { mention.end };
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use mizan_record::{Sector, Tone};
    use mizan_text::Language;

    /// The mentions of a text, by what each is in the end, with its kind.
    fn fitted(language: Language, text: &str, mentions: &[(&str, Kind)]) -> Vec<(String, Kind)> {
        let lexicon = Lexicon::shipped();
        let found = |(words, kind): &(&str, Kind)| {
            let start = text.find(words).expect(words);
            ActorFound {
                span: Span::new(start, start + words.len()),
                kind: *kind,
                country: String::new(),
                country_confidence: 1.0,
                sector: Sector::default(),
                tone: Tone::Neutral,
                tone_confidence: 1.0,
                confidence: 1.0,
            }
        };
        let mut reading = Reading { actors: mentions.iter().map(found).collect(), ..Reading::default() };
        fit(text, &mut reading, &lexicon.find(text, Some(language), None));
        reading.actors.iter().map(|a| (text[a.span.start..a.span.end].to_owned(), a.kind)).collect()
    }

    fn check(language: Language, text: &str, mentions: &[(&str, Kind)], left: &[(&str, Kind)]) {
        let left: Vec<_> = left.iter().map(|(words, kind)| ((*words).to_owned(), *kind)).collect();
        assert_eq!(fitted(language, text, mentions), left, "{text}");
    }

    #[test]
    fn a_part_of_a_known_name_is_the_name() {
        use Kind::{Organisation, Place, Polity};
        let (arabic, russian) = (Language::Arabic, Language::Russian);
        check(arabic, "رد على للولايات المتحدة", &[("ولايات", Polity)], &[("لولايات المتحدة", Polity)]);
        check(arabic, "رد على للولايات المتحدة", &[("ولايات المتحدة", Polity)], &[("لولايات المتحدة", Polity)]);
        check(arabic, "رد على للولايات المتحدة", &[("للولايات", Polity), ("المتحدة", Polity)], &[("لولايات المتحدة", Polity)]);
        let union = [("الاتحاد", Organisation), ("الأوروبي", Polity)];
        check(arabic, "وقال الاتحاد الأوروبي", &union, &[("الاتحاد الأوروبي", Organisation)]);
        check(arabic, "ولحلف شمال الأطلسي", &[("الأطلسي", Place)], &[("حلف شمال الأطلسي", Organisation)]);
        let treaty = "с Организацией Договора о коллективной безопасности";
        let whole = "Организацией Договора о коллективной безопасности";
        check(russian, treaty, &[("Организацией Договора", Organisation)], &[(whole, Organisation)]);
        for part in ["Nations", "the United"] {
            check(Language::English, "the United Nations said", &[(part, Organisation)], &[("United Nations", Organisation)]);
        }
        check(Language::Kazakh, "Америка Құрама Штаттарына", &[("Америка", Polity)], &[("Америка Құрама Штаттарына", Polity)]);
    }

    #[test]
    fn longer_mentions_roles_and_whole_names_stay() {
        use Kind::{Group, Organisation, Polity, Role};
        let (english, arabic) = (Language::English, Language::Arabic);
        for (language, text, mentions) in [
            (english, "the European Union's leaders", &[("European Union's leaders", Group)][..]),
            (english, "envoys of the United Nations", &[("envoys of the United", Group), ("Nations", Organisation)]),
            (english, "Russia and China", &[("Russia", Polity), ("China", Polity)]),
            (english, "the United Nations", &[("United", Role)]),
            (english, "the United Nations", &[("the United Nations", Organisation)]),
            (arabic, "للاتحاد الأوروبي", &[("للاتحاد الأوروبي", Organisation)]),
        ] {
            check(language, text, mentions, mentions);
        }
    }

    #[test]
    fn words_printed_together_with_a_name_are_no_part_of_it() {
        use Kind::{Organisation, Polity};
        let russian = Language::Russian;
        let glued = "передаетTengrinews.kzсо ссылкой";
        check(russian, glued, &[("передаетTengrinews.kzсо", Organisation)], &[("Tengrinews.kz", Organisation)]);
        for (language, text) in [
            (russian, "пресс-служба Tengrinews.kz"),
            (russian, "российско-китайский"),
            (Language::Arabic, "وكازاخستان"),
            (Language::English, "Russia's"),
        ] {
            check(language, text, &[(text, Polity)], &[(text, Polity)]);
        }
    }
}
