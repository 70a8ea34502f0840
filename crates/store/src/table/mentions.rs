super::table! {
    /// Every mention of an actor, as printed.
    Mentions, Mention<'a> {
        /// Its id.
        mention: &'a str,
        /// The document.
        document: &'a str,
        /// The story.
        story: &'a str,
        /// The actor it stands for.
        actor: &'a str,
        /// How it came to that actor: `knowledge-base`, `encoder`, `short-form` and so on.
        resolution: &'a str,
        /// PER, ORG, GPE, LOC, GRP or ROLE.
        kind: &'a str,
        /// Country code, missing when none.
        country: Option<&'a str>,
        /// PLOVER sector, missing when unclear.
        sector: Option<&'a str>,
        /// Tone of the sentence towards it: -1, 0, 1.
        tone: i64,
        /// Probability that the tone is right, 0 to 1.
        tone_confidence: f64,
        /// Probability that it is a mention, 0 to 1.
        confidence: f64,
        /// Number of the sentence.
        sentence: i64,
        /// First byte in the text.
        byte_start: i64,
        /// One past its last byte.
        byte_end: i64,
        /// First character.
        char_start: i64,
        /// One past its last character.
        char_end: i64,
        /// The words, as printed.
        quote: &'a str,
        /// The model or rule that made it.
        made_by: &'a str,
        /// The run that added it.
        run: i64,
    }
}
