//! Data frames out of pickled files, as far as the GDELT samples need it: pandas frames, pickled by protocol 2.
//!
//! A frame's state is a list of its blocks, each an array of one kind of value, and beside it a list of the names of each block's columns.
//! What pickle codes those two need is understood, and no more. An object is remembered as it was before its state was set: these two lists
//! come before any repetition.

use std::collections::BTreeMap;

#[derive(Debug, Clone)]
enum Value {
    Nothing,
    Int(i64),
    Float(f64),
    Text(String),
    Bytes(Vec<u8>),
    /// A list or a tuple.
    List(Vec<Value>),
    Dict(Vec<(Value, Value)>),
    /// A function or class, an object made by calling it, or that object's state: name, arguments, state.
    Made(String, Box<Value>, Box<Value>),
}

/// The names of a frame's columns in order, and the cells of each as a tab-separated file would print them. A missing one is empty.
pub(crate) fn columns(pickle: &[u8]) -> (Vec<String>, BTreeMap<String, Vec<String>>) {
    let frame = Machine { input: pickle, stack: Vec::new(), marks: Vec::new(), memo: BTreeMap::new() }.run();
    let manager = frame.state().get("_data").state().items();
    let order = names(&manager[0].items()[0]).iter().map(Value::print).collect();
    let mut columns = BTreeMap::new();
    for (block, index) in manager[1].items().iter().zip(manager[2].items()) {
        let (names, cells) = (names(&index), array(block));
        for (name, cells) in names.iter().zip(cells.chunks(cells.len() / names.len())) {
            columns.insert(name.print(), cells.iter().map(Value::print).collect());
        }
    }
    (order, columns)
}

/// The names in an index, which a function of pandas makes from its class and a dictionary.
fn names(index: &Value) -> Vec<Value> {
    let Value::Made(_, arguments, _) = index else { panic!("no index: {index:?}") };
    array(&arguments.items()[1].get("data"))
}

/// The values of an array. Its state is version, shape, type, order, data.
fn array(value: &Value) -> Vec<Value> {
    match &value.state().items()[..] {
        [_, _, _, _, Value::List(values)] => values.clone(),
        [_, _, Value::Made(_, kind, _), _, Value::Bytes(bytes)] => {
            let kind = kind.items()[0].print();
            bytes.as_chunks::<8>().0.iter().map(|word| number(&kind, *word)).collect()
        }
        other => panic!("no array: {other:?}"),
    }
}

fn number(kind: &str, word: [u8; 8]) -> Value {
    match kind {
        "f8" => Value::Float(f64::from_le_bytes(word)),
        "i8" => Value::Int(i64::from_le_bytes(word)),
        // Nanoseconds since 1970, which the samples have for days.
        "M8" => {
            let days = i64::from_le_bytes(word).div_euclid(86_400_000_000_000);
            let day = jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(days);
            Value::Text(format!("{:04}{:02}{:02}", day.year(), day.month(), day.day()))
        }
        other => panic!("values of type {other}"),
    }
}

impl Value {
    fn state(&self) -> &Value {
        let Value::Made(_, _, state) = self else { panic!("no object: {self:?}") };
        state
    }

    fn items(&self) -> Vec<Value> {
        let Value::List(items) = self else { panic!("no list: {self:?}") };
        items.clone()
    }

    fn get(&self, key: &str) -> Value {
        let Value::Dict(entries) = self else { panic!("no dictionary: {self:?}") };
        entries.iter().find(|(known, _)| matches!(known, Value::Text(text) if text == key)).expect("the key is there").1.clone()
    }

    fn print(&self) -> String {
        match self {
            Value::Nothing => String::new(),
            Value::Int(n) => n.to_string(),
            Value::Float(n) if n.is_nan() => String::new(),
            Value::Float(n) => n.to_string(),
            Value::Text(text) => text.clone(),
            other => panic!("no cell: {other:?}"),
        }
    }
}

struct Machine<'a> {
    input: &'a [u8],
    stack: Vec<Value>,
    marks: Vec<usize>,
    memo: BTreeMap<u32, Value>,
}

impl Machine<'_> {
    fn run(mut self) -> Value {
        loop {
            let [code] = self.take();
            match code {
                b'.' => return self.pop(),
                0x80 => drop(self.take::<1>()),
                b'(' => self.marks.push(self.stack.len()),
                b'q' | b'r' => {
                    let key = self.key(code == b'q');
                    self.memo.insert(key, self.stack.last().expect("a value").clone());
                }
                b'a' => self.extend(1),
                b's' => self.extend(2),
                b'e' | b'u' => {
                    let count = self.stack.len() - self.marks.pop().expect("a mark");
                    self.extend(count);
                }
                b'b' => {
                    let set = self.pop();
                    let Some(Value::Made(_, _, state)) = self.stack.last_mut() else { panic!("a state for no object") };
                    **state = set;
                }
                code => {
                    let value = self.value(code);
                    self.stack.push(value);
                }
            }
        }
    }

    fn value(&mut self, code: u8) -> Value {
        match code {
            b'N' => Value::Nothing,
            0x88 | 0x89 => Value::Int((code == 0x88).into()),
            b'K' => Value::Int(i64::from(self.take::<1>()[0])),
            b'M' => Value::Int(u16::from_le_bytes(self.take()).into()),
            b'J' => Value::Int(i32::from_le_bytes(self.take()).into()),
            b'G' => Value::Float(f64::from_be_bytes(self.take())),
            b'X' => {
                let (text, rest) = self.input[4..].split_at(self.input[..4].iter().rev().fold(0, |n, b| n << 8 | usize::from(*b)));
                self.input = rest;
                Value::Text(String::from_utf8(text.to_vec()).expect("a text in UTF-8"))
            }
            b'c' => Value::Made(format!("{}.{}", self.line(), self.line()), Value::Nothing.into(), Value::Nothing.into()),
            b'h' | b'j' => {
                let key = self.key(code == b'h');
                self.memo[&key].clone()
            }
            b'}' => Value::Dict(Vec::new()),
            b')' | b']' => Value::List(Vec::new()),
            b't' => Value::List(self.stack.split_off(self.marks.pop().expect("a mark"))),
            0x85..=0x87 => Value::List(self.stack.split_off(self.stack.len() - usize::from(code - 0x84))),
            b'R' | 0x81 => call(self.stack.split_off(self.stack.len() - 2)),
            code => panic!("pickle code {code:#x}"),
        }
    }

    /// Add the topmost values to the list below them, or as keys and values to the dictionary.
    fn extend(&mut self, count: usize) {
        let items = self.stack.split_off(self.stack.len() - count);
        match self.stack.last_mut() {
            Some(Value::List(list)) => list.extend(items),
            Some(Value::Dict(entries)) => entries.extend(items.as_chunks::<2>().0.iter().map(|[key, value]| (key.clone(), value.clone()))),
            other => panic!("nothing to add to: {other:?}"),
        }
    }

    fn pop(&mut self) -> Value {
        self.stack.pop().expect("a value")
    }

    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (taken, rest) = self.input.split_first_chunk().expect("more bytes");
        self.input = rest;
        *taken
    }

    fn key(&mut self, short: bool) -> u32 {
        if short { u32::from(self.take::<1>()[0]) } else { u32::from_le_bytes(self.take()) }
    }

    fn line(&mut self) -> String {
        let end = self.input.iter().position(|b| *b == b'\n').expect("a line");
        let (line, rest) = self.input.split_at(end);
        self.input = &rest[1..];
        String::from_utf8_lossy(line).into_owned()
    }
}

/// What a call gives: bytes that were written as a text of their values, or an object.
fn call(call: Vec<Value>) -> Value {
    match &call[..] {
        [Value::Made(name, _, _), Value::List(arguments)] => match &arguments[..] {
            [Value::Text(text), _] if name == "_codecs.encode" => Value::Bytes(text.chars().map(|c| c as u8).collect()),
            _ => Value::Made(name.clone(), call[1].clone().into(), Value::Nothing.into()),
        },
        other => panic!("no call: {other:?}"),
    }
}
