//! Named entities: people, organisations, states and cities, places, peoples, by the head of the text's language. Every head learnt the habits
//! of one public set (`docs/model.md`), which the actors of a [`super::Reading`] do not follow: those may be common nouns.

use mizan_text::{Language, Span, sentences};

use super::Error;
use super::decode::argmax;
use super::network::Network;
use super::reading::Tokens;

/// A named entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// `PER`, `ORG`, `GPE`, `LOC` or `GRP`; the English head knows the first two and `LOC`, which there means states and cities too.
    pub kind: String,
}

impl Entity {
    fn moved(self, by: usize) -> Entity {
        Entity { span: Span::new(self.span.start + by, self.span.end + by), ..self }
    }
}

/// The most tokens that were read at once in training, begin and end included.
const TRAINED: usize = 160;

/// The entities of a text in order. A longer text than those of the training is read sentence after sentence, and a sentence that the network
/// cannot hold part after part, cut between words.
pub(crate) fn read(network: &Network, text: &str, language: Language) -> Result<Vec<Entity>, Error> {
    if Tokens::of(network, text).count() <= TRAINED {
        return read_part(network, text, language);
    }
    let mut out = Vec::new();
    for sentence in sentences(text, Some(language)) {
        let found = read_part(network, &text[sentence.span.start..sentence.span.end], language)?;
        out.extend(found.into_iter().map(|entity| entity.moved(sentence.span.start)));
    }
    Ok(out)
}

fn read_part(network: &Network, text: &str, language: Language) -> Result<Vec<Entity>, Error> {
    let output = format!("names_{}", language.code());
    let mut out = Vec::new();
    let mut from = 0;
    while from < text.len() {
        let part = &text[from..];
        let tokens = Tokens::of(network, part);
        let held = if tokens.unread == 0 { part.len() } else { last_space(part, part.len() - tokens.unread) };
        let tokens = if held == part.len() { tokens } else { Tokens::of(network, &part[..held]) };
        let tags = network.tagged(tokens.pieces(), &output)?;
        let best: Vec<usize> = (1..tokens.count() - 1).map(|token| argmax(tags.row(token))).collect();
        out.extend(runs(&best).into_iter().filter_map(|(start, end, kind)| {
            let span = tokens.span(start + 1, end + 1);
            let kind = network.labels().group("names").get(kind)?.clone();
            (!span.is_empty()).then(|| Entity { span, kind }.moved(from))
        }));
        from += held;
    }
    Ok(out)
}

/// Where the last space before `end` is, or `end` if there is none.
fn last_space(text: &str, end: usize) -> usize {
    text[..end].rfind(char::is_whitespace).filter(|&at| at > 0).unwrap_or(end)
}

/// Runs of tags, half-open, with the number of their kind: tag 0 is outside, 1 + 2k begins kind k, 2 + 2k goes on with it.
fn runs(tags: &[usize]) -> Vec<(usize, usize, usize)> {
    let mut out: Vec<(usize, usize, usize)> = Vec::new();
    for (at, &tag) in tags.iter().enumerate() {
        match out.last_mut() {
            Some((_, end, kind)) if *end == at && tag == 2 + 2 * *kind => *end = at + 1,
            _ if tag % 2 == 1 => out.push((at, at + 1, tag / 2)),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_begins_with_its_mark_and_goes_on_with_its_kind() {
        assert_eq!(runs(&[0, 1, 2, 2, 0, 3, 3, 4]), [(1, 4, 0), (5, 6, 1), (6, 8, 1)]);
        assert_eq!(runs(&[2, 1, 4]), [(1, 2, 0)]);
        assert_eq!(runs(&[]), []);
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(last_space("one two three", 9), 7);
        assert_eq!(last_space("oneword", 4), 4);
    }
}
