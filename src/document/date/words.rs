//! The words that dates are written with, in the languages of archives.

use crate::scan;

/// Looks a folded word up: as a whole, or a name by its first letters, three at least. Gives its [kind](KINDS), and the
/// number of the month that it names.
#[inline(never)]
pub(super) fn look_up(folded: &str) -> Option<(u8, u8)> {
    let may_be_short = folded.chars().nth(2).is_some();
    let (mut row, mut start, mut found) = (0, 0, None);
    for (end, byte) in WORDS.bytes().enumerate() {
        if byte != b' ' && byte != b'\n' {
            continue;
        }
        let name = scan::from(scan::to(WORDS, end), start);
        start = end + 1;
        if name == folded {
            return Some(kind(row));
        }
        if row < NAMES && may_be_short && found.is_none() && name.starts_with(folded) {
            found = Some(kind(row));
        }
        row += u8::from(byte == b'\n');
    }
    found
}

/// The kind of the words in a row, and the number of a month or a season.
fn kind(row: u8) -> (u8, u8) {
    match row {
        0..12 => (MONTH, row + 1),
        12..16 => (MONTH, row + 9),
        16..28 => (REPUBLICAN, row - 15),
        _ => (KINDS.get(usize::from(row) - 28).copied().unwrap_or(b' '), 0),
    }
}

/// A small letter without its accent.
#[inline(never)]
pub(super) fn fold(c: char) -> char {
    let small = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        _ => 0,
    };
    let c = char::from_u32(u32::from(c) + small).unwrap_or(c);
    let mut pairs = FOLDED.chars();
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        if from == c {
            return to;
        }
    }
    c
}

/// Letters, each with the one it is read as.
const FOLDED: &str =
    "áaàaâaäaãaąaåaçcćcéeèeêeëeęeíiîiïiìiłlñnńnóoôoöoõoòośsŚsúuûuüuùuźzŹzżzёеأاإاآا";

/// The name of a month or a season.
const MONTH: u8 = b'm';
/// That of a month of the French Republican calendar.
const REPUBLICAN: u8 = b'v';
/// How many rows of the [words](WORDS) are names, which may be cut short.
const NAMES: u8 = 29;

/// The kinds of the rows behind the months:
///
/// | letter | meaning |
/// | --- | --- |
/// | `W` | a day of the week |
/// | `a`, `A`, `u` | circa, before a date and behind it; probably |
/// | `b`, `f`, `n` | before, after, not |
/// | `s`, `t`, `>`, `w`, `&`, `\|` | from; to; to, between two dates only; between; and; or |
/// | `p` | the present, at the end of a range |
/// | `k`, `j` | nothing; nothing, behind a year |
/// | `S`, `B`, `C`, `Q` | the ending of a decade, a word before it; a century; `ст.`, a century or a style |
/// | `E` | the year of the Republic |
/// | `o`, `g`, `O`, `G`, `L` | Old Style, New Style; old, new, and style behind them |
/// | `x` | o'clock, and zones |
const KINDS: &[u8] = b"WaAubfnst>w&|pkjSBCQEoOGgLx";

/// Words without accents and in small letters, as [`fold`] makes those of a source: the months, the seasons, the months of
/// the Republic, the days of the week, and a row for each of the other kinds.
const WORDS: &str = "\
january janvier januar janner jaenner enero gennaio janeiro stycznia styczen января январь січня січень يناير كانونالثاني januari jany
february fevrier februar feber febrero febbraio fevereiro lutego luty февраля февраль лютого лютий فبراير شباط februari feby
march mars marz maerz marzo marco marca marzec марта март березня березень مارس اذار maart
april avril abril aprile kwietnia kwiecien апреля апрель квітня квітень ابريل نيسان
may mai mayo maggio maio maja мая май травня травень مايو ايار mei
june juin juni junio giugno junho czerwca czerwiec июня июнь червня червень يونيو حزيران
july juillet juli julio luglio julho lipca lipiec июля июль липня липень يوليو تموز
august aout agosto sierpnia sierpien августа серпня серпень اغسطس اب augustus augusti augt
september septembre septiembre settembre setembro wrzesnia wrzesien сентября сентябрь вересня вересень سبتمبر ايلول septr
october octobre oktober octubre ottobre outubro pazdziernika октября октябрь жовтня жовтень اكتوبر تشرينالاول octr
november novembre noviembre novembro listopada ноября ноябрь листопада نوفمبر تشرينالثاني novr
december decembre dezember diciembre dicembre dezembro grudnia grudzien декабря декабрь грудня грудень ديسمبر كانونالاول decr
spring printemps fruhling fruhjahr primavera wiosna весна весной
summer sommer ete verano estate verao lato лето летом літо
autumn fall herbst automne otono autunno outono jesien осень осенью осінь
winter hiver invierno inverno zima зима зимой
vendemiaire
brumaire
frimaire
nivose
pluviose
ventose
germinal
floreal
prairial
messidor
thermidor
fructidor
monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend lundi mardi mercredi jeudi vendredi samedi dimanche понедельник вторник среда четверг пятница суббота воскресенье
c ca circa about approximately um etwa vers environ env hacia verso cerca okolo около ок близько 约
頃
probably possibly perhaps wahrscheinlich vermutlich probablement probablemente probabilmente provavelmente prawdopodobnie вероятно возможно ймовірно
before earlier vor avant antes prima przed до ранее раньше раніше
after later nach apres despues dopo depois po после позднее позже після пізніше
not no nicht pas non nao nie не
from since von seit du depuis des desde dal dalla od с з від
to until till through thru bis jusqu hasta al do по
a au ate
between zwischen entre tra fra miedzy между між
and und et y e i и й та
or oder ou o lub или або
present date heute
the of on in at im year den dem der vom d ce le la les l el il de del di dnia dia early late mid end anfang mitte ende debut fin начало конец than jahr anno rok dn li
г гг год года годы р року r roku jahre
s er е х
annees anni anos lata decada decade
century centuries cent jahrhundert jh siecle siglo secolo seculo wiek wieku век века в вв століття 世纪 世紀 세기 sec saec
ст
an
os julian julianisch julien juliano
old alten старого старому
new neuen н нового новому
ns gregorian
style stils stile стиля стилю calendar kalender calendrier
am pm h uhr hours noon midnight heures ore час часов t z utc gmt est edt cet msk
";
