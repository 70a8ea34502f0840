//! Poles and groups of states, out of `data/poles.tsv` or a file of the analyst's.

use jiff::civil::Date;
use mizan_text::Language;

/// A pole: a state, or several with those who act in their name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pole {
    /// Its code, as printed in the file.
    pub(crate) code: String,
    names: [String; 4],
    /// Who acts in the name of all: country codes and keys of the knowledge base.
    pub(crate) bodies: Vec<String>,
    /// Codes under which tables print the group as one.
    pub(crate) aggregates: Vec<String>,
    /// Its members.
    pub(crate) members: Vec<Member>,
}

/// A member and its days.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Member {
    /// Country code, or a key of the knowledge base.
    pub(crate) code: String,
    /// First day; `None`: since ever.
    pub(crate) since: Option<Date>,
    /// Last day; `None`: until now.
    pub(crate) until: Option<Date>,
}

/// What is wrong with a file of poles.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Error {
    #[error(
        "`{file}`, line {line}: a line has a code, a kind and at least one more cell, with tabs between\nhint: the head of data/poles.tsv says how"
    )]
    Short { file: String, line: usize },
    #[error("`{file}`, line {line}: `{kind}` is no kind of line\nhint: one of name, body, aggregate, member")]
    Kind { file: String, line: usize, kind: String },
    #[error("`{file}`, line {line}: `{day}` is no day\nhint: write it as 2004-05-01, or leave the cell empty")]
    Day { file: String, line: usize, day: String },
    #[error("`{file}`, line {line}: the membership ends before it begins\nhint: the first day stands before the last")]
    Backwards { file: String, line: usize },
    #[error("`{file}`: the pole `{pole}` has no {lacks}\nhint: each needs a line of kind name and one of kind member")]
    Lacks { file: String, pole: String, lacks: &'static str },
}

/// All poles of a file, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Poles(Vec<Pole>);

impl Poles {
    /// Those that are built into the program.
    pub(crate) fn shipped() -> Poles {
        Poles::parse("data/poles.tsv", include_str!("../../../../data/poles.tsv")).expect("the shipped poles are parsed by a test")
    }

    /// Those of a file, whose name is for messages.
    ///
    /// # Errors
    /// When a line is not as the head of the shipped file says, or a pole has no name or no member.
    pub(crate) fn parse(file: &str, text: &str) -> Result<Poles, Error> {
        let mut poles = Poles(Vec::new());
        for (number, line) in text.lines().enumerate().filter(|(_, l)| !l.starts_with('#') && !l.trim().is_empty()) {
            poles.line(file, number + 1, line)?;
        }
        let lacks = |pole: &Pole| match (pole.names[0].is_empty(), pole.members.is_empty()) {
            (true, _) => Some("name"),
            (_, true) => Some("member"),
            _ => None,
        };
        match poles.0.iter().find_map(|p| Some((p, lacks(p)?))) {
            Some((pole, lacks)) => Err(Error::Lacks { file: file.into(), pole: pole.code.clone(), lacks }),
            None => Ok(poles),
        }
    }

    fn line(&mut self, file: &str, line: usize, text: &str) -> Result<(), Error> {
        let cells: Vec<&str> = text.split('\t').map(str::trim).collect();
        let (Some(code), Some(kind), Some(first)) = (cells.first(), cells.get(1), cells.get(2).filter(|c| !c.is_empty())) else {
            return Err(Error::Short { file: file.into(), line });
        };
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        let day = |at: usize| match cell(at) {
            "" => Ok(None),
            day => day.parse().map(Some).map_err(|_| Error::Day { file: file.into(), line, day: day.into() }),
        };
        let pole = self.entry(code);
        match *kind {
            "name" => pole.names = std::array::from_fn(|at| cell(at + 2).to_string()),
            "body" => pole.bodies.push((*first).to_string()),
            "aggregate" => pole.aggregates.push((*first).to_string()),
            "member" => {
                let (since, until) = (day(3)?, day(4)?);
                if since.zip(until).is_some_and(|(since, until)| since > until) {
                    return Err(Error::Backwards { file: file.into(), line });
                }
                pole.members.push(Member { code: (*first).to_string(), since, until });
            }
            kind => return Err(Error::Kind { file: file.into(), line, kind: kind.into() }),
        }
        Ok(())
    }

    fn entry(&mut self, code: &str) -> &mut Pole {
        let at = self.0.iter().position(|p| p.code == code).unwrap_or_else(|| {
            let (names, bodies, aggregates, members) = Default::default();
            self.0.push(Pole { code: code.into(), names, bodies, aggregates, members });
            self.0.len() - 1
        });
        &mut self.0[at]
    }

    /// The pole of a code, whatever its case.
    pub(crate) fn coded(&self, code: &str) -> Option<&Pole> {
        self.0.iter().find(|p| p.code.eq_ignore_ascii_case(code))
    }

    /// The pole of a name in any of the languages.
    pub(crate) fn named(&self, name: &str) -> Option<&Pole> {
        let name = name.to_lowercase();
        self.0.iter().find(|p| p.names.iter().any(|n| n.to_lowercase() == name))
    }

    /// The group in whose name a body acts, when tables print it as one.
    pub(crate) fn of_body(&self, body: &str) -> Option<&Pole> {
        self.0.iter().find(|p| !p.aggregates.is_empty() && p.bodies.iter().any(|b| b == body))
    }

    /// All codes, for a message.
    pub(crate) fn codes(&self) -> String {
        self.0.iter().map(|p| p.code.as_str()).collect::<Vec<_>>().join(", ")
    }
}

impl Pole {
    /// Its name in a language, or else in English.
    pub(crate) fn name(&self, language: Language) -> &str {
        let at = match language {
            Language::English => 0,
            Language::Arabic => 1,
            Language::Russian => 2,
            Language::Kazakh => 3,
        };
        [at, 0].into_iter().map(|at| self.names[at].as_str()).find(|n| !n.is_empty()).unwrap_or(&self.code)
    }

    /// The state that it is, when it is no more than one.
    pub(crate) fn alone(&self) -> Option<&str> {
        match (self.members.as_slice(), self.bodies.is_empty()) {
            ([Member { code, since: None, until: None }], true) => Some(code),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use mizan_annotate::lexicon::Lexicon;

    #[test]
    fn every_code_of_the_shipped_poles_is_known() {
        let lexicon = Lexicon::shipped();
        let poles = Poles::shipped();
        for pole in &poles.0 {
            for code in pole.members.iter().map(|m| &m.code).chain(&pole.bodies) {
                assert!(lexicon.actor(code).is_some(), "{}: {code}", pole.code);
            }
            assert!(Language::ALL.iter().all(|l| !pole.name(*l).is_empty()) && pole.names.iter().all(|n| !n.is_empty()), "{}", pole.code);
        }
        assert_eq!(poles.coded("rus").and_then(Pole::alone), Some("RUS"));
        assert_eq!(poles.coded("WST").and_then(Pole::alone), None);
        assert_eq!(poles.named("запад").map(|p| p.code.as_str()), Some("WST"));
        assert_eq!(poles.of_body("EUR").map(|p| p.code.as_str()), Some("EU-STATES"));
    }

    #[test]
    fn memberships_have_their_days() {
        let poles = Poles::parse("p", "X\tname\tThe X\nX\tmember\tGBR\t1973-01-01\t2020-01-31\n# a comment\n\nX\tmember\tFRA").unwrap();
        let x = poles.coded("X").unwrap();
        assert_eq!(x.members[0], Member { code: "GBR".into(), since: Some(date(1973, 1, 1)), until: Some(date(2020, 1, 31)) });
        assert_eq!((x.members[1].since, x.members[1].until), (None, None));
        assert_eq!(x.name(Language::Kazakh), "The X");
    }

    #[test]
    fn a_wrong_line_is_named() {
        for (text, says) in [
            ("X\tname", "line 1: a line has"),
            ("X\tname\tn\nX\tfriend\tGBR", "line 2: `friend` is no kind"),
            ("X\tmember\tGBR\tyesterday", "`yesterday` is no day"),
            ("X\tmember\tGBR\t2020-01-01\t2019-01-01", "ends before it begins"),
            ("X\tname\tn", "the pole `X` has no member"),
            ("X\tmember\tGBR", "the pole `X` has no name"),
        ] {
            let error = Poles::parse("f.tsv", text).unwrap_err().to_string();
            assert!(error.starts_with("`f.tsv`") && error.contains(says) && error.contains("\nhint: "), "{error}");
        }
    }
}
