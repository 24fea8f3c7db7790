// What nothing declares: documents in other encodings than UTF-8, and texts that say no language, come out as they do natively.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { bytes, DETECTION, DETECTION_WASM, ELEMENT, fails, html, PLAIN_WASM, stands, test, WASM } from './browser.mjs';
import { volume, XML } from './volume.mjs';

const CORPUS = new URL('../corpus/', import.meta.url);
const PAGE = '/page.html';
const PLAIN = { 'Content-Type': 'text/plain' };

/** The folders of cases that are looked at, and which of their files. @type {[folder: string, name: RegExp, headers: Record<string, string>][]} */
const CASES = [
  ['plain', /^(encoding|text|letter|script|verse)_.*\.txt$/, PLAIN],
  ['record', /^(encoding|language|layout)_.*\.txt$/, PLAIN],
  ['tei', /^(language|division|verse)_.*\.xml$/, XML],
];

/**
 * Goes to a page with an element.
 *
 * @param {import('./browser.mjs').Tools} tools
 * @param {string} src
 * @param {string} [attributes]
 */
async function show({ answer, visit }, src, attributes = '') {
  const page = html(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
    <script type="module" src="${ELEMENT}"></script><main><reading-room ${src && `src="${src}"`} ${attributes}></reading-room></main></html>`);
  answer(PAGE, page);
  await visit(PAGE);
}

/**
 * An article as the page has it, and as a string of HTML says it: both as the browser writes them.
 *
 * @param {import('./browser.mjs').Tools['page']} page
 * @param {string} expected
 */
const both = (page, expected) =>
  page.evaluate((expected) => {
    const template = document.createElement('template');
    template.innerHTML = expected;
    const written = (/** @type {ParentNode | null} */ root) => root?.querySelector('article')?.outerHTML;
    return [written(document.querySelector('reading-room')), written(template.content)];
  }, expected);

for (const [folder, wanted, headers] of CASES) {
  test(`texts of the folder ${folder} say their language in a page as they do natively, whatever encoding they are in`, async (tools) => {
    const cases = new URL(`${folder}/`, CORPUS);
    const names = (await readdir(cases)).filter((name) => wanted.test(name));
    assert.ok(names.length > 2);
    await show(tools, '');
    for (const name of names) {
      const expected = (await readFile(new URL(name.replace(/\.\w+$/, '.html'), cases), 'utf8')).trim();
      tools.answer(`/cases/${name}`, bytes(await readFile(new URL(name, cases)), headers));
      await tools.page.room((room, src) => {
        room.src = src;
        return room.ready.then(() => {});
      }, `/cases/${name}`);
      /** @type {(string | undefined)[]} */
      let articles = [];
      const isAlike = async () => {
        articles = await both(tools.page, expected);
        return articles[0] === articles[1];
      };
      // The language comes when the text stands.
      await tools.page.until(isAlike, `${folder}/${name} has to come out as it does natively.`).catch(() => {});
      assert.equal(articles[0], articles[1], `${folder}/${name}`);
    }
  });
}

test('what tells languages comes behind the text, once, and only to a text that says none', async (tools) => {
  const { page, answer, count } = tools;
  answer('/a.txt', bytes('The keeper of the lamp wrote to the harbour office that it had been dark for three nights.', PLAIN));
  await show(tools, '/a.txt');
  await page.until(async () => (await page.count('.rr-text[lang=en]')) === 1, 'The text has to say that it is English.');
  assert.deepEqual([WASM, PLAIN_WASM, DETECTION, DETECTION_WASM].map(count), [1, 1, 1, 1]);
  await show(tools, '/a.txt', 'lang="fr"');
  await stands(page);
  assert.equal(await page.count('.rr-text[lang=fr]'), 1, 'what the page says');
  assert.deepEqual([DETECTION, DETECTION_WASM].map(count), [1, 1], 'for a text whose language the page says');
});

test('a volume that says no language has one as soon as it stands', async (tools) => {
  const { page, answer } = tools;
  answer('/volume.xml', bytes(volume(60, ''), XML));
  await show(tools, '/volume.xml');
  await stands(page);
  await page.until(async () => (await page.count('.rr-text[lang=en]')) === 1, 'The volume has to say that it is English.');
});

test('a text stands without what tells languages, if it must', async (tools) => {
  const { page, answer, expectConsole, expectLog } = tools;
  answer('/a.txt', bytes('The keeper of the lamp wrote to the harbour office that it had been dark for three nights.', PLAIN));
  answer(DETECTION_WASM, (_, response) => void response.writeHead(404).end());
  expectConsole(/what tells languages cannot be loaded/);
  for (const line of [/what tells languages cannot be loaded/, /404/]) expectLog(line);
  await show(tools, '/a.txt');
  await stands(page);
  assert.equal(await page.count('.rr-text[lang=""]'), 1);
});

for (const [what, content, code] of /** @type {[string, Buffer, string][]} */ ([
  ['a program', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0', 'latin1'), 'not-text'],
  ['bytes of no known kind', Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 7) % 31)), 'not-text'],
])) {
  test(`${what}: the page says that it is no text`, async (tools) => {
    tools.answer('/a.txt', bytes(content, PLAIN));
    await show(tools, '/a.txt');
    assert.equal((await fails(tools.page)).code, code);
  });
}
