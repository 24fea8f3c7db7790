//! The table of keys, and how a key is looked up in it.

use crate::document::Field;
use crate::limits;
use crate::scan;

/// What a key stands for.
pub(super) fn meaning(key: &str) -> Option<Field> {
    if key.len() > limits::LABEL {
        return None;
    }
    let whole = normalized(key);
    field(&whole).or_else(|| field(&normalized(without_vocabulary(key))))
}

fn field(name: &str) -> Option<Field> {
    let has_name = |(_, names): &&(Field, &str)| scan::listed(names, name);
    KEYS.iter().find(has_name).map(|(field, _)| *field)
}

/// A key in small letters without what parts its words, and without the last part of one that only says «the name of it».
pub(super) fn normalized(key: &str) -> String {
    let mut key = key;
    if let Some(at) = scan::find_last(key, ".").filter(|at| *at > 0)
        && scan::listed(NAMES, scan::from(key, at + 1))
    {
        key = scan::to(key, at);
    }
    let mut name = scan::joined(&scan::items(key, "_- .:"));
    name.make_ascii_lowercase();
    name
}

/// A key without the prefix of its vocabulary: `DC.creator`, `og:title`, `citation_author`.
pub(super) fn without_vocabulary(key: &str) -> &str {
    let vocabularies = scan::parts(VOCABULARIES, "|");
    scan::after_any(key, &vocabularies).map_or(key, |(_, rest)| rest)
}

/// The name in the table of keys that front matter or a property of a file stands for, where it has another one there.
#[cfg(any(feature = "markdown", feature = "office"))]
pub(super) fn of_file(key: &str) -> &str {
    let whole = normalized(key);
    let name = scan::looked_up(OF_FILES, &whole);
    name.or_else(|| scan::looked_up(OF_FILES, &normalized(without_vocabulary(key))))
        .unwrap_or(key)
}

/// What somebody did for the edition, as the key says: `editor`, `transcriber`.
pub(super) fn role(key: &str) -> String {
    let name = normalized(without_vocabulary(key));
    scan::owned(name.strip_suffix("s").unwrap_or(&name))
}

/// Prefixes of vocabularies: Dublin Core, Open Graph, Highwire, EPrints, PRISM, schema.org, office documents, Zotero.
const VOCABULARIES: &str = "dc.|dc:|dcterms.|dcterms:|dct:|dct.|dcterm:|dcterm.|og:|article:|book:|profile:|twitter:|\
    citation_|bepress_citation_|wkhealth_|eprints.|prism.|prism:|schema:|schema.org/|https://schema.org/|\
    http://schema.org/|http://purl.org/dc/terms/|http://purl.org/dc/elements/1.1/|cp:|meta:|z:|bibo:|params.|extra.|\
    taxonomies.";

/// Last parts of a key that say no more than what they are in.
const NAMES: &str = "name|names|fullname|label|literal|text|title|value";

/// Keys that name the language of the text, not that of the original.
pub(super) const OF_TEXT: &str =
    "lang|language|locale|inlanguage|oglocale|dclanguage|dctermslanguage|contentlanguage";

/// Names of keys, in small letters without what parts their words, for each field.
///
/// A name that begins with that of a vocabulary means something else there than without it.
const KEYS: &[(Field, &str)] = &[
    // Settings of sites and pages, which tell a reader nothing: they are kept and not shown beside the text.
    (Field::Entry, "format|generator|image|thumbnail|wordcount"),
    (Field::Title, "title|headline|schemaname"),
    (
        Field::OtherTitle,
        "subtitle|alternativetitle|alternativeheadline|alternative",
    ),
    (
        Field::PublicationDate,
        "issued|dateissued|published|datepublished|publicationdate|pubdate|publishedtime|citationdate|\
        onlinedate|dateavailable|available|ogpublishedtime|bookreleasedate",
    ),
    (
        Field::Revised,
        "modified|lastmodified|datemodified|modifiedtime|updatedtime|modificationdate",
    ),
    (Field::Date, "date|created|datecreated|creationdate|year"),
    (
        Field::Creator,
        "author|authors|creator|from|sender|contributorauthor",
    ),
    (Field::Recipient, "recipient"),
    (Field::Translator, "translator|marcreltrl"),
    (
        Field::Contributor,
        "editor|contributor|transcriber|compiler|annotator|illustrator|encoder|\
        digitizer|photographer|interviewer|interviewee",
    ),
    (
        Field::Summary,
        "description|summary|abstract|descriptionabstract|tableofcontents",
    ),
    (
        Field::OriginalLanguage,
        "lang|language|languages|locale|inlanguage|contentlanguage|originallanguage",
    ),
    (
        Field::Source,
        "source|provenance|archive|repository|holdingarchive",
    ),
    (
        Field::DigitalArchive,
        "publisher|ogsitename|publicationname",
    ),
    (Field::PublicationPlace, "publicationplace"),
    (Field::Place, "place|location|locationcreated|origin"),
    (Field::Destination, "destination"),
    (
        Field::Url,
        "url|uri|canonical|link|mainentityofpage|ogurl|fulltexthtmlurl|abstracthtmlurl",
    ),
    (
        Field::Rights,
        "rights|right|rightsholder|copyright|license|licence|\
        usage|usageinfo|accessrights",
    ),
    (
        Field::Citation,
        "citation|bibliographiccitation|identifierbibliographiccitation|identifiercitation",
    ),
    (
        Field::Identifier,
        "identifier|identifiers|callnumber|doi|isbn|issn|handle|identifierdoi|identifieruri",
    ),
    (
        Field::Series,
        "series|collection|ispartof|booktitle|journaltitle",
    ),
    (Field::Keyword, "tags|tag|keywords|subject|section"),
    (Field::Kind, "kind|genre|type|itemtype"),
];

/// What else front matter and the properties of files call these things, each with its name above: people write them, and no
/// vocabulary has them.
#[cfg(any(feature = "markdown", feature = "office"))]
const OF_FILES: &str = "\
    shelfmark identifier|reference identifier|referencecode identifier|referencenumber identifier|accession identifier|\
    accessionnumber identifier|catalognumber identifier|cataloguenumber identifier|recordid identifier|\
    objectid identifier|pid identifier|naid identifier|ark identifier|signatur identifier|archivalreference identifier|\
    fileunit identifier|documentnumber identifier|docnumber identifier|archivenumber identifier|\
    label title|currentlocation repository|objectdate created|doctitle title|documenttitle title|publishdate published|copyrightdate published|dates created|createddate created|\
    sources source|holdinginstitution repository|institution repository|digitalarchive publisher|sitename publisher|\
    publishedby publisher|placeofpublication publicationplace|publisherplace publicationplace|pubplace publicationplace|\
    rightsstatement rights|rightsstatements rights|rightsurl rights|rightsuri rights|licenses license|licenseurl license|\
    licenceurl license|licenseuri license|citeas citation|preferredcitation citation|howtocite citation|subjects subject|\
    keyword keywords|topics keywords|topic keywords|categories keywords|category keywords|theme keywords|themes keywords|\
    documenttype type|doctype type|resourcetype type|objecttype type|containertitle series|partof series|\
    creators creator|recipients recipient|addressee recipient|translators translator|translatedby translator|\
    translationby translator|editors editor|contributors contributor|illustrators illustrator|\
    recommendedcitation citation|comments image|icon image|images image|index image|search image|lastmod modified|updated modified|\
    alternatetitle alternative|othertitle alternative|othertitles alternative|originaltitle alternative|\
    translatedtitle alternative|titletranslated alternative|titlealternative alternative|titleoriginal alternative|\
    publisheddate published|publishedat published|publishedon published|releasedate published|\
    lastmodifiedat modified|lastupdate modified|lastupdated modified|updatedat modified|updatedon modified|\
    revised modified|revisiondate modified|changed modified|dateupdated modified|originaldate created|\
    dateoriginal created|documentdate created|letterdate created|dateofletter created|datewritten created|\
    datesent created|writtendate created|sent created|datum created|by creator|byline creator|writer creator|\
    writers creator|writtenby creator|correspondent creator|initialcreator creator|senders sender|sentby sender|\
    to recipient|addressees recipient|receiver recipient|sentto recipient|writtento recipient|placewritten place|\
    placeofwriting place|placeoforigin place|writtenat place|writtenfrom place|sentfrom place|origplace place|\
    ort place|city place|placereceived destination|placesent destination|recipientplace destination|\
    recipientlocation destination|deliveredto destination|heldby repository|holdingrepository repository|\
    originalsheldat repository|physicallocation repository|archivelocation repository|documentkind kind|\
    editedby editor|transcribers transcriber|transcribedby transcriber|compilers compiler|compiledby compiler|\
    annotators annotator|annotatedby annotator|encodedby encoder|digitizedby digitizer|synopsis summary|\
    scopeandcontent summary|scopeandcontents summary|scopecontent summary|originallanguages originallanguage|\
    languageoriginal originallanguage|languageofmaterial originallanguage|languageofmaterials originallanguage|\
    sourcelanguage originallanguage|originalarchive repository|contributinginstitution repository|\
    providinginstitution repository|library repository|canonicalurl url|permalink url|publicurl url|recordurl url|\
    sourceurl url|originalurl url|referenceurl url|serie series|collectiontitle series|recordgroup series|\
    fonds series|correspondence series|usageterms usage|restrictions usage|standardizedrights usage|\
    copyrights usage|copyrightnotice usage";
