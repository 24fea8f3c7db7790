//! Lines to sections: the head without labels, one section a label, the texts.

use super::head::{self, What};
use super::labels::{self, Dress, Label, Meaning};
use super::settle::settle;
use crate::diagnostic::Remarks;
use crate::document::{Date, Field, HAS_PAPERS, KNOWS_MORE, Language, Role, Span, TELLS_ALL};
use crate::format::lines::{Line, span_of};
use crate::format::phrases::statement;
use crate::format::prose;
use crate::scan;

/// A label, or none, and the lines that belong to it.
#[derive(Debug)]
pub(super) struct Section<'s> {
    pub(super) kind: SectionKind,
    /// The label's words.
    pub(super) label: &'s str,
    /// Where the label stands.
    pub(super) label_span: Span,
    pub(super) lines: Vec<Line<'s>>,
    /// Of a text, the label that says what text it is, and where that stands.
    pub(super) text_label: &'s str,
    pub(super) text_label_span: Span,
    pub(super) role: Role,
    pub(super) language: Option<Language>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum SectionKind {
    /// What stands before the first label.
    Head,
    /// What stands without a label above the document and has a form of its own.
    Piece(What),
    /// A label and its value; `None` where no field is known by it.
    Value(Option<Field>),
    /// The words of the document.
    Text,
    /// Words after a value that a blank line ended: they belong to it if the text has a label, else they are the text.
    Loose,
}

impl<'s> Section<'s> {
    pub(super) fn new(kind: SectionKind) -> Section<'s> {
        Section {
            kind,
            label: "",
            label_span: Span::default(),
            lines: Vec::new(),
            text_label: "",
            text_label_span: Span::default(),
            role: Role::Unstated,
            language: None,
        }
    }

    /// Of a text, what it is and in which language.
    pub(super) fn role_and_language(&self) -> (Role, Option<Language>) {
        (self.role, self.language)
    }

    /// Its value: paragraphs separated by a line feed.
    pub(super) fn value(&self) -> String {
        prose::value(&self.lines)
    }

    /// Where label and value stand, which nobody can ask a build that only makes the text stand.
    pub(super) fn span(&self) -> Span {
        if !TELLS_ALL {
            return Span::default();
        }
        let value = span_of(&self.lines);
        match (self.label_span.is_empty(), value.is_empty()) {
            (true, _) => value,
            (_, true) => self.label_span,
            _ => self.label_span.cover(value),
        }
    }

    pub(super) fn has_words(&self) -> bool {
        !self.lines.iter().all(Line::is_blank)
    }
}

/// Cuts a record into its sections.
pub(super) fn sections<'s>(lines: Vec<Line<'s>>, remarks: &mut Remarks) -> Vec<Section<'s>> {
    let mut cutter = Cutter::new();
    cutter.text_has_label = has_label_of_text(&lines);
    #[cfg(feature = "more")]
    if lines.iter().any(is_dressed_label) {
        // A word alone may head the contents of a book.
        let is_clear = |line: &Line| is_label_of_text(line, false) && is_dressed_label(line);
        cutter.text_has_label = lines.iter().any(is_clear);
    }
    cutter.is_telegram =
        KNOWS_MORE && !cutter.text_has_label && lines.iter().any(head::is_telegram);
    if !HAS_PAPERS {
        cutter.lines(&lines);
        return cutter.settled(remarks);
    }
    let (pieces, end) = head::find(&lines);
    let rest = lines.get(end..).unwrap_or(&[]);
    let is_clear = pieces.iter().any(is_clear);
    let mut has_labels = pieces.is_empty();
    for line in rest.iter().filter(|line| !line.is_blank()) {
        has_labels |= is_label_of_catalogue(line, is_clear);
        if is_clear {
            break;
        }
    }
    if has_labels && !is_clear {
        cutter.lines(&lines);
    } else {
        cutter.head(pieces);
        match has_labels {
            true => cutter.lines(rest),
            false => cutter.unlabelled(rest),
        }
    }
    cutter.settled(remarks)
}

/// Whether a piece of a head says by itself that it is one, so that what looks like a label further down is the text's.
pub(super) fn is_clear((what, _): &head::Piece) -> bool {
    matches!(what, What::Number | What::Classification)
}

/// The sections of a document without any label.
#[cfg(not(feature = "labels"))]
pub(super) fn of_paper<'s>(pieces: Vec<head::Piece<'s>>, rest: &[Line<'s>]) -> Vec<Section<'s>> {
    let mut cutter = Cutter::new();
    cutter.head(pieces);
    cutter.unlabelled(rest);
    cutter.begin(SectionKind::Loose);
    cutter.sections
}

/// Whether a line begins with a label that only a catalogue has, or with any other that stands out from the text; right
/// below a head a colon is enough for that.
fn is_label_of_catalogue(line: &Line, below_head: bool) -> bool {
    labels::label(line.text).is_some_and(|label| match label.meaning {
        Meaning::Catalogue(_) => label.dress.stands_out() || label.dress.alone,
        Meaning::Text(_, language) => language.is_some(),
        Meaning::Common(field) => {
            let may_stand_beside = below_head && field.is_some();
            let stands_apart = label.dress.alone || may_stand_beside;
            label.dress.emphasis || label.dress.colon && stands_apart
        }
        Meaning::Unknown => false,
    })
}

/// Whether a label says somewhere that words of the document follow. Right below a label that nothing but its own line sets
/// apart, such a word is its value: `Type` and `text`.
fn has_label_of_text(lines: &[Line]) -> bool {
    if !KNOWS_MORE {
        return lines.iter().any(|line| is_label_of_text(line, false));
    }
    let mut below_bare = false;
    for line in lines {
        if is_label_of_text(line, below_bare) {
            return true;
        }
        below_bare = labels::label(line.text).is_some_and(|label| label.is_bare());
    }
    false
}

/// Whether a label on the line says that words of the document follow.
fn is_label_of_text(line: &Line, below_bare: bool) -> bool {
    labels::label(line.text).is_some_and(|label| {
        let visible = label.dress.stands_out() || label.dress.alone && !below_bare;
        match label.meaning {
            Meaning::Text(_, language) => language.is_some() || label.dress.stands_out(),
            meaning => visible && meaning.field() == Some(Field::Contents),
        }
    })
}

/// Whether a line begins with a name that is known and ends as a cell does.
fn is_known_cell(line: &Line) -> bool {
    labels::label(line.text).is_some_and(|label| label.in_cell && label.meaning != Meaning::Unknown)
}

/// Whether a line begins with a known label that stands out, or with that of a text.
#[cfg(feature = "more")]
fn is_dressed_label(line: &Line) -> bool {
    labels::label(line.text).is_some_and(|label| match label.meaning {
        Meaning::Text(..) => true,
        meaning => label.dress.stands_out() && meaning.field().is_some(),
    })
}

/// Whether a line is a rule between the rows of a table: `|---|---|`.
fn is_rule(line: &str) -> bool {
    let drawn = scan::trim_start(line, "|+-:= \t").is_empty();
    let has_corner = scan::find(line, "|").is_some() || scan::find(line, "+").is_some();
    drawn && has_corner && scan::find(line, "-").is_some()
}

/// Whether the first line with words is a date in bold, as at the head of records that archives mail.
pub(super) fn begins_with_date_in_bold(start: &str) -> bool {
    let inside = labels::emphasized(start.trim_start()).map_or("", |(inside, _)| inside);
    Date::parse(inside).is_some()
}

/// Reads lines one after another and knows what came before.
struct Cutter<'s> {
    sections: Vec<Section<'s>>,
    current: Section<'s>,
    /// The fields that have a section.
    filled: Vec<Field>,
    /// Whether a label says somewhere which words are the text.
    text_has_label: bool,
    /// Whether it has the head of a telegram: `FM SECSTATE WASHDC`.
    is_telegram: bool,
    /// In a text, how the label that opened it was dressed, or the last one before it.
    text_dress: Option<Dress>,
    /// A label may stand on this line: the one before is blank, or a label.
    label_may_follow: bool,
    /// A value on its label's line ends at a blank line, or at the next label.
    ends_at_blank: bool,
    /// How the last label of a value was dressed.
    value_dress: Option<Dress>,
    /// The label on the line right above, with a value beside it, and how far that is indented.
    above: Option<Above>,
    /// Whether the line below begins with a name that is known and ends as a cell does.
    is_above_cell: bool,
    /// Whether another build may read it otherwise.
    leaves: bool,
}

/// What is known of the label on the line above.
#[derive(Clone, Copy)]
struct Above {
    in_cell: bool,
    in_row: bool,
    indentation: usize,
}

impl<'s> Cutter<'s> {
    fn new() -> Cutter<'s> {
        Cutter {
            sections: Vec::new(),
            current: Section::new(SectionKind::Head),
            filled: Vec::new(),
            text_has_label: false,
            is_telegram: false,
            text_dress: None,
            label_may_follow: true,
            ends_at_blank: false,
            value_dress: None,
            above: None,
            is_above_cell: false,
            leaves: false,
        }
    }

    /// All that has been read.
    fn settled(mut self, remarks: &mut Remarks) -> Vec<Section<'s>> {
        self.begin(SectionKind::Loose);
        if self.leaves {
            remarks.leave();
        }
        settle(self.sections)
    }

    fn lines(&mut self, lines: &[Line<'s>]) {
        for (at, line) in lines.iter().enumerate() {
            if KNOWS_MORE && self.text_dress.is_none() {
                self.is_above_cell = lines.get(at + 1).is_some_and(is_known_cell);
            }
            let mut line = *line;
            if KNOWS_MORE && self.text_dress.is_none() {
                while let Some(at) = labels::beside(line.text) {
                    self.line(line.part(0, at));
                    line = line.part(at, line.text.len());
                }
            }
            self.line(line);
        }
    }

    /// A head without labels.
    fn head(&mut self, pieces: Vec<head::Piece<'s>>) {
        for (what, line) in pieces {
            self.piece(what, line);
        }
        self.begin(SectionKind::Head);
    }

    /// The rest of a document whose head has no labels: its words, and below them where it lies in the archive.
    fn unlabelled(&mut self, lines: &[Line<'s>]) {
        let is_shelfmark = |line: &Line| statement::shelfmark(scan::trimmed(line.text)).is_some();
        let below = lines.iter().rposition(is_shelfmark).filter(|at| {
            let mut after = lines.iter().skip(*at).skip_while(|line| !line.is_blank());
            after.all(Line::is_blank)
        });
        self.begin(SectionKind::Text);
        for (at, line) in lines.iter().enumerate() {
            if below == Some(at) {
                self.begin(SectionKind::Value(Some(Field::Source)));
            }
            self.current.lines.push(*line);
        }
    }

    /// A line of the head that has a form of its own; titles may go on from line to line.
    fn piece(&mut self, what: What, line: Line<'s>) {
        let kind = SectionKind::Piece(what);
        if self.current.kind != kind || !matches!(what, What::Title | What::Other) {
            self.begin(kind);
        }
        self.current.lines.push(line);
    }

    fn line(&mut self, line: Line<'s>) {
        if !KNOWS_MORE {
            self.leaves |= self.may_mean_more(&line);
        }
        if line.is_blank() {
            self.label_may_follow = true;
            self.above = None;
        } else if KNOWS_MORE && is_rule(line.text) && self.text_dress.is_none() {
            return self.rule();
        } else if KNOWS_MORE
            && self.is_telegram
            && self.text_dress.is_none()
            && self.line_of_telegram(line)
        {
            return;
        } else if let Some(label) =
            labels::label(line.text).filter(|label| self.is_label_here(label, line.indentation()))
        {
            return self.open(label, line);
        } else {
            if self.text_may_begin() {
                match KNOWS_MORE || !self.text_has_label {
                    true => self.begin_loose(),
                    false => self.leaves = true,
                }
            }
            // In the head of a telegram, between the lines that have a form of their own.
            let is_between = matches!(self.current.kind, SectionKind::Piece(_));
            if is_between {
                self.begin(SectionKind::Piece(What::Other));
            }
            self.label_may_follow = is_between;
            self.above = None;
        }
        self.current.lines.push(line);
    }

    /// Whether a line may be a label, or have one, that only a build with all names and layouts knows. In a text whose label
    /// stands in emphasis, others have to do that too.
    fn may_mean_more(&self, line: &Line) -> bool {
        let words = scan::trimmed(line.text);
        let label = labels::label(line.text);
        let is_other_layout = scan::has_any(words, "|\t")
            || scan::find(words, "  ").is_some()
            || scan::after(words, "dc").is_some();
        let may_be_label = match (self.text_dress, self.value_dress) {
            (Some(text), _) if text.emphasis => scan::begins_with(words, "|"),
            (Some(_), _) => is_other_layout,
            (None, dress) => {
                let has_emphasis = scan::begins_with(words, "*_#");
                let is_clear = dress.is_some() != has_emphasis || !self.label_may_follow;
                let is_other = label.is_none() && !is_clear && !line.is_blank();
                is_other
                    || is_other_layout
                    || scan::has_any(words, "@+【")
                    || !words.is_ascii() && scan::find(words, " - ").is_some()
            }
        };
        let is_elsewhere = |label: &Label| match (&label.meaning, self.text_dress) {
            (Meaning::Unknown, Some(text)) => text.emphasis == label.dress.emphasis,
            // It may name a language.
            (Meaning::Text(_, None), _) if scan::has_any(label.written, " ") => true,
            (_, Some(_)) => false,
            (Meaning::Unknown, None) => true,
            // Among labels that do not stand out, values may be labels of other languages; other layouts have labels right below
            // values.
            (_, None) => !label.dress.stands_out() || !self.label_may_follow && !self.ends_at_blank,
        };
        may_be_label || label.as_ref().is_some_and(is_elsewhere)
    }

    /// Takes a line of a telegram's head that has no colon; its text begins with its first number.
    fn line_of_telegram(&mut self, line: Line<'s>) -> bool {
        if let Some(label) = labels::of_telegram(line.text) {
            self.open(label, line);
            return true;
        }
        let mut pieces = Vec::new();
        if head::cells(&line, false, false, &mut pieces) {
            for (what, line) in pieces {
                self.piece(what, line);
            }
            (self.ends_at_blank, self.label_may_follow, self.above) = (false, true, None);
            return true;
        }
        let begins = scan::begins_with(line.text, "0123456789¶") && self.has(Field::Creator);
        if begins {
            self.begin_loose();
            self.current.lines.push(line);
        }
        begins
    }

    /// A rule of a table: the row above it names the columns, if it is the first.
    fn rule(&mut self) {
        let is_row = self.above.is_some_and(|above| above.in_row);
        if is_row && self.filled.is_empty() && self.current.kind == SectionKind::Value(None) {
            self.current.kind = SectionKind::Value(Some(Field::Entry));
        }
    }

    /// Words come that no label says anything of. Where none does anywhere, they are the text, and it goes on.
    fn begin_loose(&mut self) {
        self.begin(SectionKind::Loose);
        self.ends_at_blank = false;
        if !self.text_has_label {
            self.text_dress = self.value_dress;
        }
    }

    /// Whether a label is one here. In a text, only what a catalogue says, or what is dressed as the text's own label was.
    fn is_label_here(&self, label: &Label, indentation: usize) -> bool {
        if let Meaning::Text(_, language) = &label.meaning {
            let first_line = self.text_dress.is_some() && !self.current.has_words();
            let clear = language.is_some() || label.dress.stands_out();
            return first_line || (self.label_may_follow && clear) || self.is_bare_here(label);
        }
        let dress = label.dress;
        let may_follow = self.label_may_follow && !self.is_word_below_bare(label);
        if !(may_follow || self.is_below_value(label, indentation) || self.is_bare_here(label)) {
            return false;
        }
        let Some(text) = self.text_dress else {
            return self.is_label_of_record(label);
        };
        let filled = label.meaning.field().is_some_and(|field| self.has(field));
        let is_alike = match label.meaning {
            Meaning::Catalogue(_) if self.text_has_label => {
                let visible = dress.stands_out() || dress.alone;
                visible && dress.emphasis == text.emphasis
            }
            Meaning::Catalogue(_) => dress == text && !self.has_letterhead(),
            Meaning::Common(_) => dress == text && self.text_has_label,
            _ => false,
        };
        is_alike && !filled
    }

    /// Whether a line that goes on with a value begins with a label all the same: one with its value beside it.
    /// Words that no list has are one right below another label alone; what is indented further goes on.
    #[inline(never)] // The module is smaller for it.
    fn is_below_value(&self, label: &Label, indentation: usize) -> bool {
        // A build that does not know all names leaves what has others.
        let known = !KNOWS_MORE || label.meaning != Meaning::Unknown;
        let goes_on = |above: Above| indentation > above.indentation;
        let is_beside = !label.dress.alone && (!KNOWS_MORE || label.dress.stands_out());
        let may_be = known || self.above.is_some();
        let is_alike = |dress: Dress| dress.emphasis == label.dress.emphasis;
        let may_end = self.ends_at_blank
            || KNOWS_MORE && self.text_dress.is_none() && self.value_dress.is_none_or(is_alike);
        may_end && is_beside && may_be && !self.above.is_some_and(goes_on)
    }

    /// Whether words come here that would begin the text: a blank line has ended the value above.
    #[inline(never)] // The module is smaller for it.
    fn text_may_begin(&self) -> bool {
        // That of a telegram begins below its sender.
        let is_above = KNOWS_MORE && self.is_telegram && !self.has(Field::Creator);
        self.ends_at_blank && self.current.lines.last().is_some_and(Line::is_blank) && !is_above
    }

    /// Whether a label alone on its line follows a value that stands below its own label, dressed as that is; or begins the
    /// text, where nothing but its line sets it apart: one of a text, or one that only catalogues have.
    fn is_bare_here(&self, label: &Label) -> bool {
        if !(KNOWS_MORE && label.dress.alone && self.text_dress.is_none()) {
            return false;
        }
        let is_clear = match label.meaning {
            Meaning::Catalogue(_) | Meaning::Text(..) => true,
            Meaning::Common(field) => field == Some(Field::Contents),
            Meaning::Unknown => false,
        };
        let is_alike = self.value_dress == Some(label.dress);
        let follows = match label.meaning {
            Meaning::Unknown => {
                is_alike && label.dress.stands_out() && self.current.lines.len() == 1
            }
            Meaning::Catalogue(_) => {
                let stood_alone = |dress: Dress| dress.alone && !dress.emphasis;
                is_alike || self.value_dress.is_some_and(stood_alone)
            }
            _ => is_alike,
        };
        follows && self.current.has_words() || is_clear && self.text_may_begin()
    }

    /// Whether a word that documents have too stands right below a label that nothing but its own line sets apart: its value.
    fn is_word_below_bare(&self, label: &Label) -> bool {
        KNOWS_MORE
            && label.is_bare()
            && self.current.lines.is_empty()
            && matches!(self.current.kind, SectionKind::Value(_))
            && matches!(label.meaning, Meaning::Common(_))
            && self.value_dress.is_some_and(|dress| !dress.stands_out())
    }

    /// Whether a label is one outside of a text. Of words that no list has, the end of a cell makes one in a table alone;
    /// and below a letterhead they are the text, if nothing else says where that begins.
    fn is_label_of_record(&self, label: &Label) -> bool {
        let in_table = KNOWS_MORE
            && (label.in_row
                || self.above.is_some_and(|above| above.in_cell)
                || self.is_above_cell);
        let is_words = label.meaning.field().is_none() && self.above.is_none();
        match label.meaning {
            Meaning::Unknown if KNOWS_MORE && label.in_cell && !in_table => false,
            _ if self.has_letterhead() && is_words && !self.text_has_label => false,
            Meaning::Unknown if label.dress.alone && self.begins_text(label) => false,
            _ if self.is_bare_here(label) => true,
            // A record dresses all of its labels alike: a word alone on its line may be a value of others.
            _ => {
                let are_dressed = self.value_dress.is_some_and(Dress::stands_out);
                !KNOWS_MORE || label.dress.stands_out() || label.dress.alone && !are_dressed
            }
        }
    }

    /// Whether words alone on their line, that no list has, are the first of the text and no label, among labels that have their
    /// values beside them: `Gentlemen of the Congress:`.
    fn begins_text(&self, label: &Label) -> bool {
        KNOWS_MORE && !label.dress.emphasis && !self.text_has_label && self.text_may_begin()
    }

    /// Whether labels have said from whom and to whom it is.
    fn has_letterhead(&self) -> bool {
        self.has(Field::Creator) && self.has(Field::Recipient)
    }

    fn has(&self, field: Field) -> bool {
        self.filled.contains(&field)
    }

    fn open(&mut self, label: Label<'s>, line: Line<'s>) {
        let value = line.part(label.value.0, label.value.1);
        let label_span = Span::new(line.start, value.start);
        let field = label.meaning.field();
        self.label_may_follow = true;
        if let Some(field) = field.filter(|field| !self.has(*field)) {
            self.filled.push(field);
        }
        if let Meaning::Text(role, language) = label.meaning {
            return self.open_text_label(role, language, label.written, label.dress, label_span);
        }
        let is_text = field == Some(Field::Contents);
        self.text_dress = is_text.then_some(label.dress);
        self.ends_at_blank = !is_text && !label.dress.alone;
        self.begin(match is_text {
            true => SectionKind::Text,
            false => SectionKind::Value(field),
        });
        self.current.label = label.written;
        self.current.label_span = label_span;
        if !value.is_blank() {
            self.current.lines.push(value);
        }
        self.value_dress = Some(label.dress);
        self.above = (!label.dress.alone).then(|| Above {
            in_cell: label.in_cell || KNOWS_MORE && scan::has_any(line.text, "|\t"),
            in_row: label.in_row,
            indentation: line.indentation(),
        });
    }

    /// `Translation - English`: right under the label of the contents it belongs to that, else it begins a text.
    fn open_text_label(
        &mut self,
        role: Role,
        language: Option<Language>,
        written: &'s str,
        dress: Dress,
        span: Span,
    ) {
        let current = &self.current;
        let fresh = current.kind == SectionKind::Text
            && current.text_label.is_empty()
            && !current.has_words();
        if !fresh {
            self.begin(SectionKind::Text);
            self.text_dress = Some(dress);
            self.ends_at_blank = false;
        }
        self.current.text_label = written;
        self.current.role = role;
        self.current.language = language;
        self.current.text_label_span = span;
    }

    #[inline(never)]
    fn begin(&mut self, kind: SectionKind) {
        let ended = std::mem::replace(&mut self.current, Section::new(kind));
        self.sections.push(ended);
    }
}
