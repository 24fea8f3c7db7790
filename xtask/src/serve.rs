//! The demonstration page, served to this machine.

use crate::process::replace;
use crate::{Result, npm, unknown, wasm};

/// Builds everything and becomes the server.
pub fn run(arguments: &[String]) -> Result {
    let port = match arguments {
        [] => None,
        [option, port] if option == "--port" => Some(port),
        [option] if option == "--port" => return Err("--port wants a number after it.".into()),
        [other, ..] => return Err(unknown(other)),
    };
    wasm::build()?;
    replace(npm::node()?.arg("xtask/serve.mjs").args(port))
}
