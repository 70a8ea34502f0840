//! The store from the outside, in one program, since each has the whole of Mizan linked into it: as people use it, in trouble, and in a browser.

mod common;
mod serve;
mod store;
mod trouble;
