// HTML: the browser's own parser makes the same document of it as the core does natively.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { bytes, html, inspect, stands, test } from './browser.mjs';
import { ELEMENT, fails, HTML_WASM, TEI_WASM, WASM } from './browser.mjs';

/** @typedef {import('./harness/inpage.mjs').SuiteWindow} SuiteWindow */

const CASES = new URL('../corpus/html/', import.meta.url);
const PAGE = '/page.html';
const TYPE = { 'Content-Type': 'text/html; charset=utf-8' };

const names = (await readdir(CASES)).filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -4));

/** @param {string} name */
const read = (name) => readFile(new URL(name, CASES), 'utf8');

/**
 * What is said of a text, with positions in units of UTF-16 for those in bytes of UTF-8.
 *
 * @param {any} value
 * @param {string} content
 * @param {string} [key]
 * @returns {any}
 */
function inUnits(value, content, key = '') {
  const isPosition = typeof value === 'number' && ['span', 'anchor'].includes(key);
  if (isPosition) return Buffer.from(content).subarray(0, value).toString().length;
  if (Array.isArray(value)) return value.map((item) => inUnits(item, content, key));
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inUnits(item, content, key)]));
}

/**
 * Goes to a page with an element and no document.
 *
 * @param {import('./browser.mjs').Tools} tools
 * @param {string} [room]
 */
async function show({ answer, visit }, room = '<reading-room></reading-room>') {
  const page = html(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
    <script type="module" src="${ELEMENT}"></script><main>${room}</main></html>`);
  answer(PAGE, page);
  await visit(PAGE);
}

for (const [way, prepare] of /** @type {const} */ ([
  ['as browsers have them', () => {}],
  ['without Document.parseHTML', () => void Reflect.deleteProperty(Document, 'parseHTML')],
])) {
  test(`every case of HTML is understood in a page as it is natively, with parsers ${way}`, async (tools) => {
    await show(tools);
    await tools.page.evaluate(prepare);
    for (const name of names) {
      const expected = JSON.parse(await read(`${name}.json`));
      expected.texts = expected.texts.map((/** @type {any} */ text) => inUnits(text, text.content));
      const seen = await tools.page.evaluate(async (source) => {
        const room = /** @type {import('../../pkg/types/reading-room.d.ts').ReadingRoom} */ (document.querySelector('reading-room'));
        room.format = 'html';
        await room.open(source);
        return room.inspect();
      }, await read(`${name}.txt`));
      assert.deepEqual(seen, expected, name);
    }
  });
}

test('a page with a document of the form html loads the module for it alone', async (tools) => {
  tools.answer('/letter.html', bytes(await read('page_001_letter.txt'), TYPE));
  await show(tools, '<reading-room src="/letter.html"></reading-room>');
  await stands(tools.page);
  assert.deepEqual([WASM, TEI_WASM, HTML_WASM].map(tools.count), [0, 0, 1]);
  assert.equal((await inspect(tools.page)).format, 'html');
});

const PLAY = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><stage>Exit Anna.</stage></body></text></TEI>`;

test('the style of HTML comes with what reads it, and in a page with TEI as well each has its own', async (tools) => {
  const { page, answer, count } = tools;
  answer('/letter.html', bytes('<body><blockquote>One<blockquote>Two</blockquote></blockquote><table><tr><td>Three<td>Four</table>', TYPE));
  answer('/play.xml', bytes(PLAY, { 'Content-Type': 'application/xml' }));
  await show(tools, '<reading-room src="/letter.html"></reading-room>');
  await stands(page);
  const border = () => page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('td'))).borderBlockEndStyle);
  assert.equal(await border(), 'solid');
  assert.equal(count('/pkg/dist/structure.js'), 0);
  await page.evaluate(() => {
    const room = Object.assign(document.createElement('reading-room'), { id: 'play', src: '/play.xml' });
    document.querySelector('main')?.append(room);
  });
  await stands(page, '#play');
  const style = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('.rr-stage'))).fontStyle);
  assert.equal(style, 'italic');
  assert.equal(await border(), 'solid');
  assert.equal(count('/pkg/dist/structure.js'), 1);
});

test('HTML at an address that does not say so stands all the same', async (tools) => {
  tools.answer('/letter.txt', bytes(await read('page_001_letter.txt'), { 'Content-Type': 'text/plain; charset=utf-8' }));
  await show(tools, '<reading-room src="/letter.txt"></reading-room>');
  await stands(tools.page);
  const { format, record } = await inspect(tools.page);
  assert.deepEqual([format, record.title], ['html', 'Letter from Anna Weber to Karl Brandt']);
  assert.equal(tools.count('/letter.txt'), 1, 'the bytes were asked for again');
});

const PAYLOAD = `<!doctype html><title>x</title><body onload="ran('onload')"><p>One<img src=/never.png onerror="ran('img')">
  <script>ran('script')</script><svg onload="ran('svg')"><script>ran('svg script')</script></svg><iframe src="/never.html"></iframe>
  <a href="javascript:ran('link')">link</a><style>@import '/never.css'</style><link rel=stylesheet href=/never.css>
  <form name=documentElement><input name=firstChild><input name=attributes><input name=localName><input name=nodeType></form>
  <img name=createTreeWalker><p>Two`;

test('nothing of a page runs, nothing of it is asked for, and its names hide nothing', async (tools) => {
  await show(tools);
  const seen = await tools.page.evaluate(async (source) => {
    const calls = /** @type {string[]} */ ([]);
    Object.assign(globalThis, { ran: (/** @type {string} */ what) => calls.push(what) });
    const room = /** @type {import('../../pkg/types/reading-room.d.ts').ReadingRoom} */ (document.querySelector('reading-room'));
    await room.open(source);
    for (const link of room.querySelectorAll('a')) link.click();
    return { calls, texts: (await room.inspect())?.texts.map(({ content }) => content) };
  }, PAYLOAD);
  assert.deepEqual(seen.calls, []);
  assert.match(seen.texts?.[0] ?? '', /^One.*link.*Two$/s);
  for (const path of ['/never.png', '/never.html', '/never.css']) assert.equal(tools.count(path), 0, path);
});

for (const [allowed, code] of /** @type {const} */ ([['reading-room', ''], ["'none'", 'policy']])) {
  test(`under Trusted Types, where the policies ${allowed} are allowed, HTML ${code ? 'is refused, with what to add' : 'is read'}`, async (tools) => {
    const letter = bytes(await read('page_001_letter.txt'), TYPE);
    // It comes when the parser has been refused.
    let release = () => {};
    const released = new Promise((resolve) => (release = () => resolve(true)));
    tools.answer('/letter.html', async (request, response) => {
      await released;
      return letter(request, response);
    });
    const page = html(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
      <script>delete Document.parseHTML</script><script type="module" src="${ELEMENT}"></script>
      <main><reading-room src="/letter.html"></reading-room></main></html>`);
    tools.answer(PAGE, (request, response) => {
      response.setHeader('Content-Security-Policy', `require-trusted-types-for 'script'; trusted-types ${allowed}`);
      return page(request, response);
    });
    const isRefused = code && (await hasTypes(tools));
    if (isRefused) {
      tools.expectConsole(/^violation: trusted-types/);
      tools.expectLog(/^log: severe: Creating a TrustedTypePolicy named 'reading-room' violates/);
    }
    await tools.visit(PAGE);
    const hasViolation = () => /** @type {SuiteWindow} */ (/** @type {unknown} */ (window)).suite.lines.some((line) => line.startsWith('violation'));
    if (isRefused) await tools.page.until(() => tools.page.evaluate(hasViolation), 'The parser has to be refused.');
    release();
    if (isRefused) {
      const error = await fails(tools.page);
      assert.equal(error.code, code);
      assert.match(error.message, /trusted-types/);
    } else {
      await stands(tools.page);
    }
  });
}

/**
 * Whether the browser has Trusted Types.
 *
 * @param {import('./browser.mjs').Tools} tools
 */
async function hasTypes({ page, visit }) {
  await visit('waiting.html');
  return page.evaluate(() => 'trustedTypes' in globalThis);
}
