/** Volumes that are made up: letters of words without sense, with as many elements as archives have in theirs. */

const WORDS = (
  'archive border cabinet delegate embassy frontier government harbour interview journal kingdom letter minister note ' +
  'office proposal question railway secretary telegram undersigned vessel warrant the of and to in that with from by on'
).split(' ');

/**
 * What is around how many words: dense volumes mark names, dates and line ends, sparse ones hardly more than paragraphs.
 *
 * @type {Record<string, { words: number, marks: number }>}
 */
const KINDS = { sparse: { words: 110, marks: 0.008 }, dense: { words: 50, marks: 0.105 } };

/** What words are marked as, with a place for them. */
const MARKS = [
  '<hi rend="italic">·</hi>',
  '<persName corresp="#p_17">·</persName>',
  '<placeName>·</placeName>',
  '<date when="1927-06-20">·</date>',
  '<gloss target="#t_DOS"><hi rend="smallcaps">·</hi></gloss>',
  '<ref target="#d1">·</ref>',
  '·<lb/>',
  '·<note n="1" place="foot"><p>See document · of this volume &amp; the next.</p></note>',
];

/**
 * A volume of about that many bytes; the same every time.
 *
 * @param {number} size
 * @param {string} kind - `sparse` or `dense`
 */
export function makeVolume(size, kind) {
  const { words, marks } = KINDS[kind];
  const random = makeRandom();
  const say = () => WORDS[random(WORDS.length)];
  const mark = () => MARKS[random(MARKS.length)].replaceAll('·', say);
  const run = () => Array.from({ length: words }, () => (random(1000) < marks * 1000 ? mark() : say())).join(' ');
  const paragraph = () => `    <p>${run()}.</p>\n`;
  /** @param {number} n */
  const letter = (n) => `  <div type="document" xml:id="d${n}" n="${n}">
    <pb n="${n}" xml:id="pg_${n}" facs="${String(n).padStart(4, '0')}"/>
    <head>${n}. The ${say()} of ${say()} to the ${say()}</head>
    <opener><dateline><placeName>${say()}</placeName>, <date when="1927-06-20">June 20, 1927</date>.</dateline></opener>
${Array.from({ length: 6 }, paragraph).join('')}    <closer><signed><hi rend="smallcaps">${say()}</hi></signed></closer>
  </div>\n`;
  let body = '';
  for (let n = 1; body.length < size; n++) body += letter(n);
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc>
  <titleStmt><title>A volume that is made up</title></titleStmt>
  <publicationStmt><p>Made to be measured.</p></publicationStmt>
  <sourceDesc><p>It has none.</p></sourceDesc>
</fileDesc></teiHeader>
<text><body>
${body}</body></text>
</TEI>
`;
}

/** Numbers below a limit, which nobody could foretell and everybody gets alike. */
function makeRandom() {
  let state = 1962;
  return (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
