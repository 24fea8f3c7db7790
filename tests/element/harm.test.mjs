// Harm none: the element in pages whose style sheets, scripts and places are not made for it. Nothing of the page breaks it,
// and it breaks nothing of the page.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { bytes, ELEMENT, html, stands, TELEGRAM, test } from './browser.mjs';
import { SHEETS } from './harness/sheets.mjs';

/** @typedef {import('./browser.mjs').ReadingRoom} ReadingRoom */

const SCRIPT = `<script type="module" src="${ELEMENT}"></script>`;
const ROOM = `<reading-room src="${TELEGRAM}"></reading-room>`;

/** What has to look the same whatever the page's style sheet does to element names. */
const LOOKED_AT = [
  'article',
  '.rr-kind',
  '.rr-title',
  '.rr-sent',
  '.rr-facts',
  '.rr-facts dt',
  '.rr-flow p',
  '.rr-flow p + p',
  '.rr-label',
  '.rr-citation',
  '.rr-citation a',
  '.rr-chain',
  '.rr-chain li',
  '[part~=toolbar]',
  '[part~=details-button]',
];
const PROPERTIES = ['display', 'fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'lineHeight', 'letterSpacing', 'color',
  'marginTop', 'marginBottom', 'paddingTop', 'paddingLeft', 'listStyleType', 'textDecorationLine', 'borderTopWidth'];

/**
 * How the document and its controls look, in a page with this style sheet.
 *
 * @param {import('./browser.mjs').Tools} tools
 * @param {string} rules
 * @param {string} [attributes] of the page
 */
async function look({ page, visit, answer }, rules, attributes = '') {
  answer('/styled.css', bytes(rules, { 'Content-Type': 'text/css' }));
  answer('/styled.html', html(`<!doctype html><html lang="en" ${attributes}><meta charset="utf-8"><title>Styled</title>
    <link rel="stylesheet" href="/styled.css"><body style="font: 16px / 1.5 serif; color: #111">
    <main class="wp-site-blocks"><div class="entry-content is-layout-constrained">${ROOM}</div></main>${SCRIPT}</html>`));
  await visit('/styled.html');
  await stands(page);
  await page.waitForRole('button', { name: 'Details' });
  return await page.room(
    (room, selectors, properties) => {
      const roots = [room, /** @type {ShadowRoot} */ (room.shadowRoot)];
      const find = (/** @type {string} */ selector) => roots.map((root) => root.querySelector(selector)).find(Boolean);
      return selectors.map((selector) => {
        const element = find(selector);
        const style = /** @type {any} */ (element && getComputedStyle(element));
        return [selector, ...properties.map((property) => `${property}: ${style?.[property]}`)].join('; ');
      });
    },
    LOOKED_AT,
    PROPERTIES,
  );
}

for (const [name, rules] of Object.entries(SHEETS)) {
  test(`${name}: text and controls look as in a page without a style sheet`, async (tools) => {
    const expected = await look(tools, '');
    assert.deepEqual(await look(tools, rules), expected);
  });
}

test('in a page from right to left the document keeps its own direction, and the side column its side', async (tools) => {
  await look(tools, '', 'dir="rtl"');
  const seen = await tools.page.room((room) => {
    const text = /** @type {Element} */ (room.querySelector('.rr-flow'));
    return [getComputedStyle(text).direction, getComputedStyle(/** @type {Element} */ (room.article)).direction];
  });
  assert.deepEqual(seen, ['ltr', 'ltr']);
  await tools.page.room((room) => void (room.details = true));
  await tools.page.waitForText('The record, word for word');
  const [text, panel] = await tools.page.room((room) =>
    [room.querySelector('.rr-flow'), room.shadowRoot?.querySelector('[part~=details]')].map((it) => {
      const { left, right } = /** @type {Element} */ (it).getBoundingClientRect();
      return { left, right };
    }),
  );
  assert.ok(text.right <= panel.left, 'the panel lies over the text, not over the side column');
});

test('rules of the page that mean the document win', async (tools) => {
  const rules = '.prose p { color: rgb(1, 2, 3) } reading-room p { font-style: italic } p { color: rgb(9, 9, 9) }';
  const { page, visit, answer } = tools;
  answer('/meant.css', bytes(rules, { 'Content-Type': 'text/css' }));
  answer('/meant.html', html(`<!doctype html><html lang="en"><title>Meant</title><link rel="stylesheet" href="/meant.css">
    <div class="prose">${ROOM}</div>${SCRIPT}</html>`));
  await visit('/meant.html');
  await stands(page);
  const seen = await page.all('.rr-flow p', ([paragraph]) => {
    const { color, fontStyle } = getComputedStyle(paragraph);
    return [color, fontStyle];
  });
  assert.deepEqual(seen, ['rgb(1, 2, 3)', 'italic']);
});

test('twenty elements on one page share the module, and each has ids of its own', async ({ page, visit, answer, count }) => {
  answer('/twenty.html', html(`<!doctype html><html lang="en"><title>Twenty</title><main>${ROOM.repeat(20)}</main>${SCRIPT}</html>`));
  await visit('/twenty.html');
  const seen = await page.evaluate(async () => {
    await customElements.whenDefined('reading-room');
    const rooms = /** @type {NodeListOf<ReadingRoom>} */ (document.querySelectorAll('reading-room'));
    for (const room of rooms) await room.ready;
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return [document.querySelectorAll('article').length, ids.length - new Set(ids).size, document.adoptedStyleSheets.length];
  });
  assert.deepEqual(seen, [20, 0, 1]);
  assert.equal(count('/pkg/dist/reading-room.wasm'), 1);
});

test('the same script twice, and two versions of it, do not fight', async ({ page, visit, answer }) => {
  const other = (await readFile(new URL('../../pkg/dist/reading-room.js', import.meta.url), 'utf8')).replaceAll('rr-load', 'rr-other');
  answer('/pkg/dist/other.js', bytes(other, { 'Content-Type': 'text/javascript' }));
  const again = `<script type="module" src="${ELEMENT}?again"></script><script type="module" src="/pkg/dist/other.js"></script>`;
  answer('/twice.html', html(`<!doctype html><html lang="en"><title>Twice</title><main>${ROOM}</main>${SCRIPT}${again}</html>`));
  await visit('/twice.html');
  await stands(page);
  assert.equal(await page.count('article'), 1);
});

/** Places that are not seen at first, and how they come to be. @type {Record<string, [string, () => void]>} */
const HIDDEN = {
  'a closed details': [`<details><summary>More</summary>${ROOM}</details>`, () => document.querySelector('details')?.setAttribute('open', '')],
  'a tab that is not displayed': [`<div id="tab" style="display: none">${ROOM}</div>`, () => document.getElementById('tab')?.removeAttribute('style')],
  'a dialog': [`<dialog aria-label="A document">${ROOM}</dialog>`, () => document.querySelector('dialog')?.showModal()],
};

for (const [name, [markup, show]] of Object.entries(HIDDEN)) {
  test(`in ${name} the document stands when it is shown`, async ({ page, visit, answer }) => {
    answer('/hidden.html', html(`<!doctype html><html lang="en"><title>Hidden</title><main>${markup}</main>${SCRIPT}</html>`));
    await visit('/hidden.html');
    await page.evaluate(show);
    await stands(page);
    await page.waitForText('Having familiarized himself with our response');
  });
}
