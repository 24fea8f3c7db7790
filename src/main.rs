//! The command line tool `reading-room`: the same core, natively.
#![forbid(unsafe_code)]

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

/// Tests in wasm build every program of the package; this one has nothing to do there.
#[cfg(target_arch = "wasm32")]
fn main() {}
