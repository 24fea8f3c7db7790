// Long documents: they stand while they are read, and are laid out when the page has time.
import assert from 'node:assert/strict';
import { bytes, CORE, LETTER, stands, TEI_WASM, TELEGRAM, test } from './browser.mjs';
import { volume, XML } from './volume.mjs';

/** @typedef {import('./harness/inpage.mjs').SuiteWindow} SuiteWindow */

const VOLUME = volume(200);

/** @typedef {Window & { stream: { controller: ReadableStreamDefaultController, opened: Promise<unknown>, events: string[] } }} StreamWindow */

/**
 * What is laid out only in view, once nothing is left of it.
 *
 * @param {import('./harness/page.mjs').Page} page
 */
async function isLaidOut(page) {
  await page.until(async () => (await page.count('.rr-lazy')) === 0, 'All of it has to be laid out in the end.');
}

test('a volume stands while it is still coming', async ({ page, visit }) => {
  await visit('waiting.html');
  const half = Math.round(VOLUME.length / 2);
  await page.room((room, first) => {
    /** @type {any} */
    let controller;
    const body = new ReadableStream({ start: (it) => void (controller = it) });
    const opened = room.open(new Response(body, { headers: { 'Content-Type': 'application/xml' } }));
    /** @type {string[]} */
    const events = [];
    room.addEventListener('load', () => events.push('load'));
    controller.enqueue(new TextEncoder().encode(first));
    Object.assign(window, { stream: { controller, opened, events } });
  }, VOLUME.slice(0, half));
  const isHere = () => document.querySelector('article')?.textContent?.includes('Document 50') ?? false;
  await page.until(() => page.evaluate(isHere), 'What has come has to be in the page.');
  const early = await page.evaluate(() => {
    const { events } = /** @type {StreamWindow} */ (/** @type {unknown} */ (window)).stream;
    return { events, words: document.querySelector('article')?.textContent ?? '' };
  });
  assert.deepEqual(early.events, [], 'it is not all there');
  assert.ok(early.words.includes('Papers of the Port'), 'its card stands with it');
  assert.ok(!early.words.includes('The last words of all.'));
  await page.evaluate(async (rest) => {
    const { controller, opened } = /** @type {StreamWindow} */ (/** @type {unknown} */ (window)).stream;
    controller.enqueue(new TextEncoder().encode(rest));
    controller.close();
    await opened;
  }, VOLUME.slice(half));
  const late = await page.evaluate(() => {
    const { events } = /** @type {StreamWindow} */ (/** @type {unknown} */ (window)).stream;
    return { events, words: document.querySelector('article')?.textContent ?? '' };
  });
  assert.deepEqual(late.events, ['load'], 'once');
  assert.ok(late.words.includes('The last words of all.'));
});

test('a volume of no known language has the direction of its letters while it is still coming', async ({ page, visit }) => {
  await visit('waiting.html');
  const hebrew = volume(200, '').replace(/(?<=>)[^<]+/g, (words) => words.replace(/[a-z]/gi, 'א'));
  const half = Math.round(hebrew.length / 2);
  const [early, late] = await page.room(async (room, first, rest) => {
    /** @type {any} */
    let controller;
    const body = new ReadableStream({ start: (it) => void (controller = it) });
    const opened = room.open(new Response(body, { headers: { 'Content-Type': 'application/xml' } }));
    const send = (/** @type {string} */ words) => controller.enqueue(new TextEncoder().encode(words));
    const directions = () => {
      const text = /** @type {HTMLElement} */ (room.querySelector('.rr-text'));
      return getComputedStyle(text).direction;
    };
    send(first);
    while (room.querySelectorAll('.rr-chunk').length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    const early = directions();
    send(rest);
    controller.close();
    await opened;
    return [early, directions()];
  }, hebrew.slice(0, half), hebrew.slice(half));
  assert.deepEqual([early, late], ['rtl', 'rtl']);
  assert.equal(await page.count('.rr-text[dir=auto]'), 1, 'as it is written ahead of time');
});

test('what had come of a volume gives way to the page’s own words if the rest does not come', async ({ page, visit }) => {
  await visit('waiting.html');
  const message = await page.room(async (room, first) => {
    /** @type {any} */
    let controller;
    const body = new ReadableStream({ start: (it) => void (controller = it) });
    const opened = room.open(new Response(body, { headers: { 'Content-Type': 'application/xml' } }));
    controller.enqueue(new TextEncoder().encode(first));
    while (!room.querySelector('.rr-chunk')) await new Promise((resolve) => setTimeout(resolve, 20));
    controller.error(new Error('The line is cut.'));
    return opened.then(() => '', (/** @type {Error} */ error) => error.message);
  }, VOLUME.slice(0, VOLUME.length / 2));
  assert.match(message, /broke off after \d+ bytes/);
  assert.equal(await page.count('article'), 0);
  assert.ok(await page.isShown(await page.byText('The page’s own words.')));
});

for (const [name, file, body, type] of /** @type {const} */ ([
  ['a volume', LETTER, VOLUME, 'application/xml'],
  ['a long text', TELEGRAM, 'A paragraph of a few words.\n\n'.repeat(4000), 'text/plain'],
])) {
  test(`${name} is the same article as nodes and as a string, once it is laid out`, async ({ page, visit, answer }) => {
    answer(file, bytes(body, { 'Content-Type': `${type}; charset=utf-8` }));
    await visit(file === LETTER ? 'tei.html' : 'src.html');
    await stands(page);
    assert.equal(await page.count('.rr-lazy :is(h1, h2, h3, h4, h5, h6)'), 0, 'no heading has to be laid out to be found');
    await isLaidOut(page);
    const same = await page.room(async (room, core) => {
      const { suite } = /** @type {SuiteWindow} */ (/** @type {unknown} */ (window));
      /** @type {typeof import('../../pkg/types/core.d.ts')} */
      const { open } = await suite.load(core);
      const document = await open(await fetch(room.src));
      const prefix = room.src.includes('letter') ? 'letter' : 'telegram';
      const written = document.article({ headingLevel: room.headingLevel, prefix });
      const parsed = new DOMParser().parseFromString(written, 'text/html').body.firstElementChild;
      const made = /** @type {HTMLElement} */ (room.article);
      const [one, other] = [made.outerHTML, parsed?.outerHTML ?? ''];
      const at = [...one].findIndex((letter, index) => letter !== other[index]);
      return { isEqual: made.isEqualNode(parsed), made: one.slice(Math.max(0, at - 80), at + 80), parsed: other.slice(Math.max(0, at - 80), at + 80) };
    }, CORE);
    if (!same.isEqual) assert.equal(same.made, same.parsed);
    assert.ok(same.isEqual, 'the markup is the same, the nodes are not: look for empty or neighbouring text nodes');
  });
}

/**
 * How far below the upper edge of the window a place is.
 *
 * @param {import('./harness/page.mjs').Page} page
 * @param {string} id
 */
function top(page, id) {
  return page.at(`[id="${id}"]`, (element) => Math.round(element.getBoundingClientRect().top));
}

test('the page goes to the place that its address names, and stays there', async ({ page, visit, answer }) => {
  answer(LETTER, bytes(VOLUME, XML));
  await visit('tei.html#letter-d150');
  await stands(page);
  const height = await page.evaluate(() => innerHeight);
  const before = await top(page, 'letter-d150');
  assert.ok(before >= -1 && before < height, `it is ${before} px below the upper edge`);
  await isLaidOut(page);
  const after = await top(page, 'letter-d150');
  assert.ok(Math.abs(after - before) <= 2, `it has moved from ${before} to ${after}`);
}, { notIn: { webkit: 'The port has no scroll anchoring.' } });

test('a reader who has moved on stays there', async ({ page, visit, answer, hold }) => {
  answer(LETTER, bytes(VOLUME, XML));
  const held = hold(TEI_WASM);
  await visit('tei.html#letter-d150');
  await page.evaluate(() => {
    document.body.style.minBlockSize = '300vh';
    scrollTo(0, 100);
  });
  held.release();
  await stands(page);
  const height = await page.evaluate(() => innerHeight);
  assert.ok((await top(page, 'letter-d150')) > height, 'the place that the address names is where it was');
});

test('the last words of a volume are found as soon as it stands, and all of it is selected', async ({ page, visit, answer }) => {
  answer(LETTER, bytes(VOLUME, XML));
  await visit('tei.html');
  await stands(page);
  const found = await page.evaluate(() => {
    const find = /** @type {(words: string) => boolean} */ (/** @type {any} */ (window).find);
    const isFound = find.call(window, 'The last words of all.');
    getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector('article')));
    // What a reader does who copies it.
    document.dispatchEvent(new ClipboardEvent('copy', { bubbles: true }));
    return { isFound, selected: getSelection()?.toString() ?? '' };
  });
  assert.ok(found.isFound);
  assert.equal(found.selected.split('until the morning').length - 1, 200 * 8, 'every paragraph is in it');
});

test('links of a volume lead on or back, and those to nothing are none', async ({ page, visit, answer }) => {
  const body = VOLUME.replace('The last words of all.', '<ref target="#d1">first</ref> <ref target="#d999">nowhere</ref>');
  answer(LETTER, bytes(body, XML));
  await visit('tei.html');
  await stands(page);
  const links = await page.all('article a', (links) => {
    const dead = links.filter((link) => !link.hasAttribute('href')).map((link) => link.textContent);
    const hrefs = links.map((link) => link.getAttribute('href')).filter((href) => href?.startsWith('#'));
    return { dead, lost: hrefs.filter((href) => !document.getElementById(href?.slice(1) ?? '')), count: hrefs.length };
  });
  assert.deepEqual([links.dead, links.lost], [['nowhere'], []]);
  assert.equal(links.count, 200 * 3 + 1);
});
