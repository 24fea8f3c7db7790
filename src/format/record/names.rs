//! The names of labels, in the languages that archives write, and what each of them stands for.
//!
//! A name is looked up without letter case, accents, marks and the `s` of a plural, so that «Date(s)», «DATES» and
//! «date» are one. The table is for people and for the compiler: in the module there are hashes of its names alone,
//! which weigh less than half as much as the names do compressed, or a [filter] that weighs half of that.

mod filter;

use crate::document::{HAS_LABELS, HAS_RECORDS, KNOWS_MORE};
use crate::scan;

/// The row of words that no label is: how secret or urgent a document was.
pub(super) const CLASSIFIED: u8 = b'Z';

/// And that of words for a copy, which stand before its number or behind it.
pub(super) const COPY: u8 = b'z';

/// Whether this build knows labels made of others, or has to tell that there are none.
const KNOWS_ALL: bool = KNOWS_MORE || !HAS_LABELS;

/// What a name stands for: the letter of its row, a capital where only catalogues have such a label.
///
/// Only they write «Author(s)», and whatever stands behind the prefix of Dublin Core.
pub(super) fn code(written: &str) -> Option<u8> {
    let name = normal(written);
    if KNOWS_ALL && let Some((_, name)) = scan::after_any(&name, &["dc ", "dcterm "]) {
        let code = listed(name)
            .or_else(|| listed(scan::last_word(name)))
            // Of many dates, the one of the document is `issued` or `created`.
            .or_else(|| listed(scan::first_word(name)).filter(|code| *code != b'd'));
        return Some(code.unwrap_or(b'N').to_ascii_uppercase());
    }
    let bare = scan::after_any(&name, &["note ", "nota de "]).map_or("", |(_, rest)| rest);
    let of_note = || listed(bare).or_else(|| listed(name.strip_suffix(" note")?));
    let code = listed(&name).or_else(|| if KNOWS_ALL { of_note() } else { None })?;
    match scan::find(written, "(") {
        Some(_) => Some(code.to_ascii_uppercase()),
        None => Some(code),
    }
}

fn listed(name: &str) -> Option<u8> {
    let wanted = short(hash(name.as_bytes()));
    let Some(at) = HASHES.iter().position(|hash| *hash == wanted) else {
        return if READS_LABELS {
            None
        } else {
            filter::kind(name)
        };
    };
    let (code, _) = ROWS.iter().find(|(_, end)| at < usize::from(*end))?;
    Some(*code)
}

/// A name as the table has it: small letters without accents, single spaces, no marks, no plural in `s`,
/// and nothing of what stands in brackets behind a word: `Fecha(s)`, `Język(i)`.
pub(super) fn normal(written: &str) -> String {
    let mut name = String::new();
    let mut is_aside = false;
    for c in written.chars() {
        match folded(c) {
            '(' if !name.is_empty() && !name.ends_with(' ') => is_aside = true,
            ')' if is_aside => is_aside = false,
            '\0' => {}
            _ if is_aside => {}
            c if scan::is_letter(c) || c.is_ascii_digit() => name.push(c),
            _ => end_word(&mut name),
        }
    }
    end_word(&mut name);
    name.pop();
    name
}

/// Ends a word with a space, if there is one that has not ended.
fn end_word(name: &mut String) {
    if name.is_empty() || name.ends_with(' ') {
        return;
    }
    let is_plural = name.ends_with('s') && !name.ends_with("ss");
    if is_plural && scan::last_word(name).len() > 3 {
        name.pop();
    }
    name.push(' ');
}

/// A character without what writers differ in: its case, its accent, its width. What is nothing by itself is NUL.
fn folded(c: char) -> char {
    if !KNOWS_MORE {
        return c.to_ascii_lowercase();
    }
    let number = u32::from(c);
    let other = |number: u32| char::from_u32(number).unwrap_or(c);
    let c = match c {
        'À'..='ſ' => {
            let letter = LATIN.as_bytes().get(number as usize - 0xC0);
            letter.map_or(c, |letter| char::from(*letter))
        }
        'А'..='Я' => other(number + 0x20),
        'Ѐ'..='Џ' => other(number + 0x50),
        '！'..='～' => other(number - 0xFEE0),
        _ => c,
    };
    match c {
        'й' => 'и',
        'ё' => 'е',
        'ї' => 'і',
        'أ' | 'إ' | 'آ' => 'ا',
        '\u{300}'..='\u{36f}' | '\u{640}' => '\0',
        _ => c.to_ascii_lowercase(),
    }
}

/// The letters from `À` on without their accents: those of Latin-1, capital and small, and those of Latin Extended-A.
const LATIN: &str = "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll\
    nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A name in a number (FNV-1a).
const fn hash(name: &[u8]) -> u32 {
    let (mut hash, mut name) = (0x811C_9DC5_u32, name);
    while let [byte, rest @ ..] = name {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        name = rest;
    }
    hash
}

type Hash = [u8; 3];

/// That number in three bytes, folded. That no two names of the table share them is tested; that a word which is none
/// of them does is as likely as one in thirty thousand, and an entry keeps its label word for word even then.
const fn short(hash: u32) -> Hash {
    let [one, two, three, four] = hash.to_le_bytes();
    [one ^ four, two, three]
}

/// The names of a row, from the first one on: that, and those after it. Behind `||` stand those in other languages than English,
/// behind `|||` those in other scripts, which the builds that know fewer labels do without.
const fn next(names: &[u8]) -> (&[u8], Option<&[u8]>) {
    let mut length = 0;
    while length < names.len() && names[length] != b'|' {
        length += 1;
    }
    match names.split_at(length) {
        (name, [_, b'|', b'|', rest @ ..]) if KNOWS_MORE => (name, Some(rest)),
        (name, [_, b'|', b'|', ..]) => (name, None),
        (name, [_, b'|', rest @ ..]) if KNOWS_MORE || !HAS_LABELS => (name, Some(rest)),
        (name, [_, b'|', ..]) => (name, None),
        (name, [_, rest @ ..]) => (name, Some(rest)),
        (name, []) => (name, None),
    }
}

/// For each row its letter, and how many names it ends behind.
static ROWS: [(u8, u16); TABLE.len()] = {
    let mut rows = [(0, 0); TABLE.len()];
    let (mut row, mut end) = (0, 0);
    while row < rows.len() {
        let mut names = Some(TABLE[row].1.as_bytes());
        while let Some(these) = names {
            end += 1;
            names = next(these).1;
        }
        rows[row] = (TABLE[row].0, end);
        row += 1;
    }
    rows
};

/// How many names there are.
const COUNT: usize = ROWS[ROWS.len() - 1].1 as usize;

/// Whether this build reads records with labels, and does not leave all that may have some.
const READS_LABELS: bool = HAS_LABELS && HAS_RECORDS;

/// How many names are told by their hashes: all where labels are read; else those of the first two rows, which no label is.
const EXACT: usize = if READS_LABELS {
    COUNT
} else {
    ROWS[1].1 as usize
};

static HASHES: [Hash; EXACT] = {
    let mut hashes = [[0; 3]; EXACT];
    let (mut row, mut at) = (0, 0);
    while at < EXACT {
        let mut names = Some(TABLE[row].1.as_bytes());
        while let Some(these) = names {
            let (name, rest) = next(these);
            hashes[at] = short(hash(name));
            (at, names) = (at + 1, rest);
        }
        row += 1;
    }
    hashes
};

/// Rows of names as [`normal`] leaves them, parted by `|`, each with the letter of what they stand for (`Meaning::of`).
///
/// A small letter is for what a document of its own may have in its text too.
/// Names that machines have translated are here as well: it is a list of what is accepted, and of nothing that is shown.
const TABLE: &[(u8, &str)] = match HAS_LABELS {
    true => ALL,
    // Those that no label is, those of texts, and those that only catalogues have.
    false => ALL.split_at(22).0,
};

/// All of them.
const ALL: &[(u8, &str)] = &[
    (
        b'Z',
        "top secret|secret|confidential|strictly confidential|restricted|unclassified|for official use only|limited official use|official use only|eye only|urgent|priority|personal|niact|making copie prohibited|streng geheim|geheim|geheime kommandosache|geheime verschlussache|vertraulich|streng vertraulich|nur fur den dienstgebrauch|vs|personlich|tre secret|confidentiel|tre urgent|diffusion restreinte|secreto|muy secreto|confidencial|reservado|segreto|riservato|tajne|scisle tajne|poufne|||совершенно секретно|сов секретно|строго секретно|секретно|особая папка|срочно|весьма срочно|для служебного пользования|снятие копии воспрещается|绝密|机密|秘密|極秘|цілком таємно|таємно",
    ),
    (
        b'z',
        "copy|copie|ex|ausfertigung|exemplar|exemplaire||exemplare|||экз|экземпляр",
    ),
    (
        b'T',
        "document title||catalogue description|||название документа|назва документа",
    ),
    (
        b'D',
        "created date|creation date|date created|original date|original publication date|created||datum laufzeit|laufzeit|erstellungsdatum|date de creation|fecha de creacion|data di creazione|data de criacao|document date|publication date|date of creation|thi item was produced or created|||дата создания|дата документа|成文日期|作成年月日|생산연도|краиние даты|краині дати|дата створення",
    ),
    (
        b'K',
        "document type|document kind||dokumenttyp|type de document|tipo de documento|||вид документа|тип документа",
    ),
    (
        b'M',
        "translator|translated by||ubersetzer|ubersetzt von|traducteur|traduit par|traductor|traducido por|traduttore|tradutor|tlumacz|||переводчик|译者|訳者|번역자|المترجم",
    ),
    (
        b'V',
        "document contributor|contributor|editor|edited by||transcribed by",
    ),
    (
        b'C',
        "citation|cite as|preferred citation|how to cite|recommended citation||bevorzugte zitierweise|zitierweise|zitieren|reference privilegiee|cita|cita preferida|citazione|citazione preferita|cite thi document|zitiervorschlag|||цитирование|бажане посилання|引用|好ましい引用",
    ),
    (
        b'S',
        "summary|abstract|scope and content|scope content||kurzfassung|zusammenfassung|eingrenzung und inhalt|resume|portee et contenu|presentation du contenu|resumen|resumen introductorio|alcance y contenido|ambito e contenuto|ambito e conteudo|resumo|zakre i zawartosc|||аннотация|краткое содержание|анотація|обсяг та зміст|摘要|范围和内容|要約|範囲と内容|범위와 내용|요약|النطاق والمحتوى|ملخص|内容提要|概要|개요",
    ),
    (
        b'L',
        "original language|language|language of material||sprache|originalsprache|sprache des archivgut|langue|langue originale|langue des document|idioma|idioma original|lingua|lingue|lingua e escrita|jezyk|language of the material|sprache der unterlagen|lengua|taal|||язык|язык оригинала|мова|мова матеріалів|语言|原文语言|言語|언어|اللغة|язык документа|мова документа|语种|文种",
    ),
    (
        b'O',
        "original archive|original held at|existence and location of original|provenance|repository|held by|holding archive|holding institution|contributing institution|providing institution||herkunft|vorhandensein und standort der originale|existence et lieux de conservation d originaux|depot|procedencia|institucion archivistica|provenienza|istituto conservatore|proveniencia|entidade detentora|entidade custodiadora|pochodzenie|repozytorium|||хранилище|место хранения|існування та місцезнаходження оригіналів|典藏库|リポジトリ|기록보존소|مستودع|місце зберігання|馆藏|保管单位|所蔵館|소장처|소장기관|مكان الحفظ",
    ),
    (b'G', "digital archive|publisher|published by"),
    (b'U', "url|record url|permalink|uri"),
    (
        b'R',
        "right|restriction on use|condition governing use|standardized right statement|right statement||rechte|bedingungen fur die nutzung|droit|condition d utilisation|derecho|restriccione de uso|diritti|condizioni d uso|direito|prawa autorskie|condition governing reproduction|copyright|license|licence|lizenz|licencia|rechten|||права|условия использования|умови використання|版权|著作権|저작권|الحقوق",
    ),
    (
        b'I',
        "record id|reference code|identifier|naid|former reference|shelfmark|local identifier|file number|document number|former reference in its original department||former department reference|canonical id|message reference number|signatur|kennung|cote|codigo de referencia|codice di riferimento|sygnatura|kod|national archive identifier|call number|item number|accession number|reference number|document number foia esdn crest|||шифр|参考代码|レファレンスコード|참조코드|الرمز المرجعي|档案号|档号|索取号|請求番号|청구기호|رقم الوثيقة",
    ),
    (
        b'W',
        "associated people organization|associated people and organization|associated place|subject discussed|name access point|place access point|subject access point||zugriffspunkte name|mot cle nom|punto de acceso por autoridad|punti d accesso per nome|ponto de acesso nome|indek nazw|individual organization named|||名称检索点|名称アクセスポイント|이름 접근점",
    ),
    (
        b'E',
        "related document|related material|separated material|relation|ispartof|is part of|related record||verwandte materialien|document en relation|element associe|materiale relacionado|materiali collegati|materiai relacionado|||связанные документы|супутні матеріали|相关资料|関連資料|관련 자료",
    ),
    (
        b'Y',
        "original classification|classification||geheimhaltungsgrad|einstufung|classificazione|clasificacion|||гриф|гриф секретности|密级",
    ),
    (
        b'N',
        "credit|donor|original uploaded date|original upload date|access condition|condition governing access|closure statu|custodial history|archival history|immediate source of acquisition|publication note|physical description|immediate source of acquisition or transfer||arrangement|legal statu|record opening date|bestandsgeschichte|abgebende stelle|benutzungsbedingungen|historique de la conservation|histoire archivistique|condition d acce|historia archivistica|historial de custodia|condicione de acceso|storia archivistica|condizioni di accesso|historia custodial|condicoe de acesso|dzieje zespolu|warunki dostepu|level of description|extent and medium|existence and location of copie|identity area|context area|content and structure area|condition of access and use area|allied material area|note area|description control area|area de identificacion|area de contexto|area de contenido y estructura|area de condicione de acceso y utilizacion|||історія зберігання|умови доступу|保管历史|管理检索的条件|収蔵状況の経緯|アクセスの条件|보관 이력|접근제어조건|تاريخ الوصاية",
    ),
    (
        b'1',
        "translation|translated|ubersetzung|traduction|traduccion|traduzione|traducao|tlumaczenie||vertaling|||перевод|переклад|翻译|翻譯|翻訳|번역|ترجمة|译文",
    ),
    (
        b'2',
        "original|originale|oryginal|||оригинал|оригінал|原文|원문|الاصل",
    ),
    (
        b'3',
        "transcription|transcript|transkription|transcripcion|trascrizione|transcricao|transkrypcja||transcriptie|||расшифровка|транскрипция|転写|전사|录文|翻刻",
    ),
    (
        b't',
        "title||titel|titre|titulo|titolo|tytul|intitule|titulo de la unidad|tytul jednostki|||название|назва|заглавие|заголовок|标题|標題|題名|タイトル|件名|제목|العنوان|题名|題目|件名標題",
    ),
    (
        b'j',
        "subject|subj|re||betreff|betr|objet|asunto|oggetto|assunto|dotyczy|onderwerp|||тема|主题|主題|주제|الموضوع",
    ),
    (
        b'd',
        "date|issued|sent||datum|fecha|data|date extreme|entstehungszeit|datierung|fecha formacion|fecha de formacion|estremi cronologici|data de producao|daty|daty skrajne|datering|gesendet|envoye|enviado|||дата|日期|日付|年月日|일자|날짜|التاريخ|时间|отправлено",
    ),
    (
        b'k',
        "type|kind|genre||typ|tipo|tipo documental|tipologia documentale|rodzaj dokumentu|||тип|вид|类型|種類|유형|النوع",
    ),
    (
        b'a',
        "author|creator|from|sender||fm|autor|verfasser|urheber|absender|von|auteur|createur|expediteur|de|remitente|creador|autore|mittente|da|criador|tworca|nadawca|od|name of creator|sent by|productor|produtor|producteur|soggetto produttore|van|afzender|||автор|отправитель|от|от кого|від|作者|发件人|作成者|差出人|저자|보낸 사람|المؤلف|من|责任者|作成者名称|생산자|발신|المرسل|відправник",
    ),
    (
        b'b',
        "to|recipient|addressee||memorandum for|a|an|empfanger|adressat|destinataire|para|destinatario|adresat|odbiorca|do|sent to|addressed to|aan|ontvanger|||кому|адресат|получатель|收件人|宛先|받는 사람|الى|收信人|수신|المرسل اليه",
    ),
    (
        b's',
        "description||beschreibung|descripcion|descrizione|descricao|opi|enthalt|regest|regesto|analyse|omschrijving|beschrijving|||описание|描述|説明|설명|الوصف",
    ),
    (
        b'x',
        "content|text|full text||inhalt|contenu|texte|contenido|texto|contenuto|testo|conteudo|tresc|body|document text|texto completo|tekst|||текст|содержание|зміст|内容|正文|本文|내용|본문|النص|текст документа|全文",
    ),
    (
        b'o',
        "source|archive||quelle|archiv|fuente|fonte|zrodlo|held at|lagerort|aufbewahrungsort|lieu de conservation|service d archive|ubicacion|conservato presso|luogo di conservazione|soggetto conservatore|miejsce przechowywania|archiefinstelling|vindplaat|archivo|archivio|arquivo|archiwum|bron|||архив|источник|джерело|来源|参考文献|出典|자료|출처|المصدر|المصادر|архів",
    ),
    (
        b'i',
        "reference||archivaliensignatur|bestellsignatur|aktenzeichen|identifiant|signatura|segnatura|collocazione|cota|inventarisnummer",
    ),
    (
        b'p',
        "place of writing|written at|sent from||entstehungsort",
    ),
    (
        b'w',
        "topic|tag|keyword|place|location|people|person|coverage|spatial||orte|themen|schlagworter|personen|lieux|sujet|theme|lugare|materia|luoghi|soggetti|argomento|locai|miejsca|temat|palabra clave|mot cle|parole chiave|palavra chave|slowa kluczowe|trefwoorden|lugar|ort|lieu|luogo|miejsce|plaat|||места|темы|персоны|地点|場所|장소|اماكن|المواضيع|ключевые слова|ключові слова|место|місце|关键词|主题词|キーワード|주제어",
    ),
    (
        b'n',
        "note|editorial note|participant|present|cc|info|ref|through|via||anmerkung|nota|uwagi|extent|general note|partner|ordering and viewing option|format|collection|serie|record group|fond|box|folder|umfang|bestand|verzeichnungsstufe|niveau de description|nivel de descripcion|volumen y soporte|fondo|livello di descrizione|consistenza|nivel de descricao|zespol|archief|access point|script of material|||примечание|примітка|说明|注記|주기|الملاحظات|фонд|опись|дело|листы|примітки|页数|規模|공개구분",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// The table in the documentation: each name, and the row that its place there means.
    fn documented() -> BTreeMap<String, u8> {
        const LETTERS: [(&str, u8); 26] = [
            ("`title`", b'T'),
            ("`title` or `keywords`", b'J'),
            ("`date`", b'D'),
            ("`place`", b'P'),
            ("`kind`", b'K'),
            ("`creators`", b'A'),
            ("`recipients`", b'B'),
            ("`translators`", b'M'),
            ("`contributors`", b'V'),
            ("`citation`", b'C'),
            ("`summary`", b'S'),
            ("`originalLanguages`", b'L'),
            ("`classification`", b'Y'),
            ("`provenance`", b'O'),
            ("`digitalArchive`", b'G'),
            ("`url`", b'U'),
            ("`rights`", b'R'),
            ("`identifiers`", b'I'),
            ("`keywords`", b'W'),
            ("`related`", b'E'),
            ("`texts`", b'X'),
            ("how secret or urgent", b'Z'),
            ("a copy", b'z'),
            ("a translation", b'1'),
            ("an original", b'2'),
            ("a transcription", b'3'),
        ];
        let page = include_str!("../../../docs/reading.md");
        let (_, rest) = page.split_once("### Names of labels").unwrap();
        let (section, _) = rest.split_once("\n### ").unwrap();
        let mut names = BTreeMap::new();
        for row in section
            .lines()
            .filter(|line| line.starts_with("| "))
            .skip(2)
        {
            let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
            let is_row = |(field, _): &&(&str, u8)| {
                cells[0] == *field || cells[0].starts_with(&format!("{field}: "))
            };
            let letter = LETTERS.iter().find(is_row);
            let letter = letter.map_or(b'N', |(_, letter)| *letter);
            for (cell, letter) in [(cells[1], letter), (cells[2], letter.to_ascii_lowercase())] {
                for name in cell.split(", ").filter(|name| !name.is_empty()) {
                    names.insert(normal(name), letter);
                }
            }
        }
        names
    }

    #[test]
    fn the_table_is_that_of_the_documentation() {
        let rows = TABLE.iter();
        let ours: BTreeMap<String, u8> = rows
            .flat_map(|(letter, names)| {
                names
                    .split('|')
                    .filter(|name| !name.is_empty())
                    .map(|name| (name.to_owned(), *letter))
            })
            .collect();
        assert_eq!(ours, documented());
    }

    #[test]
    fn every_name_is_written_as_it_is_looked_up_and_found() {
        for (letter, names) in TABLE {
            for name in names.split('|').filter(|name| !name.is_empty()) {
                assert_eq!(normal(name), name);
                assert_eq!(code(name), Some(*letter), "{name}");
            }
        }
    }

    #[test]
    fn no_two_names_have_one_hash() {
        let mut hashes = HASHES.to_vec();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), COUNT);
    }

    #[test]
    fn no_word_of_the_documentation_is_taken_for_a_name() {
        let names: Vec<&str> = TABLE
            .iter()
            .flat_map(|(_, names)| names.split('|').filter(|name| !name.is_empty()))
            .collect();
        let pages = [
            include_str!("../../../docs/reading.md"),
            include_str!("../../../ARCHITECTURE.md"),
            include_str!("../../../README.md"),
        ];
        for page in pages {
            let words: Vec<&str> = page.split_whitespace().collect();
            for some in words
                .windows(2)
                .flat_map(|pair| [pair[0].to_owned(), pair.join(" ")])
            {
                let name = normal(&some);
                assert_eq!(listed(&name).is_some(), names.contains(&&*name), "{name}");
            }
        }
    }

    #[test]
    fn writers_differ_in_case_accents_width_and_number() {
        let same = [
            ("DATE(S)", b'D'),
            ("Dates", b'd'),
            ("Język(i)", b'L'),
            ("FECHA DE CREACION", b'D'),
            ("ДАТА", b'd'),
            ("Записка", b'?'),
            ("Ｄａｔｅ", b'd'),
            ("Cre\u{301}ateur", b'a'),
            ("Nota de alcance y contenido", b'S'),
            ("Scope and Contents note", b'S'),
            ("RECORD_ID", b'I'),
            ("Datum/Laufzeit", b'D'),
            ("DC.Title", b'T'),
            ("dcterms.created", b'D'),
            ("dc.contributor.author", b'A'),
            ("dc.language.iso", b'L'),
            ("dc.weather", b'N'),
            ("", b'?'),
        ];
        for (written, letter) in same {
            assert_eq!(code(written).unwrap_or(b'?'), letter, "{written}");
        }
    }
}
