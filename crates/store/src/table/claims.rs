use jiff::civil::Date;

super::table! {
    /// Who says so: every attribution, with its words.
    Claims, Claim<'a> {
        /// Its id.
        claim: &'a str,
        /// The document.
        document: &'a str,
        /// The story.
        story: &'a str,
        /// `statement`, `opinion`, `forecast`, `belief` or `allegation`.
        kind: &'a str,
        /// Who speaks; missing when the text names none.
        speaker_key: Option<&'a str>,
        /// The speaker's name.
        speaker: Option<&'a str>,
        /// The speaker's country.
        speaker_country: Option<&'a str>,
        /// The speaker's sector.
        speaker_sector: Option<&'a str>,
        /// Whether the speaker is carried over from an earlier sentence.
        carried: bool,
        /// The words that attribute, as printed.
        cue: Option<&'a str>,
        /// What is said, as printed.
        content: &'a str,
        /// The actors it is about.
        about: &'a [String],
        /// Probability that it is right, 0 to 1.
        confidence: f64,
        /// Number of the sentence.
        sentence: i64,
        /// First byte of the content.
        byte_start: i64,
        /// One past its last byte.
        byte_end: i64,
        /// First character of the content.
        char_start: i64,
        /// One past its last character.
        char_end: i64,
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
