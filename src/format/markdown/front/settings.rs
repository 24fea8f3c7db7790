//! What front matter says to the generator of a site, and to no reader.

use super::pairs::Pair;
use crate::format::keys;
use crate::scan;

/// Whether a pair sets something for the site, among all pairs that there are.
///
/// The date of a post or a file is such a thing where another one is that of the document: one has the time of the day, or the
/// other one's key says what it is of.
pub(super) fn are_set(pair: &Pair, pairs: &[Pair]) -> bool {
    if keys::is_one_of(SETTINGS, &pair.key) {
        return true;
    }
    let mut others = pairs.iter().filter(|other| keys::is_date(&other.key));
    keys::is_date(&pair.key)
        && !keys::is_one_of(OF_DOCUMENTS, &pair.key)
        && others.any(|other| {
            keys::is_one_of(OF_DOCUMENTS, &other.key) || has_time(pair) && !has_time(other)
        })
}

/// Whether a value has the time of the day.
fn has_time(pair: &Pair) -> bool {
    pair.values
        .iter()
        .any(|value| scan::find(value, ":").is_some())
}

/// Keys of dates that are of no post and no file.
const OF_DOCUMENTS: &str = "originaldate|dateoriginal|documentdate|letterdate|dateofletter|datewritten|writtendate|datesent";

/// Keys that set something.
const SETTINGS: &str = "layout|draft|weight|slug|aliases|template|theme|css|js|bodyclass|class|cssclass|cssclasses|toc|tocdepth|\
    numbersections|output|execute|jupyter|engine|geometry|documentclass|fontsize|bibliography|csl|linkcitations|pagination|\
    eleventyexcludefromcollections|eleventynavigation|eleventynavigationkey|sitemap|menu|nav|navorder|parent|sidebar|share|\
    featured|sticky|order|redirectfrom|color|dropcapcolor|background|cover|coverimage|teaser|readingtime|mathjax|math|\
    objectlayout|displaytemplate|objectlocation|imagesmall|imagethumb|filename|credits|dateformat|manifest|full";
