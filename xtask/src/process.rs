//! Commands: run them, and turn what goes wrong into a sentence.

use std::process::{Command, ExitStatus, Stdio};

use crate::{Result, root, target};

/// A command that runs in the root of the repository.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The cargo that runs this task, building into the same folder.
pub fn cargo() -> Command {
    let mut cargo = command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_string()));
    cargo.env("CARGO_TARGET_DIR", target());
    cargo
}

/// Runs a command with its own output passed through.
pub fn run(command: &mut Command) -> Result {
    let status = command
        .status()
        .map_err(|error| format!("`{}` could not be started: {error}.", line(command)))?;
    check(command, status)
}

/// Runs a command in place of this process where the system can, so that whoever ends the task ends the command.
pub fn replace(command: &mut Command) -> Result {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        let error = command.exec();
        Err(format!(
            "`{}` could not be started: {error}.",
            line(command)
        ))
    }
    #[cfg(not(unix))]
    run(command)
}

/// What a command prints, or nothing when it cannot be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

fn check(command: &Command, status: ExitStatus) -> Result {
    if status.success() {
        return Ok(());
    }
    Err(match status.code() {
        Some(code) => format!("`{}` failed with exit code {code}.", line(command)),
        None => format!("`{}` was stopped by a signal.", line(command)),
    })
}

/// The command as one would type it, without the folders of its program.
fn line(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let program = program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy();
    let arguments = command
        .get_args()
        .map(|argument| argument.to_string_lossy());
    std::iter::once(program)
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}
