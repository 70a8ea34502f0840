//! The brief, as it is printed.

use insta::assert_snapshot;
use mizan::brief::{Look, render};
use mizan_record::Kind;
use mizan_text::Language;

use crate::sample;

/// FSI, PDI, RLM, LRM and ESC, made visible.
fn visible(brief: &str) -> String {
    brief.replace('\u{2068}', "⟦").replace('\u{2069}', "⟧").replace('\u{200F}', "◂").replace('\u{200E}', "▸").replace('\u{1b}', "␛")
}

fn look(language: Language) -> Look {
    Look { language, width: 80, colour: false, quotes: true }
}

#[test]
fn english() {
    assert_snapshot!(visible(&render(&sample::story(Language::English), &look(Language::English))), @r#"
The report
  Title: Kazakhstan keeps its distance [1]
  Source: samples/distance.txt
  Outlet: The Steppe Post
  Published: 2025-10-04 (from the head of the text)
  Language: English
  Sentences: 5 (headings: 1)
  Identifier: 5f1d7a84c2e90b36
  Read by: encoder-2025.10
  Doubt: Other encoding than UTF-8 — the bytes were read as windows-1256, by
      guess, not as UTF-8

Actors
  Kazakhstan · KAZ · state · government · mentions: 5 · identified by name
      [3, 4, 5, 6]
  Russia · RUS · state · government · mentions: 2 · identified by name [5, 6]
  Kassym-Jomart Tokayev · KAZ · person · government · President of Kazakhstan ·
      mentions: 1 · identified by name [2]
  CSTO · IGO · organisation · international body · mentions: 1 · identified by
      name [2]
  Ukraine · UKR · state · government · mentions: 1 · identified by name [3]
  Alexei Naumov · RUS · person · analysts and academics · mentions: 1 ·
      identified by the model's estimate [4]
  BRICS · IGO · organisation · international body · mentions: 1 · identified by
      name [4]
  ambassador · role · mentions: 1 · identified by the model's estimate [6]

Timeline
  Reported as fact
    2022-01 · request or demand (REQUEST) · Kassym-Jomart Tokayev → CSTO · 90%
        [2]
    ≤ 2025-10-04 · publication · aid (AID) · Kazakhstan → Ukraine · 85% [3]
  Background
    1991 · support or recognition (SUPPORT) · Russia → Kazakhstan · 65% [6]
  Expected
    no date · talks or visit (CONSULT) · Kazakhstan · 80% [3]
  Denied or did not happen
    no date · coercion or arrest (COERCE) · Kazakhstan → ambassador · 60% [6]
  As told by others
    ≤ 2025-10-04 · publication · refusal (REJECT) · Kazakhstan → BRICS ·
        actual · per Alexei Naumov · 75% [4]
    no date · sanctions or cutting of ties (SANCTION) · Russia → Kazakhstan ·
        possible · per Alexei Naumov (carried) · 70% [4, 5]

Who claims what
  Alexei Naumov · RUS · analysts and academics [4]
    opinion · “Kazakhstan refused to join BRICS” · 88% [4]
    forecast (carried) · “Moscow may impose sanctions on Kazakhstan” · 88%
        [4, 5]

Positions
  Kazakhstan · for · “sent medical supplies to Ukraine” · towards: Ukraine ·
      ≤ 2025-10-04 · publication · on its own deed [3]
  Kazakhstan · against · “refused to join BRICS” · towards: BRICS ·
      ≤ 2025-10-04 · publication · as told by Alexei Naumov [4]

Forecasts
  forecast · Alexei Naumov (carried) · “Moscow may impose sanctions on
      Kazakhstan” · 88% [4, 5]
  expected events in the timeline: 1 [3]

Tone
  Kazakhstan · favourable: 1 [3]
  Russia · unfavourable: 1 [5]

Cited sentences
  [1] Kazakhstan keeps its distance
  [2] In January 2022 President Tokayev asked the CSTO for help.
  [3] Kazakhstan sent medical supplies to Ukraine, and Astana will host talks.
  [4] Analyst Alexei Naumov believes that Kazakhstan refused to join BRICS.
  [5] He added that Moscow may impose sanctions on Kazakhstan.
  [6] In 1991 Russia recognised Kazakhstan, which did not expel its ambassador.
"#);
}

#[test]
fn arabic() {
    assert_snapshot!(visible(&render(&sample::story(Language::Arabic), &look(Language::Arabic))), @r#"
◂التقرير
◂  العنوان: كازاخستان تحافظ على مسافتها ⟦[1]⟧
◂  المصدر: ⟦samples/distance.txt⟧
◂  وسيلة الإعلام: الجزيرة نت
◂  تاريخ النشر: ⟦2025-10-04⟧ (من مستهل النص)
◂  اللغة: العربية
◂  عدد الجمل: ⟦5⟧ (عدد العناوين: ⟦1⟧)
◂  المعرّف: ⟦5f1d7a84c2e90b36⟧
◂  النموذج: ⟦encoder-2025.10⟧
◂  موضع شك: ترميز غير UTF-8 — ⟦the bytes were read as windows-1256, by guess, not⟧
◂      ⟦as UTF-8⟧

◂الأطراف الفاعلة
◂  كازاخستان · ⟦KAZ⟧ · دولة · حكومة · عدد الإشارات: ⟦5⟧ · حُدّد بالاسم ⟦[3, 4, 5, 6]⟧
◂  روسيا · ⟦RUS⟧ · دولة · حكومة · عدد الإشارات: ⟦2⟧ · حُدّد بالاسم ⟦[5, 6]⟧
◂  قاسم جومارت توكاييف · ⟦KAZ⟧ · شخص · حكومة · رئيس كازاخستان · عدد الإشارات: ⟦1⟧ ·
◂      حُدّد بالاسم ⟦[2]⟧
◂  منظمة معاهدة الأمن الجماعي · ⟦IGO⟧ · منظمة أو مؤسسة · هيئة دولية · عدد
◂      الإشارات: ⟦1⟧ · حُدّد بالاسم ⟦[2]⟧
◂  أوكرانيا · ⟦UKR⟧ · دولة · حكومة · عدد الإشارات: ⟦1⟧ · حُدّد بالاسم ⟦[3]⟧
◂  ألكسي نوموف · ⟦RUS⟧ · شخص · محللون وأكاديميون · عدد الإشارات: ⟦1⟧ · حُدّد بتقدير
◂      النموذج ⟦[4]⟧
◂  ⟦البريكس (BRICS)⟧ · ⟦IGO⟧ · منظمة أو مؤسسة · هيئة دولية · عدد الإشارات: ⟦1⟧ · حُدّد
◂      بالاسم ⟦[4]⟧
◂  السفير · منصب أو صفة · عدد الإشارات: ⟦1⟧ · حُدّد بتقدير النموذج ⟦[6]⟧

◂التسلسل الزمني للأحداث
◂  وقائع يرويها التقرير
◂    ⟦2022-01⟧ · طلب أو مطالبة (⟦REQUEST⟧) · قاسم جومارت توكاييف ← منظمة معاهدة الأمن
◂        الجماعي · ⟦90%⟧ ⟦[2]⟧
◂    ⟦≤ 2025-10-04⟧ · النشر · مساعدة (⟦AID⟧) · كازاخستان ← أوكرانيا · ⟦85%⟧ ⟦[3]⟧
◂  خلفية تاريخية
◂    ⟦1991⟧ · دعم أو اعتراف (⟦SUPPORT⟧) · روسيا ← كازاخستان · ⟦65%⟧ ⟦[6]⟧
◂  متوقع
◂    بلا تاريخ · محادثات أو زيارة (⟦CONSULT⟧) · كازاخستان · ⟦80%⟧ ⟦[3]⟧
◂  منفي أو لم يحدث
◂    بلا تاريخ · إكراه أو اعتقال (⟦COERCE⟧) · كازاخستان ← السفير · ⟦60%⟧ ⟦[6]⟧
◂  على لسان الآخرين
◂    ⟦≤ 2025-10-04⟧ · النشر · رفض (⟦REJECT⟧) · كازاخستان ← ⟦البريكس (BRICS)⟧ · فعلي ·
◂        بحسب ألكسي نوموف · ⟦75%⟧ ⟦[4]⟧
◂    بلا تاريخ · عقوبات أو قطع علاقات (⟦SANCTION⟧) · روسيا ← كازاخستان · محتمل ·
◂        بحسب ألكسي نوموف (القائل مستنتج من السياق) · ⟦70%⟧ ⟦[4, 5]⟧

◂من يقول ماذا
◂  ألكسي نوموف · ⟦RUS⟧ · محللون وأكاديميون ⟦[4]⟧
◂    رأي · «⟦كازاخستان رفضت الانضمام إلى البريكس (BRICS)⟧» · ⟦88%⟧ ⟦[4]⟧
◂    توقع (القائل مستنتج من السياق) · «موسكو قد تفرض عقوبات على كازاخستان» · ⟦88%⟧
◂        ⟦[4, 5]⟧

◂المواقف
◂  كازاخستان · مؤيد · «أرسلت إمدادات طبية إلى أوكرانيا» · تجاه: أوكرانيا ·
◂      ⟦≤ 2025-10-04⟧ · النشر · استنادا إلى فعله ⟦[3]⟧
◂  كازاخستان · معارض · «⟦رفضت الانضمام إلى البريكس (BRICS)⟧» · تجاه: ⟦البريكس⟧
◂      ⟦◂(BRICS)⟧ · ⟦≤ 2025-10-04⟧ · النشر · كما يقول ألكسي نوموف ⟦[4]⟧

◂التوقعات
◂  توقع · ألكسي نوموف (القائل مستنتج من السياق) · «موسكو قد تفرض عقوبات على
◂      كازاخستان» · ⟦88%⟧ ⟦[4, 5]⟧
◂  أحداث متوقعة في التسلسل الزمني: ⟦1⟧ ⟦[3]⟧

◂النبرة
◂  كازاخستان · إيجابية: ⟦1⟧ ⟦[3]⟧
◂  روسيا · سلبية: ⟦1⟧ ⟦[5]⟧

◂الجمل المستشهد بها
◂  ⟦[1]⟧ كازاخستان تحافظ على مسافتها
◂  ⟦[2]⟧ ⟦في يناير/كانون الثاني 2022 طلب الرئيس توكاييف المساعدة من منظمة معاهدة⟧
◂      ⟦الأمن الجماعي.⟧
◂  ⟦[3]⟧ أرسلت كازاخستان إمدادات طبية إلى أوكرانيا، وستستضيف أستانا محادثات.
◂  ⟦[4]⟧ ⟦ويرى المحلل ألكسي نوموف أن كازاخستان رفضت الانضمام إلى البريكس (BRICS).⟧
◂  ⟦[5]⟧ وأضاف أن موسكو قد تفرض عقوبات على كازاخستان.
◂  ⟦[6]⟧ ⟦وفي 1991 اعترفت روسيا بكازاخستان التي لم تطرد سفيرها.⟧
"#);
}

#[test]
fn an_arabic_report_in_english_words() {
    let look = Look { width: 60, quotes: false, ..look(Language::English) };
    assert_snapshot!(visible(&render(&sample::story(Language::Arabic), &look)), @r#"
The report
  Title: ⟦كازاخستان تحافظ على مسافتها⟧ [1]
  Source: samples/distance.txt
  Outlet: ⟦الجزيرة نت⟧
  Published: 2025-10-04 (from the head of the text)
  Language: Arabic
  Sentences: 5 (headings: 1)
  Identifier: 5f1d7a84c2e90b36
  Read by: encoder-2025.10
  Doubt: Other encoding than UTF-8 — the bytes were read as
      windows-1256, by guess, not as UTF-8

Actors
  ⟦كازاخستان⟧ · KAZ · state · government · mentions: 5 ·
      identified by name [3, 4, 5, 6]
  ⟦روسيا⟧ · RUS · state · government · mentions: 2 ·
      identified by name [5, 6]
  ⟦قاسم جومارت توكاييف⟧ · KAZ · person · government · ⟦رئيس⟧
      ⟦كازاخستان⟧ · mentions: 1 · identified by name [2]
  ⟦منظمة معاهدة الأمن الجماعي⟧ · IGO · organisation ·
      international body · mentions: 1 · identified by name
      [2]
  ⟦أوكرانيا⟧ · UKR · state · government · mentions: 1 ·
      identified by name [3]
  ⟦ألكسي نوموف⟧ · RUS · person · analysts and academics ·
      mentions: 1 · identified by the model's estimate [4]
  ⟦البريكس (BRICS)⟧ · IGO · organisation · international
      body · mentions: 1 · identified by name [4]
  ⟦السفير⟧ · role · mentions: 1 · identified by the model's
      estimate [6]

Timeline
  Reported as fact
    2022-01 · request or demand (REQUEST) · ⟦قاسم جومارت⟧
        ⟦توكاييف⟧ → ⟦منظمة معاهدة الأمن الجماعي⟧ · 90% [2]
    ≤ 2025-10-04 · publication · aid (AID) · ⟦كازاخستان⟧ →
        ⟦أوكرانيا⟧ · 85% [3]
  Background
    1991 · support or recognition (SUPPORT) · ⟦روسيا⟧ →
        ⟦كازاخستان⟧ · 65% [6]
  Expected
    no date · talks or visit (CONSULT) · ⟦كازاخستان⟧ · 80% [3]
  Denied or did not happen
    no date · coercion or arrest (COERCE) · ⟦كازاخستان⟧ →
        ⟦السفير⟧ · 60% [6]
  As told by others
    ≤ 2025-10-04 · publication · refusal (REJECT) ·
        ⟦كازاخستان⟧ → ⟦البريكس (BRICS)⟧ · actual · per ⟦ألكسي⟧
        ⟦نوموف⟧ · 75% [4]
    no date · sanctions or cutting of ties (SANCTION) ·
        ⟦روسيا⟧ → ⟦كازاخستان⟧ · possible · per ⟦ألكسي نوموف⟧
        (carried) · 70% [4, 5]

Who claims what
  ⟦ألكسي نوموف⟧ · RUS · analysts and academics [4]
    opinion · “⟦كازاخستان رفضت الانضمام إلى البريكس⟧
        ⟦◂(BRICS)⟧” · 88% [4]
    forecast (carried) · “⟦موسكو قد تفرض عقوبات على⟧
        ⟦كازاخستان⟧” · 88% [4, 5]

Positions
  ⟦كازاخستان⟧ · for · “⟦أرسلت إمدادات طبية إلى أوكرانيا⟧” ·
      towards: ⟦أوكرانيا⟧ · ≤ 2025-10-04 · publication · on
      its own deed [3]
  ⟦كازاخستان⟧ · against · “⟦رفضت الانضمام إلى البريكس⟧
      ⟦◂(BRICS)⟧” · towards: ⟦البريكس (BRICS)⟧ ·
      ≤ 2025-10-04 · publication · as told by ⟦ألكسي نوموف⟧
      [4]

Forecasts
  forecast · ⟦ألكسي نوموف⟧ (carried) · “⟦موسكو قد تفرض عقوبات⟧
      ⟦على كازاخستان⟧” · 88% [4, 5]
  expected events in the timeline: 1 [3]

Tone
  ⟦كازاخستان⟧ · favourable: 1 [3]
  ⟦روسيا⟧ · unfavourable: 1 [5]

Cited sentences
  The sentences behind the numbers are printed with
      --quotes.
"#);
}

#[test]
fn an_empty_report_says_so_in_each_section() {
    assert_snapshot!(visible(&render(&sample::empty(), &look(Language::English))), @r#"
The report
  Title: none
  Source: -
  Outlet: unknown
  Published: unknown
  Language: unknown
  Sentences: 0
  Identifier: 00
  Read by: unknown
  Doubt: Language unknown — there is too little to tell the language by

Actors
  No actor was found.

Timeline
  No event was found.

Who claims what
  Nobody's words are reported.

Positions
  No position was found.

Forecasts
  Nothing is expected or predicted.

Tone
  No sentence is clearly favourable or unfavourable towards an actor.
"#);
}

#[test]
fn colour_adds_only_colour() {
    for language in Language::ALL {
        let report = sample::story(language);
        let plain = render(&report, &look(language));
        let coloured = render(&report, &Look { colour: true, ..look(language) });
        assert_ne!(plain, coloured);
        assert_eq!(plain, coloured.replace("\u{1b}[0m", "").replace("\u{1b}[1m", "").replace("\u{1b}[2m", ""));
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for language in Language::ALL {
        assert_eq!(render(&sample::story(language), &look(language)), render(&sample::story(language), &look(language)));
    }
}

#[test]
fn what_others_tell_never_stands_among_the_facts() {
    let brief = render(&sample::story(Language::English), &look(Language::English));
    let (facts, told) = brief.split_once("As told by others").expect("there is a group for it");
    for words in ["(REJECT)", "(SANCTION)", "per Alexei Naumov"] {
        assert!(!facts.contains(words) && told.contains(words), "{words}");
    }
}

#[test]
fn actors_mentioned_once_share_a_line_and_the_unknown_are_counted() {
    let mut report = sample::story(Language::English);
    (report.events, report.claims, report.positions) = (Vec::new(), Vec::new(), Vec::new());
    let wide = Look { width: 200, ..look(Language::English) };
    let brief = render(&report, &wide);
    let line = "  mentioned once: Kassym-Jomart Tokayev [2], CSTO [2], Ukraine [3], Alexei Naumov [4], BRICS [4], and 1 more\n";
    assert!(brief.contains(line), "{brief}");
    report.actors.retain(|actor| actor.identity.kind == Kind::Role);
    assert!(render(&report, &wide).contains("  mentioned once: 1\n"));
}

#[test]
fn offices_have_words_and_others_are_printed_as_they_are() {
    let mut report = sample::story(Language::English);
    report.actors[0].identity.office = Some("head-of-state".into());
    for (language, word) in [
        (Language::English, "head of state"),
        (Language::Arabic, "رئيس الدولة"),
        (Language::Russian, "глава государства"),
        (Language::Kazakh, "мемлекет басшысы"),
    ] {
        let brief = render(&report, &Look { width: 200, ..look(language) });
        assert!(brief.contains(word) && !brief.contains("head-of-state"), "{brief}");
    }
}

#[test]
fn every_language_has_its_own_words() {
    for (language, words) in [
        (Language::English, ["Timeline", "request or demand", "Kassym-Jomart Tokayev"]),
        (Language::Arabic, ["التسلسل الزمني", "طلب أو مطالبة", "قاسم جومارت توكاييف"]),
        (Language::Russian, ["Хронология", "просьба или требование", "Касым-Жомарт Токаев"]),
        (Language::Kazakh, ["Оқиғалар", "өтініш не талап", "Қасым-Жомарт Тоқаев"]),
    ] {
        let brief = render(&sample::story(language), &look(language));
        for word in words {
            assert!(brief.contains(word), "{language:?} {word}");
        }
    }
}
