use super::*;

fn texts(page: &Page) -> Vec<String> {
    page.paragraphs
        .iter()
        .map(|paragraph| if paragraph.heading { format!("# {}", paragraph.text) } else { paragraph.text.clone() })
        .collect()
}

/// A page as news sites make them: banner, menu, article with a link list in it, related stories, footer, scripts.
fn news(language: &str, title: &str, body: &str, cookies: &str, also: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{title} | Outlet</title>
<meta property=\"og:site_name\" content=\"Outlet\"><meta property=\"article:published_time\" content=\"2022-01-06T08:00:00+06:00\">
<style>.x{{color:red}}</style><script>var secret = \"<p>script text</p>\";</script></head><body>
<div class=\"cookie-banner\"><p>{cookies}</p><button>OK</button></div>
<header><nav class=\"menu\"><ul><li><a href=\"/\">Home</a></li><li><a href=\"/w\">World</a></li><li><a href=\"/s\">Sport</a></li></ul></nav></header>
<main><article><h1>{title}</h1><p class=\"meta\"><time datetime=\"2022-01-06\">6.01.2022</time></p>{body}
<div class=\"related\"><h3>{also}</h3><ul><li><a href=\"/1\">Another story that is linked here</a></li><li><a href=\"/2\">And one more of them</a></li></ul></div>
</article></main><aside class=\"sidebar\"><h3>Most read</h3><ul><li><a href=\"/3\">Popular thing</a></li></ul></aside>
<footer><p>© 2022 Outlet. All rights reserved.</p></footer><script>track()</script></body></html>"
    )
}

#[test]
fn the_article_and_nothing_else() {
    for (language, title, paragraphs, cookies, also) in [
        (
            "en",
            "Troops arrive in Almaty after days of unrest",
            [
                "Peacekeepers from the Collective Security Treaty Organisation arrived in Kazakhstan on Thursday, the alliance said in a statement.",
                "President Tokayev, who had asked for help the day before, thanked the allies and said that order would be restored within days.",
                "Internet access was cut in most of the country, and flights to Almaty were cancelled, according to the airport.",
            ],
            "We use cookies to make this site better. By going on you accept cookies.",
            "Read also",
        ),
        (
            "ru",
            "Миротворцы прибыли в Алма-Ату после беспорядков",
            [
                "Миротворцы Организации договора о коллективной безопасности прибыли в Казахстан в четверг, говорится в заявлении организации.",
                "Президент Токаев, который накануне попросил о помощи, поблагодарил союзников и заявил, что порядок будет восстановлен.",
                "Доступ в интернет был отключён почти по всей стране, рейсы в Алма-Ату отменены, сообщили в аэропорту.",
            ],
            "Мы используем файлы cookie, чтобы сделать сайт лучше.",
            "Читайте также",
        ),
        (
            "ar",
            "قوات حفظ السلام تصل ألماتي بعد أيام من الاضطرابات",
            [
                "وصلت قوات حفظ السلام التابعة لمنظمة معاهدة الأمن الجماعي إلى كازاخستان يوم الخميس، وفق بيان للمنظمة.",
                "وشكر الرئيس توكاييف، الذي طلب المساعدة في اليوم السابق، الحلفاء وقال إن النظام سيعود خلال أيام قليلة.",
                "وقطعت خدمة الإنترنت في معظم أنحاء البلاد، وألغيت الرحلات إلى ألماتي، بحسب ما أعلنه المطار.",
            ],
            "نحن نستخدم ملفات تعريف الارتباط لتحسين الموقع.",
            "اقرأ أيضا",
        ),
        (
            "kk",
            "Тәртіпсіздіктен кейін Алматыға бітімгерлер келді",
            [
                "Ұжымдық қауіпсіздік туралы шарт ұйымының бітімгерлері бейсенбі күні Қазақстанға келді, деп хабарлады ұйым.",
                "Бір күн бұрын көмек сұраған Президент Тоқаев одақтастарға алғыс айтып, тәртіп бірнеше күнде қалпына келеді деді.",
                "Ел аумағының көп бөлігінде интернет өшірілді, Алматыға ұшатын рейстер тоқтатылды, деп мәлімдеді әуежай.",
            ],
            "Біз сайтты жақсарту үшін cookie файлдарын қолданамыз.",
            "Сондай-ақ оқыңыз",
        ),
    ] {
        let [first, second, third] = paragraphs;
        let body = format!(
            "<p>{first}</p><p>{second}</p><h2>{title}: 2</h2><figure><img src=a.jpg><figcaption>Photo: Agency</figcaption></figure><p>{third}</p>"
        );
        let page = read(&news(language, title, &body, cookies, also));
        assert_eq!(page.metadata.title.as_deref(), Some(title));
        assert_eq!(page.metadata.outlet.as_deref(), Some("Outlet"));
        assert_eq!(page.metadata.language.as_deref(), Some(language));
        assert_eq!(page.metadata.published, Some(jiff::civil::date(2022, 1, 6)));
        let kept: Vec<String> = texts(&page).into_iter().filter(|text| text != "6.01.2022").collect();
        assert_eq!(kept, [first.to_string(), second.to_string(), format!("# {title}: 2"), third.to_string()]);
        assert_eq!(page.doubts, []);
        // A report of a single paragraph comes out as well.
        let page = read(&news(language, title, &format!("<p>{first}</p>"), cookies, also));
        let kept: Vec<String> = texts(&page).into_iter().filter(|text| text != "6.01.2022").collect();
        assert_eq!(kept, [first.to_string()]);
    }
}

#[test]
fn old_pages_of_tables_and_line_breaks() {
    let first = "Президент поручил правительству подготовить ответ на заявление соседней страны, сообщила пресс-служба.";
    let second = "Министр иностранных дел вылетел в Женеву, где в понедельник начнутся переговоры, уточнили в ведомстве.";
    let html = format!(
        "<html><body bgcolor=white><table width=100%><tr><td><a href=/>Главная</a><td><font size=2><b>Заголовок</b><br><br>{first}<br><br>{second}<br></font></table>"
    );
    let found = texts(&read(&html));
    assert!(found.contains(&first.to_string()) && found.contains(&second.to_string()), "{found:?}");
}

#[test]
fn pages_are_told_from_text() {
    for html in ["<!DOCTYPE html>x", "\n <HTML>", "<p>x</p>", "<?xml version='1.0'?><html>", "<!-- c --><div class=a>x</div>"] {
        assert!(is_page(html), "{html}");
    }
    for text in ["x <p>y</p>", "<tag> is what he said", "", "< 5", "<<Добрый день>>, сказал он."] {
        assert!(!is_page(text), "{text}");
    }
}

#[test]
fn hostile_pages_end_soon_and_lose_no_text() {
    let sentence = "The president said on Monday that talks with the neighbouring country would go on.";
    let deep = |tag: &str, count: usize| format!("<html><body>{}<p>{sentence}</p>", format!("<{tag}>").repeat(count));
    for (name, html, doubt) in [
        ("nested", deep("div", 100_000), Some("html-too-deep")),
        ("nested tables", deep("table", 100_000), Some("html-too-deep")),
        ("formatting", deep("b", 100_000), Some("html-too-deep")),
        (
            "distinct formatting",
            format!("<body>{}<p>{sentence}", (0..50_000).map(|n| format!("<font size={n}><p>")).collect::<String>()),
            Some("html-too-deep"),
        ),
        (
            "attributes",
            format!("<body {}><p>{sentence}", (0..100_000).map(|n| format!("a{n}=1 ")).collect::<String>()),
            Some("html-too-large"),
        ),
        ("many elements", format!("<body><p>{sentence}</p>{}", "<p>x</p>".repeat(70_000)), Some("html-too-large")),
        ("one huge attribute", format!("<body class=\"{}\"><p>{sentence}", "x ".repeat(1_000_000)), None),
        ("entities", format!("<body><p>{sentence}</p><p>{}", "&amp;&lt;".repeat(10_000)), None),
        ("half entities", format!("<body><p>{sentence}</p><p>{}", "&amp&".repeat(200_000)), Some("html-too-large")),
        ("angles", format!("<body><p>{sentence}</p>{}", "<".repeat(100_000)), None),
        ("closing tags", format!("<body><p>{sentence}</p>{}", "</p></b></x>".repeat(20_000)), None),
        ("unclosed comment", format!("<body><p>{sentence}</p>{}", "<!-".repeat(50_000)), None),
        ("unclosed script", format!("<body><p>{sentence}</p><script>{}", "</scrip".repeat(50_000)), None),
        ("unclosed title", format!("<title>x</title><body><p>{sentence}</p><textarea>{}", "<p>".repeat(50_000)), None),
        ("spaces", format!("<body><p>{sentence}</p>{}", " ".repeat(1_000_000)), None),
        ("line breaks", format!("<body><p>{sentence}</p>{}", "<br>".repeat(20_000)), None),
        ("links", format!("<body><p>{sentence}</p>{}", "<a href=x>y</a> ".repeat(10_000)), None),
        ("linked data", format!("<script type=application/ld+json>{}</script><p>{sentence}", "[".repeat(300_000)), None),
    ] {
        let begun = std::time::Instant::now();
        let page = read(&html);
        let doubts: Vec<&str> = page.doubts.iter().map(|doubt| doubt.name).collect();
        if let Some(doubt) = doubt {
            assert_eq!(doubts, [doubt], "{name}");
        }
        assert!(page.paragraphs.iter().any(|paragraph| paragraph.text.contains(sentence)), "{name}: {:?}", doubts);
        // Generous: an unoptimised build on a busy machine. What is quadratic takes minutes.
        assert!(begun.elapsed().as_secs() < 60, "{name} took {:?}", begun.elapsed());
    }
}
