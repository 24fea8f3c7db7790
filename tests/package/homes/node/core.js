/** `reading-room/core` with no page around: the same in Node, Deno and Bun. Prints what came of it, as JSON. */
import { readFile } from 'node:fs/promises';
import * as element from 'reading-room';
import * as elementClass from 'reading-room/element';
import { open, style } from 'reading-room/core';
import 'reading-room/reading-room.classic.js';

const bytes = await readFile('telegram.txt');
const document = await open(bytes);
const { record, texts, version } = document.inspect();
const article = document.article({ headingLevel: 3, prefix: 'telegram' });
const fragment = document.fragment({ src: 'telegram.txt' });
const page = document.page({ src: 'telegram.txt', script: 'reading-room/reading-room.js' });
document.free();

const wrong = async (given, options) => {
  try {
    await open(given, options);
    return 'opened';
  } catch ({ code }) {
    return code;
  }
};

const all = await Promise.all(Array.from({ length: 20 }, async () => (await open(new Blob([bytes]))).inspect().record.title));

console.log(
  JSON.stringify({
    element: Object.keys(element),
    elementClass: Object.keys(elementClass),
    isDefined: 'customElements' in globalThis && Boolean(customElements.get('reading-room')),
    version,
    title: record.title,
    date: record.date,
    provenance: record.provenance.length,
    ends: texts[0].content.slice(-11),
    article,
    fragment,
    page,
    style: style.length > 1000,
    string: (await open('A text of one line.')).inspect().texts[0].content,
    windows1251: (await open(Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2), { charset: 'windows-1251' })).inspect().texts[0].content,
    tei: (await open('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>An open book.</p></body></text></TEI>')).inspect().texts[0].content,
    alike: new Set(all).size,
    codes: [await wrong(42), await wrong(''), await wrong(Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31)), await wrong('<p>HTML</p>')],
  }),
);
