//! Blocks (paragraphs, headings) and sentences with their places.
//!
//! Both leave nothing but white space out: spans and gaps, put together, are the text. What each language abbreviates
//! lies with the language.

use crate::language::{Language, arabic, english, kazakh, russian};
use crate::span::Span;
use crate::word::is_invisible;

/// A paragraph or a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Its place in the text, without the space around it.
    pub span: Span,
    /// Whether it is a heading: the title, or a short line without a stop that stands before a longer paragraph.
    pub heading: bool,
}

/// A sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its place in the text given, without the space around it.
    pub span: Span,
}

/// What the dot after a word may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Never the end of a sentence: `Mr.`, `ул.`
    Inside,
    /// The end only when the next word plainly begins a sentence: `U.S.`, `млрд.`
    Either,
}

/// A heading has no more than this many words.
const HEADING_WORDS: usize = 14;
/// The title has no more than this many words.
const TITLE_WORDS: usize = 30;

/// The paragraphs and headings of a text, in order. A paragraph ends with its line, except where the lines were wrapped at a width.
pub fn blocks(text: &str) -> Vec<Block> {
    let groups = groups(text);
    let width = groups.iter().filter(|group| group.len() > 2 && are_wrapped(text, group, 0)).map(|group| width(text, group)).max();
    let mut spans = Vec::new();
    for group in &groups {
        match width {
            Some(width) if group.len() > 1 && are_wrapped(text, group, width - 3) => spans.push(group[0].join(group[group.len() - 1])),
            _ => spans.extend(group),
        }
    }
    let heading = |at: usize| is_heading(text, &spans, at);
    spans.iter().enumerate().map(|(at, &span)| Block { span, heading: heading(at) }).collect()
}

/// The lines that follow each other without a blank one.
fn groups(text: &str) -> Vec<Vec<Span>> {
    let mut groups = vec![Vec::new()];
    for line in lines(text) {
        let open = groups.len() - 1;
        match line.is_empty() {
            true if groups[open].is_empty() => {}
            true => groups.push(Vec::new()),
            false => groups[open].push(line),
        }
    }
    groups
}

/// The lines of a text without the space around them; blank ones are empty.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut start = 0;
    let ends = text.match_indices(is_break).map(|(at, mark)| (at, at + mark.len())).chain([(text.len(), text.len())]);
    ends.filter_map(move |(end, next)| {
        let from = start;
        start = next;
        // The line feed of CR LF closes no line of its own.
        let empty_by_crlf = from == end && text[..from].ends_with('\r') && text[end..].starts_with('\n');
        (!empty_by_crlf).then(|| trimmed(text, Span::new(from, end)))
    })
}

/// A span without the white space at both ends.
fn trimmed(text: &str, span: Span) -> Span {
    let words = &text[span.start..span.end];
    let start = span.start + words.len() - words.trim_start().len();
    Span::new(start.min(span.end), start.min(span.end).max(span.start + words.trim_end().len()))
}

fn length(text: &str, line: Span) -> usize {
    text[line.start..line.end].chars().count()
}

fn width(text: &str, lines: &[Span]) -> usize {
    lines.iter().map(|&line| length(text, line)).max().unwrap_or(0)
}

/// Whether lines were broken at a width, their own or the text's: each but the last is too long to take the next one's first word.
fn are_wrapped(text: &str, lines: &[Span], least: usize) -> bool {
    let width = width(text, lines);
    let full = |pair: &[Span]| {
        let next = text[pair[1].start..pair[1].end].split_whitespace().next().unwrap_or("");
        length(text, pair[0]) + 1 + next.chars().count() > width.max(least)
    };
    let open = |line: &Span| !ends_with_stop(&text[line.start..line.end]);
    let body = &lines[..lines.len().saturating_sub(1)];
    (40..=140).contains(&width) && body.iter().any(open) && lines.windows(2).all(full)
}

fn ends_with_stop(line: &str) -> bool {
    let end = line.trim_end_matches(|c: char| is_closer(c) || is_invisible(c));
    end.ends_with(|c: char| is_stop(c) || matches!(c, ':' | ';' | '؛' | ',' | '،'))
}

/// Whether a block is a heading, by itself and what follows it.
fn is_heading(text: &str, spans: &[Span], at: usize) -> bool {
    let line = &text[spans[at].start..spans[at].end];
    let most = if at == 0 { TITLE_WORDS } else { HEADING_WORDS };
    let short = line.split_whitespace().nth(most).is_none() && line.len() < 600 && !line.contains('\n');
    let asks = line.ends_with(['?', '؟', '!']);
    let closed = if asks { at > 0 && line.split_whitespace().nth(8).is_some() } else { ends_with_stop(line) };
    let lettered = line.chars().any(char::is_alphabetic) && !line.starts_with(['-', '•', '*', '·', '–', '—']);
    short && !closed && lettered && stands_before_longer(text, spans, at)
}

/// Whether a longer paragraph that ends like one follows at once, or after one more short line.
fn stands_before_longer(text: &str, spans: &[Span], at: usize) -> bool {
    let longer = |span: &&Span| span.len() > spans[at].len() * 3 / 2 && ends_with_stop(&text[span.start..span.end]);
    spans[at + 1..].iter().take(2).any(|span| longer(&span))
}

/// The sentences of a text, in order. A blank line always ends one.
///
/// ```
/// use mizan_text::{Language, sentences};
/// let text = "Mr. Smith left the U.S. on Monday. «Жоқ!» – деді ол.";
/// let quotes: Vec<_> = sentences(text, Some(Language::English)).iter().map(|s| &text[s.span.start..s.span.end]).collect();
/// assert_eq!(quotes, ["Mr. Smith left the U.S. on Monday.", "«Жоқ!» – деді ол."]);
/// ```
pub fn sentences(text: &str, language: Option<Language>) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = text.len() - text.trim_start().len();
    let mut at = start;
    let mut take = |from: usize, to: usize| {
        let span = trimmed(text, Span::new(from, to));
        if !span.is_empty() {
            sentences.push(Sentence { span });
        }
    };
    while let Some(found) = text[at..].find(|c: char| is_stop(c) || c == '\n') {
        let stop = at + found;
        let (end, is_end) = match text.as_bytes()[stop] {
            b'\n' => (stop + 1, starts_blank_line(&text[stop + 1..])),
            _ => {
                let run = Run::at(text, stop);
                (run.end, run.ends_sentence(text, start, language))
            }
        };
        at = end;
        if is_end {
            take(start, end);
            start = text.len() - text[end..].trim_start().len();
            at = start;
        }
    }
    take(start, text.len());
    sentences
}

/// Whether a line feed comes before anything that shows. Looks a little ahead only; longer blanks count as blank lines.
fn starts_blank_line(rest: &str) -> bool {
    rest.chars().take(200).find(|&c| c == '\n' || !c.is_whitespace()).is_none_or(|c| c == '\n') && !rest.is_empty()
}

/// Marks that may end a sentence.
fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '‼' | '⁇' | '⁈' | '⁉' | '。')
}

/// Quotes and brackets that may close after the stop.
fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '»' | '”' | '’' | '“' | ')' | ']' | '}' | '›')
}

/// Quotes, brackets and the like before the first letter of a sentence.
fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '«' | '“' | '„' | '‘' | '(' | '[' | '{' | '‹' | '*' | '•' | '¿' | '¡' | '_')
}

/// A run of stops with the quotes and brackets that close after it.
struct Run {
    start: usize,
    /// After the closing marks.
    end: usize,
    /// Only dots, and how many; `None` when another stop is among them.
    dots: Option<usize>,
    /// Whether a quotation closes in it.
    quoted: bool,
}

impl Run {
    fn at(text: &str, start: usize) -> Run {
        let mut run = Run { start, end: start, dots: Some(0), quoted: false };
        for (at, c) in text[start..].char_indices() {
            match c {
                '.' => run.dots = run.dots.map(|dots| dots + 1),
                '…' => run.dots = run.dots.map(|dots| dots + 3),
                _ if is_stop(c) => run.dots = None,
                '"' | '»' | '”' | '“' => run.quoted = true,
                _ if is_closer(c) || is_invisible(c) => {}
                _ => break,
            }
            run.end = start + at + c.len_utf8();
        }
        run.end = after_footnote(text, run.end);
        run
    }

    /// Whether the sentence that began at `from` ends here.
    fn ends_sentence(&self, text: &str, from: usize, language: Option<Language>) -> bool {
        let next = Next::after(text, self.end);
        if next.nothing {
            return true;
        }
        if self.start == from || text[from..self.start].trim_end().ends_with(['[', '(']) {
            return false;
        }
        if !next.spaced {
            return self.dots == Some(1) && is_stuck_to_next(text, self.start, next.first);
        }
        if next.lower || next.separator || next.dash_lower || (self.quoted && next.dash) {
            return false;
        }
        if self.dots.is_none() && self.quoted && says(next.rest, language) {
            return false;
        }
        match self.dots {
            Some(2) => !next.arabic,
            Some(1) => self.dot_ends(text, from, language, &next),
            _ => true,
        }
    }

    /// Whether a single dot is a full stop: no abbreviation, initial or number of a list.
    fn dot_ends(&self, text: &str, from: usize, language: Option<Language>, next: &Next) -> bool {
        let word = word_before(text, from, self.start);
        if word.is_empty() || text[self.start + 1..self.end].contains(|c: char| is_closer(c)) {
            return true;
        }
        if self.start - from == word.len() && word.chars().all(char::is_numeric) {
            return false;
        }
        match abbreviation(word, language) {
            None => true,
            Some(Abbreviation::Inside) => false,
            Some(Abbreviation::Either) => starts_sentence(next.rest, language),
        }
    }
}

/// Past the footnote numbers of encyclopaedias: `text.[1][2] Next`.
fn after_footnote(text: &str, mut end: usize) -> usize {
    while let Some(rest) = text[end..].strip_prefix('[') {
        let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
        if digits == 0 || !rest[digits..].starts_with(']') {
            break;
        }
        end += digits + 2;
    }
    end
}

/// What follows a run of stops.
struct Next<'t> {
    /// Nothing but space until the end.
    nothing: bool,
    /// White space follows at once.
    spaced: bool,
    /// The first character that is no space, opening quote or dash.
    first: char,
    /// It is a small letter.
    lower: bool,
    arabic: bool,
    /// A comma, colon or semicolon comes first.
    separator: bool,
    /// A dash comes first.
    dash: bool,
    dash_lower: bool,
    /// From the first letter or digit on.
    rest: &'t str,
}

impl<'t> Next<'t> {
    fn after(text: &'t str, end: usize) -> Next<'t> {
        let spaced = text[end..].starts_with(char::is_whitespace);
        let shown = text[end..].trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
        let dash = shown.starts_with(['-', '–', '—', '―']);
        // Stops are not passed over: looking ahead must end at the next one, or many of them would cost the square.
        let passed = |c: char| is_opener(c) || is_invisible(c) || c.is_whitespace() || matches!(c, '-' | '–' | '—' | '―');
        let rest = shown.trim_start_matches(passed);
        let first = rest.chars().next().unwrap_or(' ');
        let separator = shown.starts_with([',', ';', ':', '،', '؛']);
        let arabic = ('\u{0600}'..='\u{06FF}').contains(&first);
        let lower = first.is_lowercase();
        Next { nothing: shown.is_empty(), spaced, first, lower, arabic, separator, dash, dash_lower: dash && lower, rest }
    }
}

/// A stop whose space was forgotten: a longer word before it, a capital after it (or Arabic on both sides).
fn is_stuck_to_next(text: &str, stop: usize, next: char) -> bool {
    let mut before = text[..stop].chars().rev();
    let last: [char; 3] = std::array::from_fn(|_| before.next().unwrap_or(' '));
    let script = |c: char| match c {
        'a'..='z' | 'A'..='Z' => 1,
        '\u{0400}'..='\u{052F}' => 2,
        '\u{0620}'..='\u{064A}' => 3,
        _ => 0,
    };
    let same = script(next) != 0 && last.iter().all(|&c| script(c) == script(next));
    same && (script(next) == 3 || (next.is_uppercase() && last.iter().all(|c| c.is_lowercase())))
}

/// The word that ends at `end`, with the dots and hyphens inside it, at most some 30 letters of it.
fn word_before(text: &str, from: usize, end: usize) -> &str {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\u{0640}' | '\u{064B}'..='\u{0652}');
    let start = text[from..end].char_indices().rev().take(32).take_while(|&(_, c)| inside(c)).last();
    start.map_or("", |(at, _)| text[from + at..end].trim_start_matches(['-', '.']))
}

/// What the dot after a word is, in one language or, when it is unknown, in any.
fn abbreviation(word: &str, language: Option<Language>) -> Option<Abbreviation> {
    let folded = word.to_lowercase();
    let by_language = |language| match language {
        Language::Arabic => arabic::abbreviation(&folded),
        Language::English => english::abbreviation(&folded),
        Language::Kazakh => kazakh::abbreviation(&folded).or_else(|| russian::abbreviation(&folded)),
        Language::Russian => russian::abbreviation(&folded),
    };
    let listed = match language {
        Some(Language::English) => by_language(Language::English),
        Some(language) => by_language(language).or_else(|| if word.is_ascii() { english::abbreviation(&folded) } else { None }),
        None => Language::ALL.into_iter().find_map(by_language),
    };
    listed.or_else(|| initial(word))
}

/// An initial (`В.`) or a row of single letters (`т.е.`, `U.S.`).
fn initial(word: &str) -> Option<Abbreviation> {
    let is_letter = |part: &str| {
        let mut letters = part.chars().filter(|&c| c != '\u{0640}');
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    let word = word.strip_prefix('و').filter(|rest| !rest.is_empty()).unwrap_or(word);
    word.split('.').all(is_letter).then_some(Abbreviation::Either)
}

/// Whether the words begin with one that plainly begins a sentence.
fn starts_sentence(rest: &str, language: Option<Language>) -> bool {
    let end = rest.char_indices().take(20).find(|&(_, c)| !c.is_alphabetic()).map_or(rest.len().min(40), |(at, _)| at);
    let Some(word) = rest.get(..end) else { return false };
    if rest[end..].starts_with('.') || word.is_empty() {
        return false;
    }
    let starts = |language| match language {
        Language::Arabic => arabic::starts_sentence(word),
        Language::English => english::starts_sentence(word),
        Language::Kazakh => kazakh::starts_sentence(word) || russian::starts_sentence(word),
        Language::Russian => russian::starts_sentence(word),
    };
    match language {
        Some(language) => starts(language),
        None => Language::ALL.into_iter().any(starts),
    }
}

/// Whether one of the next few words says who spoke: the quotation before them belongs to the same sentence.
fn says(rest: &str, language: Option<Language>) -> bool {
    let near: Vec<&str> = rest.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty()).take(4).collect();
    let english = || near.iter().any(|word| english::is_saying(word.trim_end_matches(['.', ',', ':'])));
    let arabic = || near.first().is_some_and(|word| arabic::is_saying(word));
    match language {
        Some(Language::English) => english(),
        Some(Language::Arabic) => arabic(),
        None => english() || arabic(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Sentences are written with `|` between them.
    fn check(language: Language, marked: &str) {
        let text = marked.replace('|', " ");
        let expect: Vec<&str> = marked.split('|').collect();
        for language in [Some(language), None] {
            let found: Vec<&str> = sentences(&text, language).iter().map(|s| &text[s.span.start..s.span.end]).collect();
            assert_eq!(found, expect, "{language:?}");
        }
    }

    #[test]
    fn english() {
        for marked in [
            "Mr. Smith met Gen. Powell at 5.30 p.m. on Monday.|They talked.",
            "The U.S. Senate voted.|The troops left the U.S.|The next day was quiet.",
            "J. D. Vance and J.D. Vance are one.|So is George W. Bush.",
            "It cost $3.5 billion, up 2.1 percent.|Inflation fell.",
            "“We will win!” he said.|“Really?”|Nobody answered.",
            "\"We will win!\" Trump said on Tuesday.|Others did not.",
            "\"It is over.\"|The minister left.",
            "He said: \"It is over.|We go home.\"",
            "Apple Inc. and Gazprom PJSC signed on Jan. 5, 2022.|In Feb. 2022 it ended.",
            "Visit example.com or www.gov.kz. for more.",
            "Yes...|No… maybe.|Then?!|Done.",
            "It ended in 2022.|Russia left.|See No. 5 and Art. 6 of the U.N. Charter.",
            "1. The first point stands.|2. The second falls.",
            "The war ended.[1][2]|Peace came (at last).|(It held.)",
            "Kazakhstan et al. v. Smith was heard.|He agreed.",
            "Yahoo! is a company. eBay too.",
        ] {
            check(Language::English, marked);
        }
    }

    #[test]
    fn russian() {
        for marked in [
            "В 2022 г. Россия и Казахстан подписали договор.|Это было важно.",
            "Президент К. К. Токаев и В.В. Путин встретились в г. Астане.|Они говорили о газе.",
            "Объём вырос до 5 млрд. долл. США, т.е. на 3,5 %.|В январе он упал.",
            "«Мы победим!» — заявил он.|Все молчали.",
            "«Мы победим!» – Песков повторил это.",
            "— Да, — сказал он.|— Мы идём.",
            "Он жил на ул. Ленина, д. 5, кв. 3.|Потом уехал.",
            "Цены, тарифы и т. д. растут.|Правительство молчит…|Почему?",
            "По данным им. Сатпаева и др. Учёных не слушали.",
            "Это случилось 12 янв. 2022 года.|Войска вошли.",
        ] {
            check(Language::Russian, marked);
        }
    }

    #[test]
    fn kazakh() {
        for marked in [
            "2022 ж. Қазақстанда тәртіпсіздік болды.|Ол тез аяқталды.",
            "«Біз бейбітшілікті қалаймыз», – деді Қ. Тоқаев.|Ресей үндемеді.",
            "«Жоқ!» – деді Қасым-Жомарт Тоқаев.|Бұл шешім соңғы.",
            "– Біз келеміз, – деді ол.|– Қашан?|– Ертең.",
            "Көлемі 5 млрд. теңге, т.б. шығындар бар.|Олар өсті.",
            "АҚШ-тың ұсынысы қабылданды ма?|Әлі белгісіз…|Күтеміз.",
        ] {
            check(Language::Kazakh, marked);
        }
    }

    #[test]
    fn arabic() {
        for marked in [
            "قال الرئيس توكاييف إن بلاده لن تعترف بذلك؛ وأضاف أنها محايدة.|وردت موسكو.",
            "هل تنسحب روسيا؟|لا أحد يعرف!|لكن الحرب مستمرة.",
            "وصل د. محمد البرادعي وأ. خالد إلى فيينا.|وغادر بعدها.",
            "\"هل تأتي؟\"، قال الوزير.|\"متى تأتي؟\" سأل الصحفي.|وسكت.",
            "بلغت النسبة 3.5 في المئة عام 2022م.|وارتفعت لاحقا.",
            "بوتين.. رجل الكرملين.|انتهى...|وبدأ من جديد.",
            "قال إنه \"لن يعود\".|ثم عاد.",
            "وقعت الحرب سنة 330 ق.م. بين الدولتين.|وانتهت.",
        ] {
            check(Language::Arabic, marked);
        }
    }

    #[test]
    fn a_missing_space_does_not_hide_a_stop() {
        for (text, count) in [("Войска вошли.Потом вышли.", 2), ("وصل الوزير.وغادر الوفد.", 2), ("See gazeta.ru and U.S.A.today.", 1)]
        {
            assert_eq!(sentences(text, None).len(), count, "{text}");
        }
    }

    /// Blocks as `# heading` or `paragraph`.
    fn check_blocks(text: &str, expect: &[&str]) {
        let shown = |block: &Block| format!("{}{}", if block.heading { "# " } else { "" }, &text[block.span.start..block.span.end]);
        assert_eq!(blocks(text).iter().map(shown).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn headings_stand_before_longer_paragraphs() {
        let long = "وكانت كازاخستان قد شهدت أكبر اضطرابات شعبية في تاريخها منذ استقلالها، وطلبت المساعدة.";
        check_blocks(&format!("{long}\n\nحسابات خاطئة\n\n{long}"), &[long, "# حسابات خاطئة", long]);
        check_blocks(&format!("Title of it\r\nBy A Reporter\r\n{long}\r\nend"), &["# Title of it", "# By A Reporter", long, "end"]);
        check_blocks(&format!("Will Russia leave?\n{long}\nYes.\n{long}"), &["# Will Russia leave?", long, "Yes.", long]);
        check_blocks(&format!("{long}\n- item one\n- item two\n{long}"), &[long, "- item one", "- item two", long]);
        check_blocks(" \n\t\u{200F}\n", &["\u{200F}"]);
        check_blocks("", &[]);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let wrapped = "Kazakhstan asked its allies for help in January 2022 after\nprotests over the price of fuel had turned into riots across\nthe country.";
        check_blocks(
            &format!("A title\n\n{wrapped}\n\nThe troops came and stayed for about a week. Later they went\nhome."),
            &["# A title", wrapped, "The troops came and stayed for about a week. Later they went\nhome."],
        );
        check_blocks(
            "Tokayev met Putin in Moscow on Tuesday evening\nThe two discussed gas.",
            &["Tokayev met Putin in Moscow on Tuesday evening", "The two discussed gas."],
        );
    }

    #[test]
    fn hostile_text_takes_linear_time() {
        let size = 400_000;
        for piece in ["a", " ", ".", ". ", "\n", "! ", "(", "\"", "\u{200F}", "a.b", "A. ", "«", "- . ", "\0", "؟\" ", "[1]", "\r", "[1 . "]
        {
            for text in [piece.repeat(size / piece.len()), format!("{}{}", " ".repeat(size / 2), piece.repeat(size / 2 / piece.len()))] {
                let started = std::time::Instant::now();
                sentences(&text, None);
                blocks(&text);
                crate::words(&text);
                assert!(started.elapsed().as_secs() < 5, "{piece:?} took {:?}", started.elapsed());
            }
        }
    }

    proptest! {
        #[test]
        fn pieces_and_gaps_make_the_text(text in "([\\PC\u{0}-\u{20}]|[.!?؟…»\"') \nАаAa1ولج-]){0,80}") {
            for language in [None, Some(Language::Arabic), Some(Language::English), Some(Language::Kazakh), Some(Language::Russian)] {
                let spans = sentences(&text, language).into_iter().map(|sentence| sentence.span);
                covers(&text, spans)?;
            }
            covers(&text, blocks(&text).into_iter().map(|block| block.span))?;
        }
    }

    fn covers(text: &str, spans: impl Iterator<Item = Span>) -> Result<(), TestCaseError> {
        let mut end = 0;
        for span in spans {
            prop_assert!(text[end..span.start].trim().is_empty());
            prop_assert!(!text[span.start..span.end].trim().is_empty());
            end = span.end;
        }
        prop_assert!(text[end..].trim().is_empty());
        Ok(())
    }
}
