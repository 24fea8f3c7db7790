//! Images: what stands between their brackets is their description.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Content;
use crate::scan;

/// An image whose description is being read.
pub(super) struct Image {
    address: String,
    title: String,
    words: String,
    /// How many images are open in it.
    depth: u32,
}

impl Image {
    pub(super) fn new(address: &str, title: &str) -> Image {
        Image {
            address: scan::owned(address),
            title: scan::owned(title),
            words: String::new(),
            depth: 0,
        }
    }
}

impl<'s> Content<'s> {
    /// What comes while an image is open: its words, whatever they look like.
    pub(super) fn in_image(&mut self, event: &Event<'s>) {
        let Some(image) = &mut self.image else {
            return;
        };
        match event {
            Event::Text(words) | Event::Code(words) => image.words.push_str(words),
            Event::SoftBreak | Event::HardBreak => image.words.push(' '),
            Event::Start(Tag::Image { .. }) => image.depth += 1,
            Event::End(TagEnd::Image) if image.depth > 0 => image.depth -= 1,
            Event::End(TagEnd::Image) => self.end_image(),
            Event::FootnoteReference(name) => self.note_place(name),
            _ => {}
        }
    }

    fn end_image(&mut self) {
        let Some(image) = self.image.take() else {
            return;
        };
        let mut words = image.words;
        if words != image.title {
            scan::push_apart(&mut words, "; ", &image.title);
        }
        self.body
            .start("img", &[("src", &image.address), ("alt", &words)]);
        self.body.end();
    }
}
