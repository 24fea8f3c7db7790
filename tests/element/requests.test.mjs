// What a page asks for, each once, and nothing else: before its document stands, when it is idle, and when a reader wants more.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bytes, ELEMENT, FULL_TEI_WASM, FULL_WASM, html, LETTER, PAPERS_WASM, PLAIN_WASM, stands, TEI_WASM, TELEGRAM, test, TEXT_WASM, WASM } from './browser.mjs';
import { holdIdle } from './harness/inpage.mjs';
import { volume, XML } from './volume.mjs';

/** @typedef {import('./browser.mjs').Tools} Tools */
/** @typedef {import('./harness/inpage.mjs').SuiteWindow} SuiteWindow */

const VOLUME = volume(60);

const [STRUCTURE, CONTROLS, FULL] = ['structure', 'controls', 'full'].map((name) => `/pkg/dist/${name}.js`);

const AHEAD = '/ahead.html';

/**
 * A page with a document that was rendered ahead of time.
 *
 * @param {string} source
 * @param {string} src
 */
async function rendered(source, src) {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
  const file = join(folder, 'document');
  await writeFile(file, source);
  const command = ['render', file, '--src', src, '--script', ELEMENT];
  const { stdout } = await promisify(execFile)(process.env.TOOL ?? '', command, { maxBuffer: 64 << 20 });
  await rm(folder, { recursive: true });
  return stdout;
}

/** Of the commonest form: any other takes the module for all records besides. */
const RECORD = await readFile(new URL('../../www/documents/telegram.txt', import.meta.url), 'utf8');

for (const [name, path, sources, first, full] of /** @type {[string, string, Record<string, string>, string[], string[]][]} */ ([
  ['a record', 'src.html', { [TELEGRAM]: RECORD }, [ELEMENT, TELEGRAM, WASM], [FULL, FULL_WASM]],
  ['a volume', 'tei.html', { [LETTER]: VOLUME }, [ELEMENT, LETTER, TEI_WASM, STRUCTURE], [FULL, FULL_TEI_WASM]],
  ['a record that was rendered ahead', AHEAD, { [TELEGRAM]: RECORD }, [ELEMENT], [FULL, FULL_WASM, TELEGRAM]],
  ['a volume that was rendered ahead', AHEAD, { [LETTER]: VOLUME }, [ELEMENT, STRUCTURE], [FULL, FULL_TEI_WASM, LETTER]],
])) {
  test(`${name}: the page asks for what it needs, when it needs it, and once`, async (tools) => {
    const { page, visit, answer, asked } = tools;
    const [[src, source]] = Object.entries(sources);
    answer(src, bytes(source, src === LETTER ? XML : { 'Content-Type': 'text/plain; charset=utf-8' }));
    if (path === AHEAD) answer(AHEAD, html(await rendered(source, src)));
    page.runFirst(holdIdle);
    await visit(path);
    await stands(page);
    const own = path === AHEAD ? AHEAD : `/tests/element/pages/${path}`;
    // A sheet may come behind what stands already.
    await page.until(async () => asked().length > first.length, 'The page has to ask for what it needs.');
    assert.deepEqual(asked(), [own, ...first].sort(), 'before the page was idle');
    const isThere = async () => {
      await page.evaluate(() => /** @type {SuiteWindow} */ (/** @type {unknown} */ (window)).idle(50));
      return (await page.count('[part~=toolbar]')) === 1 && (await page.count('.rr-lazy')) === 0;
    };
    await page.until(isThere, 'The controls have to come, and all of it has to be laid out.');
    assert.deepEqual(asked(), [own, ...first, CONTROLS].sort(), 'when it was');
    await page.room((room) => room.inspect().then(() => void (room.details = true)));
    await page.until(async () => (await page.count('[part~=details] .rr-details')) === 1, 'The details have to come.');
    assert.deepEqual(asked(), [own, ...first, CONTROLS, ...full].sort(), 'when a reader wanted more');
  });
}

/** Of no form that its name tells, and without a label of the commonest records. */
const PLAIN = 'The lamp was lit at six.\n\nNobody came.\n';

for (const [what, source, wanted] of /** @type {const} */ ([
  ['plain text', PLAIN, PLAIN_WASM],
  ['a paper that begins with its number', `№ 21\nLetter to the harbour master\n\n9 May 1961\n\n${PLAIN}`, PAPERS_WASM],
  ['a paper whose title has its number', `17. Telegram From Norrvik\n\nNorrvik, May 9, 1961—4 p.m.\n\n${PLAIN}`, PAPERS_WASM],
  ['a paper in another script', `№ 21\nПисьмо\n\n9 мая 1961\n\n${PLAIN}`, TEXT_WASM],
  ['a record with labels of other languages', `Título: El faro\nAutor: Smit\nIdioma: inglés\n\n${PLAIN}`, TEXT_WASM],
])) {
  test(`${what}: its beginning says that it is no common record, and it is not kept waiting by the module for those`, async (tools) => {
    const { page, visit, answer, hold, count } = tools;
    answer(TELEGRAM, bytes(source, { 'Content-Type': 'text/plain; charset=utf-8' }));
    const guessed = hold(WASM);
    await visit('src.html');
    await stands(page);
    // It had been asked for, and is broken off.
    await guessed.dropped;
    const words = await page.room((room) => room.querySelector('.rr-texts')?.textContent ?? '');
    assert.ok(words.includes('lamp'), 'its text has to stand');
    const others = [PAPERS_WASM, PLAIN_WASM, TEXT_WASM];
    assert.deepEqual(others.filter(count), [wanted]);
  });
}

test('a common record with what only the other module knows: that one reads it besides', async ({ page, visit, answer, count }) => {
  // A note at the foot of a page.
  const source = RECORD.replace(/(?<=Translation - English\s+)/, 'The lamp is dark.* It was lit at six.\n\n* That of the pier.\n\n');
  answer(TELEGRAM, bytes(source, { 'Content-Type': 'text/plain; charset=utf-8' }));
  await visit('src.html');
  await stands(page);
  assert.equal(await page.count('.rr-note-ref'), 1, 'its note has to be one');
  assert.deepEqual([WASM, TEXT_WASM].map(count), [1, 1]);
});

test('a module that another document waits for is not broken off', async ({ page, visit, hold, count }) => {
  const common = hold(WASM);
  await visit('src.html');
  await common.arrived;
  await page.room((room, words) => {
    const other = document.createElement('reading-room');
    room.after(other);
    return other.open(new Blob([words])).then(() => {});
  }, PLAIN);
  common.release();
  await stands(page, 'reading-room:first-of-type');
  assert.equal(count(WASM), 1);
});
