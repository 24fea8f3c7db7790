// The ways in which a document gets into the element, all of which give the same document.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { bytes, ELEMENT, inspect, signal, stands, TELEGRAM, test, watched } from './browser.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

const telegram = await readFile(new URL('../../www/documents/telegram.txt', import.meta.url), 'utf8');

/** A short record with letters of two alphabets, as the encodings of its time could hold them. */
const LETTER = [
  '**March 3, 1953**',
  '**Letter from A. Reader to B. Writer**',
  '',
  '**Contents:**',
  '',
  'Original - Russian',
  '',
  'Дорогой товарищ! Посылаем Вам текст беседы.',
  '',
].join('\n');

/** The bytes that LETTER has in Windows-1251, where Cyrillic is one block. */
const WINDOWS_1251 = Uint8Array.from(LETTER, (letter) => {
  const code = letter.charCodeAt(0);
  return code < 0x80 ? code : code - 0x410 + 0xc0;
});

const UTF_16 = Buffer.from('\ufeff' + LETTER, 'utf16le');

/**
 * What a document has in common however it came: all but remarks on its encoding.
 *
 * @param {any} inspection
 */
function essence({ record, texts }) {
  return { record, texts };
}

/**
 * Opens the telegram in a page of its own by `open`, with what `make` makes of its text.
 *
 * @param {Page} page
 * @param {string} way
 */
async function openTelegram(page, way) {
  await page.room(
    async (room, { text, way }) => {
      const bytes = new TextEncoder().encode(text);
      /** @type {Record<string, () => import('../../pkg/types/reading-room.d.ts').Openable>} */
      const ways = {
        File: () => new File([text], 'telegram.txt', { type: 'text/plain' }),
        Blob: () => new Blob([text]),
        ArrayBuffer: () => bytes.buffer,
        Uint8Array: () => bytes,
        DataView: () => new DataView(bytes.buffer),
        string: () => text,
        Response: () => new Response(text),
      };
      await room.open(ways[way]());
    },
    { text: telegram, way },
  );
}

test('a page that names a document shows it', async ({ page, visit }) => {
  await visit('src.html');
  const { format, record, texts } = await inspect(page);
  assert.equal(format, 'record');
  assert.equal(record.title, 'Telegram from Soviet Ambassador to the USA A.F. Dobrynin to USSR Foreign Ministry');
  assert.equal(record.date, '1962-11-14');
  assert.equal(texts.length, 1);
  await page.waitForRole('heading', { name: record.title });
  await page.waitForText('Having familiarized himself with our response');
});

for (const name of ['script', 'pre']) {
  test(`a document written into a <${name}> inside the tag is shown`, async ({ page, visit }) => {
    await visit(`${name}.html`);
    const { record, texts } = await inspect(page);
    assert.equal(record.title, 'Letter from A. Reader to B. Writer');
    assert.equal(
      texts[0].content,
      'The first paragraph, with less than < and an ampersand &.\nThe second.',
      'look at how the text is taken out of the tag',
    );
    await page.waitForRole('heading', { name: record.title });
  });
}

/**
 * What the telegram is when it comes from the server. A page that is left while it loads its controls says so on the
 * console, so they are waited for.
 *
 * @param {Page} page
 * @param {(path: string) => Promise<void>} visit
 */
async function asFromTheServer(page, visit) {
  await visit('src.html');
  const inspection = await inspect(page);
  await page.waitForRole('button', { name: 'Details' });
  return inspection;
}

for (const way of ['File', 'Blob', 'ArrayBuffer', 'Uint8Array', 'DataView', 'string', 'Response']) {
  test(`a page can hand over the document as a ${way}`, async ({ page, visit }) => {
    const expected = await asFromTheServer(page, visit);
    await visit('waiting.html');
    await openTelegram(page, way);
    assert.deepEqual(await inspect(page), expected);
    await page.waitForText('Having familiarized himself with our response');
  });
}

test('a document in the tag is waited for while the page is still coming in', async ({ page, visit, answer }) => {
  const half = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Slow</title>';
  // WebKit looks at a page when it has so much of it.
  const words = `<p>${'The page’s own words. '.repeat(100)}</p>`;
  const [start, rest] = ['<reading-room><pre>The first half, ', 'and the second half.</pre></reading-room>'];
  // The element has come to life when its shadow root is there; only then the page goes on.
  // WebKit runs an async script when it has painted something, which it need not do; it imports at once.
  const script = `<script>
    import('${ELEMENT}');
    customElements.whenDefined('reading-room').then(() => document.querySelector('reading-room').shadowRoot && fetch('/alive'));
  </script>`;
  const alive = signal();
  answer('/alive', (request, response) => {
    alive.resolve();
    return bytes('')(request, response);
  });
  answer('/slow.html', async (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.write(watched(half + script + words + start));
    await alive.promise;
    response.end(rest);
    return true;
  });
  await visit('/slow.html');
  const { texts } = await inspect(page);
  assert.equal(texts[0].content, 'The first half, and the second half.');
});

test('a document that a script puts into the tag later is shown', async ({ page, visit }) => {
  await visit('waiting.html');
  await page.room((room) => {
    const pre = room.appendChild(document.createElement('pre'));
    setTimeout(() => pre.append('Filled a task later.'));
  });
  const { texts } = await inspect(page);
  assert.equal(texts[0].content, 'Filled a task later.');
});

test('a document named in src is shown rather than one in the tag', async ({ page, visit }) => {
  await visit('src.html');
  await page.room((room) => {
    const other = document.createElement('reading-room');
    other.setAttribute('src', room.getAttribute('src') ?? '');
    other.append(document.createElement('pre'));
    other.firstElementChild?.append('Another text.');
    room.replaceWith(other);
  });
  assert.equal((await inspect(page)).record.date, '1962-11-14');
});

for (const [name, body] of /** @type {const} */ ([
  ['Windows-1251', WINDOWS_1251],
  ['UTF-16', UTF_16],
])) {
  test(`a file in ${name} gives the same document as in UTF-8`, async ({ page, visit, answer }) => {
    answer(TELEGRAM, bytes(LETTER, { 'Content-Type': 'text/plain; charset=utf-8' }));
    const expected = essence(await asFromTheServer(page, visit));
    assert.equal(expected.texts[0].content, 'Дорогой товарищ! Посылаем Вам текст беседы.');
    const charset = name.toLowerCase();
    answer(TELEGRAM, bytes(body, { 'Content-Type': `text/plain; charset=${charset}` }));
    assert.deepEqual(essence(await asFromTheServer(page, visit)), expected, `served as ${charset}`);
    answer(TELEGRAM, bytes(body, { 'Content-Type': 'text/plain' }));
    assert.deepEqual(essence(await asFromTheServer(page, visit)), expected, 'served without a charset');
  });
}

test('a file is read in the encoding that the server declares', async ({ page, visit, answer }) => {
  const greek = Buffer.from([...Buffer.from('A word: '), 0xeb, 0xfc, 0xe3, 0xef, 0xf2]);
  answer(TELEGRAM, bytes(greek, { 'Content-Type': 'text/plain;charset="ISO-8859-7"' }));
  await visit('src.html');
  assert.equal((await inspect(page)).texts[0].content, 'A word: λόγος');
});

for (const size of [1, 100]) {
  test(`a document that comes in pieces of ${size} bytes is the same document`, async ({ page, visit }) => {
    const expected = await asFromTheServer(page, visit);
    await visit('waiting.html');
    await page.room(
      async (room, { text, size }) => {
        const bytes = new TextEncoder().encode(text);
        let at = 0;
        const body = new ReadableStream({
          pull(controller) {
            controller.enqueue(bytes.slice(at, (at += size)));
            if (at >= bytes.length) controller.close();
          },
        });
        const response = new Response(body, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
        await room.open(response);
      },
      { text: telegram, size },
    );
    assert.deepEqual(await inspect(page), expected);
  });
}

test('a document that a slow server sends in pieces is the same document', async ({ page, visit, answer }) => {
  const expected = await asFromTheServer(page, visit);
  answer(TELEGRAM, bytes(telegram, { 'Content-Type': 'text/plain; charset=utf-8' }, 100));
  await visit('src.html');
  assert.deepEqual(await inspect(page), expected);
});

test('what cannot be opened at all is refused with a sentence, and what is shown stays', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  const message = await page.room((room) => {
    const nothing = /** @type {any} */ (document.querySelector('main'));
    return room.open(nothing).catch(({ code, message }) => `${code}: ${message}`);
  });
  assert.match(String(message), /^not-openable: .*open\(\) takes a File, a Blob/);
  assert.equal((await inspect(page)).record.date, '1962-11-14');
});
