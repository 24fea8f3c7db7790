//! The command line tool, which has all formats, for tests of builds that have not.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// The name of the documents, with which the ids of an article begin.
pub const NAME: &str = "document";

/// The tool, with a folder for what it reads.
pub struct Tool {
    program: PathBuf,
    document: PathBuf,
}

/// Builds it beside the tests.
pub fn built() -> Tool {
    let cargo = env::var_os("CARGO").expect("cargo runs the tests");
    let building = Command::new(cargo)
        .args(["build", "--quiet", "--bin", "reading-room"])
        .status();
    assert!(building.unwrap().success(), "the tool cannot be built");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let program = format!("debug/reading-room{}", env::consts::EXE_SUFFIX);
    Tool {
        program: folder.parent().unwrap().join(program),
        document: folder.join(format!("{NAME}.txt")),
    }
}

impl Tool {
    /// The article of a document.
    pub fn article(&self, text: &str) -> String {
        fs::write(&self.document, text).unwrap();
        let output = Command::new(&self.program)
            .args(["render", "--fragment"])
            .arg(&self.document)
            .stderr(Stdio::inherit())
            .output()
            .unwrap();
        let page = String::from_utf8(output.stdout).unwrap();
        let (_, article) = page.split_once("</template>").expect("an article");
        article.replace("</reading-room>", "").trim_end().to_owned()
    }
}
