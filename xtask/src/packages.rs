//! Packages of the system, installed by whichever manager it has.

use std::fs;

use crate::Result;
use crate::process::{self, command};
use crate::programs::on_path;

struct Manager {
    program: &'static str,
    needs_root: bool,
    /// What is run before, if anything.
    update: &'static [&'static str],
    /// What is run, with the packages behind it.
    install: &'static [&'static str],
}

const MANAGERS: &[Manager] = &[
    Manager {
        program: "apt-get",
        needs_root: true,
        update: &["apt-get", "update"],
        install: &[
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "install",
            "--yes",
        ],
    },
    Manager {
        program: "dnf",
        needs_root: true,
        update: &[],
        install: &["dnf", "install", "--assumeyes"],
    },
    Manager {
        program: "pacman",
        needs_root: true,
        update: &[],
        install: &["pacman", "--sync", "--needed", "--noconfirm"],
    },
    Manager {
        program: "zypper",
        needs_root: true,
        update: &[],
        install: &["zypper", "--non-interactive", "install"],
    },
    Manager {
        program: "apk",
        needs_root: true,
        update: &[],
        install: &["apk", "add"],
    },
    Manager {
        program: "brew",
        needs_root: false,
        update: &[],
        install: &["brew", "install", "--cask"],
    },
];

/// The names of a package, by manager.
pub type Names = &'static [(&'static str, &'static str)];

/// Installs a package, or says why it cannot be.
pub fn install(names: Names) -> Result {
    let here = |program: &str| !on_path(program).is_empty();
    let Some(manager) = MANAGERS.iter().find(|manager| here(manager.program)) else {
        return Err("there is no package manager that could install it".into());
    };
    let name = names.iter().find(|(of, _)| *of == manager.program);
    let Some((_, package)) = name else {
        return Err(format!(
            "no package of {} is known to have it",
            manager.program
        ));
    };
    let sudo: &[&str] = match manager.needs_root && !is_root() {
        false => &[],
        true if may_sudo() => &["sudo", "-n"],
        true => return Err(format!("{} needs root to install it", manager.program)),
    };
    println!(
        "Installing {package} with {}, for the tests in browsers.",
        manager.program
    );
    let install = [manager.install, &[*package]].concat();
    for words in [manager.update, &install] {
        if words.is_empty() {
            continue;
        }
        let words = [sudo, words].concat();
        process::run(command(words[0]).args(&words[1..]))?;
    }
    Ok(())
}

pub fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|release| release.lines().any(|line| line == "ID=ubuntu"))
}

fn is_root() -> bool {
    process::output(command("id").arg("-u")).is_some_and(|id| id == "0")
}

fn may_sudo() -> bool {
    process::output(command("sudo").args(["-n", "true"])).is_some()
}
