// The element's life in a page: its events, and what becomes of it when it or its address changes.
import assert from 'node:assert/strict';
import { addressOf, bytes, ELEMENT, fails, html, inspect, stands, status, TELEGRAM, test } from './browser.mjs';

/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('./browser.mjs').ReadingRoom} ReadingRoom */

const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8' };
const NOT_FOUND = 'log: severe: Failed to load resource: the server responded with a status of 404 (Not Found)';

/**
 * Writes down, in the page, every event that the element dispatches, and whether it bubbles.
 *
 * @param {Page} page
 */
async function listen(page) {
  page.runFirst(() => {
    const events = /** @type {{ events: string[] }} */ (/** @type {unknown} */ (window));
    events.events = [];
    for (const type of ['loadstart', 'load', 'error', 'abort']) {
      document.addEventListener(
        type,
        (event) => {
          const { target, constructor, bubbles, cancelable, composed } = event;
          if (!(target instanceof Element) || target.localName !== 'reading-room') return;
          const flags = Object.entries({ bubbles, cancelable, composed }).filter(([, is]) => is);
          const isPlain = constructor === Event;
          events.events.push([type, isPlain ? '' : constructor.name, ...flags.map(([name]) => name)].join(' ').trim());
        },
        { capture: true },
      );
      document.addEventListener(type, ({ target }) => {
        if (target !== document) events.events.push(`${type} has bubbled`);
      });
    }
  });
}

/** @param {Page} page */
async function eventsOf(page) {
  return await page.evaluate(() => /** @type {{ events: string[] }} */ (/** @type {unknown} */ (window)).events);
}

/** @param {Page} page */
async function content(page) {
  return (await inspect(page)).texts[0].content;
}

test('loadstart and load come as those of an image do, and do not bubble', async ({ page, visit }) => {
  await listen(page);
  await visit('src.html');
  await stands(page);
  assert.deepEqual(await eventsOf(page), ['loadstart', 'load']);
});

test('loadstart and error come when the document cannot be shown', async ({ page, visit, answer, expectLog }) => {
  await listen(page);
  answer(TELEGRAM, status(404));
  expectLog(`${NOT_FOUND} (${TELEGRAM})`);
  await visit('src.html');
  await fails(page);
  assert.deepEqual(await eventsOf(page), ['loadstart', 'error']);
});

test('when load comes, the document stands and ready has settled', async ({ page, visit }) => {
  await visit('waiting.html');
  const seen = await page.room(async (room) => {
    /** @type {string[]} */
    const seen = [];
    room.ready.then((it) => seen.push(`ready with ${it === room ? 'the element' : it}`));
    const loaded = new Promise((resolve) => room.addEventListener('load', resolve));
    room.addEventListener('load', () => seen.push(`load with ${room.querySelector('section.rr-text')?.textContent}`));
    seen.push(`opened ${(await room.open('A text.')) === room}`);
    await loaded;
    await room.ready.then(() => seen.push('ready, asked late'));
    return seen.sort();
  });
  assert.deepEqual(seen, ['load with A text.', 'opened true', 'ready with the element', 'ready, asked late']);
});

test('ready settles with what was asked for last', async ({ page, visit }) => {
  await visit('waiting.html');
  const settled = await page.room(async (room) => {
    const outcome = (/** @type {Promise<ReadingRoom>} */ promise) =>
      promise.then(
        (it) => it.querySelector('section.rr-text')?.textContent,
        ({ code }) => code,
      );
    const asked = [outcome(room.ready), outcome(room.open('The first.')), outcome(room.ready)];
    asked.push(outcome(room.open('The second.')), outcome(room.ready));
    const first = await Promise.all(asked);
    const failed = outcome(room.open('').catch(() => room.ready));
    return [...first, await failed, await outcome(room.open('The third.')), await outcome(room.ready)];
  });
  const second = 'The second.';
  assert.deepEqual(settled, [second, 'aborted', second, second, second, 'empty', 'The third.', 'The third.']);
});

test('of two documents the one asked for last is shown, however late the first one comes', async (tools) => {
  const { page, visit, answer, hold } = tools;
  const slow = hold('/slow.txt');
  answer('/fast.txt', bytes('The fast one.', PLAIN));
  await listen(page);
  await visit('waiting.html');
  await page.room((room) => void (room.src = '/slow.txt'));
  await slow.arrived;
  await page.room((room) => void (room.src = '/fast.txt'));
  assert.equal(await content(page), 'The fast one.');
  await slow.dropped;
  slow.release();
  assert.deepEqual(await eventsOf(page), ['loadstart', 'loadstart', 'load']);
  assert.equal((await page.byRole('article')).length, 1);
});

test('what is opened by script and what src names later: the later one counts', async ({ page, visit, answer }) => {
  answer('/named.txt', bytes('Named.', PLAIN));
  await visit('waiting.html');
  await page.room((room) => {
    room.open('Opened.');
    room.src = '/named.txt';
  });
  assert.equal(await content(page), 'Named.');
  await page.room((room) => {
    room.src = '/other.txt';
    room.open('Opened.');
  });
  assert.equal(await content(page), 'Opened.');
});

test('src taken away brings the page its own words back, and set again the document', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  const words = await page.byText('The page’s own words.');
  assert.ok(!(await page.isShown(words)));
  const src = await page.room((room) => {
    const src = room.getAttribute('src') ?? '';
    room.removeAttribute('src');
    return src;
  });
  await page.waitForText('The page’s own words.');
  assert.equal(await page.count('article'), 0);
  assert.equal(await page.room((room) => room.inspect()), null);
  const loaded = page.room(async (room, src) => {
    const loaded = new Promise((resolve) => room.addEventListener('load', resolve, { once: true }));
    room.setAttribute('src', src);
    await loaded;
  }, src);
  await loaded;
  assert.ok(!(await page.isShown(words)));
  assert.equal(await page.count('article'), 1);
});

test('src set, taken away and set again in one go asks once', async ({ page, visit, answer }) => {
  let requests = 0;
  answer('/a.txt', () => void requests++);
  answer('/b.txt', (request, response) => {
    requests++;
    return bytes('B.', PLAIN)(request, response);
  });
  await visit('waiting.html');
  await page.room((room) => {
    room.setAttribute('src', '/a.txt');
    room.removeAttribute('src');
    room.setAttribute('src', '/b.txt');
  });
  assert.equal(await content(page), 'B.');
  assert.equal(requests, 1);
});

test('the same address set once more is not asked for again, unless it failed', async (tools) => {
  const { page, visit, answer, expectLog } = tools;
  let requests = 0;
  let isThere = false;
  answer(TELEGRAM, (request, response) => {
    requests++;
    return isThere ? false : status(404)(request, response);
  });
  expectLog(`${NOT_FOUND} (${TELEGRAM})`);
  const setAgain = () =>
    page.room(async (room) => {
      room.setAttribute('src', room.getAttribute('src') ?? '');
      // What the element makes of it, it has begun with when this task is over.
      await new Promise((resolve) => setTimeout(resolve));
    });
  await visit('src.html');
  await fails(page);
  isThere = true;
  await setAgain();
  await stands(page);
  assert.equal(requests, 2, 'it was not asked for again after it had failed');
  await setAgain();
  await stands(page);
  assert.equal(requests, 2, 'it was asked for again though it stands');
});

test('properties are read from the attributes, and make up for what is wrong there', async ({ page, visit }) => {
  await visit('waiting.html');
  const levels = await page.room((room) => {
    const read = (/** @type {string} */ value) => {
      room.setAttribute('heading-level', value);
      return room.headingLevel;
    };
    const levels = [room.headingLevel, ...['1', ' 6 ', '0', '7', '3.5', 'two', ''].map(read)];
    room.headingLevel = 4;
    return [...levels, room.getAttribute('heading-level')];
  });
  assert.deepEqual(levels, [2, 1, 6, 2, 2, 2, 2, 2, '4']);
  const addresses = await page.room((room) => {
    const read = () => room.src;
    const addresses = [read()];
    room.src = 'a file.txt';
    addresses.push(read(), String(room.getAttribute('src')));
    room.src = 'http://:';
    addresses.push(read());
    room.src = null;
    return [...addresses, read(), room.hasAttribute('src')];
  });
  const folder = addressOf('');
  assert.deepEqual(addresses, ['', `${folder}a%20file.txt`, 'a file.txt', 'http://:', '', false]);
});

test('properties that a page sets before it knows the element count', async ({ page, visit, answer }) => {
  answer('/early.txt', bytes('**March 3, 1953**\n**A title**\n\n**Contents:**\n\nA text.', PLAIN));
  const early = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Early</title><reading-room></reading-room>
    <script>Object.assign(document.querySelector('reading-room'), { src: '/early.txt', headingLevel: 4 })</script>
    <script type="module" src="${ELEMENT}"></script>`;
  answer('/early.html', html(early));
  await visit('/early.html');
  await stands(page);
  await page.waitForRole('heading', { name: 'A title', level: 4 });
  assert.equal(await page.room((room) => room.getAttribute('src')), '/early.txt');
  await page.room((room) => void (room.headingLevel = 5));
  await page.waitForRole('heading', { name: 'A title', level: 5 });
});

test('an element that is moved in the page keeps its document and asks for nothing', async ({ page, visit, answer }) => {
  let requests = 0;
  answer(TELEGRAM, () => void requests++);
  await listen(page);
  await visit('src.html');
  await stands(page);
  const isSame = await page.room(async (room) => {
    const article = room.querySelector('article');
    const section = document.querySelector('main')?.appendChild(document.createElement('section'));
    section?.append(room);
    await new Promise((resolve) => setTimeout(resolve));
    room.remove();
    document.querySelector('main')?.prepend(room);
    await new Promise((resolve) => setTimeout(resolve));
    return room.querySelector('article') === article && (await room.inspect()) !== null;
  });
  assert.ok(isSame);
  assert.equal(requests, 1);
  assert.deepEqual(await eventsOf(page), ['loadstart', 'load']);
});

test('an element that is moved while its document is coming goes on', async ({ page, visit, hold }) => {
  const held = hold(TELEGRAM);
  await listen(page);
  await visit('src.html');
  await held.arrived;
  await page.room((room) => document.querySelector('main')?.prepend(room));
  held.release();
  await stands(page);
  assert.deepEqual(await eventsOf(page), ['loadstart', 'load']);
});

test('an element that is taken out of the page stops, and begins again when it is put back', async ({ page, visit, hold }) => {
  const held = hold(TELEGRAM);
  await listen(page);
  await visit('src.html');
  await held.arrived;
  await page.room((room) => {
    Object.assign(window, { room });
    room.remove();
  });
  await held.dropped;
  held.release();
  assert.deepEqual(await eventsOf(page), ['loadstart']);
  await page.evaluate(() => {
    const { room } = /** @type {{ room: ReadingRoom }} */ (/** @type {unknown} */ (window));
    document.querySelector('main')?.append(room);
  });
  assert.equal((await inspect(page)).record.date, '1962-11-14');
});

test('an element that is taken out of the page keeps its document, and shows it again when put back', async ({ page, visit }) => {
  await visit('waiting.html');
  const states = await page.room(async (room) => {
    const words = () => room.querySelector('section.rr-text')?.textContent ?? 'nothing';
    await room.open(new File(['A file.'], 'file.txt'));
    const states = [words()];
    room.remove();
    await new Promise((resolve) => setTimeout(resolve));
    states.push(words());
    document.querySelector('main')?.append(room);
    await room.ready;
    return [...states, words(), String(room.querySelectorAll('article').length)];
  });
  assert.deepEqual(states, ['A file.', 'A file.', 'A file.', '1']);
});

test('a file whose reading was cut short by that is read from its start again', async ({ page, visit }) => {
  await visit('waiting.html');
  const length = await page.room(async (room) => {
    const { prototype } = ReadableStreamDefaultReader;
    const { read } = prototype;
    const cut = new Promise((resolve) => {
      prototype.read = function () {
        prototype.read = read;
        // Out of the page while the first bytes are on their way.
        const bytes = read.call(this);
        room.remove();
        setTimeout(resolve);
        return bytes;
      };
    });
    const opened = room.open(new Blob(['A word. '.repeat(1000)])).catch(({ code }) => code);
    await cut;
    document.querySelector('main')?.append(room);
    const loaded = new Promise((resolve) => room.addEventListener('load', resolve, { once: true }));
    await loaded;
    return [await opened, (await room.inspect())?.texts[0]?.content.length];
  });
  assert.deepEqual(length, ['aborted', 'A word. '.length * 1000 - 1]);
});

test('a document can be opened before the element stands in a page', async ({ page, visit }) => {
  await visit('waiting.html');
  const shown = await page.evaluate(async () => {
    const room = document.createElement('reading-room');
    await room.open('A text.');
    document.querySelector('reading-room')?.replaceWith(room);
    await new Promise((resolve) => setTimeout(resolve));
    return [(await room.inspect())?.texts[0]?.content, room.querySelectorAll('article').length];
  });
  assert.deepEqual(shown, ['A text.', 1]);
  await page.waitForText('A text.');
});

test('a copy of an element has one article as well', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  const counts = await page.room(async (room) => {
    const copy = /** @type {ReadingRoom} */ (room.cloneNode(true));
    room.after(copy);
    await copy.ready;
    return [room.querySelectorAll('article').length, copy.querySelectorAll('article').length];
  });
  assert.deepEqual(counts, [1, 1]);
});

test('an element in another document, a frame or a shadow root is set as in the page', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  const styles = await page.room(async (room) => {
    const article = /** @type {Element} */ (room.querySelector('article'));
    const look = () => {
      const { display, containerType } = getComputedStyle(room);
      const { fontFamily, lineHeight } = getComputedStyle(article);
      return [display, containerType, fontFamily, lineHeight].join(' | ');
    };
    const styles = [look()];
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(room);
    document.body.append(host);
    await new Promise((resolve) => setTimeout(resolve));
    styles.push(look());
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentDocument?.body.append(room);
    await new Promise((resolve) => setTimeout(resolve));
    styles.push(look());
    document.body.append(room);
    await new Promise((resolve) => setTimeout(resolve));
    styles.push(look(), String(document.adoptedStyleSheets.length));
    return styles;
  });
  const [first, ...others] = styles;
  assert.match(first, /^block \| inline-size \| /);
  assert.deepEqual(others, [first, first, first, '1']);
});

test('the page’s own children stay as they are, whatever is opened', async ({ page, visit }) => {
  await visit('src.html');
  const isUntouched = await page.room(async (room) => {
    await room.ready;
    const own = () => [...room.childNodes].filter((node) => /** @type {Element} */ (node).slot !== 'document');
    const before = own();
    const markup = before.map((node) => node.cloneNode(true));
    const states = [room.childNodes.length - before.length];
    await room.open('Another text.');
    states.push(room.childNodes.length - own().length);
    await room.open('').catch(() => {});
    states.push(room.childNodes.length - own().length);
    const isSame = own().every((node, at) => node === before[at] && node.isEqualNode(markup[at]));
    return { isSame: isSame && own().length === before.length, articles: states };
  });
  assert.deepEqual(isUntouched, { isSame: true, articles: [1, 1, 0] });
});
