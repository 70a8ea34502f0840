//! "The United States, Canada and the European Union have warned …": of actors joined by "and", none acts on another.
//!
//! Talks, agreements, joint work, signings and clashes are told that way ("Iran and Iraq held talks"), and there the second party is the
//! target; but not where the sides change to and fro within the list. In every other class, in support that is no signing and in attacks
//! that are no clash those joined stand on the same side; the encoder, which has seen many talks, sometimes parts them. So do, in every
//! class, those behind a passive "by" and joined mediators. "Between A and B" is left alone: there one does act on the other.
//!
//! Of a longer list the encoder sometimes sees only some: who is written between two parties of one side, in the same list, is one too.

use mizan_record::{Class, Event, Kind, Mention};
use mizan_text::fold::fold;

/// The rule's name in a record's origin.
pub const NAME: &str = "coordination";

/// Words that join, as they stand between two mentions (folded to lower case; an Arabic و is written onto the next word).
const JOINTS: [&str; 15] =
    ["and", ", and", "as well as", "و", "، و", "и", ", а также", "а также", "және", "мен", "пен", "бен", "&", "and the", ", and the"];

/// What stands between the earlier members of a list that ends in one of [`JOINTS`].
const COMMAS: [&str; 3] = [",", "،", ", the"];

/// Words before a list of those who act, right behind the trigger (folded).
const BY: [&str; 7] = ["by", "by the", "by both", "من قبل", "من جانب", "علي يد", "со стороны"];

/// Words before a list of those between whom something is (folded); in Kazakh one stands behind the list.
const BETWEEN: [&str; 4] = ["between", "between the", "между", "بين"];
const BETWEEN_BEHIND: &str = "арасы";

/// How a trigger that is a mediation begins (folded; in Arabic with particles before it), and the words by which it is another's talks.
const MEDIATION: [&str; 7] = ["посреднич", "mediat", "وساط", "الوساط", "بوساط", "توسط", "делдал"];
const MEDIATED: [&str; 3] = ["при посредничестве", "بوساطه", "mediated by"];

/// How a word of a trigger begins that two sides do to each other ("clashes", "бои"), folded; the Arabic ones may have particles before them.
const CLASH: [&str; 25] = [
    "clash",
    "fight",
    "fought",
    "battle",
    "skirmish",
    "exchang",
    "trad",
    "war",
    "combat",
    "столкн",
    "бои",
    "боев",
    "боях",
    "боям",
    "бой",
    "перестрел",
    "сраж",
    "воева",
    "воюю",
    "войн",
    "обмен",
    "қақтығыс",
    "шайқас",
    "соғыс",
    "атыс",
];
const CLASH_ARABIC: [&str; 9] = ["اشتباك", "اشتبك", "تشتبك", "معارك", "معركه", "قتال", "تقاتل", "حرب", "تبادل"];

/// How a word of a trigger begins that tells of a treaty, of signing or exchanging (folded): of SUPPORT, only that is done to each other.
const SIGNING: [&str; 14] =
    ["sign", "ratif", "treaty", "agree", "pact", "exchang", "подпис", "ратифи", "договор", "соглашен", "обмен", "шарт", "келісім", "алмас"];
/// The same as it stands anywhere in the trigger: two Kazakh words, and Arabic ones with particles before them.
const SIGNING_WITHIN: [&str; 8] = ["қол қо", "وقع", "وقيع", "صادق", "تصديق", "اتفاق", "معاهد", "تبادل"];

/// Words near the trigger by which the parties act on each other (folded).
const EACH_OTHER: [&str; 9] = ["each other", "one another", "друг друг", "взаимн", "بعضهما", "بعضها", "المتبادل", "бір-бір", "бірін-бірі"];

/// Arabic words that begin like "and the" and are words of their own (folded): governor, father.
const NOT_AND: [&str; 11] = ["والي", "واليه", "والد", "والدي", "والده", "والدها", "والدهم", "والدته", "والدتها", "والدا", "والدين"];

/// The most bytes that are looked at before and behind.
const NEAR: usize = 48;

/// Put the parties of one list on one side: the targets' if a source stands outside the list and no target does, otherwise the sources'.
pub fn apply(event: &mut Event, mentions: &[Mention], text: &str) {
    complete(event, mentions, text);
    let mutual = mutual(event, text) && !is_mediation(event);
    for list in lists(event, mentions, text) {
        let by_them = is_by(event, mentions[list[0]].evidence.span.start, text);
        let told_apart = mutual || thanks_behind_its_verb(&list, event, mentions);
        if !by_them && (told_apart && !interleaves(&list, event) || is_between(&list, mentions, text)) {
            continue;
        }
        let within = |parties: &[usize]| parties.iter().filter(|p| list.contains(p)).count();
        let (sources, targets) = (within(&event.sources), within(&event.targets));
        if sources == 0 || targets == 0 {
            continue;
        }
        let (source_outside, target_outside) = (event.sources.len() > sources, event.targets.len() > targets);
        event.sources.retain(|p| !list.contains(p));
        event.targets.retain(|p| !list.contains(p));
        let side = if source_outside && !target_outside && !by_them { &mut event.targets } else { &mut event.sources };
        side.extend(&list);
        side.sort_unstable();
        event.origin.rules.push(NAME);
    }
}

/// Add the mentions that are written between two parties of one side in one list, and are of the same kind as one of the two (so that a
/// role between commas, which is the person before it, stays out).
fn complete(event: &mut Event, mentions: &[Mention], text: &str) {
    let found = [&event.sources, &event.targets].map(|side| left_out(side, event, mentions, text));
    if found.iter().all(Vec::is_empty) {
        return;
    }
    let [sources, targets] = found;
    for (side, more) in [(&mut event.sources, sources), (&mut event.targets, targets)] {
        side.extend(more);
        side.sort_unstable();
    }
    event.origin.rules.push(NAME);
}

/// The mentions between the parties of one side that belong to it.
fn left_out(side: &[usize], event: &Event, mentions: &[Mention], text: &str) -> Vec<usize> {
    let mut parties = side.to_vec();
    parties.sort_unstable_by_key(|&p| mentions[p].evidence.span.start);
    let mut out = Vec::new();
    for pair in parties.windows(2) {
        let (first, last) = (pair[0], pair[1]);
        let between = first + 1..last;
        let is_free = |m: usize| !event.sources.contains(&m) && !event.targets.contains(&m);
        let alike = |m: usize| [first, last].iter().any(|&end| mentions[end].kind == mentions[m].kind);
        let listed = !between.is_empty() && list_end(first, mentions, text).is_some_and(|end| last <= end);
        if listed && mentions[first].kind != Kind::Place && between.clone().all(|m| is_free(m) && alike(m)) {
            out.extend(between);
        }
    }
    out
}

/// The last mention of the list that a mention stands in; `None` when nothing but commas joins what follows it.
fn list_end(first: usize, mentions: &[Mention], text: &str) -> Option<usize> {
    let goes_on = |m: &usize| mentions.get(m + 1).is_some_and(|next| joined(&mentions[*m], next, text));
    let links = || (first..).take_while(goes_on);
    links().any(|m| joint(&mentions[m], &mentions[m + 1], text, &JOINTS)).then(|| first + links().count())
}

/// Whether the trigger is a mediation: then nobody in a list of mediators mediates with another.
fn is_mediation(event: &Event) -> bool {
    let trigger = fold(&event.evidence.quote);
    event.class == Class::Consult && trigger.split_whitespace().any(|word| MEDIATION.iter().any(|begin| word.starts_with(begin)))
}

/// Whether a list that begins here is of those by whom it was done: "announced by …", "при посредничестве …".
fn is_by(event: &Event, list: usize, text: &str) -> bool {
    let trigger = event.evidence.span;
    let between = text.get(trigger.end..list).map(|between| fold(between.trim()));
    let passive = between.is_some_and(|between| BY.contains(&between.as_str()));
    let stands = ["stand", "stood"].iter().any(|stand| fold(&event.evidence.quote).starts_with(stand));
    let mediated = is_mediation(event) && MEDIATED.iter().any(|words| before(list, text).ends_with(words));
    mediated || (passive && !stands)
}

/// Whether a list is of those between whom something is.
fn is_between(list: &[usize], mentions: &[Mention], text: &str) -> bool {
    let (Some(&first), Some(&last)) = (list.first(), list.last()) else { return false };
    let head = before(mentions[first].evidence.span.start, text);
    let ends = |words: &str| head.strip_suffix(words).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    let end = mentions[last].evidence.span.end;
    BETWEEN.iter().any(|words| ends(words)) || text[end..].trim_start().starts_with(BETWEEN_BEHIND)
}

/// The words right before a place, folded.
fn before(at: usize, text: &str) -> String {
    let start = (at.saturating_sub(NEAR)..at).find(|&start| text.is_char_boundary(start)).unwrap_or(at);
    fold(text[start..at].trim_end())
}

/// Whether "A and B" do such a thing to each other. Of attacks they do so only in clashes: two who are tried for murder did not murder each
/// other.
fn mutual(event: &Event, text: &str) -> bool {
    match event.class {
        Class::Agree | Class::Consult | Class::Cooperate => true,
        Class::Support => is_signing(&fold(&event.evidence.quote)) || acts_on_each_other(event, text),
        Class::Assault => is_clash(&fold(&event.evidence.quote)),
        _ => false,
    }
}

fn is_signing(trigger: &str) -> bool {
    SIGNING_WITHIN.iter().any(|words| trigger.contains(words))
        || trigger.split(|c: char| !c.is_alphanumeric()).any(|word| SIGNING.iter().any(|begin| word.starts_with(begin)))
}

/// Whether "each other" stands near the trigger.
fn acts_on_each_other(event: &Event, text: &str) -> bool {
    let trigger = event.evidence.span;
    let end = (trigger.end..=(trigger.end + NEAR).min(text.len())).rfind(|&end| text.is_char_boundary(end)).unwrap_or(trigger.end);
    let near = before(trigger.start, text) + " " + &fold(&text[trigger.start..end]);
    EACH_OTHER.iter().any(|words| near.contains(words))
}

/// Whether a longer list stands behind a verb of support: "شكرت الرياض وطهران العراق وعمان" has those who thank and those thanked in one row,
/// with nothing between them.
fn thanks_behind_its_verb(list: &[usize], event: &Event, mentions: &[Mention]) -> bool {
    event.class == Class::Support && list.len() > 2 && mentions[list[0]].evidence.span.start >= event.evidence.span.end
}

/// Whether the sides change to and fro along a list: "A (source), B (target) and C (source)". Those who do a thing to each other are two
/// sides, the first-named and the rest.
fn interleaves(list: &[usize], event: &Event) -> bool {
    list.windows(2).filter(|pair| event.sources.contains(&pair[0]) != event.sources.contains(&pair[1])).count() > 1
}

fn is_clash(trigger: &str) -> bool {
    CLASH_ARABIC.iter().any(|clash| trigger.contains(clash))
        || trigger.split(|c: char| !c.is_alphanumeric()).any(|word| CLASH.iter().any(|begin| word.starts_with(begin)))
}

/// The event's parties that are written as one list ("A, B and C"), in the order of the text.
fn lists(event: &Event, mentions: &[Mention], text: &str) -> Vec<Vec<usize>> {
    let mut parties: Vec<usize> = event.sources.iter().chain(&event.targets).copied().collect();
    parties.sort_unstable_by_key(|&p| mentions[p].evidence.span.start);
    let is_list = |run: &&[usize]| run.windows(2).any(|pair| joint(&mentions[pair[0]], &mentions[pair[1]], text, &JOINTS));
    parties.chunk_by(|&a, &b| joined(&mentions[a], &mentions[b], text)).filter(is_list).map(<[usize]>::to_vec).collect()
}

/// Whether two mentions stand side by side in a list.
fn joined(first: &Mention, second: &Mention, text: &str) -> bool {
    joint(first, second, text, &JOINTS) || joint(first, second, text, &COMMAS)
}

/// Whether nothing but one of some words stands between two mentions, or nothing at all where the second begins with "and the" (وال).
fn joint(first: &Mention, second: &Mention, text: &str, words: &[&str]) -> bool {
    let Some(between) = text.get(first.evidence.span.end..second.evidence.span.start) else { return false };
    let between = between.trim().to_lowercase();
    words.contains(&between.as_str()) || between.is_empty() && words.contains(&"و") && begins_with_and(&second.evidence.quote)
}

fn begins_with_and(quote: &str) -> bool {
    let folded = fold(quote);
    let first = folded.split_whitespace().next().unwrap_or("");
    first.starts_with("وال") && !NOT_AND.contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use mizan_record::{Evidence, Kind, Modality, Origin, Resolution, Sector, Tone};
    use mizan_text::{CharSpan, Span};

    fn evidence(text: &str, quote: &str) -> Evidence {
        let start = text.find(quote).unwrap();
        let span = Span::new(start, start + quote.len());
        Evidence { span, chars: CharSpan { start: 0, end: 0 }, quote: quote.into(), sentence: 1 }
    }

    fn origin() -> Origin {
        Origin { by: "test".into(), confidence: 1.0, rules: Vec::new() }
    }

    fn mention(text: &str, quote: &str) -> Mention {
        Mention {
            evidence: evidence(text, quote),
            kind: Kind::Polity,
            country: String::new(),
            sector: Sector::default(),
            tone: Tone::Neutral,
            tone_confidence: 1.0,
            actor: 0,
            resolution: Resolution::Named,
            origin: origin(),
        }
    }

    fn sides(text: &str, sources: &[&str], targets: &[&str], class: Class) -> (Vec<String>, Vec<String>) {
        told(text, sources[0], sources, targets, class)
    }

    /// The sides after the rule of an event that is told in these words.
    fn told(text: &str, trigger: &str, sources: &[&str], targets: &[&str], class: Class) -> (Vec<String>, Vec<String>) {
        let mentions: Vec<Mention> = sources.iter().chain(targets).map(|p| mention(text, p)).collect();
        let mut event = event(text, trigger, class);
        event.sources = (0..sources.len()).collect();
        event.targets = (sources.len()..mentions.len()).collect();
        apply(&mut event, &mentions, text);
        let quotes = |parties: &[usize]| parties.iter().map(|&p| mentions[p].evidence.quote.clone()).collect();
        (quotes(&event.sources), quotes(&event.targets))
    }

    fn event(text: &str, trigger: &str, class: Class) -> Event {
        Event {
            class,
            sources: Vec::new(),
            targets: Vec::new(),
            modality: Modality::Actual,
            intensity: 0.0,
            cameo: "13",
            date: None,
            claims: Vec::new(),
            evidence: evidence(text, trigger),
            origin: origin(),
        }
    }

    /// How many sources an event has when only the first and the last of these mentions were found to be.
    fn completed(text: &str, parties: &[(&str, Kind)]) -> usize {
        let mentions: Vec<Mention> = parties.iter().map(|&(p, kind)| Mention { kind, ..mention(text, p) }).collect();
        let mut event = event(text, parties[0].0, Class::Consult);
        event.sources = vec![0, mentions.len() - 1];
        apply(&mut event, &mentions, text);
        event.sources.len()
    }

    #[test]
    fn who_stands_between_two_of_a_list_is_of_the_list() {
        let persons = |names: [&'static str; 4]| names.map(|name| (name, Kind::Person));
        let met = "Tokayev, Mirziyoyev, Japarov and Rahmon met in Astana";
        assert_eq!(completed(met, &persons(["Tokayev", "Mirziyoyev", "Japarov", "Rahmon"])), 4);
        let met = "Токаев, Мирзиёев, Жапаров и Рахмон встретились";
        assert_eq!(completed(met, &persons(["Токаев", "Мирзиёев", "Жапаров", "Рахмон"])), 4);
        let met = "Тоқаев, Мирзиёев, Жапаров және Рахмон кездесті";
        assert_eq!(completed(met, &persons(["Тоқаев", "Мирзиёев", "Жапаров", "Рахмон"])), 4);
        let met = "التقى توكاييف، ميرضيائيف، جباروف ورحمون";
        assert_eq!(completed(met, &persons(["توكاييف", "ميرضيائيف", "جباروف", "رحمون"])), 4);
    }

    #[test]
    fn an_apposition_or_another_phrase_is_not_of_the_list() {
        let lavrov = "Lavrov, the Russian minister, and Kerry met";
        assert_eq!(completed(lavrov, &[("Lavrov", Kind::Person), ("the Russian minister", Kind::Role), ("Kerry", Kind::Person)]), 2);
        let commas = "In Geneva, Lavrov, Kerry, Zarif saw the press";
        assert_eq!(completed(commas, &[("Lavrov", Kind::Person), ("Kerry", Kind::Person), ("Zarif", Kind::Person)]), 2);
        let putin = "Lavrov flew with Putin and Kerry";
        assert_eq!(completed(putin, &[("Lavrov", Kind::Person), ("Putin", Kind::Person), ("Kerry", Kind::Person)]), 2);
    }

    #[test]
    fn those_by_whom_it_was_done_are_all_sources() {
        for (text, trigger, first, second) in [
            ("переговоры при посредничестве ООН и Турции", "посредничестве", "ООН", "Турции"),
            ("محادثات بوساطة مصر وقطر", "بوساطة", "مصر", "قطر"),
            ("БҰҰ мен Түркияның делдалдығымен", "делдалдығымен", "БҰҰ", "Түркияның"),
            ("Egypt and Qatar mediated", "mediated", "Egypt", "Qatar"),
            ("talks announced by Zarif and Mogherini", "announced", "Zarif", "Mogherini"),
        ] {
            let (sources, targets) = told(text, trigger, &[first], &[second], Class::Consult);
            assert_eq!((sources.len(), targets.len()), (2, 0), "{text}");
        }
        let (sources, targets) =
            told("Iran was attacked by Israel and America", "attacked", &["Israel"], &["America", "Iran"], Class::Assault);
        assert_eq!((sources.len(), targets), (2, vec!["Iran".to_owned()]));
    }

    #[test]
    fn between_two_one_acts_on_the_other() {
        for (text, trigger, first, second) in [
            ("a dispute between Iran and Iraq", "dispute", "Iran", "Iraq"),
            ("взаимные обвинения между Ираном и Ираком", "обвинения", "Ираном", "Ираком"),
            ("اتهامات بين إيران والعراق", "اتهامات", "إيران", "العراق"),
            ("Иран мен Ирак арасындағы айыптау", "айыптау", "Иран", "Ирак"),
        ] {
            let (sources, targets) = told(text, trigger, &[first], &[second], Class::Accuse);
            assert_eq!((sources.len(), targets.len()), (1, 1), "{text}");
        }
        let (sources, targets) = told("mediation between Iran and Iraq", "mediation", &["Iran"], &["Iraq"], Class::Consult);
        assert_eq!((sources.len(), targets.len()), (1, 1));
    }

    #[test]
    fn two_who_are_tried_for_murder_did_not_murder_each_other() {
        for (text, trigger, first, second, parted) in [
            ("محاكمة كوفتون ولوجوفوي بتهمة القتل", "القتل", "كوفتون", "لوجوفوي", false),
            ("اشتباكات بين الجيش السوري وداعش", "اشتباكات", "الجيش السوري", "داعش", true),
            ("اندلع القتال، الجيش وداعش", "القتال", "الجيش", "داعش", true),
            ("Kovtun and Lugovoy are charged with the murder", "murder", "Kovtun", "Lugovoy", false),
            ("Hamas and Israel exchanged fire", "exchanged fire", "Hamas", "Israel", true),
            ("Ковтун и Луговой обвиняются в убийстве", "убийстве", "Ковтун", "Луговой", false),
            ("Ереван и Баку сообщили о боях", "боях", "Ереван", "Баку", true),
            ("Ковтун мен Луговой кісі өлтірді", "өлтірді", "Ковтун", "Луговой", false),
            ("Ереван мен Баку қақтығысты", "қақтығысты", "Ереван", "Баку", true),
        ] {
            let (_, targets) = told(text, trigger, &[first], &[second], Class::Assault);
            assert_eq!(targets.len() == 1, parted, "{text}");
        }
    }

    #[test]
    fn an_arabic_and_may_be_written_onto_the_second_name() {
        let warned = "حذر الكرملين والرئيس الروسي من الحرب";
        assert_eq!(told(warned, "حذر", &["الكرملين"], &["والرئيس الروسي"], Class::Threaten).1.len(), 0);
        let states = "هددت روسيا والدول الغربية";
        assert_eq!(told(states, "هددت", &["روسيا"], &["والدول الغربية"], Class::Threaten).1.len(), 0);
        let governor = "هدد الرئيس والي أضنة";
        assert_eq!(told(governor, "هدد", &["الرئيس"], &["والي أضنة"], Class::Threaten).1.len(), 1);
        let bare = "هدد الرئيس الوزير";
        assert_eq!(told(bare, "هدد", &["الرئيس"], &["الوزير"], Class::Threaten).1.len(), 1);
    }

    #[test]
    fn joined_actors_stand_on_one_side() {
        for (text, first, second) in [
            ("The United States and the European Union warned of sanctions", "United States", "European Union"),
            ("حذرت الولايات المتحدة والاتحاد الأوروبي من عقوبات", "الولايات المتحدة", "الاتحاد الأوروبي"),
            ("США и Евросоюз пригрозили санкциями", "США", "Евросоюз"),
            ("АҚШ және Еуроодақ санкциямен қорқытты", "АҚШ", "Еуроодақ"),
        ] {
            let (sources, targets) = sides(text, &[first], &[second], Class::Threaten);
            assert_eq!((sources.len(), targets.len()), (2, 0), "{text}");
        }
    }

    #[test]
    fn a_whole_list_stands_on_one_side() {
        let claim = "وتطالب فيتنام وماليزيا والفلبين وبروناي بالسيادة";
        let (sources, targets) = sides(claim, &["فيتنام"], &["ماليزيا", "الفلبين", "بروناي"], Class::Request);
        assert_eq!((sources.len(), targets.len()), (4, 0));
        let blame = "Iran blamed Israel, Britain and America";
        let (sources, targets) = sides(blame, &["Iran", "America"], &["Israel", "Britain"], Class::Accuse);
        assert_eq!((sources, targets.len()), (vec!["Iran".to_owned()], 3));
    }

    #[test]
    fn those_who_welcome_together_are_on_one_side() {
        for (text, trigger, first, second) in [
            ("подписание договора приветствовали ООН и Евросоюз", "приветствовали", "ООН", "Евросоюз"),
            ("The UN and the EU welcomed the treaty", "welcomed", "UN", "EU"),
            ("رحبت الأمم المتحدة والاتحاد الأوروبي بالقرار", "رحبت", "الأمم المتحدة", "والاتحاد الأوروبي"),
            ("БҰҰ мен Еуроодақ шешімді құптады", "құптады", "БҰҰ", "Еуроодақ"),
        ] {
            let (sources, targets) = told(text, trigger, &[first], &[second], Class::Support);
            assert_eq!((sources.len(), targets.len()), (2, 0), "{text}");
        }
    }

    #[test]
    fn those_who_sign_or_back_each_other_are_two_sides() {
        for (text, trigger, first, second) in [
            ("ООН и Евросоюз подписали договор", "подписали", "ООН", "Евросоюз"),
            ("Iran and Iraq ratified the treaty", "ratified", "Iran", "Iraq"),
            ("Iran and Iraq recognised each other", "recognised", "Iran", "Iraq"),
            ("Иран и Ирак поддержали друг друга", "поддержали", "Иран", "Ирак"),
            ("وقع العراق والاتحاد الأوروبي الوثيقة", "وقع", "العراق", "والاتحاد الأوروبي"),
            ("Иран мен Ирак келісімге қол қойды", "қол қойды", "Иран", "Ирак"),
        ] {
            let (sources, targets) = told(text, trigger, &[first], &[second], Class::Support);
            assert_eq!((sources.len(), targets.len()), (1, 1), "{text}");
        }
    }

    #[test]
    fn those_who_thank_and_those_thanked_may_stand_in_one_row() {
        let text = "شكرت الرياض وطهران العراق وسلطنة عمان";
        let mentions: Vec<Mention> = ["الرياض", "وطهران العراق", "وسلطنة عمان"].iter().map(|p| mention(text, p)).collect();
        let mut event = event(text, "شكرت", Class::Support);
        (event.sources, event.targets) = (vec![0], vec![1, 2]);
        apply(&mut event, &mentions, text);
        assert_eq!((event.sources, event.targets), (vec![0], vec![1, 2]));
    }

    /// How many targets a meeting has after the rule, of which every second of a list was found to be one.
    fn alternating(text: &str, trigger: &str, list: &[&str]) -> usize {
        let mentions: Vec<Mention> = list.iter().map(|p| mention(text, p)).collect();
        let mut event = event(text, trigger, Class::Consult);
        (event.sources, event.targets) = (0..list.len()).partition(|n| n % 2 == 0);
        apply(&mut event, &mentions, text);
        event.targets.len()
    }

    #[test]
    fn a_list_whose_sides_change_to_and_fro_is_one_side() {
        for (text, trigger, list) in [
            (
                "Саммитке Қазақстан, Қырғызстан, Тәжікстан және Өзбекстан қатысты",
                "қатысты",
                ["Қазақстан", "Қырғызстан", "Тәжікстан", "Өзбекстан"],
            ),
            (
                "Казахстан, Киргизия, Таджикистан и Узбекистан встретились",
                "встретились",
                ["Казахстан", "Киргизия", "Таджикистан", "Узбекистан"],
            ),
            ("Iran, Iraq, Egypt and Oman met", "met", ["Iran", "Iraq", "Egypt", "Oman"]),
            ("اجتمعت إيران، العراق، مصر والسعودية", "اجتمعت", ["إيران", "العراق", "مصر", "والسعودية"]),
        ] {
            assert_eq!(alternating(text, trigger, &list), 0, "{text}");
            assert_eq!(alternating(text, trigger, &list[..2]), 1, "{text}");
        }
    }

    #[test]
    fn talks_and_true_targets_are_left_alone() {
        for (text, class) in [
            ("Iran and Iraq held talks", Class::Consult),
            ("Iran has threatened Iraq", Class::Threaten),
            ("Iran, Iraq's rival, blamed Iraq", Class::Accuse),
        ] {
            let (sources, targets) = sides(text, &["Iran"], &["Iraq"], class);
            assert_eq!((sources.len(), targets.len()), (1, 1), "{text}");
        }
    }
}
