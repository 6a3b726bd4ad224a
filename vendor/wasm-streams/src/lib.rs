//! As much of the crate `wasm-streams` as `server_fn` needs to compile. This newspaper has no server functions, so
//! none of it is ever called; but what the real crate exports to JavaScript stays in every program that is linked
//! with it, called or not.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream of the browser, as `server_fn` passes it on.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw)
    }

    /// The body of a request to a server function.
    ///
    /// # Panics
    ///
    /// Always: there are no server functions here.
    pub fn from_stream(_body: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> ReadableStream {
        unimplemented!("a server function has a stream as its body: remove the patch of wasm-streams in Cargo.toml")
    }

    /// Returns the stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// The body of the answer of a server function.
    ///
    /// # Panics
    ///
    /// Always: there are no server functions here.
    pub fn into_stream(self) -> IntoStream {
        unimplemented!("a server function answers with a stream: remove the patch of wasm-streams in Cargo.toml")
    }
}

/// The chunks of a server function's answer. There are none.
#[derive(Debug)]
pub enum IntoStream {}

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match *self {}
    }
}
