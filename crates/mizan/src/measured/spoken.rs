//! What was found with its words said in a language, for the charts of `mizan serve`: they are handed out as JSON and read by people.

use mizan_text::Language;

use super::sheet::{Change, Record, Shown, Turning};
use super::told::{Told, behind, said};

impl Shown {
    /// Say its words in a language.
    pub(crate) fn say(&mut self, language: Language) {
        self.method.say(language);
        each(&mut self.notes, language);
        self.counted = behind(self.counted, language);
        self.unit = said(self.unit, language);
    }
}

impl Turning {
    /// Say its words in a language.
    pub(crate) fn say(&mut self, language: Language) {
        self.label.say(language);
        self.search.say(language);
        each(&mut self.notes, language);
        self.changes.iter_mut().for_each(|change| change.say(language));
    }
}

impl Change {
    fn say(&mut self, language: Language) {
        self.size.say(language);
        self.events.iter_mut().for_each(|record| record.say(language));
    }
}

impl Record {
    fn say(&mut self, language: Language) {
        self.text.say(language);
        self.date.iter_mut().chain(&mut self.notes).for_each(|told| told.say(language));
        for number in &mut self.measured {
            number.label.say(language);
            number.shown.say(language);
        }
    }
}

fn each(notes: &mut [Told], language: Language) {
    notes.iter_mut().for_each(|note| note.say(language));
}
