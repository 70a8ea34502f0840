use crate::rows::Moment;

super::table! {
    /// Reports in which GDELT 2.0 met an event: one row a mention, `event` as in `public_events`.
    PublicMentions, PublicMention<'a> {
        /// GDELT's id of the event.
        event: &'a str,
        /// The moment the event entered the set (15-minute updates).
        first: Moment,
        /// The moment this mention did.
        seen: Moment,
        /// GDELT's number of the kind of source.
        kind: Option<i64>,
        /// Who published it.
        outlet: Option<&'a str>,
        /// Its address, or its citation.
        url: Option<&'a str>,
        /// The sentence, 1 for the lead.
        sentence: Option<i64>,
        /// GDELT's confidence, percent.
        confidence: Option<i64>,
        /// Length of the report in characters.
        length: Option<i64>,
        /// Tone of the report, -100 to 100.
        tone: Option<f64>,
        /// What GDELT says of the translation.
        translation: Option<&'a str>,
        /// The file it was imported from.
        file: &'a str,
        /// The run that imported it.
        run: i64,
    }
}
