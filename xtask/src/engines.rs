//! The browser engines that the element is tested in: those that are there, else from the system's package manager.

use std::env;
use std::path::{Path, PathBuf};

use crate::packages::{self, Names};
use crate::process::{cargo, run};
use crate::programs::{first, on_path, runs};
use crate::{Result, target};

pub struct Engine {
    pub name: &'static str,
    pub programs: fn() -> Result<Programs>,
}

/// A browser of an engine, and what drives it.
pub struct Programs {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

pub const ENGINES: &[Engine] = &[
    Engine {
        name: "chromium",
        programs: chromium,
    },
    Engine {
        name: "firefox",
        programs: firefox,
    },
    Engine {
        name: "webkit",
        programs: webkit,
    },
];

/// A program that an engine needs.
struct Need {
    what: &'static str,
    /// The environment variable that says where it is.
    variable: &'static str,
    places: fn() -> Vec<PathBuf>,
    packages: Names,
    is_snap_on_ubuntu: bool,
    /// Whether one that is there will do; not all of them tell their version when there is no screen.
    will_do: fn(&Path) -> bool,
}

const CHROMIUM: Need = Need {
    what: "Chromium or Chrome",
    variable: "CHROMIUM",
    // Ubuntu's `chromium-browser` is a snap in disguise, so Chrome goes before it.
    places: || {
        let names = [
            "chromium",
            "google-chrome-stable",
            "google-chrome",
            "chrome",
            "chromium-browser",
        ];
        let apps = ["Chromium", "Google Chrome"];
        let windows = [
            r"Google\Chrome\Application\chrome.exe",
            r"Chromium\Application\chrome.exe",
        ];
        places(&names, &apps, &windows)
    },
    packages: &[
        ("apt-get", "chromium"),
        ("dnf", "chromium"),
        ("pacman", "chromium"),
        ("zypper", "chromium"),
        ("apk", "chromium"),
        ("brew", "google-chrome"),
    ],
    is_snap_on_ubuntu: true,
    will_do: runs,
};

const CHROMEDRIVER: Need = Need {
    what: "ChromeDriver",
    variable: "CHROMEDRIVER",
    places: || on_path("chromedriver"),
    packages: &[
        ("apt-get", "chromium-driver"),
        ("dnf", "chromedriver"),
        ("pacman", "chromium"),
        ("zypper", "chromedriver"),
        ("apk", "chromium-chromedriver"),
        ("brew", "chromedriver"),
    ],
    is_snap_on_ubuntu: true,
    will_do: runs,
};

const FIREFOX: Need = Need {
    what: "Firefox",
    variable: "FIREFOX",
    places: || {
        let windows = [r"Mozilla Firefox\firefox.exe"];
        places(&["firefox", "firefox-esr"], &["Firefox"], &windows)
    },
    packages: &[
        ("apt-get", "firefox-esr"),
        ("dnf", "firefox"),
        ("pacman", "firefox"),
        ("zypper", "MozillaFirefox"),
        ("apk", "firefox"),
        ("brew", "firefox"),
    ],
    is_snap_on_ubuntu: true,
    will_do: runs,
};

const WEBKIT_DRIVER: Need = Need {
    what: "WebKitWebDriver",
    variable: "WEBKIT_DRIVER",
    places: || on_path("WebKitWebDriver"),
    packages: &[
        ("apt-get", "webkit2gtk-driver"),
        ("dnf", "webkit2gtk4.1"),
        ("pacman", "webkit2gtk-4.1"),
    ],
    is_snap_on_ubuntu: false,
    will_do: Path::is_file,
};

/// It comes with the library, in a folder that is not on the PATH.
const MINIBROWSER: Need = Need {
    what: "WebKit's MiniBrowser",
    variable: "MINIBROWSER",
    places: || {
        let folders = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
        let parents = [
            PathBuf::from("/usr/lib").join(format!("{}-linux-gnu", env::consts::ARCH)),
            PathBuf::from("/usr/lib"),
            PathBuf::from("/usr/libexec"),
        ];
        let all = folders
            .iter()
            .flat_map(|folder| parents.iter().map(move |parent| parent.join(folder)));
        all.map(|folder| folder.join("MiniBrowser")).collect()
    },
    packages: WEBKIT_DRIVER.packages,
    is_snap_on_ubuntu: false,
    will_do: Path::is_file,
};

const SCREEN: Need = Need {
    what: "Xvfb, a screen that nobody sees",
    variable: "XVFB",
    places: || on_path("Xvfb"),
    packages: &[
        ("apt-get", "xvfb"),
        ("dnf", "xorg-x11-server-Xvfb"),
        ("pacman", "xorg-server-xvfb"),
    ],
    is_snap_on_ubuntu: false,
    will_do: Path::is_file,
};

/// Firefox's driver, which distributions seldom have.
const GECKODRIVER: &str = "0.37.1";

/// The task: prints what has to stand before `node --test` for a file of the suite to run in each engine.
pub fn browsers() -> Result {
    for Engine { name, programs } in ENGINES {
        match programs() {
            Ok(Programs { browser, driver }) => println!(
                "ENGINE={name} BROWSER={:?} DRIVER={:?}",
                browser.display(),
                driver.display()
            ),
            Err(sentence) => println!("# {name}: {sentence}"),
        }
    }
    Ok(())
}

/// The engine that every machine has to have.
pub fn chromium() -> Result<Programs> {
    // Where the driver is a package, a browser of its version comes with it.
    let driver = CHROMEDRIVER.get()?;
    let browser = CHROMIUM.get()?;
    Ok(Programs { browser, driver })
}

fn firefox() -> Result<Programs> {
    let browser = FIREFOX.get()?;
    let driver = geckodriver()?;
    Ok(Programs { browser, driver })
}

fn webkit() -> Result<Programs> {
    if !cfg!(target_os = "linux") {
        return Err("WebKit is driven on Linux only, in its GTK port".into());
    }
    let driver = WEBKIT_DRIVER.get()?;
    let browser = MINIBROWSER.get()?;
    SCREEN.get()?;
    Ok(Programs { browser, driver })
}

impl Need {
    /// The program that the environment names, or one that is there, or one that is installed now.
    fn get(&self) -> Result<PathBuf> {
        if let Some(named) = env::var_os(self.variable) {
            let named = PathBuf::from(named);
            return match (self.will_do)(&named) {
                true => Ok(named),
                false => Err(format!(
                    "{} says {}, which does not run",
                    self.variable,
                    named.display()
                )),
            };
        }
        if let Some(found) = first((self.places)(), self.will_do) {
            return Ok(found);
        }
        let advice = format!(
            "Install it, or say where it is with {}=/path",
            self.variable
        );
        let missing = |why: String| format!("{} is not here, and {why}. {advice}", self.what);
        if self.is_snap_on_ubuntu && packages::is_ubuntu() {
            let why = "Ubuntu's package is a snap, which the tests cannot use";
            return Err(missing(why.to_string()));
        }
        packages::install(self.packages).map_err(missing)?;
        first((self.places)(), self.will_do)
            .ok_or_else(|| missing("does not run even after the installation".to_string()))
    }
}

/// geckodriver as the environment names it or the system has it, else built by cargo into the target folder.
fn geckodriver() -> Result<PathBuf> {
    let tools = target().join("tools");
    let built = tools
        .join("bin")
        .join(format!("geckodriver{}", env::consts::EXE_SUFFIX));
    let named = env::var_os("GECKODRIVER").map(PathBuf::from);
    let places = named.into_iter().chain([built.clone()]);
    let places = places.chain(on_path("geckodriver")).collect();
    if let Some(found) = first(places, runs) {
        return Ok(found);
    }
    println!(
        "Building geckodriver {GECKODRIVER}, which drives Firefox, with cargo: this takes some minutes, once."
    );
    run(cargo()
        .args(["install", "geckodriver", "--locked"])
        .args(["--version", GECKODRIVER, "--root"])
        .arg(&tools))?;
    Ok(built)
}

/// Where a program may be: on the PATH, among a Mac's apps, in the folders of Windows.
fn places(names: &[&str], apps: &[&str], windows: &[&str]) -> Vec<PathBuf> {
    let mut places: Vec<PathBuf> = names.iter().flat_map(|name| on_path(name)).collect();
    if cfg!(target_os = "macos") {
        let home = env::home_dir().unwrap_or_default();
        for app in apps {
            let program = format!("Applications/{app}.app/Contents/MacOS");
            // Firefox's is in small letters.
            let file = if *app == "Firefox" { "firefox" } else { app };
            places.extend([Path::new("/"), &home].map(|root| root.join(&program).join(file)));
        }
    }
    if cfg!(windows) {
        let variables = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
        let folders = variables.into_iter().filter_map(env::var_os);
        places.extend(
            folders.flat_map(|folder| windows.iter().map(move |app| Path::new(&folder).join(app))),
        );
    }
    places
}
