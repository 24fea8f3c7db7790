// What becomes of a page whose document cannot be shown: its own words stay, with a sentence that says what to change.
import assert from 'node:assert/strict';
import { addressOf, bytes, fails, isAccessible, stands, status, TELEGRAM, test, WASM } from './browser.mjs';

/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('./browser.mjs').Answer} Answer */

const REASONS = '/pkg/dist/reasons.js';

const NO_RESPONSE = 'log: severe: Failed to load resource: net::ERR_EMPTY_RESPONSE';
const NOT_FOUND = 'log: severe: Failed to load resource: the server responded with a status of 404 (Not Found)';
const FORBIDDEN = 'log: severe: Failed to load resource: the server responded with a status of 403 (Forbidden)';

/** @type {Answer} */
const hangUp = (_, response) => {
  response.destroy();
  return true;
};

/** @type {Answer} */
const breakOff = async (_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': '1000' });
  await new Promise((sent) => response.write('Only so much', sent));
  response.destroy();
  return true;
};

/** @type {{ name: string, path: string, answer: Answer, code: string, says: RegExp[], log?: string }[]} */
const CASES = [
  {
    name: 'a file that is not there',
    path: TELEGRAM,
    answer: status(404),
    code: 'not-found',
    says: [/there is no file at http.*telegram\.txt/, /Check the address/],
    log: NOT_FOUND,
  },
  {
    name: 'a file that the server keeps to itself',
    path: TELEGRAM,
    answer: status(403),
    code: 'refused',
    says: [/answered 403 for http.*telegram\.txt/],
    log: FORBIDDEN,
  },
  {
    name: 'a server that hangs up',
    path: TELEGRAM,
    answer: hangUp,
    code: 'network',
    says: [/telegram\.txt cannot be reached/, /Check the connection/, /connect-src/],
    log: NO_RESPONSE,
  },
  {
    name: 'a connection that breaks off',
    path: TELEGRAM,
    answer: breakOff,
    code: 'network',
    says: [/telegram\.txt broke off after \d+ bytes/],
    log: 'log: severe: Failed to load resource: net::ERR_CONTENT_LENGTH_MISMATCH',
  },
  { name: 'an empty file', path: TELEGRAM, answer: bytes(''), code: 'empty', says: [/telegram\.txt/] },
  { name: 'a file of blank lines', path: TELEGRAM, answer: bytes(' \n\r\n\t'), code: 'empty', says: [/telegram\.txt/] },
  {
    name: 'a PDF file',
    path: TELEGRAM,
    answer: bytes('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj'),
    code: 'not-text',
    says: [/PDF/, /telegram\.txt/],
  },
  {
    name: 'a module that is not there',
    path: WASM,
    answer: status(404),
    code: 'not-found',
    says: [/there is no file at http.*reading-room\.wasm/, /uploaded/],
    log: NOT_FOUND,
  },
  {
    name: 'a module that is a web page',
    path: WASM,
    answer: bytes('<!doctype html>', { 'Content-Type': 'text/html' }),
    code: 'core',
    says: [/reading-room\.wasm is not WebAssembly/],
  },
  {
    name: 'a module whose server hangs up',
    path: WASM,
    answer: hangUp,
    code: 'network',
    says: [/reading-room\.wasm cannot be reached/],
    log: NO_RESPONSE,
  },
];

for (const { name, path, answer: how, code, says, log } of CASES) {
  test(`${name} leaves the page's own words, with a sentence that says what to change`, async (tools) => {
    const { page, visit, answer, expectLog } = tools;
    answer(path, how);
    if (log) expectLog(`${log} (${path})`);
    await visit('src.html');
    const error = await fails(page);
    assert.equal(error.code, code);
    for (const pattern of says) assert.match(error.message, pattern);
    assert.match(error.message, /^This document cannot be shown: .*\.$/, 'a whole sentence');
    await showsFailure(page, error.message);
    await isAccessible(page);
  });
}

/**
 * The sentence stands above the page's own words, and is announced.
 *
 * @param {Page} page
 * @param {string} message
 */
async function showsFailure(page, message) {
  assert.equal(await page.textOf('alert'), message);
  const alert = await page.waitForRole('alert');
  const words = await page.byText('The page’s own words.');
  assert.ok((await page.isShown(alert)) && (await page.isShown(words)), 'look at what is shown');
  const [above, below] = [await alert.getRect(), await words.getRect()];
  assert.ok(above.y + above.height <= below.y, 'look at the order of what is shown');
  assert.equal((await page.byRole('article')).length, 0, 'no article is left');
  assert.equal(await page.count('.loading'), 0, 'nothing seems to be loading');
  const element = await page.room(async (room) => ({ message: room.error?.message, nothing: await room.inspect() }));
  assert.deepEqual(element, { message, nothing: null });
}

test('a page that cannot have the sentences either says what is known', async ({ page, visit, answer, expectLog }) => {
  for (const path of [TELEGRAM, REASONS]) {
    answer(path, status(404));
    expectLog(`${NOT_FOUND} (${path})`);
  }
  await visit('src.html');
  const error = await fails(page);
  assert.equal(error.code, 'not-found');
  assert.match(error.message, /^This document cannot be shown: http.*telegram\.txt 404 \(not-found\)\. Check the connection\.$/);
  await showsFailure(page, error.message);
});

test('an address that is none is named in the sentence', async ({ page, visit }) => {
  await visit('waiting.html');
  await page.room((room) => room.setAttribute('src', 'http://:'));
  const error = await fails(page);
  assert.equal(error.code, 'address');
  await showsFailure(page, 'This document cannot be shown: src="http://:" is not an address. Correct it.');
});

test('another site that does not allow it is told about Access-Control-Allow-Origin', async (tools) => {
  const { page, visit, answer, expectLog } = tools;
  answer(TELEGRAM, bytes('A text.', { 'Content-Type': 'text/plain' }));
  await visit('waiting.html');
  const address = addressOf(TELEGRAM).replace('127.0.0.1', 'localhost');
  const origin = new URL(addressOf('/')).origin;
  expectLog(
    `log: severe: Access to fetch at '${address}' from origin '${origin}' has been blocked by CORS policy: ` +
      `No 'Access-Control-Allow-Origin' header is present on the requested resource. (/tests/element/pages/waiting.html)`,
  );
  expectLog(`log: severe: Failed to load resource: net::ERR_FAILED (${TELEGRAM})`);
  await page.room((room, address) => room.setAttribute('src', address), address);
  const error = await fails(page);
  assert.equal(error.code, 'network');
  assert.match(error.message, /localhost.*Access-Control-Allow-Origin/);
  answer(TELEGRAM, bytes('A text.', { 'Content-Type': 'text/plain', 'Access-Control-Allow-Origin': '*' }));
  await page.room((room, address) => room.setAttribute('src', address), address);
  await stands(page);
});

for (const name of ['script', 'pre']) {
  test(`a document in a <${name}> that cannot be shown stays as the page has it`, async (tools) => {
    const { page, visit, answer, expectLog } = tools;
    answer(WASM, status(404));
    expectLog(`${NOT_FOUND} (${WASM})`);
    await visit(`${name}.html`);
    const before = await page.room((room) => room.innerHTML);
    assert.equal((await fails(page)).code, 'not-found');
    assert.equal(await page.room((room) => room.innerHTML), before);
    if (name === 'pre') assert.ok(await page.isShown(await page.driver.findElement({ css: 'pre' })));
  });
}

test('a module that was missing is asked for again when the next document is opened', async (tools) => {
  const { page, visit, answer, expectLog } = tools;
  answer(WASM, status(404));
  expectLog(`${NOT_FOUND} (${WASM})`);
  await visit('src.html');
  await fails(page);
  answer(WASM, () => false);
  await page.room((room) => {
    // The same address once more.
    room.setAttribute('src', room.getAttribute('src') ?? '');
  });
  await stands(page);
  assert.equal(await page.textOf('alert'), '');
});

test('a failure that nobody asks about is no error of the page', async ({ page, visit }) => {
  await visit('waiting.html');
  const code = await page.room(async (room) => {
    const failed = new Promise((resolve) => room.addEventListener('error', resolve, { once: true }));
    room.open(''); // nobody waits for it, nobody asks for `ready`
    await failed;
    return room.error?.code;
  });
  assert.equal(code, 'empty');
});

test('a response that has been read already is refused with a sentence', async ({ page, visit }) => {
  await visit('waiting.html');
  const message = await page.room(async (room, address) => {
    const response = await fetch(address);
    await response.text();
    return await room.open(response).catch(({ code, message }) => `${code}: ${message}`);
  }, TELEGRAM);
  assert.match(String(message), /^not-openable: .*telegram\.txt has been read already\. Pass a fresh one\.$/);
});
