// What stands in the page: the article, as browsers, screen readers and scripts see it.
import assert from 'node:assert/strict';
import { bytes, CORE, ENGINE, inspect, isAccessible, stands, TELEGRAM, test } from './browser.mjs';
import { accessibleTexts } from './harness/accessibility.mjs';

/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('./browser.mjs').ReadingRoom} ReadingRoom */
/** @typedef {import('./harness/inpage.mjs').SuiteWindow} SuiteWindow */

const TITLE = 'Telegram from Soviet Ambassador to the USA A.F. Dobrynin to USSR Foreign Ministry';

/** WebKit tells screen readers no difference between a page break and other separators. */
const PAGE_BREAK = ENGINE === 'webkit' ? 'separator' : 'doc-pagebreak';

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
  const [article] = await page.byRole('article');
  assert.equal(await article.getAttribute('lang'), 'en');
  const [heading] = await page.byRole('heading', { level: 2 });
  assert.equal(await heading.getProperty('textContent'), TITLE);
  assert.equal(await page.at('article .rr-card time', (time) => time.getAttribute('datetime')), '1962-11-14');
  const text = await page.at('article section.rr-text', (text) => [text.getAttribute('lang'), text.getAttribute('dir')]);
  assert.deepEqual(text, ['en', 'ltr']);
  const date = await page.at('article .rr-closer time', (time) => [time.getAttribute('datetime'), time.textContent]);
  assert.deepEqual(date, ['1962-11-14', '14.XI.62']);
  assert.equal(await page.at('article .rr-closer .rr-signed', (signed) => signed.textContent), 'A. DOBRYNIN');
});

test('headings take the level that the page gives them, at once and later', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  for (const level of [1, 3, 6]) {
    await page.room((room, level) => room.setAttribute('heading-level', `${level}`), level);
    await page.waitForRole('heading', { name: TITLE, level });
    const titles = await page.byRole('heading', { name: TITLE });
    assert.equal(titles.length, 1, 'there is one article, not one for each level');
  }
});

test('a page break inside a paragraph is announced as one, with a name', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  const all = /** @type {import('selenium-webdriver').WebElement[]} */ (
    /** @type {unknown} */ (await page.all('body *', (all) => all.filter((element) => element.checkVisibility())))
  );
  const names = [];
  for (const element of all) {
    if ((await element.getAriaRole()) === PAGE_BREAK) names.push(await element.getAccessibleName());
  }
  assert.deepEqual(names, ['Page break'], 'look at role and aria-label of the page break');
  const words = await page.at('.rr-flow > p:has(.rr-page-break)', (paragraph) => {
    const copy = /** @type {Element} */ (paragraph.cloneNode(true));
    for (const generated of copy.querySelectorAll('[data-generated]')) generated.remove();
    return copy.textContent ?? '';
  });
  assert.match(words, /of both parties, but that proposal is being rejected now/);
});

test('a screen reader finds the whole text in the accessibility tree', async ({ page, visit }) => {
  await visit('src.html');
  const { texts } = await inspect(page);
  const spaceless = (/** @type {string} */ text) => text.replace(/\s+/g, '');
  const paragraphs = texts[0].content.split('\n');
  const [last] = paragraphs.slice(-1);
  assert.equal(last, 'A. DOBRYNIN');
  let all = '';
  // Firefox makes its tree when it is first asked for, and not at once.
  const isThere = async () => (all = spaceless((await accessibleTexts(page)).join(''))) !== '';
  await page.until(isThere, 'There has to be an accessibility tree.');
  assert.ok(all.includes(spaceless(paragraphs[0].slice(0, 200))), 'the beginning of the text');
  assert.ok(all.includes(spaceless(last)), 'its end');
}, { notIn: { webkit: 'WebDriver asks about one element at a time, and WebKit gives its tree to nobody but the system.' } });

for (const [name, body] of [['the telegram', ''], ['a record of two texts with a note', TWO_TEXTS], ['a text alone', 'One.\n\nTwo.']]) {
  test(`without what is generated, the article of ${name} is its texts and nothing else`, async ({ page, visit, answer }) => {
    if (body) answer(TELEGRAM, bytes(body, { 'Content-Type': 'text/plain; charset=utf-8' }));
    await visit('src.html');
    const { texts } = await inspect(page);
    const words = await page.all('section.rr-text', (sections) =>
      sections.map((section) => {
        const copy = /** @type {Element} */ (section.cloneNode(true));
        for (const generated of copy.querySelectorAll('[data-generated]')) generated.remove();
        return copy.textContent;
      }),
    );
    const flows = (/** @type {any} */ text) => [text, ...text.notes].map(({ content }) => content).join('\n');
    assert.deepEqual(words, texts.map(flows));
    const rest = await page.at('article', (article) => {
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
    const same = await page.room(async (room, core) => {
      const { suite } = /** @type {SuiteWindow} */ (/** @type {unknown} */ (window));
      /** @type {typeof import('../../pkg/types/core.d.ts')} */
      const { open } = await suite.load(core);
      const document = await open(await fetch(room.src));
      const written = document.article({ headingLevel: room.headingLevel, prefix: 'telegram' });
      const parsed = new DOMParser().parseFromString(written, 'text/html').body.firstElementChild;
      const made = /** @type {HTMLElement} */ (room.article);
      return { isEqual: made.isEqualNode(parsed), made: made.outerHTML, parsed: parsed?.outerHTML };
    }, CORE);
    assert.equal(same.made, same.parsed);
    assert.ok(same.isEqual, 'the markup is the same, the nodes are not: look for empty or neighbouring text nodes');
  });
}

test('each text has its own language and direction', async ({ page, visit, answer }) => {
  answer(TELEGRAM, bytes(TWO_TEXTS, { 'Content-Type': 'text/plain; charset=utf-8' }));
  await visit('src.html');
  await stands(page);
  const texts = await page.all('section.rr-text', (sections) =>
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
  await stands(page, 'reading-room:first-of-type');
  await stands(page, 'reading-room:last-of-type');
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
  const prefixes = await page.room(
    async (room, text) => {
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
    // axe takes a page without a background for white.
    await page.evaluate(() => document.documentElement.style.setProperty('background', 'Canvas'));
    await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'light dark'));
    await isAccessible(page);
  }, { colorScheme });
}

test('the article is styled once, however many elements a page has', async ({ page, visit }) => {
  await visit('two.html');
  await stands(page, 'reading-room:first-of-type');
  await stands(page, 'reading-room:last-of-type');
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 1);
});

test('the citation can be copied, in the archive’s own words', async ({ page, visit }) => {
  await visit('src.html');
  const { record } = await inspect(page);
  const button = await page.waitForRole('button', { name: 'Copy citation' });
  // It says what it did for a while only: time stands still.
  await page.stopClock();
  await button.click();
  await page.waitForRole('button', { name: 'Copied' });
  assert.equal(await page.paste(), record.citation);
  await page.passTime(2000);
  await page.waitForRole('button', { name: 'Copy citation' });
});

test('where a page has no clipboard, the citation is selected instead', async ({ page, visit }) => {
  page.runFirst(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await visit('src.html');
  const { record } = await inspect(page);
  const button = await page.waitForRole('button', { name: 'Copy citation' });
  await page.stopClock();
  await button.click();
  await page.waitForRole('button', { name: 'Selected: now copy it' });
  assert.equal(await page.evaluate(() => String(getSelection())), record.citation);
});

test('a hidden element stays hidden', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  await page.room((room) => void (/** @type {HTMLElement} */ (room).hidden = true));
  const text = await page.byText('Having familiarized himself');
  assert.ok(!(await page.isShown(text)));
});
