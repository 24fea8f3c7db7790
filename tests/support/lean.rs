//! What a build that only makes a text stand makes of a document, beside what a full one does.

use reading_room::Opened;
use reading_room::render::{Options, Script, Writing};

use crate::drawn::Drawn;

/// The article, whose ids begin with that name.
pub fn article(opened: &Opened, name: &str) -> String {
    let mut writing = Writing::new(Options {
        id_prefix: name.to_owned(),
        ..Options::default()
    });
    let (mut drawn, mut script) = (Drawn::default(), Script::default());
    while writing.write(&opened.document, None, 1000, &mut script) {}
    drawn.draw(&mut script);
    drawn.html()
}

/// The article of a full build, as it is before its texts have the languages that their words say.
pub fn before_detection(article: &str) -> String {
    let mut pieces = article
        .trim_end_matches('\n')
        .split(" rr-detected\" lang=\"");
    let mut before = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (_, rest) = piece.split_once("dir=\"").unwrap();
        let (_, rest) = rest.split_once('"').unwrap();
        before.push_str("\" lang dir=\"auto\"");
        before.push_str(rest);
    }
    before
}
