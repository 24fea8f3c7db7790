// Documents of Word and OpenDocument: unpacked by the browser, they are what they are natively.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { ELEMENT, OFFICE_WASM, TEI_WASM, WASM, bytes, fails, html, inspect, isAccessible, stands, test } from './browser.mjs';

/** @typedef {import('./browser.mjs').Tools} Tools */

const TYPES = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', odt: 'application/vnd.oasis.opendocument.text' };

/** @param {string} path */
const read = (path) => readFile(new URL(`../corpus/${path}`, import.meta.url));

/**
 * Goes to a page with a document that has these bytes.
 *
 * @param {Tools} tools
 * @param {string} path
 * @param {Uint8Array} body
 * @param {string} [type]
 */
async function show({ answer, visit }, path, body, type = 'application/octet-stream') {
  answer(path, bytes(/** @type {any} */ (body), { 'Content-Type': type }));
  answer('/office.html', html(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A document</title>
    <link rel="icon" href="data:,"><script type="module" src="${ELEMENT}"></script>
    <main><h1>A document</h1><reading-room src="${path}"><p>In place of it</p></reading-room></main></html>`));
  await visit('/office.html');
}

/**
 * An inspection without places, which are counted otherwise in pages.
 *
 * @param {any} value
 * @returns {any}
 */
function withoutPlaces(value) {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !['span', 'anchor', 'nodes', 'flow'].includes(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutPlaces(inner)]));
}

/** @param {any} inspection */
const kinds = (inspection) => inspection.texts.map((/** @type {any} */ text) => text.nodes.map((/** @type {any} */ node) => node.kind));

for (const [path, ending] of /** @type {const} */ ([['word/real_001_minutes', 'docx'], ['opendocument/real_001_letter', 'odt']])) {
  test(`a document that ends in .${ending} is what it is natively, with a module of its own`, async (tools) => {
    const native = JSON.parse(String(await read(`${path}.json`)));
    await show(tools, `/document.${ending}`, await read(`${path}.${ending}`), TYPES[ending]);
    const here = await inspect(tools.page);
    assert.deepEqual(withoutPlaces(here), withoutPlaces(native));
    assert.deepEqual(kinds(here), kinds(native));
    assert.deepEqual([WASM, TEI_WASM, OFFICE_WASM].map(tools.count), [0, 0, 1]);
    await isAccessible(tools.page);
  });
}

test('a text of OpenDocument that is not packed stands, by its name and by its bytes', async (tools) => {
  const body = await read('opendocument/flat_001_single_file.fodt');
  for (const address of ['/flat.fodt', '/flat']) {
    await show(tools, address, body, 'text/xml');
    const { format, texts } = await inspect(tools.page);
    assert.deepEqual([format, texts[0].notes.length], ['opendocument', 1]);
  }
});

test('a document that nothing says to be of Word stands all the same', async (tools) => {
  await show(tools, '/documents/1', await read('word/real_001_minutes.docx'), 'text/plain');
  const { format, record } = await inspect(tools.page);
  assert.deepEqual([format, record.title], ['word', 'Minutes of the Harbour Committee']);
  assert.equal(tools.count('/documents/1'), 1, 'the bytes were asked for again');
});

test('a text that is called a document of Word is read as a text', async (tools) => {
  await show(tools, '/letter.docx', new TextEncoder().encode('Dear Sir,\n\nhe said no.'));
  assert.equal((await inspect(tools.page)).format, 'plain');
});

test('a part with entities is read by the module for everything', async (tools) => {
  const document = `<!DOCTYPE w:document [<!ENTITY who "He">]>${part('&who; said no.')}`;
  await show(tools, '/entities.docx', zip({ ...LINKS, 'word/document.xml': document }));
  assert.equal((await inspect(tools.page)).texts[0].content, 'He said no.');
  await stands(tools.page);
});

const LINKS = {
  '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
};

/** @param {string} words */
const part = (words) => `<w:document><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`;

/**
 * A zip file, and what is not true in it.
 *
 * @param {Record<string, string>} parts
 * @param {{ size?: number, method?: number, flags?: number, sum?: number }} [lies]
 */
function zip(parts, { size, method = 8, flags = 0, sum } = {}) {
  const [files, directory] = [/** @type {Buffer[]} */ ([]), /** @type {Buffer[]} */ ([])];
  let at = 0;
  for (const [name, words] of Object.entries(parts)) {
    const bytes = Buffer.from(words);
    const packed = method === 0 ? bytes : deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    [20, flags, method].forEach((value, place) => fields.writeUInt16LE(value, 2 * place));
    fields.writeUInt32LE(sum ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const line = Buffer.alloc(14);
    line.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, line, Buffer.from(name)]));
    files.push(file);
    at += file.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  [directory.length, directory.length].forEach((count, place) => end.writeUInt16LE(count, 8 + 2 * place));
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const WHOLE = { ...LINKS, 'word/document.xml': part('He said no.') };
const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}.txt`, '']));

for (const [what, body, code, words] of /** @type {const} */ ([
  ['a bomb', zip({ ...LINKS, 'word/document.xml': ' '.repeat(70 << 20) }), 'too-large', 'more is packed'],
  ['a bomb that is all alike', zip({ ...LINKS, 'word/document.xml': ' '.repeat(20 << 20) }), 'too-large', 'more is packed'],
  ['a bomb that says it is small', zip({ ...LINKS, 'word/document.xml': ' '.repeat(20 << 20) }, { size: 100 }), 'too-large', 'more is packed'],
  ['200 MB that are not there', zip(WHOLE, { size: 200 << 20 }), 'too-large', 'more is packed'],
  ['ten thousand parts', zip(many), 'too-large', 'more is packed'],
  ['a locked file', zip(WHOLE, { flags: 1 }), 'cannot-unpack', 'password'],
  ['another way to pack', zip(WHOLE, { method: 12 }), 'cannot-unpack', 'a way that is not read'],
  ['a sum that is wrong', zip(WHOLE, { sum: 1 }), 'cannot-unpack', 'cut off or damaged'],
  ['a size that stands elsewhere', zip(WHOLE, { size: 0xffffffff }), 'cannot-unpack', 'zip64'],
  ['a file that is cut off', zip(WHOLE).subarray(0, 200), 'cannot-unpack', 'cut off or damaged'],
  ['a package without its text', zip(LINKS), 'cannot-unpack', 'missing'],
  ['a workbook', zip({ '_rels/.rels': LINKS['_rels/.rels'].replace('word/document', 'xl/workbook') }), 'not-text', 'an Excel workbook'],
  ['a book', zip({ mimetype: 'application/epub+zip' }, { method: 0 }), 'not-text', 'an EPUB book'],
  ['other files', zip({ 'a.txt': 'a' }), 'not-text', 'a zip file'],
])) {
  test(`${what} is refused, and says why`, async (tools) => {
    await show(tools, '/odd.docx', body);
    const error = await fails(tools.page);
    assert.equal(error.code, code, error.message);
    assert.match(error.message, new RegExp(words));
  });
}

test('a package whose parts are stored, and have odd names, stands', async (tools) => {
  await show(tools, '/stored.docx', zip({ '../../x': 'x', '_rels\\.rels': LINKS['_rels/.rels'], '/word/document.xml': part('He said no.') }, { method: 0 }));
  assert.equal((await inspect(tools.page)).texts[0].content, 'He said no.');
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`the page with documents of Word and OpenDocument is there for everyone, in ${colorScheme} colours`, async ({ page, visit }) => {
    await visit('/www/office.html');
    const titles = await page.evaluate(async () => {
      const rooms = /** @type {any[]} */ ([...document.querySelectorAll('reading-room')]);
      await Promise.all(rooms.map((room) => room.ready));
      return rooms.map((room) => room.querySelector('.rr-title').textContent);
    });
    assert.deepEqual(titles, ['Minutes of the Harbour Committee', 'Letter from J. Thorne to R. Aske']);
    await isAccessible(page);
  }, { viewport: { width: 390, height: 800 }, colorScheme });
}
