//! Names numbered in the order in which they turn up.

use std::collections::HashMap;

/// Names and their numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbers {
    numbers: HashMap<String, u32>,
    names: Vec<String>,
}

impl Numbers {
    /// The number of a name, a new one if it is new.
    pub(crate) fn of(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.names.len() as u32;
        self.numbers.insert(name.to_string(), number);
        self.names.push(name.to_string());
        number
    }

    /// The name of a number.
    pub(crate) fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", String::as_str)
    }

    /// How many there are: the number that nobody has yet.
    pub(crate) fn next(&self) -> u32 {
        self.names.len() as u32
    }
}
