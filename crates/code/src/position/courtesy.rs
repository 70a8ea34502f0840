//! Deeds that look friendly and take no side: condolences, and gathering what is known of somebody.

use mizan_record::{Class, Document, Event};

use crate::clause::{ClauseWord, from_trigger, up_to_trigger};

/// Condolences (folded), and the two Kazakh words.
const CONDOLENCES: [&str; 8] = ["condolence*", "соболезнован*", "تعازي*", "التعازي", "تعزيه", "بتعازي*", "بالتعازي", "العزاء"];
const CONDOLE_KAZAKH: [&str; 2] = ["көңіл*", "айт*"];

/// To gather (folded), and what is gathered.
const GATHER: [&str; 19] = [
    "gathered",
    "gathers",
    "gathering",
    "gather",
    "collected",
    "collects",
    "collecting",
    "collect",
    "собра*",
    "собира*",
    "сбор*",
    "جمع",
    "جمعت",
    "يجمع",
    "تجمع",
    "جمعوا",
    "жинады",
    "жинап",
    "жинаған",
];
const INFORMATION: [&str; 14] = [
    "information",
    "intelligence",
    "data",
    "информаци*",
    "сведени*",
    "данные",
    "данных",
    "معلومات",
    "المعلومات",
    "بيانات",
    "البيانات",
    "ақпарат*",
    "мәлімет*",
    "дерек*",
];

/// How many words from the trigger on, or in Kazakh before it, may lead to what it is about.
const NEAR: usize = 5;

/// Whether an event is such a deed.
pub(super) fn is_no_side(event: &Event, document: &Document) -> bool {
    let (head, tail) = (up_to_trigger(document, event), from_trigger(document, event));
    let start = head.len().saturating_sub(NEAR);
    let near: Vec<&ClauseWord> = head[start..].iter().chain(tail.iter().take(NEAR)).collect();
    event.class == Class::Support && condoles(&near, &tail) || event.class == Class::Cooperate && gathers(event, &head, &near)
}

/// "قدم تعازيه", "offered condolences", "көңіл айтты".
fn condoles(near: &[&ClauseWord], tail: &[ClauseWord]) -> bool {
    let kazakh = near.windows(2).any(|pair| pair[0].is(&CONDOLE_KAZAKH[..1]) && pair[1].is(&CONDOLE_KAZAKH[1..]));
    kazakh || tail.iter().take(NEAR).any(|w| w.is(&CONDOLENCES))
}

/// "جمعت معلومات", "ақпарат жинады": the trigger is the verb of gathering, and its object stands near.
fn gathers(event: &Event, head: &[ClauseWord], near: &[&ClauseWord]) -> bool {
    let verb = head.iter().any(|w| w.at >= event.evidence.span.start && w.is(&GATHER));
    verb && near.iter().any(|w| w.is(&INFORMATION))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn no_side(text: &str, trigger: &str, class: Class) -> bool {
        let s = Sample::new(text, trigger, class, &[], &[]);
        is_no_side(&s.event, &s.document)
    }

    #[test]
    fn condolences_and_gathering_take_no_side() {
        for (text, trigger, class) in [
            ("وقدم الاتحاد الأوروبي تعازيه لعائلة الضحية", "تعازيه", Class::Support),
            ("وقدم الاتحاد الأوروبي تعازيه لعائلة الضحية", "قدم", Class::Support),
            ("The EU offered condolences to the family", "offered condolences", Class::Support),
            ("Путин выразил соболезнования семьям погибших", "выразил", Class::Support),
            ("Тоқаев отбасына көңіл айтты", "көңіл айтты", Class::Support),
            ("Тоқаев отбасына көңіл айтты", "айтты", Class::Support),
            ("وجمعت واشنطن أيضا معلومات من مراسلات لطوكيو", "جمعت", Class::Cooperate),
            ("Washington collected data on Tokyo", "collected", Class::Cooperate),
            ("Вашингтон собрал сведения о Токио", "собрал", Class::Cooperate),
            ("Вашингтон Токио туралы ақпарат жинады", "жинады", Class::Cooperate),
        ] {
            assert!(no_side(text, trigger, class), "{text}");
        }
    }

    #[test]
    fn help_and_shared_knowledge_take_one() {
        for (text, trigger, class) in [
            ("The EU praised the family of the victim and a day later sent its condolences", "praised", Class::Support),
            ("Moscow condemned it and offered condolences", "condemned", Class::Accuse),
            ("Washington shared intelligence with Tokyo", "shared", Class::Cooperate),
            ("جمعت واشنطن الحلفاء", "جمعت", Class::Cooperate),
            ("Москва собрала союзников", "собрала", Class::Cooperate),
            ("Тоқаев қолдау білдірді", "қолдау білдірді", Class::Support),
        ] {
            assert!(!no_side(text, trigger, class), "{text}");
        }
    }
}
