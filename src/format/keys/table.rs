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

/// What somebody did for the edition, as the key says: `editor`, `transcriber`.
pub(super) fn role(key: &str) -> String {
    let name = normalized(without_vocabulary(key));
    let role = scan::looked_up(ROLES, &name).unwrap_or(&name);
    scan::owned(role.strip_suffix("s").unwrap_or(role))
}

/// Prefixes of vocabularies: Dublin Core, Open Graph, Highwire, EPrints, PRISM, schema.org, office documents, Zotero.
const VOCABULARIES: &str = "dc.|dc:|dcterms.|dcterms:|dct:|dct.|dcterm:|dcterm.|og:|article:|book:|profile:|twitter:|\
    citation_|bepress_citation_|wkhealth_|eprints.|prism.|prism:|schema:|schema.org/|https://schema.org/|\
    http://schema.org/|http://purl.org/dc/terms/|http://purl.org/dc/elements/1.1/|cp:|meta:|z:|bibo:|params.";

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
    (
        Field::Entry,
        "layout|draft|weight|slug|aliases|template|theme|css|js|bodyclass|class|toc|tocdepth|numbersections|output|\
        format|execute|jupyter|engine|geometry|documentclass|fontsize|bibliography|csl|linkcitations|pagination|\
        eleventyexcludefromcollections|eleventynavigation|eleventynavigationkey|sitemap|menu|nav|navorder|parent|\
        sidebar|comments|share|featured|sticky|order|index|search|redirectfrom|icon|color|dropcapcolor|background|\
        cover|coverimage|image|images|thumbnail|teaser|generator|readingtime|wordcount|mathjax|math|objectlayout|\
        displaytemplate|objectlocation|imagesmall|imagethumb|filename",
    ),
    (
        Field::Title,
        "title|doctitle|documenttitle|headline|schemaname",
    ),
    (
        Field::OtherTitle,
        "subtitle|alternativetitle|alternativeheadline|alternative|alternatetitle|othertitle|othertitles|\
        originaltitle|translatedtitle|titletranslated|titlealternative|titleoriginal",
    ),
    (
        Field::PublicationDate,
        "issued|dateissued|published|publishdate|publisheddate|datepublished|publicationdate|pubdate|publishedtime|\
        publishedat|publishedon|citationdate|onlinedate|dateavailable|available|releasedate|copyrightdate|\
        ogpublishedtime|bookreleasedate",
    ),
    (
        Field::Revised,
        "modified|updated|lastmod|lastmodified|lastupdated|datemodified|dateupdated|modifiedtime|updatedtime|\
        modificationdate|lastmodifiedat|lastupdate|updatedat|updatedon|revised|revisiondate|changed",
    ),
    (
        Field::Date,
        "date|dates|created|datecreated|createddate|creationdate|originaldate|dateoriginal|documentdate|datewritten|\
        datesent|writtendate|sent|datum|year",
    ),
    (
        Field::Creator,
        "author|authors|creator|creators|initialcreator|by|byline|from|sender|senders|sentby|writer|writers|writtenby|\
        correspondent|contributorauthor",
    ),
    (
        Field::Recipient,
        "to|recipient|recipients|addressee|addressees|receiver|sentto|writtento",
    ),
    (
        Field::Translator,
        "translator|translators|translatedby|translationby",
    ),
    (
        Field::Contributor,
        "editor|editors|editedby|contributor|contributors|transcriber|transcribers|transcribedby|compiler|compilers|\
        compiledby|annotator|annotators|annotatedby|illustrator|illustrators|encoder|encodedby|digitizer|digitizedby|\
        photographer|interviewer|interviewee",
    ),
    (
        Field::Summary,
        "description|summary|abstract|descriptionabstract|synopsis|scopeandcontent|scopeandcontents|scopecontent|tableofcontents",
    ),
    (
        Field::OriginalLanguage,
        "lang|language|languages|locale|inlanguage|contentlanguage|originallanguage|originallanguages|languageoriginal|\
        languageofmaterial|languageofmaterials|sourcelanguage",
    ),
    (
        Field::Source,
        "source|sources|provenance|archive|originalarchive|repository|heldby|holdinginstitution|holdingarchive|\
        holdingrepository|institution|contributinginstitution|providinginstitution|library|originalsheldat|\
        physicallocation|archivelocation",
    ),
    (
        Field::DigitalArchive,
        "publisher|digitalarchive|ogsitename|sitename|publishedby|publicationname",
    ),
    (
        Field::PublicationPlace,
        "publicationplace|placeofpublication|publisherplace|pubplace",
    ),
    (
        Field::Place,
        "place|location|origin|placewritten|placeofwriting|placeoforigin|writtenat|writtenfrom|sentfrom|origplace|\
        city|ort",
    ),
    (
        Field::Destination,
        "destination|placereceived|placesent|recipientplace|recipientlocation|deliveredto",
    ),
    (
        Field::Url,
        "url|uri|canonical|canonicalurl|permalink|link|ogurl|publicurl|fulltexthtmlurl|abstracthtmlurl|recordurl|\
        sourceurl|originalurl|referenceurl",
    ),
    (
        Field::Rights,
        "rights|right|rightsstatement|rightsstatements|rightsurl|rightsuri|rightsholder|copyright|copyrights|copyrightnotice|\
        license|licence|licenses|licenseurl|licenceurl|licenseuri|usage|usageinfo|usageterms|accessrights|restrictions|\
        standardizedrights",
    ),
    (
        Field::Citation,
        "citation|bibliographiccitation|identifierbibliographiccitation|identifiercitation|citeas|preferredcitation|howtocite|\
        recommendedcitation",
    ),
    (
        Field::Identifier,
        "identifier|identifiers|shelfmark|reference|referencecode|referencenumber|callnumber|accession|accessionnumber|\
        catalognumber|cataloguenumber|recordid|objectid|pid|doi|isbn|issn|handle|naid|ark|signatur|\
        identifierdoi|identifieruri|archivalreference|fileunit|documentnumber|docnumber|archivenumber",
    ),
    (
        Field::Series,
        "series|serie|collection|collectiontitle|fonds|ispartof|recordgroup|booktitle|journaltitle|containertitle|\
        correspondence|partof",
    ),
    (
        Field::Keyword,
        "tags|tag|keywords|keyword|subjects|subject|topics|topic|categories|category|section|themes|theme",
    ),
    (
        Field::Kind,
        "kind|genre|type|documenttype|documentkind|doctype|resourcetype|objecttype|itemtype",
    ),
];

/// What somebody is whose key says what they have done.
const ROLES: &str = "\
    editedby editor|transcribedby transcriber|compiledby compiler|annotatedby annotator|encodedby encoder|\
    digitizedby digitizer";
