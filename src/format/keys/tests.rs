//! The table of keys, key by key.

use super::*;

fn record(keys: &[(&str, &[&str])]) -> Record {
    let (mut record, mut remarks) = (Record::default(), Remarks::default());
    for (key, values) in keys {
        put(&mut record, key, values, Span::default(), &mut remarks);
    }
    record
}

#[test]
fn vocabularies_name_the_same_fields() {
    for key in [
        "creator",
        "Author",
        "DC.creator",
        "dcterms:creator",
        "citation_author",
        "author.name",
    ] {
        let record = record(&[(key, &["Brandes, Georg"])]);
        assert_eq!(record.creators, [Agent::named("Georg Brandes")], "{key}");
        assert_eq!(record.entries[0].field, Some(Field::Creator), "{key}");
    }
}

#[test]
fn what_no_table_knows_is_kept_word_for_word() {
    let record = record(&[
        ("about.Context", &["In the  winter\nof that year", "two"]),
        ("tags", &[]),
    ]);
    assert_eq!(record.entries[0].label, "about.Context");
    assert_eq!(record.entries[0].value, "In the winter\nof that year\ntwo");
    assert_eq!(
        (record.entries[0].field, record.entries[1].field),
        (None, Some(Field::Entry))
    );
}

#[test]
fn a_date_that_says_more_takes_the_place_of_one_that_says_less() {
    let record = record(&[
        ("year", &["1962"]),
        ("date", &["1962-11-14T10:00:00Z"]),
        ("date", &["1962-11"]),
    ]);
    assert_eq!(record.date.unwrap().edtf(), "1962-11-14");
    assert!(
        record
            .entries
            .iter()
            .all(|entry| entry.field == Some(Field::Date))
    );
}

#[test]
fn the_language_of_the_text_is_not_that_of_the_original() {
    let record = record(&[("lang", &["en_US"]), ("original_language", &["Russian"])]);
    assert_eq!(record.original_languages[0].tag(), "ru");
    assert_eq!(language(&record).unwrap().tag(), "en-US");
}

#[test]
fn rights_source_and_identifiers_may_be_addresses() {
    let record = record(&[
        ("license", &["https://creativecommons.org/licenses/by/4.0/"]),
        ("source", &["AVP RF, f. 5, op. 49"]),
        ("identifier", &["https://example.org/110443", "MS 12"]),
        ("canonical", &["/letters/12/"]),
    ]);
    assert!(record.licence.is_some() && record.rights.is_none());
    assert_eq!(record.repository.as_deref(), Some("AVP RF"));
    assert_eq!(record.url.as_deref(), Some("https://example.org/110443"));
    assert_eq!(record.identifiers.len(), 2);
    assert_eq!(record.entries[3].field, Some(Field::Entry));
}

#[test]
fn keywords_are_parted_where_they_stand_in_one_value() {
    let keys: [(&str, &[&str]); 3] = [
        ("keywords", &["peace, war"]),
        ("subject", &["Cuba--History, 1959-; Missiles"]),
        ("tags", &["Berlin, East", "Bonn"]),
    ];
    let record = record(&keys);
    let expected = [
        "peace",
        "war",
        "Cuba--History, 1959-",
        "Missiles",
        "Berlin, East",
        "Bonn",
    ];
    assert_eq!(record.keywords, expected);
}
