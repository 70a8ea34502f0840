//! "بسبب الحرب مع أوكرانيا", "because of the war with Ukraine", "из-за войны с Украиной", "соғысына байланысты": a war that is only named is
//! background, not an attack of the day of publication.
//!
//! The encoder takes the bare noun for an attack now and dates it by the report. Only a noun that speaks of a known war is corrected: with
//! its article, directly before a party of it, or behind and before words that only place something by it. A date of its own, or a verb in
//! the clause that lets a war begin or go on, leaves all as it was. "Since the outbreak of the war" is background too, and such an outbreak
//! is no mere possibility unless a word near it says so. The same war is told once.

use mizan_record::{Class, Document, Event, Mention, Modality};

use crate::clause::{ClauseWord, from_trigger, up_to_trigger};

/// The rule's name in a record's origin.
pub const NAME: &str = "background-war";

/// War and conflict with the article, or in languages where other words show that a known one is meant (folded, without و and ف).
const WAR: [&str; 35] = [
    "الحرب",
    "للحرب",
    "بالحرب",
    "النزاع",
    "للنزاع",
    "بالنزاع",
    "الصراع",
    "للصراع",
    "war",
    "conflict",
    "война",
    "войны",
    "войне",
    "войну",
    "войной",
    "конфликт",
    "конфликта",
    "конфликту",
    "конфликтом",
    "конфликте",
    "соғыс",
    "соғысы",
    "соғыста",
    "соғысқа",
    "соғысты",
    "соғыстан",
    "соғыстың",
    "соғысын",
    "соғысына",
    "соғысында",
    "соғысынан",
    "соғысының",
    "қақтығысы",
    "қақтығысына",
    "қақтығысынан",
];
/// War without the article, known by the name that follows.
const A_WAR: [&str; 3] = ["حرب", "بحرب", "لحرب"];
/// What makes an English war a known one.
const THE: [&str; 4] = ["the", "this", "its", "their"];
/// What places something by a war, in Russian before it.
const BY_RUSSIAN: [&str; 16] = [
    "из-за",
    "за",
    "после",
    "до",
    "против",
    "фоне",
    "время",
    "ходе",
    "условиях",
    "окончания",
    "прекращения",
    "связи",
    "период",
    "годы",
    "перед",
    "о",
];
/// The same in Kazakh, behind it.
const BY_KAZAKH: [&str; 16] = [
    "байланысты",
    "кейін",
    "соң",
    "қарсы",
    "кезінде",
    "кезіндегі",
    "туралы",
    "дейін",
    "дейінгі",
    "салдарынан",
    "себепті",
    "аясында",
    "жағдайында",
    "бойынша",
    "басталғалы",
    "басталғаннан",
];
/// The noun that lets it begin, directly before it.
const OUTBREAK: [&str; 14] = [
    "اندلاع",
    "باندلاع",
    "نشوب",
    "بدء",
    "بدايه",
    "انطلاق",
    "outbreak",
    "start",
    "beginning",
    "onset",
    "начала",
    "начало",
    "началу",
    "началом",
];
/// What stands between that noun and the war.
const OF: [&str; 4] = ["of", "the", "this", "between"];
/// Verbs that let a war begin, be waged or go on, and what speaks of one to come.
const WAGED: [&str; 74] = [
    "شن",
    "شنت",
    "شنوا",
    "شنتها",
    "شنها",
    "تشن",
    "يشن",
    "تشنها",
    "يشنها",
    "شنه",
    "اندلعت",
    "اندلع",
    "تندلع",
    "يندلع",
    "نشبت",
    "نشب",
    "بدات",
    "بدا",
    "تبدا",
    "خاض",
    "خاضت",
    "تخوض",
    "يخوض",
    "تخوضها",
    "اشعل*",
    "اشتعل*",
    "اعلن",
    "اعلنت",
    "تعلن",
    "يعلن",
    "دارت",
    "تدور",
    "يدور",
    "استمرت",
    "تستمر",
    "تتواصل",
    "launch*",
    "wage*",
    "waging",
    "start",
    "starts",
    "started",
    "starting",
    "broke",
    "breaks",
    "broken",
    "erupt*",
    "declar*",
    "began",
    "begin",
    "begins",
    "begun",
    "fight*",
    "fought",
    "rage*",
    "raging",
    "развяз*",
    "начал",
    "начала",
    "начали",
    "начался",
    "началась",
    "начать",
    "начнет*",
    "вед*",
    "вел",
    "вела",
    "объяв*",
    "вспых*",
    "разгор*",
    "идет",
    "басталды",
    "баста*",
    "жүргіз*",
];
/// What says of a war at its side that it is under way.
const UNDER_WAY: [&str; 12] = [
    "مستمره",
    "المستمر",
    "المستمره",
    "دائره",
    "الدائره",
    "الجاريه",
    "ongoing",
    "continuing",
    "escalating",
    "идущ*",
    "продолжающ*",
    "жалғас*",
];
/// What lets it go on or grow, where the deed is not only placed by it.
const GOES_ON: [&str; 22] = [
    "واصل*",
    "يواصل",
    "تواصل*",
    "صعد*",
    "تصعد",
    "يصعد",
    "كثف*",
    "وسع*",
    "استانف*",
    "دخلت",
    "تصاعدت",
    "continu*",
    "escalat*",
    "expand*",
    "intensif*",
    "entered",
    "продолж*",
    "расшир*",
    "эскал*",
    "жалғас*",
    "үдет*",
    "кеңейт*",
];
/// What places a deed by a war, and says nothing of how that goes on.
const PLACES: [&str; 27] = [
    "because",
    "after",
    "before",
    "since",
    "during",
    "despite",
    "amid",
    "due",
    "over",
    "بسبب",
    "بعد",
    "قبل",
    "منذ",
    "رغم",
    "خلال",
    "اثناء",
    "ضد",
    "جراء",
    "نتيجه",
    "из-за",
    "после",
    "до",
    "фоне",
    "время",
    "несмотря",
    "ходе",
    "против",
];
/// What says that an outbreak is only possible, feared or warded off.
const POSSIBLE: [&str; 58] = [
    "قد",
    "ربما",
    "احتمال*",
    "امكان*",
    "خطر",
    "مخاطر",
    "خشيه",
    "مخاوف",
    "تخوف*",
    "خوف*",
    "تهديد*",
    "مغبه",
    "اذا",
    "لو",
    "حال",
    "حاله",
    "منع",
    "لمنع",
    "تجنب",
    "لتجنب",
    "تفادي",
    "لتفادي",
    "دون",
    "حذر*",
    "يحذر*",
    "تحذر*",
    "تحذير*",
    "توقع*",
    "محتمل*",
    "سيناريو*",
    "could",
    "may",
    "might",
    "would",
    "if",
    "risk*",
    "fear*",
    "threat*",
    "possib*",
    "potential*",
    "prevent*",
    "avoid*",
    "avert*",
    "warn*",
    "likel*",
    "danger*",
    "может",
    "могут",
    "мог*",
    "возможн*",
    "если",
    "бы",
    "риск*",
    "угроз*",
    "опас*",
    "вероятн*",
    "предотвра*",
    "случае",
];
/// What makes it another war than the known one, or a state ("at war").
const ANOTHER: [&str; 15] = [
    "at",
    "جديده",
    "الجديده",
    "البارده",
    "العالميه",
    "الثالثه",
    "new",
    "another",
    "third",
    "world",
    "cold",
    "новой",
    "третьей",
    "мировой",
    "холодной",
];
/// How many words before the trigger place something by it.
const NEAR: usize = 3;
/// How many words on either side, its parties apart, say whether it goes on.
const BESIDE: usize = 4;

/// Make a war that is only named background, without the day of publication.
pub fn apply(event: &mut Event, document: &Document, mentions: &[Mention]) {
    let undated = event.date.as_ref().is_none_or(|date| date.evidence.is_none());
    if event.class != Class::Assault || !undated || !matches!(event.modality, Modality::Actual | Modality::Hypothetical) {
        return;
    }
    let clause = Clause::of(event, document);
    let past = match event.modality {
        Modality::Hypothetical => clause.has_broken_out(),
        _ => !clause.is_waged() && !clause.goes_on(event, mentions),
    };
    if past && clause.names_a_war(event, mentions) {
        event.modality = Modality::Historical;
        event.date = None;
        event.origin.rules.push(NAME);
    }
}

/// Tell an undated background war of the same two sides once: the first time, as long as no one else tells it.
pub fn once(events: &mut Vec<Event>, document: &Document, mentions: &[Mention]) {
    let mut told: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    events.retain(|event| {
        let named = !event.sources.is_empty() && !event.targets.is_empty();
        let background = event.class == Class::Assault && event.modality == Modality::Historical && event.date.is_none();
        if !named || !background || !Clause::of(event, document).names_a_war(event, mentions) {
            return true;
        }
        let sides = sides(event, mentions);
        let again = told.iter().any(|(known, claims)| *known == sides && (claims.is_empty() || *claims == event.claims));
        told.push((sides, event.claims.clone()));
        !again
    });
}

/// The actors of an event, whichever side they are on.
fn sides(event: &Event, mentions: &[Mention]) -> Vec<usize> {
    let mut actors: Vec<usize> = event.sources.iter().chain(&event.targets).map(|&m| mentions[m].actor).collect();
    actors.sort_unstable();
    actors.dedup();
    actors
}

/// The words of an event's clause, the trigger's apart.
struct Clause {
    before: Vec<ClauseWord>,
    trigger: Vec<ClauseWord>,
    behind: Vec<ClauseWord>,
}

impl Clause {
    fn of(event: &Event, document: &Document) -> Clause {
        let span = event.evidence.span;
        let (before, trigger) = up_to_trigger(document, event).into_iter().partition(|w| w.at < span.start);
        let behind = from_trigger(document, event).into_iter().filter(|w| w.at >= span.end).collect();
        Clause { before, trigger, behind }
    }

    /// Whether the trigger is a war and nothing else but its parties, and a known one.
    fn names_a_war(&self, event: &Event, mentions: &[Mention]) -> bool {
        let mut nouns = self.trigger.iter().filter(|w| !w.in_party(event, mentions) && !w.is(&THE));
        let Some(noun) = nouns.next().filter(|_| nouns.next().is_none()) else { return false };
        let near = || self.before.iter().rev().take(NEAR);
        let english = || ["war", "conflict"].contains(&noun.word.as_str());
        let party_next = || self.behind.first().is_some_and(|w| w.in_party(event, mentions));
        let known = match noun.word.chars().next() {
            _ if noun.is(&A_WAR) => party_next(),
            _ if !noun.is(&WAR) => false,
            Some('\u{621}'..='\u{64A}') => true,
            _ if english() => self.trigger.iter().chain(near()).any(|w| w.is(&THE)),
            _ => self.outbreak().is_some() || near().any(|w| w.is(&BY_RUSSIAN)) || self.behind.iter().take(2).any(|w| w.is(&BY_KAZAKH)),
        };
        known && !near().chain(self.behind.iter().take(2)).any(|w| w.is(&ANOTHER))
    }

    /// Whether a verb of the clause tells what becomes of the war; "since the start of the war" does not.
    fn is_waged(&self) -> bool {
        let noun = self.outbreak().map(|w| w.at);
        self.before.iter().chain(&self.behind).any(|w| Some(w.at) != noun && w.is(&WAGED))
    }

    /// Whether words beside the trigger say that the war is under way.
    fn goes_on(&self, event: &Event, mentions: &[Mention]) -> bool {
        let other = |w: &&ClauseWord| !w.in_party(event, mentions) && !w.is(&THE);
        let before: Vec<&ClauseWord> = self.before.iter().rev().filter(other).take(BESIDE).collect();
        let behind: Vec<&ClauseWord> = self.behind.iter().filter(other).take(BESIDE).collect();
        let beside = || before.iter().take(2).chain(behind.iter().take(2));
        let placed = before.iter().take(NEAR).any(|w| w.is(&PLACES)) || behind.iter().take(2).any(|w| w.is(&BY_KAZAKH));
        beside().any(|w| w.is(&UNDER_WAY)) || (!placed && before.iter().chain(&behind).any(|w| w.is(&GOES_ON)))
    }

    /// Whether the clause speaks of its outbreak, and of no mere possibility.
    fn has_broken_out(&self) -> bool {
        self.outbreak().is_some() && !self.before.iter().chain(&self.behind).any(|w| w.is(&POSSIBLE))
    }

    /// The noun of its outbreak, which no Russian verb is: "начала войны", but not "начала войну".
    fn outbreak(&self) -> Option<&ClauseWord> {
        let object = self.trigger.iter().any(|w| w.is(&["войну", "конфликт"]));
        self.before.iter().rev().find(|w| !w.is(&OF)).filter(|w| !object && w.is(&OUTBREAK))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Sample, report};
    use jiff::civil::date;
    use mizan_record::{EventDate, Granularity, Interval};

    /// An attack of the day of publication, read again.
    fn read(text: &str, [trigger, source, target]: [&str; 3], modality: Modality, class: Class) -> Modality {
        let mut s = Sample::new(text, trigger, class, &[source], &[target]);
        s.event.modality = modality;
        let day = Some(date(2025, 10, 4));
        let interval = Interval { first: day, last: day, granularity: Granularity::Day };
        s.event.date = (modality == Modality::Actual).then_some(EventDate { interval, evidence: None, rule: "publication-date" });
        apply(&mut s.event, &s.document, &s.mentions);
        assert_eq!(s.event.date.is_none(), s.event.modality != Modality::Actual);
        s.event.modality
    }

    fn modality(text: &str, words: [&str; 3]) -> Modality {
        read(text, words, Modality::Actual, Class::Assault)
    }

    #[test]
    fn a_war_that_is_only_named_is_background() {
        for (text, words) in [
            ("فهي تعارض الحرب الروسية الأوكرانية", ["الحرب", "الروسية", "الأوكرانية"]),
            ("سمحت بالاحتجاجات ضد روسيا بسبب الحرب مع أوكرانيا", ["الحرب", "روسيا", "أوكرانيا"]),
            ("قبل حرب روسيا على أوكرانيا", ["حرب", "روسيا", "أوكرانيا"]),
            ("منذ اندلاع الحرب بين روسيا وأوكرانيا", ["الحرب", "روسيا", "أوكرانيا"]),
            ("Protests against Russia because of the war with Ukraine", ["war", "Russia", "Ukraine"]),
            ("Trade grew during the Russia-Ukraine war", ["Russia-Ukraine war", "Russia", "Ukraine"]),
            ("Since the start of the war Russia has lost its trade with Ukraine", ["war", "Russia", "Ukraine"]),
            ("Санкции против России из-за войны с Украиной", ["войны", "России", "Украиной"]),
            ("С начала войны с Украиной Россия теряет рынки", ["войны", "Россия", "Украиной"]),
            ("Ресейдің Украинадағы соғысына байланысты санкциялар", ["соғысына", "Ресейдің", "Украинадағы"]),
        ] {
            assert_eq!(modality(text, words), Modality::Historical, "{text}");
        }
    }

    #[test]
    fn a_war_that_is_begun_or_waged_stays() {
        for (text, words) in [
            ("شنت روسيا الحرب على أوكرانيا", ["الحرب", "روسيا", "أوكرانيا"]),
            ("اندلعت الحرب بين روسيا وأوكرانيا", ["الحرب", "روسيا", "أوكرانيا"]),
            ("في حرب ضد روسيا وأوكرانيا", ["حرب", "روسيا", "أوكرانيا"]),
            ("Russia launched the war against Ukraine", ["war", "Russia", "Ukraine"]),
            ("Russia wants war with Ukraine", ["war", "Russia", "Ukraine"]),
            ("The war between Russia and Ukraine broke out", ["war", "Russia", "Ukraine"]),
            ("Because of the attack of Russia on Ukraine", ["attack", "Russia", "Ukraine"]),
            ("Россия ведет войну против Украины", ["войну", "Россия", "Украины"]),
            ("Россия начала войну против Украины", ["войну", "Россия", "Украины"]),
            ("Ресей Украинаға қарсы соғыс бастады", ["соғыс", "Ресей", "Украинаға"]),
        ] {
            assert_eq!(modality(text, words), Modality::Actual, "{text}");
        }
        let other = read("because of the war with Ukraine Russia", ["war", "Russia", "Ukraine"], Modality::Actual, Class::Mobilize);
        assert_eq!(other, Modality::Actual);
    }

    #[test]
    fn a_war_that_goes_on_stays() {
        for (text, words) in [
            ("واصلت إسرائيل الحرب على قطاع غزة لليوم العاشر", ["الحرب", "إسرائيل", "غزة"]),
            ("بسبب الحرب المستمرة بين روسيا وأوكرانيا", ["الحرب", "روسيا", "أوكرانيا"]),
            ("Prices rose because of the ongoing war between Israel and Hamas", ["war", "Israel", "Hamas"]),
            ("The war between Israel and Hamas entered its 100th day", ["war", "Israel", "Hamas"]),
            ("Israel expanded the war against Hamas", ["war", "Israel", "Hamas"]),
            ("Из-за идущей войны России с Украиной", ["войны", "России", "Украиной"]),
            ("Ресейдің Украинадағы жалғасып жатқан соғысына байланысты", ["соғысына", "Ресейдің", "Украинадағы"]),
        ] {
            assert_eq!(modality(text, words), Modality::Actual, "{text}");
        }
        let far = "Kazakhstan continued to trade with its neighbours after the war of Russia with Ukraine";
        assert_eq!(modality(far, ["war", "Russia", "Ukraine"]), Modality::Historical);
        let placed = "وصعدت أسعار النفط بسبب الحرب بين روسيا وأوكرانيا";
        assert_eq!(modality(placed, ["الحرب", "روسيا", "أوكرانيا"]), Modality::Historical);
    }

    #[test]
    fn a_strike_told_beside_a_war_is_not_the_war() {
        let text = "In the war against Ukraine Russia fired 500 drones overnight";
        assert_eq!(modality(text, ["fired", "Russia", "Ukraine"]), Modality::Actual);
        assert_eq!(modality(text, ["war", "Russia", "Ukraine"]), Modality::Historical);
    }

    #[test]
    fn an_outbreak_is_no_possibility_unless_a_word_says_so() {
        let read = |text, words| read(text, words, Modality::Hypothetical, Class::Assault);
        let ar = ["الحرب", "روسيا", "أوكرانيا"];
        let en = ["war", "Russia", "Ukraine"];
        assert_eq!(read("لكن اندلاع الحرب بين روسيا وأوكرانيا غير الوضع", ar), Modality::Historical);
        assert_eq!(read("The outbreak of the war between Russia and Ukraine changed this", en), Modality::Historical);
        assert_eq!(read("После начала войны с Украиной Россия ушла", ["войны", "Россия", "Украиной"]), Modality::Historical);
        assert_eq!(read("حذر من اندلاع الحرب بين روسيا وأوكرانيا", ar), Modality::Hypothetical);
        assert_eq!(read("He feared the outbreak of the war between Russia and Ukraine", en), Modality::Hypothetical);
        assert_eq!(read("The war between Russia and Ukraine", en), Modality::Hypothetical);
        assert_eq!(read("The start of a new war between Russia and Ukraine", en), Modality::Hypothetical);
    }

    #[test]
    fn what_has_a_day_of_its_own_keeps_it() {
        let mut s = Sample::new("the war of 2022 of Russia with Ukraine", "war", Class::Assault, &["Russia"], &["Ukraine"]);
        let interval = Interval { first: Some(date(2022, 1, 1)), last: Some(date(2022, 12, 31)), granularity: Granularity::Year };
        s.event.date = Some(EventDate { interval, evidence: Some(s.event.evidence.clone()), rule: "year" });
        apply(&mut s.event, &s.document, &s.mentions);
        assert_eq!((s.event.modality, s.event.date.is_some()), (Modality::Actual, true));
    }

    /// How many are left of two wars named in one sentence, the second in other claims or not.
    fn told(second: [&str; 3], claims: [&[usize]; 2]) -> usize {
        let text = "The war of Russia with Ukraine came before the conflict of Russia with Georgia";
        let sample = |[trigger, source, target]: [&str; 3], claims: &[usize]| {
            let mut s = Sample::new(text, trigger, Class::Assault, &[source], &[target]);
            (s.event.modality, s.event.claims) = (Modality::Historical, claims.to_vec());
            s
        };
        let mut report = report(vec![sample(["war", "Russia", "Ukraine"], claims[0]), sample(second, claims[1])]);
        once(&mut report.events, &report.document, &report.mentions);
        report.events.len()
    }

    #[test]
    fn the_same_war_is_told_once() {
        assert_eq!(told(["conflict", "Russia", "Ukraine"], [&[], &[]]), 1);
        assert_eq!(told(["conflict", "Ukraine", "Russia"], [&[], &[0]]), 1);
        assert_eq!(told(["conflict", "Russia", "Ukraine"], [&[0], &[]]), 2);
        assert_eq!(told(["conflict", "Russia", "Georgia"], [&[], &[]]), 2);
        assert_eq!(told(["came", "Russia", "Ukraine"], [&[], &[]]), 2);
    }
}
