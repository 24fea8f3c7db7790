// Markdown: a module of its own, and what a file is called where its bytes leave the question open.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { bytes, html, inspect, stands, test } from './browser.mjs';
import { ELEMENT, TEI_WASM, WASM } from './browser.mjs';

const PAGE = '/page.html';
const MARKDOWN_WASM = '/pkg/dist/reading-room-markdown.wasm';
const LETTER = await readFile(new URL('../corpus/markdown/front_001_letter.md', import.meta.url), 'utf8');
const EXPECTED = JSON.parse(await readFile(new URL('../corpus/markdown/front_001_letter.json', import.meta.url), 'utf8'));

/**
 * Goes to a page with an element, and gives what its document is understood as.
 *
 * @param {import('./browser.mjs').Tools} tools
 * @param {string} room
 */
async function show({ answer, visit, page }, room) {
  answer(PAGE, html(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
    <script type="module" src="${ELEMENT}"></script><main>${room}</main></html>`));
  await visit(PAGE);
  await stands(page);
  return inspect(page);
}

test('a page with a document in Markdown loads the module for it alone', async (tools) => {
  tools.answer('/letter.md', bytes(LETTER, { 'Content-Type': 'text/plain; charset=utf-8' }));
  const seen = await show(tools, '<reading-room src="/letter.md"></reading-room>');
  assert.deepEqual([WASM, TEI_WASM, MARKDOWN_WASM].map(tools.count), [0, 0, 1]);
  assert.equal(seen.format, 'markdown');
  assert.deepEqual(seen.record.creators, EXPECTED.record.creators);
  assert.deepEqual(seen.texts[0].content, EXPECTED.texts[0].content);
});

test('front matter says that it is Markdown, whatever the file is called', async (tools) => {
  tools.answer('/letter.txt', bytes(LETTER, { 'Content-Type': 'text/plain; charset=utf-8' }));
  const seen = await show(tools, '<reading-room src="/letter.txt"></reading-room>');
  assert.equal(seen.format, 'markdown');
});

for (const [what, path, type, format] of /** @type {const} */ ([
  ['is called .md', '/note.md', 'text/plain', 'markdown'],
  ['is of the type text/markdown', '/note', 'text/markdown; charset=utf-8', 'markdown'],
  ['says nothing', '/note.txt', 'text/plain', 'plain'],
])) {
  test(`a text without marks that ${what} is ${format}`, async (tools) => {
    tools.answer(path, bytes('It has *one* word in italics.\n', { 'Content-Type': type }));
    const seen = await show(tools, `<reading-room src="${path}"></reading-room>`);
    assert.equal(seen.format, format);
  });
}

test('Markdown stands in the page itself', async (tools) => {
  const room = '<reading-room><script type="text/markdown">It has *one* word in italics.</script></reading-room>';
  const seen = await show(tools, room);
  assert.equal(seen.format, 'markdown');
  assert.equal(seen.texts[0].content, 'It has one word in italics.');
});

test('a record in the dress of Markdown stays one', async (tools) => {
  const record = '**March 3, 1953**\n**Letter from A. Reader to B. Writer**\n\n**Contents:**\n\nDear Sir.\n';
  tools.answer('/record.md', bytes(record, { 'Content-Type': 'text/markdown; charset=utf-8' }));
  const seen = await show(tools, '<reading-room src="/record.md"></reading-room>');
  assert.equal(seen.format, 'record');
});
