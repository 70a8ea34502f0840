//! A sentence as tokens, each with what its word can mean in a time expression.

use std::collections::HashMap;

use mizan_text::Language;

use super::time::{Edge, Time, Unit};

/// What a word can mean in a time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    Other,
    /// No token there.
    End,
    Punct(char),
    Number(Number),
    Cardinal(u32),
    Ordinal(u8),
    Month(u8),
    /// كانون, تشرين: a month with the ordinal after it; the number is that of the first.
    Paired(u8),
    Hijri(u8),
    Weekday(u8),
    Unit(Unit, Few),
    Rel(i8),
    This,
    /// following, same, that: counted from another time in the text.
    Same,
    Season(u8),
    Edge(Edge),
    DayPart,
    Near(i8),
    Prep(Prep),
    Decade(u8),
    /// г., г
    YearMark,
    /// هـ, AH
    HijriMark,
    Some,
    About,
    Ago,
    Later,
    Every,
    Article,
    Of,
    And,
    Dash,
    Half,
    Quarter,
    /// A noun that makes a number before it a count.
    Counted,
    /// An event or feast that time is told by.
    Event,
    Independence,
    Future,
    Speech,
    Clause,
    /// A word that ends the wait for a date ("Theresa", "Black").
    Name,
}

/// How many of a unit the word itself says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Few {
    One,
    Two,
    Many,
}

/// What stands before a time, or in Kazakh after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prep {
    In,
    For,
    Of,
    Since,
    From,
    To,
    Until,
    By,
    Before,
    After,
    Within,
    During,
    Between,
    /// через, "in N units' time"
    Ahead,
}

/// A number in digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) value: u32,
    pub(crate) digits: u8,
    pub(crate) kind: Kind,
}

/// What the number's ending says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Plain,
    Ordinal,
    /// 1990s, 90-е
    Plural,
    /// 2,000; 3.5
    Grouped,
}

/// The ending of a word, as far as it says how the time is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Plain,
    /// "In": -да, بـ
    In,
    /// "To": -ға, لـ
    To,
    /// "From": -дан
    From,
    /// "Of": -ның
    Of,
    /// "That of": -ғы
    That,
    /// Its own: -ы
    Its,
}

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) tag: Tag,
    pub(crate) case: Case,
    /// Nothing stands between it and the token before.
    pub(crate) glued: bool,
    pub(crate) upper: bool,
    /// The list of phrases that begin with it, plus one.
    phrases: u16,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    tag: Tag,
    case: Case,
    phrases: u16,
}

impl Entry {
    fn of(tag: Tag) -> Self {
        Entry { tag, case: Case::Plain, phrases: 0 }
    }
}

/// One phrase, without its first word.
#[derive(Debug)]
struct Phrase {
    rest: Vec<String>,
    time: Time,
}

/// The words of a language.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub(crate) language: Language,
    words: HashMap<String, Entry>,
    phrases: Vec<Vec<Phrase>>,
}

impl Lexicon {
    /// An empty one.
    pub(crate) fn new(language: Language) -> Self {
        Lexicon { language, words: HashMap::new(), phrases: Vec::new() }
    }

    /// Add words, separated by spaces; a word already known keeps its first meaning.
    pub(crate) fn add(&mut self, words: &str, tag: Tag) {
        for word in words.split_whitespace() {
            self.add_case(word, tag, Case::Plain);
        }
    }

    /// Add one form of a word.
    pub(crate) fn add_case(&mut self, word: &str, tag: Tag, case: Case) {
        let mut key = String::new();
        fold(word, &mut key);
        let entry = self.words.entry(key).or_insert(Entry { tag, case, phrases: 0 });
        if entry.tag == Tag::Other {
            (entry.tag, entry.case) = (tag, case);
        }
    }

    /// Add phrases, separated by `|`, that mean a time as they stand.
    pub(crate) fn phrase(&mut self, phrases: &str, time: &Time) {
        for phrase in phrases.split('|') {
            let mut words = phrase.split_whitespace().map(|word| {
                let mut key = String::new();
                fold(word, &mut key);
                key
            });
            let Some(head) = words.next() else { continue };
            let entry = self.words.entry(head).or_insert(Entry { tag: Tag::Other, case: Case::Plain, phrases: 0 });
            if entry.phrases == 0 {
                self.phrases.push(Vec::new());
                entry.phrases = u16::try_from(self.phrases.len()).unwrap_or(0);
            }
            let list = &mut self.phrases[usize::from(entry.phrases) - 1];
            list.push(Phrase { rest: words.collect(), time: time.clone() });
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }
}

/// Write a word as the lexicon knows it: lower case, bare alef, no vowel signs, ё as е.
fn fold(word: &str, into: &mut String) {
    into.clear();
    for letter in word.chars() {
        match letter {
            'A'..='Z' => into.push(letter.to_ascii_lowercase()),
            '\0'..='\u{7f}' | 'а'..='я' | 'ا' | 'ب'..='غ' | 'ف'..='و' | 'ي' | 'ء' => into.push(letter),
            'А'..='Я' => into.push(char::from_u32(letter as u32 + 32).unwrap_or(letter)),
            'ё' | 'Ё' => into.push('е'),
            'أ' | 'إ' | 'آ' | 'ٱ' => into.push('ا'),
            'ى' | 'ی' => into.push('ي'),
            'ک' => into.push('ك'),
            '\u{64B}'..='\u{65F}' | '\u{640}' | '\u{670}' | '\u{301}' => {}
            _ => into.extend(letter.to_lowercase()),
        }
    }
}

/// One letter as [`fold`] writes it; the few that become two in lower case stay as they are.
fn fold_one(letter: char) -> Option<char> {
    match letter {
        'a'..='z' | 'а'..='я' | 'ا' | 'ب'..='غ' | 'ف'..='و' | 'ي' | 'ء' => Some(letter),
        'A'..='Z' => Some(letter.to_ascii_lowercase()),
        'А'..='Я' => char::from_u32(letter as u32 + 32),
        'ё' | 'Ё' => Some('е'),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' => Some('ي'),
        'ک' => Some('ك'),
        '\u{64B}'..='\u{65F}' | '\u{640}' | '\u{670}' | '\u{301}' => None,
        _ => letter.to_lowercase().next(),
    }
}

/// The value of a decimal digit of any script Mizan reads.
fn digit(letter: char) -> Option<u32> {
    match letter {
        '0'..='9' => Some(letter as u32 - '0' as u32),
        '٠'..='٩' => Some(letter as u32 - '٠' as u32),
        '۰'..='۹' => Some(letter as u32 - '۰' as u32),
        _ => None,
    }
}

fn is_word(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphabetic(),
        '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}' | '\u{620}'..='\u{65F}' | '\u{670}'..='\u{6D3}' | '\u{301}' => true,
        '\u{600}'..='\u{61F}' | '\u{660}'..='\u{66F}' | '\u{2000}'..='\u{206F}' | '\u{80}'..='\u{BF}' => false,
        _ => letter.is_alphabetic(),
    }
}

/// A tokenised sentence and a way through it.
#[derive(Debug)]
pub(crate) struct Cursor<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: Vec<Token>,
    pub(crate) lexicon: &'static Lexicon,
}

impl<'t> Cursor<'t> {
    /// Read a text with the words of one language.
    pub(crate) fn new(text: &'t str, lexicon: &'static Lexicon) -> Self {
        let mut scanner = Scanner { text, at: 0, lexicon, key: String::new(), tokens: Vec::with_capacity(text.len() / 6) };
        scanner.run();
        Cursor { text, tokens: scanner.tokens, lexicon }
    }

    /// What a token means.
    pub(crate) fn tag(&self, i: usize) -> Tag {
        self.tokens.get(i).map_or(Tag::End, |token| token.tag)
    }

    /// What the token before means.
    pub(crate) fn before(&self, i: usize) -> Tag {
        i.checked_sub(1).map_or(Tag::End, |i| self.tag(i))
    }

    /// The ending of a token.
    pub(crate) fn case(&self, i: usize) -> Case {
        self.tokens.get(i).map_or(Case::Plain, |token| token.case)
    }

    /// Whether a token stands right behind the one before.
    pub(crate) fn glued(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.glued)
    }

    /// Whether a token begins with a capital.
    pub(crate) fn upper(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.upper)
    }

    /// The token as printed.
    pub(crate) fn word(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |token| &self.text[token.start..token.end])
    }

    /// Whether the token is one of these words (in lower case).
    pub(crate) fn is(&self, i: usize, words: &[&str]) -> bool {
        let word = self.word(i);
        !word.is_empty() && word.len() <= 60 && words.iter().any(|known| word.chars().filter_map(fold_one).eq(known.chars()))
    }

    /// Whether the token begins with one of these stems (in lower case).
    pub(crate) fn starts(&self, i: usize, stems: &[&str]) -> bool {
        let folded: String = self.word(i).chars().filter_map(fold_one).collect();
        stems.iter().any(|stem| folded.starts_with(stem))
    }

    /// Whether the token is this mark.
    pub(crate) fn mark(&self, i: usize, mark: char) -> bool {
        self.tag(i) == Tag::Punct(mark)
    }

    /// The place after a token if it has this tag, else its own.
    pub(crate) fn skip(&self, i: usize, tag: Tag) -> usize {
        i + usize::from(self.tag(i) == tag)
    }

    /// The place after an optional mark.
    pub(crate) fn skip_mark(&self, i: usize, mark: char) -> usize {
        i + usize::from(self.mark(i, mark))
    }

    /// Whether an Arabic "and" is written together with this token.
    pub(crate) fn follows_and(&self, i: usize) -> bool {
        self.lexicon.language == Language::Arabic && self.tokens.get(i).is_some_and(|token| self.text[..token.start].ends_with('و'))
    }

    /// Whether some phrase begins with this word.
    pub(crate) fn begins_phrase(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.phrases > 0)
    }

    /// A phrase that means a time as it stands.
    pub(crate) fn phrase(&self, i: usize) -> Option<(usize, Time)> {
        let list = self.tokens.get(i)?.phrases;
        let list = self.lexicon.phrases.get(usize::from(list).checked_sub(1)?)?;
        let found = list.iter().find(|phrase| phrase.rest.iter().enumerate().all(|(n, word)| self.is(i + 1 + n, &[word])))?;
        Some((i + 1 + found.rest.len(), found.time.clone()))
    }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    lexicon: &'static Lexicon,
    key: String,
    tokens: Vec<Token>,
}

impl Scanner<'_> {
    fn rest(&self) -> std::str::Chars<'_> {
        self.text[self.at..].chars()
    }

    fn run(&mut self) {
        let mut end = usize::MAX;
        while let Some(first) = self.rest().next() {
            let start = self.at;
            let glued = start == end;
            if is_word(first) {
                self.word(glued, first.is_uppercase());
            } else if digit(first).is_some() {
                self.number(glued);
            } else {
                self.at += first.len_utf8();
                // Spaces and the invisible marks of direction and joining.
                if first.is_whitespace()
                    || matches!(first, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
                {
                    continue;
                }
                let mark = match first {
                    '–' | '—' | '‒' | '−' | '‑' | '‐' => '-',
                    '،' => ',',
                    '؛' => ';',
                    '’' | 'ʼ' | '‘' => '\'',
                    other => other,
                };
                let tag = if mark == '-' { Tag::Dash } else { Tag::Punct(mark) };
                self.push(start, Entry::of(tag), glued, false);
            }
            end = self.at;
        }
    }

    fn push(&mut self, start: usize, entry: Entry, glued: bool, upper: bool) {
        let Entry { tag, case, phrases } = entry;
        self.tokens.push(Token { start, end: self.at, tag, case, glued, upper, phrases });
    }

    fn word(&mut self, glued: bool, upper: bool) {
        let start = self.at;
        let len: usize = self.rest().take_while(|&letter| is_word(letter)).map(char::len_utf8).sum();
        self.at += len;
        if len > 48 {
            return self.push(start, Entry::of(Tag::Other), glued, upper);
        }
        let mut key = std::mem::take(&mut self.key);
        fold(&self.text[start..self.at], &mut key);
        let (skip, entry) = self.look_up(start, &key);
        let entry = entry.filter(|_| !self.sunnis(start, &key));
        self.key = key;
        match entry {
            None => self.push(start, Entry::of(Tag::Other), glued, upper),
            Some(entry) => self.push(start + skip, entry, glued && skip == 0, upper),
        }
    }

    /// «السنّة»: a printed shadda makes the year a people of the faith.
    fn sunnis(&self, start: usize, key: &str) -> bool {
        self.lexicon.language == Language::Arabic && key.ends_with("سنة") && self.text[start..self.at].contains('\u{651}')
    }

    /// A word as it stands or, in Arabic, behind its clitics; and how many bytes of them stay outside.
    fn look_up(&self, start: usize, key: &str) -> (usize, Option<Entry>) {
        let words = &self.lexicon.words;
        if let Some(&entry) = words.get(key) {
            return (0, Some(entry));
        }
        if self.lexicon.language != Language::Arabic {
            return (0, None);
        }
        let lead = self.text[start..].chars().next().unwrap_or(' ');
        let (skip, bare) = match key.strip_prefix(['و', 'ف']) {
            Some(rest) if matches!(lead, 'و' | 'ف') && rest.chars().count() > 1 => (lead.len_utf8(), rest),
            _ => (0, key),
        };
        if skip > 0
            && let Some(&entry) = words.get(bare)
        {
            return (skip, Some(entry));
        }
        let (case, tail) = match bare.chars().next() {
            Some('ب') => (Case::In, &bare['ب'.len_utf8()..]),
            Some('ل') => (Case::To, &bare['ل'.len_utf8()..]),
            _ => return (0, None),
        };
        if tail.chars().count() < 2 {
            return (0, None);
        }
        let joined = if case == Case::To && tail.starts_with('ل') { words.get(&format!("ا{tail}")) } else { None };
        match joined.or_else(|| words.get(tail)) {
            Some(&entry) if !matches!(entry.tag, Tag::Prep(_) | Tag::Future | Tag::Speech | Tag::Clause | Tag::Name | Tag::Ago) => {
                (skip, Some(Entry { case, phrases: 0, ..entry }))
            }
            _ => (0, None),
        }
    }

    fn digits(&self, from: usize) -> (usize, u32, u8) {
        let (mut end, mut value, mut count) = (from, 0u32, 0u8);
        for letter in self.text[from..].chars() {
            let Some(digit) = digit(letter) else { break };
            value = value.saturating_mul(10).saturating_add(digit);
            count = count.saturating_add(1);
            end += letter.len_utf8();
        }
        (end, value, count)
    }

    fn number(&mut self, glued: bool) {
        let start = self.at;
        let (mut end, value, count) = self.digits(start);
        let mut kind = Kind::Plain;
        loop {
            let mut rest = self.text[end..].chars();
            let Some(mark) = rest.next().filter(|mark| matches!(mark, ',' | '.' | '٬' | '٫' | ' ' | '\u{a0}' | '\u{202f}' | '\'')) else {
                break;
            };
            let from = end + mark.len_utf8();
            let (to, _, more) = self.digits(from);
            let ended = !self.text[to..].starts_with(|letter: char| is_word(letter)) || mark != ' ';
            let thousands = more == 3 && (kind == Kind::Grouped || count <= 3) && ended;
            let decimal = kind == Kind::Plain && (1..=2).contains(&more) && matches!(mark, ',' | '.' | '٫') && !self.dotted(to, mark);
            if !thousands && !decimal {
                break;
            }
            (end, kind) = (to, Kind::Grouped);
        }
        self.at = end;
        if kind == Kind::Plain {
            kind = self.ending();
        }
        self.push(start, Entry::of(Tag::Number(Number { value, digits: count, kind })), glued, false);
        if kind == Kind::Ordinal && self.lexicon.language == Language::Kazakh {
            let case = super::kazakh::ordinal_case(&self.text[end..self.at]);
            if let Some(last) = self.tokens.last_mut() {
                last.case = case;
            }
        }
    }

    /// Whether the same mark and more digits follow, as in 05.01.2022.
    fn dotted(&self, at: usize, mark: char) -> bool {
        let mut rest = self.text[at..].chars();
        rest.next() == Some(mark) && rest.next().and_then(digit).is_some()
    }

    /// An ending such as th, -го, -х, -нші, s; steps over it.
    fn ending(&mut self) -> Kind {
        let rest = &self.text[self.at..];
        let dash = rest.chars().next().filter(|letter| matches!(letter, '-' | '‑' | '–' | '\'' | '’')).map_or(0, char::len_utf8);
        let letters: usize = rest[dash..].chars().take_while(|&letter| is_word(letter)).map(char::len_utf8).sum();
        if letters == 0 || letters > 24 {
            return Kind::Plain;
        }
        let mut key = std::mem::take(&mut self.key);
        fold(&rest[dash..dash + letters], &mut key);
        let kind = match self.lexicon.language {
            Language::English if dash == 0 || &key == "s" => match key.as_str() {
                "th" | "st" | "nd" | "rd" => Kind::Ordinal,
                "s" => Kind::Plural,
                _ => Kind::Plain,
            },
            Language::Russian if dash > 0 => match key.as_str() {
                "го" | "ого" | "й" | "ый" | "ий" | "я" | "ая" | "ое" | "му" | "ому" | "м" | "ом" | "ю" | "ую" | "ой" => {
                    Kind::Ordinal
                }
                "е" | "х" | "ых" | "ые" | "ми" | "ым" => Kind::Plural,
                _ => Kind::Plain,
            },
            Language::Kazakh if super::kazakh::is_ordinal_ending(&key, dash > 0) => Kind::Ordinal,
            _ => Kind::Plain,
        };
        self.key = key;
        if kind != Kind::Plain {
            self.at += dash + letters;
        }
        kind
    }
}
