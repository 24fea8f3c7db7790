// What stands in the page: the article, as browsers, screen readers and scripts see it.
import assert from 'node:assert/strict';
import { bytes, inspect, isAccessible, stands, TELEGRAM, test } from './browser.mjs';

/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('./browser.mjs').ReadingRoom} ReadingRoom */

const TITLE = 'Telegram from Soviet Ambassador to the USA A.F. Dobrynin to USSR Foreign Ministry';

const TWO_TEXTS = `**March 3, 1953**
**Letter from A. Reader to B. Writer**

**Contents:**

Original - Arabic

كتاب مفتوح.

Translation - English

An open book.[1]

[1] A note.
`;

test('the article says what it is: headings, dates, languages, directions', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  const article = page.getByRole('article');
  assert.equal(await article.getAttribute('lang'), 'en');
  assert.equal(await article.getByRole('heading', { level: 2 }).textContent(), TITLE);
  assert.equal(await article.locator('.rr-card time').getAttribute('datetime'), '1962-11-14');
  const text = article.locator('section.rr-text');
  assert.deepEqual(await text.evaluate((text) => [text.getAttribute('lang'), text.getAttribute('dir')]), ['en', 'ltr']);
  const closing = article.locator('.rr-closer');
  assert.equal(await closing.locator('time').getAttribute('datetime'), '1962-11-14');
  assert.equal(await closing.locator('time').textContent(), '14.XI.62');
  assert.equal(await closing.locator('.rr-signed').textContent(), 'A. DOBRYNIN');
});

test('headings take the level that the page gives them, at once and later', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  const title = page.getByRole('heading', { name: TITLE });
  for (const level of [1, 3, 6]) {
    await page.locator('reading-room').evaluate((element, level) => element.setAttribute('heading-level', `${level}`), level);
    await page.getByRole('heading', { name: TITLE, level }).waitFor();
    assert.equal(await title.count(), 1, 'there is one article, not one for each level');
  }
});

test('a page break inside a paragraph is announced as one, with a name', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const breaks = nodes.filter((node) => node.role?.value === 'doc-pagebreak');
  assert.deepEqual(
    breaks.map((node) => node.name?.value),
    ['Page break'],
    'look at role and aria-label of the page break',
  );
  const paragraph = page.locator('.rr-flow > p', { has: page.locator('.rr-page-break') });
  const words = await paragraph.evaluate((paragraph) => {
    const copy = /** @type {Element} */ (paragraph.cloneNode(true));
    for (const generated of copy.querySelectorAll('[data-generated]')) generated.remove();
    return copy.textContent ?? '';
  });
  assert.match(words, /of both parties, but that proposal is being rejected now/);
});

test('a screen reader finds the whole text in the accessibility tree', async ({ page, visit }) => {
  await visit('src.html');
  const { texts } = await inspect(page);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const spoken = nodes.filter((node) => node.role?.value === 'StaticText').map((node) => node.name?.value);
  const spaceless = (/** @type {string} */ text) => text.replace(/\s+/g, '');
  const all = spaceless(spoken.join(''));
  const paragraphs = texts[0].content.split('\n');
  const [last] = paragraphs.slice(-1);
  assert.equal(last, 'A. DOBRYNIN');
  assert.ok(all.includes(spaceless(paragraphs[0].slice(0, 200))), 'the beginning of the text');
  assert.ok(all.includes(spaceless(last)), 'its end');
});

for (const [name, body] of [['the telegram', ''], ['a record of two texts with a note', TWO_TEXTS], ['a text alone', 'One.\n\nTwo.']]) {
  test(`without what is generated, the article of ${name} is its texts and nothing else`, async ({ page, visit, answer }) => {
    if (body) answer(TELEGRAM, bytes(body, { 'Content-Type': 'text/plain; charset=utf-8' }));
    await visit('src.html');
    const { texts } = await inspect(page);
    const words = await page.locator('section.rr-text').evaluateAll((sections) =>
      sections.map((section) => {
        const copy = /** @type {Element} */ (section.cloneNode(true));
        for (const generated of copy.querySelectorAll('[data-generated]')) generated.remove();
        return copy.textContent;
      }),
    );
    const flows = (/** @type {any} */ text) => [text, ...text.notes].map(({ content }) => content).join('\n');
    assert.deepEqual(words, texts.map(flows));
    const rest = await page.locator('article').evaluate((article) => {
      const copy = /** @type {Element} */ (article.cloneNode(true));
      for (const known of copy.querySelectorAll('[data-generated], section.rr-text')) known.remove();
      return copy.textContent?.trim();
    });
    assert.equal(rest, '', 'there are words outside the texts that are not marked as generated');
  });

  test(`${name} is the same article as nodes and as a string`, async ({ page, visit, answer }) => {
    if (body) answer(TELEGRAM, bytes(body, { 'Content-Type': 'text/plain; charset=utf-8' }));
    await visit('src.html');
    await stands(page);
    const same = await page.evaluate(async (address) => {
      /** @type {typeof import('../../pkg/wasm/reading_room.js')} */
      const { Reader } = await import(/** @type {any} */ ('/pkg/wasm/reading_room.js'));
      const reader = new Reader();
      reader.feed(new Uint8Array(await (await fetch(address)).arrayBuffer()));
      const reading = reader.finish();
      const parsed = new DOMParser().parseFromString(reading.html(3, 'some-prefix'), 'text/html').body.firstElementChild;
      const made = reading.render(document, 3, 'some-prefix');
      return { isEqual: made.isEqualNode(parsed), made: made.outerHTML, parsed: parsed?.outerHTML };
    }, TELEGRAM);
    assert.equal(same.made, same.parsed);
    assert.ok(same.isEqual, 'the markup is the same, the nodes are not: look for empty or neighbouring text nodes');
  });
}

test('each text has its own language and direction', async ({ page, visit, answer }) => {
  answer(TELEGRAM, bytes(TWO_TEXTS, { 'Content-Type': 'text/plain; charset=utf-8' }));
  await visit('src.html');
  await stands(page);
  const texts = await page.locator('section.rr-text').evaluateAll((sections) =>
    sections.map((section) => {
      const { direction } = getComputedStyle(section);
      return { lang: section.getAttribute('lang'), dir: section.getAttribute('dir'), direction };
    }),
  );
  assert.deepEqual(texts, [
    { lang: 'ar', dir: 'rtl', direction: 'rtl' },
    { lang: 'en', dir: 'ltr', direction: 'ltr' },
  ]);
  await isAccessible(page);
});

test('two elements with one document have no id in common, and their notes lead to their own text', async (tools) => {
  const { page, visit, answer } = tools;
  answer(TELEGRAM, bytes(TWO_TEXTS, { 'Content-Type': 'text/plain; charset=utf-8' }));
  await visit('two.html');
  await stands(page, 'reading-room >> nth=0');
  await stands(page, 'reading-room >> nth=1');
  const found = await page.evaluate(() => {
    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
    const links = [...document.querySelectorAll('a[href^="#"]')];
    const astray = links.filter((link) => {
      const target = document.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''));
      return target?.closest('reading-room') !== link.closest('reading-room');
    });
    return { ids, links: links.length, astray: astray.map((link) => link.outerHTML) };
  });
  assert.ok(found.links > 0, 'the document of this test has notes');
  assert.deepEqual(found.ids, [...new Set(found.ids)]);
  assert.deepEqual(found.astray, []);
  assert.ok(found.ids.includes('telegram-note-1'), `the first is named after the file: ${found.ids}`);
  assert.ok(found.ids.includes('telegram-2-note-1'), `the second has a number: ${found.ids}`);
  await isAccessible(page);
});

test('ids begin with the id of the element, or with the name of the file', async ({ page, visit }) => {
  await visit('waiting.html');
  const prefixes = await page.locator('reading-room').evaluate(
    async (element, text) => {
      const room = /** @type {ReadingRoom} */ (element);
      const prefix = async (/** @type {File | string} */ document) => {
        await room.open(document);
        return room.querySelector('.rr-note[id]')?.id.replace(/-note-1$/, '');
      };
      const names = ['Dobrynin, 14.XI.62.txt', 'телеграмма.txt', '.txt', 'no ending'];
      const prefixes = [];
      for (const name of names) prefixes.push(await prefix(new File([text], name)));
      prefixes.push(await prefix(text));
      room.id = 'Reading Room №1';
      prefixes.push(await prefix(text));
      return prefixes;
    },
    TWO_TEXTS,
  );
  assert.deepEqual(prefixes, ['Dobrynin-14-XI-62', 'document', 'document', 'no-ending', 'document', 'Reading-Room-1']);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`a page with a document has no barriers, in ${colorScheme} colours`, async ({ page, visit }) => {
    await visit('src.html');
    await stands(page);
    await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'light dark'));
    await isAccessible(page);
  }, { colorScheme });
}

test('the article is styled once, however many elements a page has', async ({ page, visit }) => {
  await visit('two.html');
  await stands(page, 'reading-room >> nth=0');
  await stands(page, 'reading-room >> nth=1');
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 1);
});

test('the citation can be copied, in the archive’s own words', async ({ page, visit }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  // The button says what it did for a while only: time stands still.
  await page.clock.install({ time: 0 });
  await visit('src.html');
  await page.clock.pauseAt(60_000);
  const { record } = await inspect(page);
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), record.citation);
  await page.clock.runFor(2000);
  await page.getByRole('button', { name: 'Copy citation' }).waitFor();
});

test('where a page has no clipboard, the citation is selected instead', async ({ page, visit }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.clock.install({ time: 0 });
  await visit('src.html');
  await page.clock.pauseAt(60_000);
  const { record } = await inspect(page);
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await page.getByRole('button', { name: 'Selected: now copy it' }).waitFor();
  assert.equal(await page.evaluate(() => String(getSelection())), record.citation);
});

test('a hidden element stays hidden', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  await page.locator('reading-room').evaluate((element) => void (/** @type {HTMLElement} */ (element).hidden = true));
  assert.ok(await page.getByText('Having familiarized himself').isHidden());
});
