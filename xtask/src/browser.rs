//! A Chromium or Chrome for the tests: the one that is there, else one from the system's package manager.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::Result;
use crate::process::{self, command};

/// Names on the PATH; Ubuntu's `chromium-browser` is a snap in disguise, so Chrome goes before it.
const NAMES: &[&str] = &[
    "chromium",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "chromium-browser",
];

const MAC: &[&str] = &[
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const WINDOWS: &[&str] = &[
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
];

const ADVICE: &str =
    "Install Chromium or Chrome, or say where it is: CHROMIUM=/path/to/chrome cargo xtask test";

struct Manager {
    program: &'static str,
    package: &'static str,
    needs_root: bool,
    commands: &'static [&'static [&'static str]],
}

const MANAGERS: &[Manager] = &[
    Manager {
        program: "apt-get",
        package: "chromium",
        needs_root: true,
        commands: &[
            &["apt-get", "update"],
            &[
                "env",
                "DEBIAN_FRONTEND=noninteractive",
                "apt-get",
                "install",
                "--yes",
                "chromium",
            ],
        ],
    },
    Manager {
        program: "dnf",
        package: "chromium",
        needs_root: true,
        commands: &[&["dnf", "install", "--assumeyes", "chromium"]],
    },
    Manager {
        program: "pacman",
        package: "chromium",
        needs_root: true,
        commands: &[&["pacman", "--sync", "--needed", "--noconfirm", "chromium"]],
    },
    Manager {
        program: "zypper",
        package: "chromium",
        needs_root: true,
        commands: &[&["zypper", "--non-interactive", "install", "chromium"]],
    },
    Manager {
        program: "apk",
        package: "chromium",
        needs_root: true,
        commands: &[&["apk", "add", "chromium"]],
    },
    Manager {
        program: "brew",
        package: "google-chrome",
        needs_root: false,
        commands: &[&["brew", "install", "--cask", "google-chrome"]],
    },
];

/// The task: prints the browser that the tests use.
pub fn run() -> Result {
    println!("{}", browser()?.display());
    Ok(())
}

/// A browser that runs, installed if there is none.
pub fn browser() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        let named = PathBuf::from(named);
        return match runs(&named) {
            true => Ok(named),
            false => Err(format!(
                "CHROMIUM says {}, which does not run.\n{ADVICE}",
                named.display()
            )),
        };
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    install()?;
    find().ok_or_else(|| {
        format!("No Chromium or Chrome that runs is here even after the installation.\n{ADVICE}")
    })
}

fn find() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = places().into_iter().filter(|path| path.is_file()).collect();
    // Snaps last: they see neither hidden folders nor the common folder for temporary files.
    found.sort_by_key(|path| is_snap(path));
    found.into_iter().find(|path| runs(path))
}

fn places() -> Vec<PathBuf> {
    let mut places: Vec<PathBuf> = NAMES.iter().flat_map(|name| on_path(name)).collect();
    if cfg!(target_os = "macos") {
        let home = env::home_dir().unwrap_or_default();
        places.extend(
            MAC.iter()
                .flat_map(|app| [PathBuf::from(app), home.join(app.trim_start_matches('/'))]),
        );
    }
    if cfg!(windows) {
        let folders = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
            .into_iter()
            .filter_map(env::var_os);
        places.extend(
            folders.flat_map(|folder| WINDOWS.iter().map(move |app| Path::new(&folder).join(app))),
        );
    }
    places
}

fn on_path(name: &str) -> Vec<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .filter(|path| path.is_file())
        .collect()
}

fn is_snap(path: &Path) -> bool {
    let wraps = || {
        fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"#!") && contains(&bytes, b"/snap/"))
    };
    path.starts_with("/snap") || wraps()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Whether the program starts; on Windows, where asking for the version opens a window, whether it is there.
fn runs(path: &Path) -> bool {
    if cfg!(windows) {
        return path.is_file();
    }
    process::output(command(&path.to_string_lossy()).arg("--version")).is_some()
}

fn install() -> Result {
    let missing = |why: &str| {
        Err(format!(
            "There is no Chromium or Chrome here, and {why}.\n{ADVICE}"
        ))
    };
    if is_ubuntu() {
        return missing("Ubuntu's package is a snap, which the tests cannot use");
    }
    let Some(manager) = MANAGERS
        .iter()
        .find(|manager| !on_path(manager.program).is_empty())
    else {
        return missing("no package manager that could install one");
    };
    let sudo: &[&str] = match manager.needs_root && !is_root() {
        false => &[],
        true if may_sudo() => &["sudo", "-n"],
        true => return missing(&format!("{} needs root to install one", manager.program)),
    };
    println!(
        "Installing {} with {}, for the tests in a browser.",
        manager.package, manager.program
    );
    for words in manager.commands {
        let words = [sudo, words].concat();
        process::run(command(words[0]).args(&words[1..]))
            .map_err(|sentence| format!("{sentence}\n{ADVICE}"))?;
    }
    Ok(())
}

fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|release| release.lines().any(|line| line == "ID=ubuntu"))
}

fn is_root() -> bool {
    process::output(command("id").arg("-u")).is_some_and(|id| id == "0")
}

fn may_sudo() -> bool {
    process::output(command("sudo").args(["-n", "true"])).is_some()
}
