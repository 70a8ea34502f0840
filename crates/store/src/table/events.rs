use jiff::civil::Date;

super::table! {
    /// Who did what to whom, as Mizan read it: one row a pair of source and target, so `event` repeats where an event has several; count
    /// `distinct event`. A row with a `claim` is somebody's word, not the report's.
    Events, Event<'a> {
        /// Its id.
        event: &'a str,
        /// Number of the pair of source and target within the event, from 0.
        pair: i64,
        /// The document.
        document: &'a str,
        /// The story.
        story: &'a str,
        /// First day; missing when neither the text nor the document gives one.
        date_first: Option<Date>,
        /// Last day; the same as `date_first` when the day is known.
        date_last: Option<Date>,
        /// `day`, `week`, `month`, `quarter`, `year` or `era`.
        date_granularity: Option<&'a str>,
        /// The rule that found the date; `publication-date` when the sentence has none.
        date_rule: Option<&'a str>,
        /// Who did it; missing when the text names none.
        source_key: Option<&'a str>,
        /// Its name.
        source: Option<&'a str>,
        /// Its country.
        source_country: Option<&'a str>,
        /// Its sector.
        source_sector: Option<&'a str>,
        /// To whom; missing when the text names none.
        target_key: Option<&'a str>,
        /// Its name.
        target: Option<&'a str>,
        /// Its country.
        target_country: Option<&'a str>,
        /// Its sector.
        target_sector: Option<&'a str>,
        /// PLOVER class.
        class: &'a str,
        /// CAMEO root code, two digits.
        cameo: &'a str,
        /// Quad class.
        quad: &'a str,
        /// `actual`, `historical`, `future`, `hypothetical` or `negated`.
        modality: &'a str,
        /// On PLOVER's scale, -10 to 10.
        intensity: f64,
        /// The claim whose content it stands in, innermost; missing when the report says it in its own voice.
        claim: Option<&'a str>,
        /// Probability that it is right, 0 to 1.
        confidence: f64,
        /// Number of the sentence.
        sentence: i64,
        /// First byte of the words that state it.
        byte_start: i64,
        /// One past their last byte.
        byte_end: i64,
        /// First character.
        char_start: i64,
        /// One past their last character.
        char_end: i64,
        /// The words, as printed.
        quote: &'a str,
        /// The document's day of publication.
        published: Option<Date>,
        /// The outlet.
        outlet: Option<&'a str>,
        /// The outlet's country.
        outlet_country: Option<&'a str>,
        /// The document's language.
        language: Option<&'a str>,
        /// The model, and the rules that changed it.
        made_by: &'a str,
        /// The run that added it.
        run: i64,
    }
}
