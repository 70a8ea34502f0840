//! What stands between the sentences of a report and is no part of it: teasers of other reports, captions of pictures, links, the hour of
//! publication, lines of hashtags.
//!
//! The text keeps them; they are no sections, so nobody takes them for news, and a doubt tells how many there are and shows the first.
//! The first section is never set aside, nor is all that there is.

use mizan_record::{Doubt, Section};
use mizan_text::{Folded, Span};

/// Why something is set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Teaser,
    Caption,
    Link,
    /// A line of nothing but a day's name and an hour, or of nothing but hashtags.
    Mark,
}

/// Words that say that teasers follow.
const CONTINUED: [&str; 2] = ["Продолжение", "Жалғасы"];

/// Days that a stamp begins with.
const DAYS: [&str; 9] = ["Вчера", "Сегодня", "Кеше", "Бүгін", "اليوم", "أمس", "امس", "Today", "Yesterday"];

/// A caption has no more words than this.
const CAPTION_WORDS: usize = 6;

/// Words that captions begin with, before a colon, a slash or the sign of the rights.
const PICTURES: [&str; 24] = [
    "Фото",
    "Видео",
    "Кадр",
    "Скриншот",
    "Коллаж",
    "Инфографика",
    "Иллюстрация",
    "Эскиз",
    "Рендер",
    "Нобай",
    "Эскизі",
    "Сурет",
    "Суреті",
    "Бейне",
    "Көрініс",
    "Photo",
    "Photos",
    "Image",
    "Picture",
    "صورة",
    "الصورة",
    "صور",
    "الصور",
    "تصوير",
];

/// What captions without a colon begin with: whose picture it is, or where it was taken from. Folded.
const SOURCED: [&str; 21] = [
    "фото пресс-служб",
    "фото пресс-центр",
    "фото акимата",
    "фото акорды",
    "фото ақорда",
    "фото управления",
    "фото министерства",
    "фото мвд",
    "фото мчс",
    "фото дчс",
    "фото автора",
    "фото из открытых",
    "фото из архива",
    "фото из соц",
    "фото с сайта",
    "видео пресс-служб",
    "кадр из видео",
    "кадр видео",
    "скриншот видео",
    "скриншот с видео",
    "photo by",
];

/// Ends of Russian verbs: with one of them it is no caption but a heading, "Фото акимата вызвало споры".
const VERBS: [&str; 6] = ["ло", "ла", "ли", "лось", "лась", "лись"];

/// Words that links to other reports stand behind. Folded.
const LINKS: [&str; 17] = [
    "читайте также",
    "читайте по теме",
    "читайте еще",
    "читать также",
    "смотрите также",
    "read also",
    "also read",
    "read more",
    "see also",
    "اقرا ايضا",
    "اقرا كذلك",
    "اقرا المزيد",
    "тағы оқыңыз",
    "тағы да оқыңыз",
    "сондай-ақ оқыңыз",
    "сондай-ақ, оқыңыз",
    "оқи отырыңыз",
];

/// So many sentences and words may follow a link in its paragraph and still belong to it; where more follows, the report goes on there.
const LINK_SENTENCES: usize = 2;
const LINK_WORDS: usize = 30;
/// The line below a link that stands alone is its title when it has no more words than this.
const TITLE_WORDS: usize = 20;

/// How many of the things set aside a doubt shows, and how many letters of each.
const SHOWN: usize = 3;
const LETTERS: usize = 60;

/// The sections without what is no part of the report, and the doubt that tells of it.
pub(crate) fn take(text: &str, sections: Vec<Section>) -> (Vec<Section>, Option<Doubt>) {
    let (mut kept, mut aside) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(section) = sections.get(at) {
        let (news, kind, count) = if at == 0 { (section.span, None, 1) } else { judge(text, &sections, at) };
        if !news.is_empty() {
            kept.push(Section { span: news, ..section.clone() });
        }
        if let Some(kind) = kind {
            aside.push((kind, Span::new(news.end, sections[at + count - 1].span.end)));
        }
        at += count;
    }
    let doubt = (!aside.is_empty()).then(|| doubt(text, &aside));
    (kept, doubt)
}

/// What of a section is news, why the rest is none, and with how many sections, itself among them, it is settled.
fn judge(text: &str, sections: &[Section], at: usize) -> (Span, Option<Kind>, usize) {
    let span = sections[at].span;
    let words = |section: &Section| &text[section.span.start..section.span.end];
    let line = words(&sections[at]);
    let nothing = Span::new(span.start, span.start);
    let teaser = match CONTINUED.contains(&line) {
        true => usize::from(teaser(text, &sections[at + 1..]) > 0),
        false => teaser(text, &sections[at..]),
    };
    if teaser > 0 {
        return (nothing, Some(Kind::Teaser), teaser);
    }
    if is_caption(line) {
        return (nothing, Some(Kind::Caption), 1);
    }
    if is_stamp(line) || is_of_hashtags(line) {
        return (nothing, Some(Kind::Mark), 1);
    }
    match link(line) {
        Some(link) => {
            let news = Span::new(span.start, span.start + line[..link.start].trim_end().len());
            (news, Some(Kind::Link), 1 + linked(text, &sections[at..], link.alone))
        }
        None => (span, None, 1),
    }
}

/// How many of the sections are a teaser: the first, or the first and its stamp.
fn teaser(text: &str, sections: &[Section]) -> usize {
    let words = |at: usize| sections.get(at).map_or("", |section| &text[section.span.start..section.span.end]);
    match (is_teaser(words(0)), item(words(0)).is_some() && is_stamp(words(1))) {
        (true, _) => 1,
        (false, true) => 2,
        (false, false) => 0,
    }
}

/// What stands behind the bullet of an item.
fn item(line: &str) -> Option<&str> {
    line.strip_prefix(|c: char| "■▪▶►▸●◆◼◾•‣".contains(c))
}

/// Whether an item of a list ends with the stamp of a report: `■Суд начался15 апреля 2024 15:47`, `■Суд начался14:30`,
/// `■Суд начался Вчера 10:38`; but not `■ Суд начнётся в 14:30`.
fn is_teaser(line: &str) -> bool {
    let Some(before) = item(line).and_then(before_time) else { return false };
    let day = day(before);
    let year = day.len() - day.trim_end_matches(|c: char| c.is_ascii_digit()).len() == 4;
    before.ends_with(char::is_alphabetic) || year || DAYS.iter().any(|name| day.ends_with(name))
}

/// Whether it is a stamp that begins with the name of a day, and nothing else: `Вчера 10:38`.
fn is_stamp(line: &str) -> bool {
    before_time(line).is_some_and(|before| DAYS.contains(&day(before)))
}

/// Whether a line is nothing but hashtags: `#Казахстан, #суд`.
fn is_of_hashtags(line: &str) -> bool {
    let tagged = |word: &str| word.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    !line.is_empty() && line.split_whitespace().all(tagged)
}

/// What stands before the time of day that a line ends with.
fn before_time(line: &str) -> Option<&str> {
    let (hours, minutes) = line.rsplit_once(':')?;
    let before = hours.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_time =
        minutes.len() == 2 && minutes.bytes().all(|byte| byte.is_ascii_digit()) && (1..=2).contains(&(hours.len() - before.len()));
    is_time.then_some(before)
}

/// The words before a time, without what parts them from it.
fn day(before: &str) -> &str {
    before.trim_end_matches([' ', '\u{A0}', ',', '،', '|', '·'])
}

/// Whether it says what a picture shows or whose it is: `Фото: пресс-служба акимата`, `Фото пресс-службы Акорды`, `صورة: رويترز`.
fn is_caption(line: &str) -> bool {
    if line.split_whitespace().nth(CAPTION_WORDS).is_some() {
        return false;
    }
    let marked = |rest: &str| rest.trim_start().starts_with([':', '/', '©']);
    if PICTURES.iter().any(|word| line.strip_prefix(word).is_some_and(marked)) {
        return true;
    }
    let folded = Folded::new(line);
    let folded = folded.as_str();
    let told = || folded.split_whitespace().any(|word| VERBS.iter().any(|end| word.ends_with(end)));
    SOURCED.iter().any(|start| folded.starts_with(start)) && !folded.ends_with(['.', '!', '?', ':']) && !told()
}

/// A link to another report in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Link {
    start: usize,
    /// Whether the title of the other report is missing behind its words.
    alone: bool,
}

/// The link in a sentence: at its start, or behind a lost stop where a colon follows its words.
fn link(line: &str) -> Option<Link> {
    let folded = Folded::new(line);
    let found = |words: &&str| {
        folded.as_str().match_indices(words).find_map(|(at, _)| {
            let place = folded.span_of(Span::new(at, at + words.len()));
            let (words, after) = (&line[place.start..place.end], line[place.end..].trim_start());
            let alone = after.trim_start_matches(':').trim_end().is_empty();
            let before = &line[..place.start];
            let start = if before.contains(char::is_alphanumeric) { place.start } else { 0 };
            is_link(before, words, after).then_some(Link { start, alone })
        })
    };
    LINKS.iter().filter_map(found).min()
}

fn is_link(before: &str, words: &str, after: &str) -> bool {
    let colon = after.starts_with(':');
    if !before.contains(char::is_alphanumeric) {
        // "Read more Shakespeare" is no link.
        let titled = after.starts_with(|c: char| (c.is_alphabetic() && !c.is_lowercase()) || "\"«“■•".contains(c));
        return colon || after.is_empty() || (titled && !words.is_ascii());
    }
    let first = words.chars().next().unwrap_or(' ');
    colon && (first.is_uppercase() || (!first.is_lowercase() && !before.ends_with(char::is_alphanumeric)))
}

/// How many of the sections behind a link, the first of these, belong to it: those to the end of its paragraph, or the title on the next
/// line where the link stands alone on its own.
fn linked(text: &str, sections: &[Section], alone: bool) -> usize {
    let words = |section: &Section| &text[section.span.start..section.span.end];
    let count = |section: &Section| words(section).split_whitespace().count();
    let rest = &sections[1..];
    let same = rest.iter().take_while(|next| next.paragraph == sections[0].paragraph).count();
    if same > 0 {
        let short = same <= LINK_SENTENCES && rest[..same].iter().map(count).sum::<usize>() <= LINK_WORDS;
        return if short { same } else { 0 };
    }
    let [title, after @ ..] = rest else { return 0 };
    let single = after.first().is_none_or(|next| next.paragraph != title.paragraph);
    let open = count(title) <= TITLE_WORDS && words(title).ends_with(char::is_alphanumeric);
    usize::from(alone && single && open)
}

/// How many pieces of which kind were set aside, and the first of them.
fn doubt(text: &str, aside: &[(Kind, Span)]) -> Doubt {
    let of = |kind: Kind, one: &str, more: &str| match aside.iter().filter(|(other, _)| *other == kind).count() {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {more}")),
    };
    let counts = [
        of(Kind::Teaser, "teaser of another report", "teasers of other reports"),
        of(Kind::Caption, "caption", "captions"),
        of(Kind::Link, "link to other reports", "links to other reports"),
        of(Kind::Mark, "line of the page's own", "lines of the page's own"),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let shown: Vec<String> = aside.iter().take(SHOWN).map(|(_, span)| shown(&text[span.start..span.end])).collect();
    let more = if aside.len() > SHOWN { "; …" } else { "" };
    Doubt { name: "not-news", detail: format!("not read as news: {} ({}{more})", counts.join(", "), shown.join("; ")) }
}

/// The beginning of what was set aside, on one line.
fn shown(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("“{}…”", &line[..end]),
        None => format!("“{line}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn teasers_end_with_a_stamp() {
        for line in [
            "■Кыпчакские рукописи показали Токаеву в Армении15 апреля 2024 15:47",
            "■Дело Бишимбаева: суд отказался приобщать заключение специалистов из РоссииВчера 10:38",
            "■Вода ушла из трёх районов14:30",
            "■ Су үш ауданнан кетті Кеше, 9:05",
        ] {
            assert!(is_teaser(line), "{line}");
        }
        for line in [
            "■ Встреча президентов начнётся в 14:30",
            "• Talks begin at 14:30",
            "Суд начался15 апреля 2024 15:47",
            "■Вода ушла из трёх районов",
            "■ Матч закончился со счётом 2:10",
            "■ وصل الوفد في الساعة 14:30",
            "■",
            "",
        ] {
            assert!(!is_teaser(line), "{line}");
        }
    }

    #[test]
    fn captions_name_a_picture() {
        for line in [
            "Фото: пресс-служба акимата",
            "Фото пресс-службы Акорды",
            "Фото управления развития коммунальной инфраструктуры Алматы",
            "Кадр из видео",
            "Скриншот с видео",
            "Сурет: Ақорда",
            "Photo: Reuters",
            "Photo by John Smith",
            "صورة: رويترز",
            "الصورة : وكالة الأنباء",
            "Фото © РИА Новости",
            "Эскиз: Алматы әкімдігі",
            "Рендер: управление архитектуры",
            "Нобай: Алматы қаласының әкімдігі",
        ] {
            assert!(is_caption(line), "{line}");
        }
        for line in [
            "Фото акимата вызвало споры",
            "Фото чиновника разозлило казахстанцев",
            "Фото пресс-службы Акорды опубликовали.",
            "Фото: президент прибыл в Петропавловск и встретился со спасателями",
            "Фотограф: снимок сделан",
            "Эскиз утвердили в акимате",
            "Эскиз: в акимате утвердили проект и начали строить новый мост",
            "Видео разлетелось по соцсетям",
            "Image of the state improves",
            "صورة قاتمة للاقتصاد",
            "Суреті көрмеге қойылды",
        ] {
            assert!(!is_caption(line), "{line}");
        }
    }

    #[test]
    fn a_day_with_an_hour_or_hashtags_alone_are_marks_of_the_page() {
        for line in ["Кеше, 20:15", "Бүгін 9:05", "Вчера, 10:38", "Сегодня | 08:00", "اليوم، 14:30", "أمس 20:15", "Today, 10:15"]
        {
            assert!(is_stamp(line), "{line}");
        }
        for line in ["Вчера в 10:38", "Вчера, 10:38 начался суд", "Кеше матч 2:15", "Сегодня", "10:38", "Счёт 2:10"]
        {
            assert!(!is_stamp(line), "{line}");
        }
        for line in ["#Казахстан", "#Казахстан, #суд", "#Қазақстан #әкім #2024"] {
            assert!(is_of_hashtags(line), "{line}");
        }
        for line in ["# 1", "#MeToo shook the party", "Казахстан", "", "Пост #суд"] {
            assert!(!is_of_hashtags(line), "{line}");
        }
    }

    #[test]
    fn links_stand_behind_their_words() {
        for (line, start, alone) in [
            ("Читайте также:Синоптики предупредили жителей Астаны.", 0, false),
            ("Читайте по теме Токаев прибыл в Армению", 0, false),
            ("Read also: What Article 5 says", 0, false),
            ("Read more:", 0, true),
            ("اقرأ أيضا", 0, true),
            ("إقرأ أيضاً: كيف تتخذ الجامعة قراراتها؟", 0, false),
            ("Тағы оқыңыз: Тоқаев Арменияға барды", 0, false),
            ("Сондай-ақ оқыңыз:", 0, true),
            ("Ждут дождя Читайте также: В Астане снег", "Ждут дождя ".len(), false),
            ("ЖдутЧитайте также: В Астане снег", "Ждут".len(), false),
        ] {
            assert_eq!(link(line), Some(Link { start, alone }), "{line}");
        }
        for line in [
            "Read more Shakespeare, the minister said.",
            "You can read more: the book is out.",
            "Читайте также книги, призвал министр.",
            "Министр посоветовал: читайте также классику",
            "Оқи отырыңыз деді ол",
            "قال إن الطلاب اقرأ أيضا لهم",
            "",
        ] {
            assert_eq!(link(line), None, "{line}");
        }
    }
}
