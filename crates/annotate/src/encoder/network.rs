//! The four graphs of the network (lower, middle, actors, focus), run by `rten` on one thread each call.

use std::sync::Arc;

use rten::{Model, NodeId, RunOptions, ThreadPool, Value, ValueOrView};
use rten_tensor::Tensor;
use rten_tensor::prelude::*;

use super::embeddings::{Embeddings, HIDDEN};
use super::labels::Labels;
use super::tokenizer::{BEGIN, END, Token, Tokenizer};
use super::{Error, ModelFiles};

/// The most tokens the network reads at once, begin and end included; it was trained with 512 places.
pub(crate) const LONGEST: usize = 384;

/// A sentence inside the network: its token count, and its vectors after the lower layers, where every reading begins, and after the middle
/// ones.
pub(crate) struct Hidden {
    pub(crate) tokens: usize,
    low: Vec<f32>,
    vectors: Vec<f32>,
}

/// Spans of tokens to be pooled into vectors: `row` of the batch and half-open tokens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) row: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Scores of the actor heads, a row an actor.
pub(crate) struct ActorScores {
    pub(crate) kind: Rows,
    pub(crate) country: Rows,
    pub(crate) sector: Rows,
    pub(crate) tone: Rows,
}

/// Scores of the focus heads.
pub(crate) struct FocusScores {
    pub(crate) class: Rows,
    pub(crate) modality: Rows,
    pub(crate) claim: Rows,
    pub(crate) no_speaker: Rows,
    /// Source, target, speaker: a row a party.
    pub(crate) roles: Rows,
    /// One score a token, a row a focus.
    pub(crate) content: Rows,
}

/// A table of scores.
pub(crate) struct Rows {
    width: usize,
    values: Vec<f32>,
}

impl Rows {
    pub(crate) fn row(&self, at: usize) -> &[f32] {
        &self.values[at * self.width..(at + 1) * self.width]
    }
}

/// A graph with its weights, and a thread of its own to run on.
struct Graph {
    model: Model,
    pool: Arc<ThreadPool>,
}

impl Graph {
    fn load(name: &'static str, file: &'static [u8], pool: &Arc<ThreadPool>) -> Result<Graph, Error> {
        let model = Model::load_static_slice(file).map_err(|_| Error::Damaged(name))?;
        Ok(Graph { model, pool: Arc::clone(pool) })
    }

    fn node(&self, name: &str) -> Result<NodeId, Error> {
        self.model.node_id(name).map_err(engine)
    }

    fn run(&self, inputs: Vec<(&str, Value)>, outputs: &[&str]) -> Result<Vec<Rows>, Error> {
        let inputs =
            inputs.into_iter().map(|(name, value)| Ok((self.node(name)?, ValueOrView::from(value)))).collect::<Result<Vec<_>, Error>>()?;
        let ids = outputs.iter().map(|name| self.node(name)).collect::<Result<Vec<_>, Error>>()?;
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&self.pool)));
        self.model.run(inputs, &ids, Some(options)).map_err(engine)?.into_iter().map(rows).collect()
    }
}

fn engine(error: impl std::fmt::Display) -> Error {
    Error::Engine(error.to_string())
}

fn rows(value: Value) -> Result<Rows, Error> {
    let tensor: Tensor<f32> = value.try_into().map_err(|_| Error::Engine("an output is not of floats".into()))?;
    let width = tensor.shape().last().copied().unwrap_or(1);
    Ok(Rows { width, values: tensor.into_data() })
}

fn floats<const N: usize>(shape: [usize; N], data: Vec<f32>) -> Value {
    Tensor::from_data(&shape, data).into()
}

fn whole(data: Vec<i32>) -> Value {
    Tensor::from_data(&[data.len()], data).into()
}

/// The inputs that a pooling head wants: first and last rows of the flattened tokens, and weights over all of them.
fn pool_inputs(names: [&'static str; 3], places: &[Place], rows: usize, tokens: usize) -> Vec<(&'static str, Value)> {
    let all = rows * tokens;
    let flat = |row: usize, token: usize| (row * tokens + token) as i32;
    let mut mean = vec![0.0; places.len() * all];
    for (n, p) in places.iter().enumerate() {
        let weight = 1.0 / (p.end - p.start) as f32;
        let from = n * all + p.row * tokens;
        mean[from + p.start..from + p.end].fill(weight);
    }
    vec![
        (names[0], whole(places.iter().map(|p| flat(p.row, p.start)).collect())),
        (names[1], whole(places.iter().map(|p| flat(p.row, p.end - 1)).collect())),
        (names[2], floats([places.len(), all], mean)),
    ]
}

/// Tokenizer, embeddings and graphs.
pub struct Network {
    tokenizer: Tokenizer,
    embeddings: Embeddings,
    labels: Labels,
    lower: Graph,
    middle: Graph,
    actors: Graph,
    focus: Graph,
}

impl Network {
    pub(crate) fn load(files: &ModelFiles) -> Result<Network, Error> {
        let tokenizer = Tokenizer::load(files.vocabulary)?;
        let embeddings = Embeddings::load(files.embeddings, tokenizer.size())?;
        let pool = Arc::new(ThreadPool::with_num_threads(super::cores()));
        Ok(Network {
            tokenizer,
            embeddings,
            labels: Labels::load(files.labels)?,
            lower: Graph::load("lower.onnx", files.lower, &pool)?,
            middle: Graph::load("middle.onnx", files.middle, &pool)?,
            actors: Graph::load("actors.onnx", files.actors, &pool)?,
            focus: Graph::load("focus.onnx", files.focus, &pool)?,
        })
    }

    pub(crate) fn labels(&self) -> &Labels {
        &self.labels
    }

    pub(crate) fn tokens(&self, text: &str) -> Vec<Token> {
        self.tokenizer.encode(text)
    }

    /// How many kinds of mark there are.
    pub(crate) fn marks(&self) -> usize {
        self.labels.group("marks").len()
    }

    fn lower_inputs(&self, tokens: &[Token], marks: Vec<f32>) -> Vec<(&'static str, Value)> {
        let count = tokens.len() + 2;
        let mut words = Vec::with_capacity(count * HIDDEN);
        let ids = std::iter::once(BEGIN).chain(tokens.iter().map(|t| t.id)).chain(std::iter::once(END));
        ids.for_each(|id| self.embeddings.push(id, &mut words));
        let places = (0..count as i32).collect();
        vec![("words", floats([1, count, HIDDEN], words)), ("marks", floats([1, count, self.marks()], marks)), ("places", whole(places))]
    }

    /// Read a sentence for the first time. `marks` has [`Network::marks`] numbers for each token, begin and end included.
    pub(crate) fn first_reading(&self, tokens: &[Token], marks: Vec<f32>) -> Result<(Hidden, Rows), Error> {
        let count = tokens.len() + 2;
        let low = self.lower(tokens, marks)?;
        let unmarked = vec![0.0; count * self.marks()];
        let mut out = self.middle.run(self.middle_inputs(&low, count, 1, unmarked), &["hidden_out", "tags"])?;
        let tags = out.pop().ok_or(Error::Damaged("middle.onnx"))?;
        let hidden = out.pop().ok_or(Error::Damaged("middle.onnx"))?;
        Ok((Hidden { tokens: count, low, vectors: hidden.values }, tags))
    }

    /// The scores of another head on the tokens of a first reading, a row a token.
    pub(crate) fn tagged(&self, tokens: &[Token], output: &str) -> Result<Rows, Error> {
        let count = tokens.len() + 2;
        let unmarked = || vec![0.0; count * self.marks()];
        let low = self.lower(tokens, unmarked())?;
        self.middle.run(self.middle_inputs(&low, count, 1, unmarked()), &[output])?.pop().ok_or(Error::Damaged("middle.onnx"))
    }

    /// Vectors after the lower layers, for questions that need no first reading.
    pub(crate) fn marked(&self, tokens: &[Token], marks: Vec<f32>) -> Result<Hidden, Error> {
        Ok(Hidden { tokens: tokens.len() + 2, low: self.lower(tokens, marks)?, vectors: Vec::new() })
    }

    fn lower(&self, tokens: &[Token], marks: Vec<f32>) -> Result<Vec<f32>, Error> {
        let out = self.lower.run(self.lower_inputs(tokens, marks), &["hidden"])?.pop();
        Ok(out.ok_or(Error::Damaged("lower.onnx"))?.values)
    }

    fn middle_inputs(&self, low: &[f32], tokens: usize, rows: usize, marks: Vec<f32>) -> Vec<(&'static str, Value)> {
        vec![("hidden", floats([1, tokens, HIDDEN], low.to_vec())), ("marks", floats([rows, tokens, self.marks()], marks))]
    }

    /// The vectors of a marked reading after the middle layers, a row a focus.
    fn second_reading(&self, hidden: &Hidden, marks: Vec<f32>, rows: usize) -> Result<Value, Error> {
        let out = self.middle.run(self.middle_inputs(&hidden.low, hidden.tokens, rows, marks), &["hidden_out"])?.pop();
        Ok(floats([rows, hidden.tokens, HIDDEN], out.ok_or(Error::Damaged("middle.onnx"))?.values))
    }

    pub(crate) fn inner(&self, sentence: &str, names: &[&str]) -> Result<Vec<Vec<f32>>, Error> {
        let tokens = self.tokens(sentence);
        let unmarked = || vec![0.0; (tokens.len() + 2) * self.marks()];
        let (lower, middle): (Vec<&str>, Vec<&str>) = names.iter().partition(|name| self.lower.model.node_id(name).is_ok());
        let mut out = self.lower.run(self.lower_inputs(&tokens, unmarked()), &lower)?;
        let low = self.lower(&tokens, unmarked())?;
        out.extend(self.middle.run(self.middle_inputs(&low, tokens.len() + 2, 1, unmarked()), &middle)?);
        Ok(out.into_iter().map(|r| r.values).collect())
    }

    fn hidden_value(hidden: &Hidden) -> Value {
        floats([1, hidden.tokens, HIDDEN], hidden.vectors.clone())
    }

    pub(crate) fn actors(&self, hidden: &Hidden, places: &[Place]) -> Result<ActorScores, Error> {
        let mut inputs = pool_inputs(["actor_first", "actor_last", "actor_mean"], places, 1, hidden.tokens);
        inputs.push(("hidden", Network::hidden_value(hidden)));
        let out = self.actors.run(inputs, &["kind", "country", "sector", "tone"])?;
        let [kind, country, sector, tone] = out.try_into().map_err(|_| Error::Damaged("actors.onnx"))?;
        Ok(ActorScores { kind, country, sector, tone })
    }

    /// Read again with a focus on each of `points`; `parties` are read in their focus's row, each together with that point.
    pub(crate) fn focus(&self, hidden: &Hidden, marks: Vec<f32>, points: &[Place], parties: &[Place]) -> Result<FocusScores, Error> {
        let (rows, tokens) = (points.len(), hidden.tokens);
        let mut inputs = pool_inputs(["point_first", "point_last", "point_mean"], points, rows, tokens);
        inputs.push(("hidden", self.second_reading(hidden, marks, rows)?));
        let mut names = vec!["class", "modality", "claim", "no_speaker", "content"];
        if !parties.is_empty() {
            inputs.extend(pool_inputs(["party_first", "party_last", "party_mean"], parties, rows, tokens));
            inputs.push(("party_point", whole(parties.iter().map(|p| p.row as i32).collect())));
            names.push("roles");
        }
        let mut out = self.focus.run(inputs, &names)?.into_iter();
        let mut next = || out.next().ok_or(Error::Damaged("focus.onnx"));
        let (class, modality, claim, no_speaker, content) = (next()?, next()?, next()?, next()?, next()?);
        let roles = if parties.is_empty() { Rows { width: 3, values: Vec::new() } } else { next()? };
        Ok(FocusScores { class, modality, claim, no_speaker, roles, content: Rows { width: tokens, values: content.values } })
    }

    /// Scores about given spans, all of them in one focus row: the relation of the first two, or the tone towards the first.
    pub(crate) fn given(&self, hidden: &Hidden, marks: Vec<f32>, spans: &[Place], output: &str) -> Result<Rows, Error> {
        let mut inputs = pool_inputs(["party_first", "party_last", "party_mean"], spans, 1, hidden.tokens);
        inputs.push(("hidden", self.second_reading(hidden, marks, 1)?));
        if output == "relation" {
            inputs.push(("pair_source", whole(vec![0])));
            inputs.push(("pair_target", whole(vec![1])));
        }
        self.focus.run(inputs, &[output])?.pop().ok_or(Error::Damaged("focus.onnx"))
    }
}
