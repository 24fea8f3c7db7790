// What the element promises to the page that holds it: its attributes and properties, when it asks for documents, what it
// says, and what it leaves alone.
import assert from 'node:assert/strict';
import { bytes, ELEMENT, fails, html, inspect, stands, status, TELEGRAM, test } from './browser.mjs';

/** @typedef {import('./browser.mjs').ReadingRoom} ReadingRoom */

const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8' };
const SCRIPT = `<script type="module" src="${ELEMENT}"></script>`;

/**
 * Every property that mirrors an attribute: what it is at first, a value, and what the attribute has then.
 *
 * @type {[property: string, attribute: string, first: unknown, value: unknown, written: string][]}
 */
const MIRRORED = [
  ['format', 'format', 'auto', 'plain', 'plain'],
  ['loading', 'loading', 'auto', 'lazy', 'lazy'],
  ['headingLevel', 'heading-level', 2, 4, '4'],
  ['idPrefix', 'prefix', '', 'desk', 'desk'],
  ['theme', 'theme', 'auto', 'dark', 'dark'],
  ['isolated', 'isolated', false, true, ''],
  ['details', 'details', false, true, ''],
  ['lang', 'lang', '', 'ru', 'ru'],
];

/** @param {string} markup */
const page = (markup) => html(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${markup}</html>`);

test('every property mirrors its attribute, both ways', async ({ page, visit }) => {
  await visit('waiting.html');
  for (const [property, attribute, first, value, written] of MIRRORED) {
    const seen = await page.evaluate(
      (property, attribute, value) => {
        const room = /** @type {any} */ (document.createElement('reading-room'));
        const seen = [room[property]];
        room[property] = value;
        seen.push(room.getAttribute(attribute));
        const other = /** @type {any} */ (document.createElement('reading-room'));
        other.setAttribute(attribute, room.getAttribute(attribute));
        seen.push(other[property]);
        return seen;
      },
      property,
      attribute,
      value,
    );
    assert.deepEqual(seen, [first, written, value], `look at ${property}`);
  }
});

test('a value that means nothing is the value without the attribute', async ({ page, visit }) => {
  await visit('waiting.html');
  const values = await page.evaluate(() => {
    const host = document.createElement('div');
    const room = document.createElement('reading-room');
    for (const name of ['format', 'loading', 'theme', 'heading-level']) room.setAttribute(name, 'nonsense');
    host.append(room);
    return [room.format, room.loading, room.theme, room.headingLevel];
  });
  assert.deepEqual(values, ['auto', 'auto', 'auto', 2]);
});

test('properties set before the element is known are taken over', async ({ page: window, visit, answer }) => {
  answer('/late.html', page('<reading-room></reading-room>'));
  await visit('/late.html');
  await window.room((room, src) => Object.assign(room, { src, headingLevel: 5, theme: 'dark', details: true }), TELEGRAM);
  await window.evaluate(async (address) => {
    await import(address);
  }, ELEMENT);
  await stands(window);
  const seen = await window.room((room) => [
    ...['src', 'heading-level', 'theme', 'details'].map((name) => room.getAttribute(name)),
    Object.hasOwn(room, 'src'),
    room.querySelectorAll('h5.rr-title').length,
  ]);
  assert.deepEqual(seen, [TELEGRAM, '5', 'dark', '', false, 1]);
});

test('the page says which form a document has, where it knows better', async ({ page, visit }) => {
  await visit('src.html');
  assert.equal((await inspect(page)).format, 'record');
  await page.room(async (room) => {
    room.format = 'plain';
    await new Promise((loaded) => room.addEventListener('load', loaded, { once: true }));
  });
  assert.equal((await inspect(page)).format, 'plain');
  assert.equal(await page.count('.rr-card'), 0, 'a plain text has no card');
});

test('a text that does not say its language is in the one that the page says', async ({ page: window, visit, answer }) => {
  answer('/lang.html', page(`${SCRIPT}<reading-room lang="ru"><pre>Да.</pre></reading-room>`));
  await visit('/lang.html');
  await stands(window);
  assert.equal(await window.at('section.rr-text', (text) => text.lang), 'ru');
});

test('ids begin with what the page says', async ({ page: window, visit, answer }) => {
  answer('/prefix.html', page(`${SCRIPT}<reading-room prefix="my desk"><pre>A word.[1]\n\n[1] A note.</pre></reading-room>`));
  await visit('/prefix.html');
  await stands(window);
  const ids = await window.all('[id]', (elements) => elements.map(({ id }) => id).filter((id) => id.includes('note')));
  assert.ok(ids.length > 0 && ids.every((id) => id.startsWith('my-desk-')), ids.join(' '));
});

/** A page with an element far below the view. @param {string} attributes */
const far = (attributes) =>
  page(`${SCRIPT}<div style="height: 20000px"></div><reading-room src="${TELEGRAM}" ${attributes}></reading-room>`);

test('a document far below is asked for when the page is idle', async ({ page: window, visit, answer }) => {
  answer('/far.html', far(''));
  await visit('/far.html');
  await stands(window);
  assert.equal(await window.evaluate(() => scrollY), 0);
});

test('a lazy document is asked for when a reader comes near', async ({ page: window, visit, answer, count }) => {
  answer('/far.html', far('loading="lazy"'));
  // What follows in the page is not lazy: when it stands, what is idle has been done.
  answer('/both.html', page(`${SCRIPT}<div style="height: 20000px"></div><reading-room id="lazy" loading="lazy" src="/lazy.txt"></reading-room>
    <div style="height: 20000px"></div><reading-room id="idle" src="${TELEGRAM}"></reading-room>`));
  answer('/lazy.txt', bytes('A lazy text.', PLAIN));
  await visit('/both.html');
  await stands(window, '#idle');
  assert.equal(count('/lazy.txt'), 0);
  await window.at('#lazy', (room) => room.scrollIntoView());
  await stands(window, '#lazy');
  assert.equal(count('/lazy.txt'), 1);
});

test('an eager document is asked for at once, however far below', async ({ page: window, visit, answer }) => {
  answer('/far.html', far('loading="eager"'));
  window.runFirst(() => {
    // No page is ever idle, and nothing ever comes near.
    Object.assign(globalThis, { requestIdleCallback: () => 0 });
    globalThis.IntersectionObserver = /** @type {any} */ (class { observe() {} disconnect() {} });
  });
  await visit('/far.html');
  await stands(window);
});

test('a page can prevent a request before it leaves', async ({ page: window, visit, answer, count }) => {
  answer('/guarded.html', page(`<div id="around"><reading-room><p>The page’s own words.</p></reading-room></div>${SCRIPT}`));
  await visit('/guarded.html');
  const urls = await window.evaluate(async (src) => {
    await customElements.whenDefined('reading-room');
    const urls = /** @type {string[]} */ ([]);
    document.getElementById('around')?.addEventListener('rr-request', (event) => {
      urls.push(new URL(/** @type {CustomEvent} */ (event).detail.url).pathname);
      event.preventDefault();
    });
    const room = /** @type {ReadingRoom} */ (document.querySelector('reading-room'));
    room.src = src;
    await room.ready.catch(() => {});
    return urls;
  }, TELEGRAM);
  assert.deepEqual(urls, [TELEGRAM]);
  assert.equal((await fails(window)).code, 'prevented');
  assert.equal(count(TELEGRAM), 0);
  await window.waitForText('The page’s own words.');
});

test('what is asked of a document that is on its way is answered when it stands', async ({ page: window, visit, hold }) => {
  const held = hold(TELEGRAM);
  await visit('waiting.html');
  await window.room((room, src) => {
    room.src = src;
    // The page's own window: scripts of a driver may have a global object of their own.
    Object.assign(/** @type {object} */ (document.defaultView), { asked: room.inspect() });
  }, TELEGRAM);
  await held.arrived;
  held.release();
  const date = await window.evaluate(async () => (await /** @type {any} */ (document.defaultView).asked).record.date);
  assert.equal(date, '1962-11-14');
});

test('a page can prevent that more is asked for than what stands', async ({ page: window, visit, answer }) => {
  answer('/stands.html', page(`${SCRIPT}<reading-room src="${TELEGRAM}"><article class="rr" slot="document">It stands.</article></reading-room>`));
  await visit('/stands.html');
  await stands(window);
  const code = await window.room((room) => {
    room.addEventListener('rr-request', (event) => event.preventDefault());
    return room.inspect().then(() => 'none', (reason) => reason.code);
  });
  assert.equal(code, 'prevented');
});

test('rr-load and rr-error reach the page through shadow roots', async ({ page: window, visit, answer, expectLog }) => {
  answer('/missing.txt', status(404));
  expectLog('log: severe: Failed to load resource: the server responded with a status of 404 (Not Found) (/missing.txt)');
  answer('/inside.html', page(`<div id="host"></div>${SCRIPT}`));
  await visit('/inside.html');
  const heard = await window.evaluate(async (src) => {
    await customElements.whenDefined('reading-room');
    const heard = /** @type {string[]} */ ([]);
    for (const type of ['rr-load', 'rr-error', 'load', 'error']) {
      document.body.addEventListener(type, (event) => {
        const { url, error } = /** @type {CustomEvent} */ (event).detail ?? {};
        heard.push(`${type} ${url ? new URL(url).pathname : error?.code}`);
      });
    }
    const room = document.createElement('reading-room');
    document.getElementById('host')?.attachShadow({ mode: 'open' }).append(room);
    for (const address of [src, '/missing.txt']) {
      room.src = address;
      await new Promise((done) => setTimeout(done));
      await room.ready.catch(() => {});
    }
    return heard;
  }, TELEGRAM);
  assert.deepEqual(heard, [`rr-load ${TELEGRAM}`, 'rr-error not-found']);
});

test('what the page puts into the slots around the document is shown around it', async ({ page: window, visit, answer }) => {
  answer('/slots.html', page(`${SCRIPT}<reading-room src="${TELEGRAM}"><p slot="before">Before it.</p><p slot="after">After it.</p>
    <button slot="toolbar-start">First</button><button slot="toolbar-end">Last</button></reading-room>`));
  await visit('/slots.html');
  await stands(window);
  await window.waitForText('Last');
  const tops = await window.evaluate(() =>
    ['[slot=before]', 'article', '[slot=after]'].map((it) => document.querySelector(it)?.getBoundingClientRect().top ?? 0),
  );
  assert.deepEqual(tops, [...tops].sort((one, other) => one - other), 'look at the order of before, article, after');
  const lefts = await window.evaluate(() =>
    ['[slot=toolbar-start]', '[slot=toolbar-end]'].map((it) => document.querySelector(it)?.getBoundingClientRect().left ?? 0),
  );
  assert.ok(lefts[0] < lefts[1], 'the one button stands before the other');
});

test('it takes no focus, scrolls nothing, writes no address, title or storage, and leaves no global', async (tools) => {
  const { page: window, visit, answer } = tools;
  answer('/quiet.html', page(`<input><div style="height: 300px"></div><reading-room src="${TELEGRAM}"></reading-room>
    <div style="height: 5000px"></div>`));
  await visit('/quiet.html');
  const state = () =>
    window.evaluate(() => ({
      focus: document.activeElement?.localName,
      scroll: [scrollX, scrollY],
      address: location.href,
      history: history.length,
      title: document.title,
      storage: [localStorage.length, sessionStorage.length, document.cookie],
      globals: Object.getOwnPropertyNames(globalThis).sort().join(' '),
    }));
  await window.evaluate(() => {
    document.querySelector('input')?.focus({ preventScroll: true });
    scrollTo(0, 100);
  });
  const before = await state();
  await window.evaluate(async (address) => void (await import(address)), ELEMENT);
  await stands(window);
  await window.waitForRole('button', { name: 'Details' });
  assert.deepEqual(await state(), before);
});

test('it listens to nothing outside itself once the page has loaded', async ({ page: window, visit, answer }) => {
  answer('/ears.html', page(`<reading-room src="${TELEGRAM}"></reading-room>`));
  await visit('/ears.html');
  const heard = await window.evaluate(async (address) => {
    const heard = /** @type {string[]} */ ([]);
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, ...rest) {
      const target = this ?? globalThis;
      if ([globalThis, document, document.documentElement, document.body].includes(/** @type {any} */ (target))) heard.push(type);
      return addEventListener.call(target, type, ...rest);
    };
    await import(address);
    const room = /** @type {ReadingRoom} */ (document.querySelector('reading-room'));
    await room.ready;
    room.details = true;
    await new Promise((done) => setTimeout(done, 300));
    return heard;
  }, ELEMENT);
  assert.deepEqual(heard, []);
});

test('a thousand documents in turn use no more memory than the largest', async ({ page: window, visit }) => {
  window.runFirst(() => {
    const memories = /** @type {WebAssembly.Memory[]} */ ([]);
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
      construct(Instance, given) {
        const made = Reflect.construct(Instance, given);
        memories.push(made.exports.memory);
        return made;
      },
    });
    Object.assign(globalThis, { memories });
  });
  await visit('waiting.html');
  const { before, after } = await window.room(async (room) => {
    const sizes = () => /** @type {any} */ (globalThis).memories.map((/** @type {WebAssembly.Memory} */ { buffer }) => buffer.byteLength);
    const words = 'This is a sentence of a long document, and nothing was added to what it says. '.repeat(12_000);
    // Its language comes from a module of its own, which is there from then on.
    await room.open(words);
    while (!room.querySelector('.rr-detected')) await new Promise((done) => setTimeout(done, 20));
    let before = [];
    for (let time = 0; time < 1000; time++) {
      await room.open(time % 100 === 0 ? words : `Document ${time}.`);
      if (time === 100) before = sizes();
    }
    return { before, after: sizes() };
  });
  assert.deepEqual(after, before, 'the memory of the modules has grown');
});

test(
  'an element that was taken out of the page is forgotten, with all that it held',
  async ({ page: window, visit }) => {
    await visit('waiting.html');
    await window.room(async (room) => {
      const forgotten = /** @type {WeakRef<object>[]} */ ([]);
      for (let time = 0; time < 20; time++) {
        const other = document.createElement('reading-room');
        other.details = true;
        room.after(other);
        await other.open(`Document ${time}.`);
        forgotten.push(new WeakRef(other), new WeakRef(/** @type {HTMLElement} */ (other.article)));
        other.remove();
      }
      Object.assign(globalThis, { forgotten });
    });
    const driver = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (window.driver);
    await window.until(async () => {
      await driver.sendDevToolsCommand('HeapProfiler.collectGarbage', {});
      return await window.evaluate(() => /** @type {any} */ (globalThis).forgotten.every((/** @type {any} */ it) => !it.deref()));
    }, 'Something still holds the elements or their articles.');
  },
  { notIn: { firefox: 'It collects no garbage when asked.', webkit: 'It collects no garbage when asked.' } },
);

test('an isolated document stands where the page’s style sheets do not reach', async ({ page: window, visit, answer }) => {
  answer('/isolated.html', page(`<style>* { color: red !important; all: unset }</style>${SCRIPT}
    <reading-room isolated src="${TELEGRAM}"><p>The page’s own words.</p></reading-room>`));
  await visit('/isolated.html');
  await stands(window);
  const seen = await window.room((room) => {
    const article = /** @type {HTMLElement} */ (room.article);
    const title = /** @type {HTMLElement} */ (article.querySelector('.rr-title'));
    return [room.querySelectorAll('article').length, getComputedStyle(article).display, getComputedStyle(title).display];
  });
  assert.deepEqual(seen, [0, 'grid', 'block']);
  // And back into the page, when the page wishes so.
  await window.room(async (room) => {
    room.isolated = false;
    await new Promise((loaded) => room.addEventListener('load', loaded, { once: true }));
  });
  assert.equal(await window.room((room) => room.querySelectorAll('article').length), 1);
});
