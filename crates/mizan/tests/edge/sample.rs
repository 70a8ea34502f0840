//! Reports built by hand, from sentences marked up as in the annotation guide, with `<dN>` for time expressions.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use mizan_record::{
    Actor, Claim, ClaimKind, Class, DateMention, Document, Doubt, Event, EventDate, Evidence, Granularity, Identity, Interval, Kind,
    Mention, Modality, Origin, Position, Report, Resolution, Section, Sector, Stance, Tone,
};
use mizan_text::{Language, Span, Text};

/// One story in one language; the numbers of the tags are the same in all of them.
struct Story {
    language: Language,
    outlet: Option<&'static str>,
    sections: [&'static str; 6],
    names: [&'static str; 8],
    office: &'static str,
    issues: [&'static str; 2],
}

const STORIES: [Story; 4] = [
    Story {
        language: Language::English,
        outlet: Some("The Steppe Post"),
        sections: [
            "Kazakhstan keeps its distance",
            "In <d1>January 2022</d1> <a1>President Tokayev</a1> <e1>asked</e1> <a2>the CSTO</a2> for help.",
            "<a3>Kazakhstan</a3> <e2>sent</e2> medical supplies to <a4>Ukraine</a4>, and <a5>Astana</a5> <e3>will host</e3> talks.",
            "<a6>Analyst Alexei Naumov</a6> <x1>believes</x1> that <c1><a7>Kazakhstan</a7> <e4>refused</e4> to join <a8>BRICS</a8></c1>.",
            "He <x2>added</x2> that <c2><a9>Moscow</a9> <e5>may impose sanctions</e5> on <a10>Kazakhstan</a10></c2>.",
            "In <d2>1991</d2> <a11>Russia</a11> <e6>recognised</e6> <a12>Kazakhstan</a12>, which <e7>did not expel</e7> <a13>its ambassador</a13>.",
        ],
        names: ["Kassym-Jomart Tokayev", "CSTO", "Kazakhstan", "Ukraine", "Alexei Naumov", "BRICS", "Russia", "ambassador"],
        office: "President of Kazakhstan",
        issues: ["sent medical supplies to Ukraine", "refused to join BRICS"],
    },
    Story {
        language: Language::Arabic,
        outlet: Some("الجزيرة نت"),
        sections: [
            "كازاخستان تحافظ على مسافتها",
            "في <d1>يناير/كانون الثاني 2022</d1> <e1>طلب</e1> <a1>الرئيس توكاييف</a1> المساعدة من <a2>منظمة معاهدة الأمن الجماعي</a2>.",
            "<e2>أرسلت</e2> <a3>كازاخستان</a3> إمدادات طبية إلى <a4>أوكرانيا</a4>، و<e3>ستستضيف</e3> <a5>أستانا</a5> محادثات.",
            "و<x1>يرى</x1> <a6>المحلل ألكسي نوموف</a6> أن <c1><a7>كازاخستان</a7> <e4>رفضت</e4> الانضمام إلى <a8>البريكس (BRICS)</a8></c1>.",
            "و<x2>أضاف</x2> أن <c2><a9>موسكو</a9> قد <e5>تفرض عقوبات</e5> على <a10>كازاخستان</a10></c2>.",
            "وفي <d2>1991</d2> <e6>اعترفت</e6> <a11>روسيا</a11> ب<a12>كازاخستان</a12> التي <e7>لم تطرد</e7> <a13>سفيرها</a13>.",
        ],
        names: [
            "قاسم جومارت توكاييف",
            "منظمة معاهدة الأمن الجماعي",
            "كازاخستان",
            "أوكرانيا",
            "ألكسي نوموف",
            "البريكس (BRICS)",
            "روسيا",
            "السفير",
        ],
        office: "رئيس كازاخستان",
        issues: ["أرسلت إمدادات طبية إلى أوكرانيا", "رفضت الانضمام إلى البريكس (BRICS)"],
    },
    Story {
        language: Language::Russian,
        outlet: None,
        sections: [
            "Казахстан держит дистанцию",
            "В <d1>январе 2022 года</d1> <a1>президент Токаев</a1> <e1>попросил</e1> <a2>ОДКБ</a2> о помощи.",
            "<a3>Казахстан</a3> <e2>отправил</e2> медикаменты на <a4>Украину</a4>, а <a5>Астана</a5> <e3>примет</e3> переговоры.",
            "<a6>Аналитик Алексей Наумов</a6> <x1>считает</x1>, что <c1><a7>Казахстан</a7> <e4>отказался</e4> вступать в <a8>БРИКС</a8></c1>.",
            "Он <x2>добавил</x2>, что <c2><a9>Москва</a9> <e5>может ввести санкции</e5> против <a10>Казахстана</a10></c2>.",
            "В <d2>1991 году</d2> <a11>Россия</a11> <e6>признала</e6> <a12>Казахстан</a12>, который <e7>не выслал</e7> <a13>её посла</a13>.",
        ],
        names: ["Касым-Жомарт Токаев", "ОДКБ", "Казахстан", "Украина", "Алексей Наумов", "БРИКС", "Россия", "посол"],
        office: "президент Казахстана",
        issues: ["отправил медикаменты на Украину", "отказался вступать в БРИКС"],
    },
    Story {
        language: Language::Kazakh,
        outlet: None,
        sections: [
            "Қазақстан алыстан қарайды",
            "<d1>2022 жылғы қаңтарда</d1> <a1>Президент Тоқаев</a1> <a2>ҰҚШҰ-дан</a2> көмек <e1>сұрады</e1>.",
            "<a3>Қазақстан</a3> <a4>Украинаға</a4> дәрі-дәрмек <e2>жіберді</e2>, ал <a5>Астана</a5> келіссөзді <e3>қабылдайды</e3>.",
            "<a6>Сарапшы Алексей Наумов</a6> <c1><a7>Қазақстан</a7> <a8>БРИКС-ке</a8> кіруден <e4>бас тартты</e4></c1> деп <x1>санайды</x1>.",
            "Ол <c2><a9>Мәскеу</a9> <a10>Қазақстанға</a10> <e5>санкция салуы мүмкін</e5></c2> деп <x2>қосты</x2>.",
            "<d2>1991 жылы</d2> <a11>Ресей</a11> <a12>Қазақстанды</a12> <e6>мойындады</e6>, ал ол <a13>оның елшісін</a13> <e7>шығарған жоқ</e7>.",
        ],
        names: ["Қасым-Жомарт Тоқаев", "ҰҚШҰ", "Қазақстан", "Украина", "Алексей Наумов", "БРИКС", "Ресей", "елші"],
        office: "Қазақстан Президенті",
        issues: ["Украинаға дәрі-дәрмек жіберді", "БРИКС-ке кіруден бас тартты"],
    },
];

/// The story in a language.
pub(crate) fn story(language: Language) -> Report {
    let story = STORIES.iter().find(|s| s.language == language).expect("there is a story in each language");
    let marked = Marked::read(&story.sections);
    let mentions: Vec<Mention> = (1..=13).map(|n| mention(&marked, n)).collect();
    let mut report = Report {
        actors: actors(story, &mentions),
        mentions,
        dates: vec![marked.date(1, month(2022, 1), "month"), marked.date(2, year(1991), "year")],
        events: Vec::new(),
        claims: claims(&marked),
        positions: Vec::new(),
        doubts: Vec::new(),
        document: document(story, marked.text.clone(), marked.sections.clone()),
    };
    report.events = events(&marked);
    report.positions = positions(story, &report.events);
    report
}

/// A report of nothing.
pub(crate) fn empty() -> Report {
    let document = Document {
        id: "00".into(),
        source: "-".into(),
        outlet: None,
        language: None,
        title: None,
        published: None,
        dateline: None,
        text: Text::new(""),
        sections: Vec::new(),
        doubts: vec![Doubt { name: "unknown-language", detail: "there is too little to tell the language by".into() }],
    };
    let (mentions, actors, events, claims) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    Report { document, mentions, actors, events, claims, positions: Vec::new(), dates: Vec::new(), doubts: Vec::new() }
}

fn document(story: &Story, text: Text, sections: Vec<Section>) -> Document {
    Document {
        id: "5f1d7a84c2e90b36".into(),
        source: "samples/distance.txt".into(),
        outlet: story.outlet.map(str::to_owned),
        language: Some(story.language),
        title: Some(story.sections[0].to_owned()),
        published: Some((date(2025, 10, 4), "text-head")),
        dateline: None,
        text,
        sections,
        doubts: vec![Doubt { name: "decoded-from", detail: "the bytes were read as windows-1256, by guess, not as UTF-8".into() }],
    }
}

fn mention(marked: &Marked, n: usize) -> Mention {
    let (actor, kind, country, sector) = match n {
        1 => (0, Kind::Person, "KAZ", "GOV"),
        2 => (1, Kind::Organisation, "IGO", "IGO"),
        4 => (3, Kind::Polity, "UKR", "GOV"),
        6 => (4, Kind::Person, "RUS", "ANL"),
        8 => (5, Kind::Organisation, "IGO", "IGO"),
        9 | 11 => (6, Kind::Polity, "RUS", "GOV"),
        13 => (7, Kind::Role, "", ""),
        _ => (2, Kind::Polity, "KAZ", "GOV"),
    };
    let tone = match n {
        3 => Tone::Favourable,
        9 => Tone::Unfavourable,
        _ => Tone::Neutral,
    };
    let resolution = if [6, 13].contains(&n) { Resolution::Encoder } else { Resolution::Named };
    let (evidence, origin) = (marked.evidence('a', n), origin(0.97));
    Mention {
        evidence,
        kind,
        country: country.into(),
        sector: Sector::from_code(sector),
        tone,
        tone_confidence: 0.8,
        actor,
        resolution,
        origin,
    }
}

fn actors(story: &Story, mentions: &[Mention]) -> Vec<Actor> {
    let keys = ["KAZ/tokayev", "csto", "KAZ", "UKR", "text/naumov", "brics", "RUS", "text/ambassador"];
    let actor = |(at, key): (usize, &str)| {
        let numbers: Vec<usize> = (0..mentions.len()).filter(|&m| mentions[m].actor == at).collect();
        let first = &mentions[numbers[0]];
        let (country, sector, kind) = (first.country.clone(), first.sector.code(), first.kind);
        let office = (at == 0).then(|| story.office.to_owned());
        Actor { identity: Identity { key: key.into(), name: story.names[at].into(), country, sector, kind, office }, mentions: numbers }
    };
    keys.into_iter().enumerate().map(actor).collect()
}

fn claims(marked: &Marked) -> Vec<Claim> {
    let claim = |n: usize, speaker, carried_speaker, kind, about: [usize; 2]| Claim {
        speaker,
        carried_speaker,
        kind,
        cue: Some(marked.evidence('x', n)),
        content: marked.evidence('c', n),
        about: about.to_vec(),
        origin: Origin { rules: if carried_speaker.is_some() { vec!["carried-speaker"] } else { Vec::new() }, ..origin(0.88) },
    };
    vec![claim(1, Some(5), None, ClaimKind::Opinion, [6, 7]), claim(2, None, Some(5), ClaimKind::Forecast, [8, 9])]
}

fn events(marked: &Marked) -> Vec<Event> {
    let published = Interval { first: Some(date(2025, 10, 4)), last: Some(date(2025, 10, 4)), granularity: Granularity::Day };
    let fallback = || Some(EventDate { interval: published, evidence: None, rule: "publication-date" });
    let dated = |n, interval, rule| Some(EventDate { interval, evidence: Some(marked.evidence('d', n)), rule });
    let event = |n: usize, class, source: usize, target: Option<usize>, modality, date, claims: &[usize]| Event {
        class,
        sources: vec![source - 1],
        targets: target.map(|t| t - 1).into_iter().collect(),
        modality,
        intensity: if matches!(class, Class::Reject | Class::Sanction | Class::Coerce) { -4.0 } else { 3.4 },
        cameo: "10",
        date,
        claims: claims.to_vec(),
        evidence: marked.evidence('e', n),
        origin: origin(0.95 - n as f32 / 20.0),
    };
    vec![
        event(1, Class::Request, 1, Some(2), Modality::Actual, dated(1, month(2022, 1), "month"), &[]),
        event(2, Class::Aid, 3, Some(4), Modality::Actual, fallback(), &[]),
        event(3, Class::Consult, 5, None, Modality::Future, None, &[]),
        event(4, Class::Reject, 7, Some(8), Modality::Actual, fallback(), &[0]),
        event(5, Class::Sanction, 9, Some(10), Modality::Hypothetical, None, &[1]),
        event(6, Class::Support, 11, Some(12), Modality::Historical, dated(2, year(1991), "year"), &[]),
        event(7, Class::Coerce, 12, Some(13), Modality::Negated, None, &[]),
    ]
}

fn positions(story: &Story, events: &[Event]) -> Vec<Position> {
    let position = |at: usize, issue: usize, stance, towards, claims: &[usize]| {
        let first = events[at].date.as_ref().map(|d| d.interval);
        let (issue, sentences) = (story.issues[issue].to_owned(), vec![events[at].evidence.sentence]);
        Position {
            holder: 2,
            issue,
            towards: Some(towards),
            stance,
            first,
            last: first,
            events: vec![at],
            claims: claims.to_vec(),
            sentences,
        }
    };
    vec![position(1, 0, Stance::For, 3, &[]), position(3, 1, Stance::Against, 5, &[0])]
}

pub(crate) fn origin(confidence: f32) -> Origin {
    Origin { by: "encoder-2025.10".into(), confidence, rules: Vec::new() }
}

fn month(year: i16, month: i8) -> Interval {
    let first = date(year, month, 1);
    Interval { first: Some(first), last: Some(first.last_of_month()), granularity: Granularity::Month }
}

fn year(year: i16) -> Interval {
    let (first, last): (Date, Date) = (date(year, 1, 1), date(year, 12, 31));
    Interval { first: Some(first), last: Some(last), granularity: Granularity::Year }
}

/// A text with the places of its tags.
struct Marked {
    text: Text,
    sections: Vec<Section>,
    places: BTreeMap<(char, usize), Span>,
}

impl Marked {
    fn read(marked: &[&str]) -> Self {
        let (mut text, mut sections, mut places) = (String::new(), Vec::new(), BTreeMap::new());
        for (at, section) in marked.iter().enumerate() {
            if at > 0 {
                text.push_str("\n\n");
            }
            let start = text.len();
            untag(section, &mut text, &mut places);
            sections.push(Section { span: Span::new(start, text.len()), heading: at == 0, paragraph: at });
        }
        Marked { text: Text::new(text), sections, places }
    }

    fn evidence(&self, letter: char, n: usize) -> Evidence {
        let span = self.places[&(letter, n)];
        let sentence = self.sections.iter().position(|s| s.span.contains(span)).expect("a tag stands in a section") + 1;
        Evidence { span, chars: self.text.chars(span), quote: self.text.quote(span).to_owned(), sentence }
    }

    fn date(&self, n: usize, interval: Interval, rule: &'static str) -> DateMention {
        DateMention { span: self.places[&('d', n)], interval: Some(interval), rule }
    }
}

/// Append the words without their tags, and note where each tag stood.
fn untag(marked: &str, text: &mut String, places: &mut BTreeMap<(char, usize), Span>) {
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').expect("a tag is closed");
        let (name, closes) = tag.strip_prefix('/').map_or((tag, false), |name| (name, true));
        let key = (name.chars().next().expect("a tag has a letter"), name[1..].parse().expect("a tag has a number"));
        if closes {
            places.get_mut(&key).expect("a tag was opened").end = text.len();
        } else {
            places.insert(key, Span::new(text.len(), text.len()));
        }
        rest = after;
    }
    text.push_str(rest);
}
