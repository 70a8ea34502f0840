use jiff::civil::Date;

super::table! {
    /// Events out of public sets (GDELT, ICEWS, POLECAT), as they were coded there; kept apart from what Mizan read.
    PublicEvents, PublicEvent<'a> {
        /// The set's own id.
        event: &'a str,
        /// `gdelt-1.0`, `gdelt-2.0`, `icews` or `polecat`.
        provider: &'a str,
        /// Day of the event.
        day: Date,
        /// Day of publication (POLECAT) or of entry into the set (GDELT).
        reported: Option<Date>,
        /// Name of the source, as printed.
        source: Option<&'a str>,
        /// Code of the source, as printed.
        source_code: Option<&'a str>,
        /// Country of the source, ISO 3166 alpha-3.
        source_country: Option<&'a str>,
        /// Sector of the source.
        source_sector: Option<&'a str>,
        /// Sectors of the source, as printed.
        source_sectors: Option<&'a str>,
        /// Name of the target, as printed.
        target: Option<&'a str>,
        /// Code of the target, as printed.
        target_code: Option<&'a str>,
        /// Country of the target, ISO 3166 alpha-3.
        target_country: Option<&'a str>,
        /// Sector of the target.
        target_sector: Option<&'a str>,
        /// Sectors of the target, as printed.
        target_sectors: Option<&'a str>,
        /// PLOVER class, by the table in `data/codes`; missing when the code has none.
        class: Option<&'a str>,
        /// CAMEO code as printed; missing in sets that are not coded in CAMEO.
        code: Option<&'a str>,
        /// The set's own words for what was done.
        words: Option<&'a str>,
        /// PLOVER mode as printed (POLECAT).
        mode: Option<&'a str>,
        /// PLOVER contexts as printed (POLECAT).
        contexts: Option<&'a str>,
        /// Quad class.
        quad: Option<&'a str>,
        /// Intensity as printed (Goldstein's scale in GDELT and ICEWS).
        intensity: Option<f64>,
        /// Whether it stood in the lead of a report (GDELT).
        lead: Option<bool>,
        /// Mentions, where the set counts them.
        mentions: Option<i64>,
        /// Sources, where the set counts them.
        sources: Option<i64>,
        /// Articles, where the set counts them.
        articles: Option<i64>,
        /// Mean tone of the articles, where the set has it.
        tone: Option<f64>,
        /// The set's id of the report (ICEWS).
        report: Option<&'a str>,
        /// The sentence in the report.
        sentence: Option<i64>,
        /// Where it was read, where the set says so.
        url: Option<&'a str>,
        /// The outlet, where the set says so.
        outlet: Option<&'a str>,
        /// The report's headline, where the set has it.
        headline: Option<&'a str>,
        /// The report's language, as printed.
        language: Option<&'a str>,
        /// The place as printed.
        place: Option<&'a str>,
        /// The place's country.
        place_country: Option<&'a str>,
        /// Degrees north.
        latitude: Option<f64>,
        /// Degrees east.
        longitude: Option<f64>,
        /// The file it was imported from.
        file: &'a str,
        /// The run that imported it.
        run: i64,
    }
}
