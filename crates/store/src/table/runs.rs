use crate::rows::Moment;

super::table! {
    /// What was done to the store: one row a run that came to its end.
    Runs, Run<'a> {
        /// Its number: the version of the store that it began.
        run: i64,
        /// The verb (`add`, `import gdelt`).
        verb: &'a str,
        /// What it was given.
        inputs: &'a [String],
        /// When it began.
        began: Moment,
        /// When it ended.
        ended: Moment,
        /// Version of Mizan.
        mizan: &'a str,
        /// Model that read, for texts.
        model: Option<&'a str>,
        /// Documents or rows that came in.
        taken: i64,
        /// Those that were there already.
        known: i64,
        /// Those that were set aside, with their reasons in `doubts`.
        aside: i64,
    }
}
