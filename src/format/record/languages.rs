//! The names of languages, in the languages that labels are written in.

use super::names;
use crate::document::{KNOWS_MORE, Language};
use crate::scan;

/// The language of that name, be it English or in another language of labels: «German», «Deutsch», «немецкий».
pub(super) fn language(written: &str) -> Option<Language> {
    let known = Language::from_name(written);
    if !KNOWS_MORE || known.is_some() {
        return known;
    }
    let name = names::normal(written);
    let rows = scan::parts(NAMES, "|");
    let row = rows.iter().find(|row| {
        let mut rest = **row;
        std::iter::from_fn(|| scan::next_word(&mut rest, " ")).any(|word| word == name)
    })?;
    Language::from_name(scan::first_word(row))
}

/// A language without the sign of a list before it, `- English`, and without the country behind its code: `en_US`.
pub(super) fn alone(written: &str) -> &str {
    if !KNOWS_MORE {
        return written;
    }
    let written = scan::trim_start(written, "- ");
    match written.as_bytes().get(2) {
        Some(b'-' | b'_') => scan::to(written, 2),
        _ => written,
    }
}

/// What stands between the last two languages of a list, in languages of labels that are written with spaces, or before each
/// of them. English has its own wherever names are listed.
const AND: &str = "und|et|y|e|i|oraz|и|та|-";

/// A list of languages with commas alone between them.
pub(super) fn listed(value: &str) -> String {
    if !KNOWS_MORE {
        return scan::owned(value);
    }
    let mut list = String::new();
    for word in scan::parts(value, " ") {
        match scan::listed(AND, word) {
            true => list.push(','),
            false => scan::push_apart(&mut list, " ", word),
        }
    }
    list
}

/// For each language, by its English name, those that German, French, Spanish, Portuguese, Italian, Polish, Russian, Ukrainian,
/// Chinese, Japanese, Korean and Arabic archives give it, as [`names::normal`] has them.
const NAMES: &str = "\
    German deutsch deu allemand aleman alemao tedesco niemiecki немецкии німецька 德语 德文 ドイツ語 독일어 الالمانية|\
    English englisch anglai ingle inglese angielski англиискии англіиська 英语 英文 英語 영어 الانجليزية|\
    French franzosisch fra francai france francese francuski французскии французька 法语 法文 フランス語 프랑스어 الفرنسية|\
    Russian russisch russe ruso russo rosyjski русскии росіиська 俄语 俄文 ロシア語 러시아어 الروسية|\
    Ukrainian ukrainisch ukrainien ucraniano ucraino ukrainski украинскии украінська 乌克兰语 ウクライナ語|\
    Polish polnisch polonai polaco polacco polone polski польскии польська 波兰语 ポーランド語|\
    Spanish spanisch espagnol espanol castellano espanhol spagnolo hiszpanski испанскии іспанська 西班牙语 スペイン語 스페인어|\
    Portuguese portugiesisch portugai portugue portoghese portugalski португальскии португальська 葡萄牙语 ポルトガル語|\
    Italian italienisch italien italiano wloski итальянскии італіиська 意大利语 イタリア語|\
    Dutch nederland nld niederlandisch neerlandai neerlande holande olandese niderlandzki нидерландскии|\
    Latin lateinisch latein latino lacinski латинскии латинська 拉丁语 ラテン語|\
    Hungarian ungarisch hongroi hungaro ungherese wegierski венгерскии угорська|\
    Czech tschechisch tcheque checo tcheco ceco czeski чешскии чеська|\
    Romanian rumanisch roumain rumano romeno rumeno rumunski румынскии румунська|\
    Bulgarian bulgarisch bulgare bulgaro bulgarski болгарскии болгарська|\
    Hebrew hebraisch hebreu hebreo hebraico ebraico hebrajski иврит еврит العبرية|\
    Arabic arabisch arabe arabo arabski арабскии арабська 阿拉伯语 アラビア語 العربية|\
    Chinese zho chinesisch chinoi chino chine cinese chinski китаискии китаиська 中文 汉语 漢語 中国語 중국어 الصينية|\
    Japanese jpn japanisch japonai japone giapponese japonski японскии японська 日语 日文 日本語 일본어 اليابانية|\
    Korean koreanisch coreen coreano koreanski кореискии кореиська 韩语 朝鲜语 韓国語 朝鮮語 한국어 조선어|\
    Turkish turkisch turc turco turecki турецкии турецька|\
    Persian persisch persan persa persiano perski персидскии الفارسية|\
    Greek griechisch grec griego grego greco grecki греческии грецька|\
    Swedish schwedisch suedoi sueco svedese szwedzki шведскии|\
    Serbian serbisch serbe serbio servio serbo serbski сербскии сербська";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_one_of_its_language_alone() {
        let mut seen = std::collections::HashMap::new();
        for row in scan::parts(NAMES, "|") {
            let mut words = row.split(' ');
            let english = words.next().unwrap();
            let expected = Language::from_name(english).unwrap();
            for name in words {
                assert_eq!(
                    names::normal(name),
                    name,
                    "{name} is not as it is looked up"
                );
                assert_eq!(language(name), Some(expected), "{name}");
                assert_eq!(seen.insert(name, english), None, "{name} stands twice");
            }
        }
    }

    #[test]
    fn names_are_known_as_they_are_written() {
        for (written, english) in [
            ("Deutsch", "German"),
            ("Français", "French"),
            ("inglés", "English"),
            ("PORTUGUÊS", "Portuguese"),
            ("włoski", "Italian"),
            ("Русский", "Russian"),
            ("Китайский", "Chinese"),
            ("Українська", "Ukrainian"),
            ("الإنجليزية", "English"),
            ("中文", "Chinese"),
        ] {
            assert_eq!(language(written), Language::from_name(english), "{written}");
        }
        assert_eq!(language("Wort"), None);
    }
}
