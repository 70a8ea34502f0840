use jiff::civil::Date;

super::table! {
    /// Who stands where, out of each document's events and claims.
    Positions, Position<'a> {
        /// Its id.
        position: &'a str,
        /// The document.
        document: &'a str,
        /// The story.
        story: &'a str,
        /// Whose.
        actor_key: &'a str,
        /// Its name.
        actor: &'a str,
        /// On what, in the text's own words.
        issue: &'a str,
        /// The actor the issue concerns, when it is one.
        towards: Option<&'a str>,
        /// `for` or `against`.
        stance: &'a str,
        /// Earliest day of what it rests on.
        date_first: Option<Date>,
        /// Latest day of what it rests on.
        date_last: Option<Date>,
        /// The events it rests on.
        events: &'a [String],
        /// The claims it rests on.
        claims: &'a [String],
        /// The document's day of publication.
        published: Option<Date>,
        /// The run that added it.
        run: i64,
    }
}
