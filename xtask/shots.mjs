/**
 * Screenshots of every state of the widget, at three widths, light and dark, in target/shots; the best in docs.
 *
 * `cargo xtask shots` says in BROWSER and DRIVER where Chromium and its driver are. With a word, only the states whose
 * names begin so are taken, and docs stays as it is.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import chrome from 'selenium-webdriver/chrome.js';
import { SHEETS } from '../tests/element/harness/sheets.mjs';
import { CHROMIUM_FLAGS } from './chromium.mjs';
import { serve } from './serve.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHOTS = `${ROOT}target/shots`;

const TELEGRAM = 'src="/www/documents/telegram.txt"';
const FALLBACK = '<p>The telegram of 14 November 1962, as <a href="/www/documents/telegram.txt">plain text</a>.</p>';
const WIDTHS = [390, 800, 1280];
const SCHEMES = /** @type {const} */ (['light', 'dark']);

/**
 * A state of the widget: what stands in the page, and what is done to it.
 *
 * @typedef {object} State
 * @property {string} [page] - The address of a page, where it is not made of the following.
 * @property {string} [tag] - The element with what is in it.
 * @property {string} [style] - Rules of the page.
 * @property {string} [ready] - What has to be true in the page, as an expression.
 * @property {string} [act] - What is done then.
 * @property {string} [media] - The medium, where it is not a screen.
 * @property {Record<string, string>} [features] - What the reader has set.
 * @property {boolean} [whole] - All of the page, and not only what a window shows.
 * @property {readonly number[]} [widths]
 * @property {readonly ('light' | 'dark')[]} [schemes]
 */

const STANDS = `document.querySelector('reading-room')?.shadowRoot.querySelector('[part=toolbar]:not([hidden])')`;
const OPENED = `document.querySelector('reading-room').shadowRoot.querySelector('.rr-details')`;
const CONTROL = (/** @type {string} */ part) => `document.querySelector('reading-room').shadowRoot.querySelector('[part~=${part}]')`;
const LED_TO_NOTE = `location.hash = document.querySelector('.rr-note').id`;

/** @type {Record<string, State>} */
const STATES = {
  text: { tag: room(TELEGRAM), whole: true },
  details: { tag: room(`${TELEGRAM} details`), ready: OPENED },
  'details-end': { tag: room(`${TELEGRAM} details`), ready: OPENED, act: `${CONTROL('details')}.scrollTo(0, 1e6)`, schemes: ['light'] },
  focus: { tag: room(TELEGRAM), act: `${CONTROL('copy')}.focus({ focusVisible: true })`, widths: [390] },
  copied: { tag: room(TELEGRAM), act: `${CONTROL('copy')}.click()`, widths: [390] },
  loading: { tag: room('src="/held.txt"', FALLBACK), ready: `${CONTROL('status')}.textContent` },
  error: { tag: room('src="/missing.txt"', FALLBACK), ready: `${CONTROL('error')}.textContent` },
  forced: { tag: room(`${TELEGRAM} details`), ready: OPENED, features: { 'forced-colors': 'active' } },
  contrast: { tag: room(TELEGRAM), features: { 'prefers-contrast': 'more' }, widths: [800] },
  spacing: {
    tag: room(TELEGRAM),
    style: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
    widths: [320, 1280],
    schemes: ['light'],
    whole: true,
  },
  narrow: { tag: room(TELEGRAM), widths: [320], whole: true },
  'narrow-details': { tag: room(`${TELEGRAM} details`), ready: OPENED, widths: [320], schemes: ['light'] },
  widest: { tag: room(TELEGRAM), widths: [864, 1600], schemes: ['light'], whole: true },
  'widest-details': { tag: room(`${TELEGRAM} details`), ready: OPENED, widths: [864, 1600], schemes: ['light'] },
  print: { tag: room(`${TELEGRAM} details`), media: 'print', widths: [700], schemes: ['light'], whole: true },
  'in-bootstrap': { tag: room(TELEGRAM), style: SHEETS['Bootstrap 5'], widths: [800] },
  'in-tailwind': { tag: room(TELEGRAM), style: SHEETS['Tailwind 3'], widths: [800] },
  'in-unset': { tag: room(`${TELEGRAM} details`), ready: OPENED, style: SHEETS['* { all: unset }'], widths: [800] },
  'in-block-theme': { tag: room(TELEGRAM), style: SHEETS['a block theme of WordPress'], widths: [800] },
  'in-rtl': { tag: `<div dir="rtl">${room(`${TELEGRAM} details`)}</div>`, ready: OPENED, widths: [390, 1280] },
  'long-title': { tag: await record(longTitle()) },
  'two-fields': { tag: await record('**May 9, 1961**\n**A Note**\n\n**Contents:**\n\nThe lamp has been dark since Tuesday.') },
  'thirty-fields': { tag: await record(thirtyFields()), whole: true },
  'thirty-details': { tag: await record(thirtyFields(), 'details'), ready: OPENED, schemes: ['light'] },
  'one-line': { tag: await record('He said no.') },
  'one-line-details': { tag: await record('He said no.', 'details'), ready: OPENED, schemes: ['light'] },
  'two-texts': { tag: await sample('texts_001_translation_and_original'), whole: true },
  notes: { tag: await sample('source_note_004_with_notes'), whole: true },
  'notes-led-to': { tag: await sample('source_note_004_with_notes'), act: LED_TO_NOTE },
  'notes-led-to-forced': { tag: await sample('source_note_004_with_notes'), act: LED_TO_NOTE, features: { 'forced-colors': 'active' }, widths: [800] },
  paper: { tag: await sample('papers_008_of_any_shape'), whole: true },
  columns: { tag: await sample('table_001_columns', 'plain'), whole: true },
  arabic: { tag: await sample('texts_002_right_to_left'), whole: true },
  ...Object.fromEntries(
    ['memorandum', 'letter', 'scene', 'sonnet', 'inscription', 'apparatus', 'scripts'].map((name) => [
      `tei-${name}`,
      { tag: room(`src="/www/documents/${name}.xml"`), whole: true },
    ]),
  ),
  markdown: { tag: room('src="/www/documents/minutes.md"'), whole: true },
  ...Object.fromEntries(
    ['minutes.docx', 'thorne.odt'].map((name) => [
      `office-${name.replace(/\..*/, '')}`,
      { tag: room(`src="/www/documents/${name}"`), whole: true },
    ]),
  ),
  'tei-page': {
    tag: `<div id="own">${room('theme="page" src="/www/documents/memorandum.xml"')}</div>`,
    style: '#own { padding: 40px; background: light-dark(#eef3f1, #14201d); color: light-dark(#12312a, #d5e6e0); font: 18px/1.55 sans-serif } #own reading-room { background: none; border: 0 }',
    whole: true,
    widths: [800],
  },
  'tei-narrow': { tag: room('src="/www/documents/letter.xml"'), widths: [320], whole: true, schemes: ['light'] },
  'tei-print': { tag: room('src="/www/documents/memorandum.xml"'), media: 'print', widths: [700], schemes: ['light'], whole: true },
  'tei-in-tailwind': { tag: room('src="/www/documents/letter.xml"'), style: SHEETS['Tailwind 3'], widths: [800], schemes: ['light'], whole: true },
  'theme-dark': { tag: room(`theme="dark" ${TELEGRAM} details`), ready: OPENED, schemes: ['light'], widths: [1280] },
  'theme-page': {
    tag: `<div id="own">${room(`theme="page" ${TELEGRAM} details`)}</div>`,
    style: '#own { padding: 40px; background: light-dark(#eef3f1, #14201d); color: light-dark(#12312a, #d5e6e0); font: 18px/1.55 sans-serif } #own reading-room { background: none; border: 0 }',
    ready: OPENED,
  },
  gallery: { page: 'www/gallery.html', whole: true, ready: `[...document.querySelectorAll('reading-room')].every((it) => it.shadowRoot.querySelector('[part=toolbar]'))` },
  demonstration: { page: 'www/', whole: true, schemes: ['light'] },
};

/** What stands in the README. @type {Record<string, [state: string, width: number, height: number, scheme: 'light' | 'dark']>} */
const DOCS = {
  widget: ['text', 1120, 1000, 'light'],
  'widget-dark': ['text', 1120, 1000, 'dark'],
  'widget-phone': ['details', 390, 800, 'light'],
};

/**
 * @param {string} attributes
 * @param {string} [inside]
 */
function room(attributes, inside = '') {
  return `<reading-room ${attributes}>${inside}</reading-room>`;
}

/**
 * @param {string} text
 * @param {string} [attributes]
 */
async function record(text, attributes = '') {
  return room(attributes, `<script type="text/plain">${text}</script>`);
}

/**
 * @param {string} name
 * @param {string} [form]
 */
async function sample(name, form = 'record') {
  return record(await readFile(`${ROOT}tests/corpus/${form}/${name}.txt`, 'utf8'));
}

function longTitle() {
  const title =
    'Letter from the Keeper of the Northern Lighthouse to the Hydrographic Office concerning the State of the Lamp, the Fog Signal and the Landing Stage, the Stores that were Spoiled by the Sea in the Gales of the Autumn, and the Request of his Assistant to be Relieved before the Winter, with a List of what is Needed';
  return `**November 2, 1961**\n**${title}**\n\n**Summary:**\n\nThe keeper reports what the gales have left.\n\n**Original Language:**\n\nNorwegian\n\n**Contents:**\n\nTranslation - English\n\nThe lamp has been dark since Tuesday.`;
}

function thirtyFields() {
  const names = 'Accession,Box,Folder,Item,Extent,Medium,Condition,Dimensions,Binding,Seal,Watermark,Hand,Ink,Stamp,Classification,Distribution,Copy Number,Received,Registered,Reviewed,Declassified,Microfilm,Frame,Former Owner,Gift Of,Catalogued By,Revised';
  const fields = names.split(',').map((name, index) => `**${name}:**\n\n${index % 4 ? `Number ${index + 1}` : 'As the register of the house has it, with a remark by a later hand that it was seen there'}\n\n`);
  return `**May 9, 1961**\n**Note from the Lighthouse Service to the Hydrographic Office**\n\n**Summary:**\n\nThe lamp is dark.\n\n${fields.join('')}**Contents:**\n\n${'The lamp has been dark since Tuesday. The fog signal is sounded by hand. '.repeat(8)}`;
}

/** @param {State} state */
function pageOf({ tag = '', style = '' }) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>A document</title>
<style>body { margin: 0; padding: clamp(0px, 8vw - 40px, 24px); background: light-dark(#e8e5de, #0f0e0c); font: 1rem/1.5 system-ui } main { max-width: 1600px; margin: auto }
reading-room { border: 1px solid light-dark(#d2cabb, #35322c); background: light-dark(#fdfcf9, #191816) } reading-room > p { padding: 2rem; margin: 0 } ${style}</style>
<script type="module" src="/pkg/dist/reading-room.js"></script><main>${tag}</main></html>`;
}

/** The pages of the states, a document that never comes, and everything else from the repository. */
async function startServer() {
  return await serve({
    root: ROOT,
    port: 0,
    intercept({ url = '' }, response) {
      const state = STATES[url.replace('/state/', '')];
      if (state) response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(pageOf(state));
      else if (url === '/held.txt') response.writeHead(200, { 'Content-Type': 'text/plain' }).write('A. '.repeat(20_000));
      else return false;
      return true;
    },
  });
}

function startBrowser() {
  const { BROWSER = 'chromium', DRIVER } = process.env;
  const options = new chrome.Options();
  options.setChromeBinaryPath(BROWSER).addArguments(...CHROMIUM_FLAGS, '--hide-scrollbars');
  options.setPageLoadStrategy('eager');
  return /** @type {chrome.Driver} */ (chrome.Driver.createSession(options, new chrome.ServiceBuilder(DRIVER).build()));
}

/**
 * Takes one picture.
 *
 * @param {chrome.Driver} driver
 * @param {string} address
 * @param {State} state
 * @param {{ width: number, height: number, scheme: string, scale: number, file: string }} shot
 */
async function take(driver, address, state, { width, height, scheme, scale, file }) {
  const { ready = STANDS, act, media = '', features = {}, whole } = state;
  const all = { 'prefers-color-scheme': scheme, 'prefers-reduced-motion': 'reduce', ...features };
  await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', {
    media,
    features: Object.entries(all).map(([name, value]) => ({ name, value })),
  });
  await driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
  await driver.get(address);
  await driver.wait(() => driver.executeScript(`return Boolean(${ready})`), 20_000, `${file}: it does not come to be.`, 50);
  await driver.executeScript(`${act ?? ''}; return document.fonts.ready.then(() => {})`);
  const wide = await driver.executeScript('return document.documentElement.scrollWidth');
  if (Number(wide) > width) console.log(`${file}: ${wide} pixels wide.`);
  const full = Number(await driver.executeScript('return document.documentElement.scrollHeight'));
  const clip = { x: 0, y: 0, width, height: whole && height === HEIGHT ? full : height, scale: 1 };
  const { data } = /** @type {{ data: string }} */ (
    /** @type {unknown} */ (
      await driver.sendAndGetDevToolsCommand('Page.captureScreenshot', { format: 'png', clip, captureBeyondViewport: true })
    )
  );
  await writeFile(file, data, 'base64');
}

const HEIGHT = 860;

/** @param {string} word */
async function main(word) {
  await mkdir(SHOTS, { recursive: true });
  const server = await startServer();
  const driver = startBrowser();
  await driver.sendDevToolsCommand('Browser.grantPermissions', { permissions: ['clipboardSanitizedWrite', 'clipboardReadWrite'] });
  await driver.sendDevToolsCommand('Emulation.setFocusEmulationEnabled', { enabled: true });
  try {
    const addressOf = (/** @type {string} */ name) => server.url + (STATES[name].page ?? `state/${name}`);
    for (const [name, state] of Object.entries(STATES)) {
      if (!name.startsWith(word)) continue;
      for (const scheme of state.schemes ?? SCHEMES) {
        for (const width of state.widths ?? WIDTHS) {
          const file = `${SHOTS}/${name}-${width}-${scheme}.png`;
          await take(driver, addressOf(name), state, { width, height: HEIGHT, scheme, scale: 1, file });
        }
      }
    }
    if (word) return;
    for (const [name, [state, width, height, scheme]] of Object.entries(DOCS)) {
      await take(driver, addressOf(state), STATES[state], { width, height, scheme, scale: 1.5, file: `${ROOT}docs/${name}.png` });
    }
  } finally {
    await driver.quit();
    await server.close();
  }
}

await main(process.argv[2] ?? '');
