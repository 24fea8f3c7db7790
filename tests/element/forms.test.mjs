// Which modules a page loads: those for the form of its document, and others only where the bytes are a surprise.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { bytes, fails, html, inspect, signal, stands, status, test } from './browser.mjs';
import { ELEMENT, FULL_TEI_WASM, FULL_TEXT_WASM, FULL_WASM, LETTER, TEI_WASM, TEXT_WASM, WASM } from './browser.mjs';

/** @typedef {import('./browser.mjs').Tools} Tools */

const TITLE = 'Letter from A. Reader to B. Writer';
const TEI = await readFile(new URL(`../..${LETTER}`, import.meta.url), 'utf8');
const RECORD = `Title: ${TITLE}\nDate: 3 March 1953\n\nContents:\n\nAn open book.`;

const PAGE = '/letter.html';
const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8' };

/**
 * Goes to a page with this element.
 *
 * @param {Tools} tools
 * @param {string} room
 */
async function show({ answer, visit }, room) {
  answer(PAGE, html(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A letter</title>
    <link rel="icon" href="data:,"><script type="module" src="${ELEMENT}"></script><main>${room}</main></html>`));
  await visit(PAGE);
}

/**
 * How often each module was asked for: those that a page loads first, and those that it loads for more.
 *
 * @param {Tools} tools
 */
function asked({ count }) {
  const first = { record: count(WASM), tei: count(TEI_WASM) };
  return { first, full: { record: count(FULL_WASM) + count(FULL_TEXT_WASM), tei: count(FULL_TEI_WASM) } };
}

const [NONE, RECORD_ONLY, TEI_ONLY] = [{ record: 0, tei: 0 }, { record: 1, tei: 0 }, { record: 0, tei: 1 }];
const BOTH = { record: 1, tei: 1 };

for (const [name, form, only] of /** @type {const} */ ([
  ['src.html', 'record', RECORD_ONLY],
  ['tei.html', 'tei', TEI_ONLY],
])) {
  test(`a page with a document of the form ${form} loads no other module`, async (tools) => {
    await tools.visit(name);
    await stands(tools.page);
    assert.deepEqual(asked(tools), { first: only, full: NONE });
    assert.equal((await inspect(tools.page)).format, form);
    assert.deepEqual(asked(tools), { first: only, full: only });
  });
}

test('a TEI document has its title, its text and its details in the page', async ({ page, visit }) => {
  await visit('tei.html');
  await page.waitForRole('heading', { name: TITLE });
  const { record, texts } = await inspect(page);
  assert.equal(record.title, TITLE);
  assert.equal(texts[0].content, 'The first paragraph, with less than < and an ampersand &.\nThe second.');
  await page.room((room) => void (room.details = true));
  await page.until(async () => (await page.count('[part~=details] .rr-details')) === 1, 'The details have to come.');
});

for (const [path, body, form] of /** @type {const} */ ([
  ['/record.xml', RECORD, 'record'],
  ['/tei.txt', TEI, 'tei'],
])) {
  test(`what ${path} is named for is not what it is: it stands all the same, for one more request`, async (tools) => {
    const { page, answer, count } = tools;
    answer(path, bytes(body, PLAIN));
    await show(tools, `<reading-room src="${path}"></reading-room>`);
    const { format, record } = await inspect(page);
    assert.deepEqual([format, record.title], [form, TITLE]);
    assert.equal(count(path), 1, 'the bytes were asked for again');
    // The module for TEI leaves what it does not read to the one for all records.
    const [first, text, full] = form === 'tei' ? [BOTH, 0, TEI_ONLY] : [TEI_ONLY, 1, RECORD_ONLY];
    assert.deepEqual(asked(tools), { first, full });
    assert.equal(count(TEXT_WASM), text);
  });
}

test('a surprise is known as soon as the first bytes are there, and none of them is lost', async (tools) => {
  const { page, answer } = tools;
  const paragraphs = Array.from({ length: 1000 }, (_, at) => `Paragraph ${at + 1}.`);
  const long = TEI.replace(/<body>.*<\/body>/s, `<body>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</body>`);
  const known = signal();
  answer(TEI_WASM, () => known.resolve());
  answer('/long.txt', async (_, response) => {
    response.writeHead(200, PLAIN);
    response.write(long.slice(0, 10_000));
    await known.promise;
    response.end(long.slice(10_000));
    return true;
  });
  await show(tools, '<reading-room src="/long.txt"></reading-room>');
  const { texts } = await inspect(page);
  assert.ok(texts[0].content === paragraphs.join('\n'), `the text has ${texts[0].content.length} characters`);
});

for (const type of ['application/xml', 'text/xml; charset=utf-8', 'application/tei+xml']) {
  test(`a server that says ${type} is believed before the bytes have come`, async (tools) => {
    const { page, answer, hold } = tools;
    answer('/letters/1', bytes(TEI, { 'Content-Type': type }));
    // Were it waited for, nothing would stand.
    const { release } = hold(WASM);
    await show(tools, '<reading-room src="/letters/1"></reading-room>');
    assert.equal((await inspect(page)).format, 'tei');
    release();
  });
}

for (const [what, room] of [
  ['an address that ends in .tei', '<reading-room src="/letter.tei"></reading-room>'],
  ['an address that ends in .odd', '<reading-room src="/letter.odd?version=2"></reading-room>'],
  ['an address that ends in .XML', '<reading-room src="/LETTER.XML"></reading-room>'],
  ['a page that says the form', '<reading-room src="/letters/1" format="tei"></reading-room>'],
  ['a script of the type application/tei+xml', `<reading-room><script type="application/tei+xml">${TEI}</script></reading-room>`],
  ['a script of the type application/xml', `<reading-room><script type="application/xml">${TEI}</script></reading-room>`],
  ['a script of the type text/xml', `<reading-room><script type="text/xml">\n${TEI}</script></reading-room>`],
  ['a script of the type text/plain', `<reading-room><script type="text/plain">\n${TEI}</script></reading-room>`],
  ['a pre', `<reading-room><pre>${TEI.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre></reading-room>`],
]) {
  test(`${what} has the module for XML loaded, and no other`, async (tools) => {
    for (const path of ['/letter.tei', '/letter.odd', '/LETTER.XML', '/letters/1']) tools.answer(path, bytes(TEI, PLAIN));
    await show(tools, room);
    const { format, record } = await inspect(tools.page);
    assert.deepEqual([format, record.title], ['tei', TITLE]);
    assert.deepEqual(asked(tools), { first: TEI_ONLY, full: TEI_ONLY });
  });
}

for (const way of ['File', 'Blob', 'Response', 'string', 'ArrayBuffer']) {
  test(`a page can hand over a TEI document as a ${way}`, async (tools) => {
    await show(tools, '<reading-room></reading-room>');
    await tools.page.room(
      async (room, { text, way }) => {
        /** @type {Record<string, () => import('../../pkg/types/reading-room.d.ts').Openable>} */
        const ways = {
          File: () => new File([text], 'letter.xml'),
          Blob: () => new Blob([text], { type: 'application/xml' }),
          Response: () => new Response(text, { headers: { 'Content-Type': 'application/xml' } }),
          string: () => text,
          ArrayBuffer: () => new TextEncoder().encode(text).buffer,
        };
        await room.open(ways[way]());
      },
      { text: TEI, way },
    );
    assert.equal((await inspect(tools.page)).record.title, TITLE);
  });
}

test('one element can show documents of both forms in turn', async (tools) => {
  const { page } = tools;
  await show(tools, '<reading-room></reading-room>');
  for (const [text, form] of [[TEI, 'tei'], [RECORD, 'record'], [TEI, 'tei']]) {
    await page.room((room, text) => room.open(text).then(() => {}), text);
    assert.equal((await inspect(page)).format, form);
  }
  assert.deepEqual(asked(tools), { first: { record: 1, tei: 1 }, full: { record: 1, tei: 1 } });
});

test('a module for XML that is not there is named in the sentence', async (tools) => {
  const { page, visit, answer, expectLog } = tools;
  answer(TEI_WASM, status(404));
  expectLog(`log: severe: Failed to load resource: the server responded with a status of 404 (Not Found) (${TEI_WASM})`);
  await visit('tei.html');
  const { code, message } = await fails(page);
  assert.equal(code, 'not-found');
  assert.match(message, /there is no file at http.*reading-room-tei\.wasm/);
});

test('a page says where its modules are', async (tools) => {
  const { page, visit, answer } = tools;
  const module = await readFile(new URL(`../..${TEI_WASM}`, import.meta.url));
  answer('/elsewhere/tei.wasm', bytes(module, { 'Content-Type': 'application/wasm' }));
  await visit('waiting.html');
  await page.room(async (room, text) => {
    const Room = /** @type {typeof import('../../pkg/types/reading-room.d.ts').ReadingRoom} */ (room.constructor);
    Room.teiModule = '/elsewhere/tei.wasm';
    await room.open(text);
  }, TEI);
  assert.equal((await inspect(page)).format, 'tei');
  assert.deepEqual(asked(tools).first, NONE);
});

/** Documents that the module for TEI leaves to the full one, with words that each has to show. */
const LEFT = {
  'a declaration of its type': [
    TEI.replace('<TEI', '<!DOCTYPE TEI [<!ENTITY port "the Port of &#x158;">]>\n<TEI').replace('The second', 'In &port;'),
    'In the Port of Ř.',
  ],
  'references to entities that it does not declare': [TEI.replace('The second', '3&nbsp;March &mdash; 4&nbsp;March'), '3\u{a0}March — 4\u{a0}March.'],
  'the vocabulary JATS': ['<?xml version="1.0"?><article><body><sec><title>The lamp</title><p>It is <bold>very</bold> dark.</p></sec></body></article>', 'It is very dark.'],
};

for (const [what, [source, words]] of Object.entries(LEFT)) {
  for (const name of ['/other.xml', '/other.txt']) {
    test(`a document with ${what}, called ${name}, is read by the full module, and asked for once`, async (tools) => {
      const { page, answer, count } = tools;
      answer(name, bytes(source, PLAIN));
      await show(tools, `<reading-room src="${name}"></reading-room>`);
      await stands(page);
      assert.match(await page.room((room) => room.article?.textContent ?? ''), new RegExp(words.replaceAll('.', '\\.')));
      assert.equal(await page.evaluate(() => document.querySelectorAll('article').length), 1);
      const first = { record: name === '/other.txt' ? 1 : 0, tei: 1 };
      assert.deepEqual(asked(tools), { first, full: TEI_ONLY });
      assert.equal((await inspect(page)).format, 'tei');
      assert.deepEqual(asked(tools), { first, full: TEI_ONLY }, 'the full module was asked for again');
      assert.equal(count(name), 1, 'the bytes were asked for again');
    });
  }
}

test('a document that turns out to have entities when much of it stands is read anew, in place of what stood', async (tools) => {
  const { page, answer } = tools;
  const { resolve, promise } = signal();
  const paragraphs = (/** @type {string} */ words) => Array.from({ length: 3000 }, (_, at) => `<p>${words} ${at + 1}, of many.</p>`).join('');
  const [start, end] = TEI.split('<p>The first paragraph');
  answer('/long.xml', async (_, response) => {
    response.writeHead(200, PLAIN);
    response.write(`${start}${paragraphs('Before')}`);
    await promise;
    response.end(`<p>3&nbsp;March</p>${paragraphs('After')}<p>The first paragraph${end}`);
    return true;
  });
  await show(tools, '<reading-room src="/long.xml"></reading-room>');
  await page.until(async () => (await page.count('article p')) > 0, 'Something has to stand before all has come.');
  assert.deepEqual(asked(tools).full, NONE);
  resolve();
  await stands(page);
  assert.equal(await page.count('article'), 1);
  const content = await page.room((room) => room.article?.querySelector('.rr-text')?.textContent ?? '');
  assert.equal(content.match(/Before/g)?.length, 3000);
  assert.equal(content.match(/After/g)?.length, 3000);
  assert.match(content, /3\u{a0}March/u);
  assert.deepEqual(asked(tools), { first: TEI_ONLY, full: TEI_ONLY });
});

test('a document is left to the full module by a page that says the form as well, and when it is shown anew', async (tools) => {
  const { page, answer } = tools;
  answer('/other', bytes(LEFT['the vocabulary JATS'][0], PLAIN));
  await show(tools, '<reading-room src="/other" format="tei"></reading-room>');
  await page.waitForRole('heading', { name: 'The lamp', level: 3 });
  await page.room((room) => void (room.headingLevel = 4));
  await page.waitForRole('heading', { name: 'The lamp', level: 5 });
  assert.deepEqual(asked(tools), { first: TEI_ONLY, full: TEI_ONLY });
});

test('a full module that is not there is named in the sentence', async (tools) => {
  const { page, answer, expectLog } = tools;
  answer(FULL_TEI_WASM, status(404));
  expectLog(`log: severe: Failed to load resource: the server responded with a status of 404 (Not Found) (${FULL_TEI_WASM})`);
  answer('/other.xml', bytes(LEFT['the vocabulary JATS'][0], PLAIN));
  await show(tools, '<reading-room src="/other.xml"></reading-room>');
  const { code, message } = await fails(page);
  assert.equal(code, 'not-found');
  assert.match(message, /there is no file at http.*reading-room-full-tei\.wasm/);
});

test('a document of a volume is shown by itself, with the volume behind it', async (tools) => {
  const { page } = tools;
  const src = '/tests/element/pages/volume.xml';
  await show(tools, `<reading-room src="${src}#d2"></reading-room>`);
  await page.waitForRole('heading', { name: 'Telegram From the Lighthouse to the Port' });
  const { record, texts } = await inspect(page);
  assert.equal(record.partOf, 'Papers of the Port, 1953');
  assert.equal(texts[0].content, '2. Telegram From the Lighthouse to the Port\nIt is not.');
  assert.equal(texts[0].notes[0].content, 'It was.');
  await page.room((room, src) => void (room.src = `${src}#d1`), src);
  await page.waitForRole('heading', { name: 'Telegram From the Port to the Lighthouse' });
});

test('all of a volume is shown where it has no document of the id that is asked for', async (tools) => {
  await show(tools, '<reading-room src="/tests/element/pages/volume.xml#d3"></reading-room>');
  const { parts, diagnostics } = await inspect(tools.page);
  assert.deepEqual(parts.map((/** @type {{ id: string }} */ { id }) => id), ['d1', 'd2']);
  assert.deepEqual(diagnostics.map((/** @type {{ code: string }} */ { code }) => code), ['no-such-part', 'language-detected']);
});
