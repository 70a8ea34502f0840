//! "The EU approved an eleventh package of sanctions against Russia" is a sanction, not support.
//!
//! The encoder goes by the verb: approving, extending and expanding read like help. What is approved or tightened decides. Only events
//! towards somebody that were read as cooperation are touched, and none where the sanctions are said to be for somebody's sake
//! ("sanctions in support of Ukraine": the target may be the one helped).

use mizan_record::{Class, Document, Event, Mention};

use crate::clause::{from_trigger, up_to_trigger};
use crate::codebook::recode;
use crate::restraint::{Restraint, governed};

/// The rule's name in a record's origin.
pub const NAME: &str = "sanction";

/// To approve or adopt. Restrictions can be accepted ("Иран принял ограничения"), so these count with sanctions alone.
const APPROVE: [&str; 22] = [
    "approve",
    "approves",
    "approved",
    "adopt",
    "adopts",
    "adopted",
    "одобрил*",
    "одобрит*",
    "утвердил*",
    "утвердит*",
    "принял*",
    "اقر",
    "اقرت",
    "يقر",
    "تقر",
    "اقرار",
    "اعتمد",
    "اعتمدت",
    "تبني",
    "تبنت",
    "يتبني",
    "تتبني",
];
const APPROVE_KAZAKH: [&str; 2] = ["бекіт*", "қабылда*"];

/// To impose, extend, tighten, expand or renew.
const TIGHTEN: [&str; 58] = [
    "extend",
    "extends",
    "extended",
    "tighten",
    "tightens",
    "tightened",
    "toughened",
    "expand",
    "expands",
    "expanded",
    "widened",
    "renew",
    "renews",
    "renewed",
    "impose",
    "imposes",
    "imposed",
    "продлил*",
    "продлит*",
    "продлева*",
    "ужесточил*",
    "ужесточит*",
    "ужесточает*",
    "усилил*",
    "усилит*",
    "усиливает*",
    "расширил*",
    "расширит*",
    "расширяет*",
    "ввел*",
    "ввести",
    "введет",
    "вводит",
    "مدد",
    "مددت",
    "يمدد",
    "تمدد",
    "تمديد",
    "شدد",
    "شددت",
    "يشدد",
    "تشدد",
    "تشديد",
    "وسع",
    "وسعت",
    "يوسع",
    "توسع",
    "توسيع",
    "جدد",
    "جددت",
    "يجدد",
    "تجدد",
    "تجديد",
    "فرض",
    "فرضت",
    "فرضوا",
    "يفرض",
    "تفرض",
];
const TIGHTEN_KAZAKH: [&str; 9] = ["ұзарт*", "күшейт*", "кеңейт*", "қатайт*", "қатаңдат*", "енгіз*", "салды", "салған", "салып"];

/// Words for whose sake.
const SAKE: [&str; 9] = ["support", "solidarity", "поддерж*", "солидарност*", "қолда*", "دعما", "لدعم", "تضامنا", "تاييدا"];

/// Make an event that approves or tightens sanctions a SANCTION.
pub fn apply(event: &mut Event, document: &Document, mentions: &[Mention]) {
    let helps = matches!(event.class, Class::Agree | Class::Support | Class::Cooperate | Class::Aid | Class::Concede);
    if !helps || event.targets.is_empty() || for_ones_sake(event, document) {
        return;
    }
    let approved = governed(document, event, mentions, &APPROVE, &APPROVE_KAZAKH) == Some(Restraint::Sanctions);
    if approved || governed(document, event, mentions, &TIGHTEN, &TIGHTEN_KAZAKH).is_some() {
        recode(event, Class::Sanction, NAME);
    }
}

fn for_ones_sake(event: &Event, document: &Document) -> bool {
    from_trigger(document, event).iter().chain(&up_to_trigger(document, event)).any(|w| w.is(&SAKE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn coded(text: &str, trigger: &str, source: &str, target: &str, class: Class) -> Class {
        let mut s = Sample::new(text, trigger, class, &[source], &[target]);
        apply(&mut s.event, &s.document, &s.mentions);
        assert_eq!(s.event.class != class, s.event.origin.rules == [NAME]);
        assert_eq!(s.event.cameo, crate::codebook::entry(s.event.class).cameo);
        s.event.class
    }

    #[test]
    fn to_approve_or_tighten_sanctions_is_a_sanction() {
        for (text, trigger, source, target) in [
            ("The EU approved an 11th package of sanctions against Russia", "approved", "EU", "Russia"),
            ("The EU has extended its economic sanctions on Russia", "has extended", "EU", "Russia"),
            ("Moscow expanded the list of EU officials barred from entering", "expanded", "Moscow", "EU"),
            ("ЕС одобрил 11-й пакет антироссийских санкций, и Россия ответила", "одобрил", "ЕС", "Россия"),
            ("Брюссель резко усилил ограничения против России", "резко усилил", "Брюссель", "России"),
            ("Россия расширила список чиновников ЕС, которым запрещен въезд", "расширила", "Россия", "ЕС"),
            ("أقر الاتحاد الأوروبي الحزمة الحادية عشرة من العقوبات على روسيا", "أقر", "الاتحاد الأوروبي", "روسيا"),
            ("ومددت واشنطن العقوبات على إيران", "مددت", "واشنطن", "إيران"),
            (
                "Еуропалық одақ өткен жұмада Ресейге қарсы санкциялардың он бірінші топтамасын бекітті.",
                "бекітті",
                "Еуропалық одақ",
                "Ресейге",
            ),
            ("Брюссель шектеулерді күрт күшейтіп, Ресейді ажыратты", "күрт күшейтіп", "Брюссель", "Ресейді"),
            ("Мәскеу Ресейге кіруіне тыйым салынған Еуроодақ өкілдерінің тізімін кеңейтті.", "кеңейтті", "Мәскеу", "Еуроодақ өкілдерінің"),
        ] {
            assert_eq!(coded(text, trigger, source, target, Class::Support), Class::Sanction, "{text}");
        }
    }

    #[test]
    fn other_things_approved_stay() {
        for (text, trigger, source, target) in [
            ("The EU approved the lifting of sanctions on Syria", "approved", "EU", "Syria"),
            ("The US approved sanctions relief for Iran", "approved", "US", "Iran"),
            ("The EU approved aid to Ukraine and sanctions", "approved", "EU", "Ukraine"),
            ("The EU approved new sanctions in support of Ukraine", "approved", "EU", "Ukraine"),
            ("Tehran expanded cooperation with Moscow despite sanctions", "expanded", "Tehran", "Moscow"),
            ("Иран принял ограничения, которых требовал МАГАТЭ", "принял", "Иран", "МАГАТЭ"),
            ("ЕС одобрил смягчение санкций против Сирии", "одобрил", "ЕС", "Сирии"),
            ("ЕС одобрил план помощи Украине", "одобрил", "ЕС", "Украине"),
            ("شدد الوزير على ضرورة رفع العقوبات عن سوريا", "شدد", "الوزير", "سوريا"),
            ("أقر الاتحاد الأوروبي تخفيف العقوبات على سوريا", "أقر", "الاتحاد الأوروبي", "سوريا"),
            ("Еуроодақ Сирияға санкцияларды жеңілдету туралы шешімді бекітті", "бекітті", "Еуроодақ", "Сирияға"),
            ("Қазақстан Қытаймен сауданы кеңейтті", "кеңейтті", "Қазақстан", "Қытаймен"),
        ] {
            assert_eq!(coded(text, trigger, source, target, Class::Support), Class::Support, "{text}");
        }
        let threat = "The EU approved sanctions on Russia";
        assert_eq!(coded(threat, "approved", "EU", "Russia", Class::Threaten), Class::Threaten);
    }
}
