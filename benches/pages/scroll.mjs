/** Reading through a page by keyboard, wheel and scroll bar: what is seen meanwhile, and whether the text that is read stays. */
import { WINDOW } from './chromium.mjs';
import { visiting, watched } from './load.mjs';
import { inked } from './picture.mjs';
import { idle } from './watch.mjs';

/** @typedef {import('./chromium.mjs').Page} Page */

/** In a picture with less text than in this part of its rows there is none to be read. */
const BLANK = 0.05;

/** How far the wheel is turned at a time, in pixels. */
const TURN = 480;

/** How often each key is pressed, and the wheel turned. */
const TIMES = 10;

/** Where the scroll bar is drawn to, in parts of its length. */
const PLACES = [0.2, 0.4, 0.6, 0.8, 1, 0.7, 0.5, 0.3, 0.1, 0];

/** How long is waited for words to move by themselves, in milliseconds. */
const REST = 120;

/** How far words may move for the sake of whole pixels. */
const ROUNDING = 2;

/**
 * @param {import('./chromium.mjs').Chromium} chromium
 * @param {import('./load.mjs').Site} site
 * @param {import('./peers.mjs').Visit} visit
 * @returns {Promise<import('./load.mjs').Sample>}
 */
export async function scroll(chromium, site, visit) {
  return visiting(chromium, site, visit, {}, async (page) => {
    await watched(page);
    await page.call(idle);
    const pictures = await film(page);
    const steps = await throughAll(page);
    const shares = (await pictures.end()).map(inked);
    return {
      pictures: shares.length,
      blank: shares.filter((share) => share < BLANK).length,
      'least text': Math.min(...shares) * 100,
      'not at the end': steps.misses,
      jump: Math.max(0, ...steps.jumps),
      jumps: steps.jumps.filter((jump) => jump > ROUNDING).length,
      steps: steps.jumps.length,
    };
  });
}

/**
 * Every picture that the page shows from now on.
 *
 * @param {Page} page
 */
async function film(page) {
  /** @type {Buffer[]} */
  const pictures = [];
  page.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(Buffer.from(data, 'base64'));
    page.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await page.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  return {
    end: async () => {
      await page.send('Page.stopScreencast');
      return pictures;
    },
  };
}

/**
 * To the end and back, by each means; how far words have jumped at each step, in pixels.
 *
 * @param {Page} page
 */
async function throughAll(page) {
  const jumps = [];
  let misses = 0;
  const go = async (/** @type {string} */ key, /** @type {() => boolean} */ isThere) => {
    await page.press(key);
    await page.call(still);
    jumps.push(...(await drift(page)));
    misses += Number(!(await page.call(isThere)));
  };
  const end = () => go('End', isAtEnd);
  const home = () => go('Home', isAtStart);
  await end();
  jumps.push(...(await repeat(page, () => page.press('PageUp'), 0.2)));
  await home();
  jumps.push(...(await repeat(page, () => page.press('PageDown'), 0.8)));
  await end();
  jumps.push(...(await repeat(page, () => turn(page, -TURN), 0.2)));
  await home();
  jumps.push(...(await repeat(page, () => turn(page, TURN), 0.8)));
  for (const place of PLACES) {
    await page.evaluate(`scrollTo(0, ${place} * (document.documentElement.scrollHeight - innerHeight))`);
    await page.call(still);
    jumps.push(...(await drift(page)));
  }
  return { jumps, misses };
}

/**
 * The same step again and again: the words that are being read move as far every time.
 *
 * @param {Page} page
 * @param {() => Promise<unknown>} step
 * @param {number} height - where these words are before, in parts of the window's height
 */
async function repeat(page, step, height) {
  const moves = [];
  const jumps = [];
  for (let times = 0; times < TIMES; times++) {
    await page.call(mark, height);
    await step();
    await page.call(still);
    const { moved, isAtLimit } = await page.call(movement);
    // There the way is shorter.
    if (!isAtLimit) moves.push(moved);
    jumps.push(...(await drift(page)));
  }
  const usual = moves.toSorted((a, b) => a - b)[moves.length >> 1] ?? 0;
  return [...jumps, ...moves.map((moved) => Math.abs(moved - usual))];
}

/**
 * How far the words in the middle move while nobody scrolls.
 *
 * @param {Page} page
 */
async function drift(page) {
  await page.call(mark, 0.5);
  await new Promise((then) => setTimeout(then, REST));
  return [Math.abs((await page.call(movement)).moved)];
}

/**
 * @param {Page} page
 * @param {number} deltaY
 */
async function turn(page, deltaY) {
  const [x, y] = [WINDOW.width / 2, WINDOW.height / 2];
  await page.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY });
}

/** Runs in the page: remembers the words at a height, and where they are. @param {number} height */
function mark(height) {
  const element = document.elementFromPoint(innerWidth * 0.4, innerHeight * height) ?? document.body;
  Object.assign(globalThis, { marked: { element, top: element.getBoundingClientRect().top } });
}

/** Runs in the page: how far they have moved up since. */
function movement() {
  const { marked } = /** @type {any} */ (globalThis);
  const room = document.documentElement.scrollHeight - innerHeight;
  const isAtLimit = scrollY < 1 || scrollY > room - 1;
  return { moved: marked.top - marked.element.getBoundingClientRect().top, isAtLimit };
}

/** Runs in the page: ends when it has not moved for some frames. */
async function still() {
  let before = NaN;
  for (let calm = 0; calm < 4; ) {
    await new Promise((then) => requestAnimationFrame(then));
    calm = scrollY === before ? calm + 1 : 0;
    before = scrollY;
  }
}

/** Runs in the page: whether there is nothing below, now that what is in view has its true height. */
function isAtEnd() {
  return document.documentElement.scrollHeight - innerHeight - scrollY < 2;
}

/** Runs in the page. */
function isAtStart() {
  return scrollY === 0;
}
