/**
 * A page in a window of its own, as tests use it: what it shows, what can be done in it, what runs in it.
 *
 * What is looked for is found in open shadow roots as well. Roles and names are those that the browser computes.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { error as errors, Key } from 'selenium-webdriver';
import { PATIENCE } from './engines.mjs';
import * as inpage from './inpage.mjs';
import * as server from './server.mjs';
import { openWindow } from './window.mjs';

/** @typedef {import('./engines.mjs').Session} Session */
/** @typedef {import('selenium-webdriver').WebElement} WebElement */
/** @typedef {import('../../../pkg/types/reading-room.d.ts').ReadingRoom} ReadingRoom */
/** @typedef {{ name?: string, level?: number, text?: string }} Traits */

/** After how many milliseconds a page is looked at again for what a test waits for. */
const INTERVAL = 20;

/** What may have a role without saying so: the browser is asked about these. @type {Record<string, string>} */
const TAGS = { article: 'article', button: 'button', heading: 'h1, h2, h3, h4, h5, h6', link: 'a[href]' };

const PASTE = process.platform === 'darwin' ? Key.COMMAND : Key.CONTROL;

export class Page {
  /** What the pages that were visited before have said on their consoles. @type {string[]} */
  #lines = [];
  /** Where the files are that were chosen: the page may read them as late as it likes. */
  #folder = '';
  #session;
  #closeWindow;

  /**
   * @param {Session} session
   * @param {() => Promise<void>} closeWindow
   */
  constructor(session, closeWindow) {
    this.#session = session;
    this.#closeWindow = closeWindow;
    this.driver = session.driver;
  }

  /**
   * @param {Session} session
   * @param {import('./window.mjs').Size} size
   */
  static async open(session, size) {
    const closeWindow = await openWindow(session.driver, size);
    await session.dress();
    // What is logged already is not this page's.
    await session.takeLog?.();
    return new Page(session, closeWindow);
  }

  /**
   * Goes to a path from the root, or to a name in `pages/`.
   *
   * @param {string} path
   */
  async visit(path) {
    await this.#keepLines();
    await this.driver.executeScript(inpage.leave);
    const arrivals = server.count(server.ARRIVAL);
    await this.driver.get(server.addressOf(path));
    // Whoever asks a page that goes meanwhile is told so; by WebKit only where scripts may run. Where they may not, it
    // never answers, nor does it mind how long that takes: nothing is asked there before the next page is in its place.
    const isNext = async () => this.#session.wishes.javaScript || server.count(server.ARRIVAL) > arrivals;
    await this.until(isNext, `The page ${path} has to take the place of the one before.`);
    await this.until(() => this.#hasCome(), `The page ${path} has to come.`);
  }

  async #hasCome() {
    try {
      return await this.driver.executeScript(inpage.hasCome, this.#session.wishes.javaScript);
    } catch (error) {
      // What is asked of a page that is about to go gets no answer.
      if (error instanceof errors.WebDriverError) return false;
      throw error;
    }
  }

  /** Everything so far that was said on the consoles of the pages visited, or that the browser has logged about them. */
  async lines() {
    await this.#keepLines();
    const log = (await this.#session.takeLog?.()) ?? [];
    this.#lines.push(...log.map((line) => `log: ${line}`));
    return this.#lines;
  }

  async close() {
    await this.#closeWindow();
    if (this.#folder) await rm(this.#folder, { recursive: true });
  }

  async #keepLines() {
    const isWatched = this.#session.wishes.javaScript && (await this.driver.getCurrentUrl()) !== 'about:blank';
    if (isWatched) this.#lines.push(...(await this.evaluate(inpage.takeLines)));
  }

  /**
   * Runs a function in the page and gives what it comes to. It is sent as text, and can use its arguments only.
   *
   * @template {any[]} A
   * @template T
   * @param {(...values: A) => T | Promise<T>} body
   * @param {A} values
   * @returns {Promise<T>}
   */
  async evaluate(body, ...values) {
    return await this.#run(body, '', '', values);
  }

  /**
   * Runs a function in the page with all elements that the selector selects.
   *
   * @template {any[]} A
   * @template T
   * @param {string} selector
   * @param {(elements: HTMLElement[], ...values: A) => T | Promise<T>} body
   * @param {A} values
   * @returns {Promise<T>}
   */
  async all(selector, body, ...values) {
    return await this.#run(body, 'select(selector),', selector, values);
  }

  /**
   * Runs a function in the page with the one element that the selector selects.
   *
   * @template {any[]} A
   * @template T
   * @param {string} selector
   * @param {(element: HTMLElement, ...values: A) => T | Promise<T>} body
   * @param {A} values
   * @returns {Promise<T>}
   */
  async at(selector, body, ...values) {
    return await this.#run(body, 'theOne(select(selector), selector),', selector, values);
  }

  /**
   * Runs a function in the page with its reading room.
   *
   * @template {any[]} A
   * @template T
   * @param {(room: ReadingRoom, ...values: A) => T | Promise<T>} body
   * @param {A} values
   * @returns {Promise<T>}
   */
  async room(body, ...values) {
    return await this.at('reading-room', /** @type {any} */ (body), ...values);
  }

  /**
   * @param {Function} body
   * @param {string} first - The first argument of the function, as code, with its comma.
   * @param {string} selector
   * @param {any[]} values
   * @returns {Promise<any>}
   */
  async #run(body, first, selector, values) {
    const { select, theOne } = inpage;
    // As a task of the page would run it: with nothing that waits for the end of the task run before its end.
    const script = `const [selector, ...values] = arguments; ${select} ${theOne}
      return Promise.resolve().then(() => (${body})(${first} ...values))`;
    return await this.driver.executeScript(script, selector, ...values);
  }

  /**
   * How many elements the selector selects.
   *
   * @param {string} selector
   */
  async count(selector) {
    return await this.all(selector, (elements) => elements.length);
  }

  /**
   * Everything of that role and name that is not hidden.
   *
   * @param {string} role
   * @param {Traits} [traits]
   */
  async byRole(role, { name, level, text } = {}) {
    const selector = [`[role="${role}"]`, TAGS[role]].filter(Boolean).join(', ');
    /** @type {WebElement[]} */
    const candidates = /** @type {any} */ (await this.all(selector, inpage.notHidden, level ?? 0, text ?? ''));
    const found = [];
    for (const candidate of candidates) {
      if ((await candidate.getAriaRole()) !== role) continue;
      if (name !== undefined && (await candidate.getAccessibleName()) !== name) continue;
      found.push(candidate);
    }
    return found;
  }

  /**
   * Waits for the one thing of that role and name.
   *
   * @param {string} role
   * @param {Traits} [traits]
   */
  async waitForRole(role, traits) {
    const words = JSON.stringify(traits ?? {});
    return await this.#one(() => this.byRole(role, traits), `There has to be one ${role} ${words}.`);
  }

  /**
   * The words in the one thing of that role, which is there.
   *
   * @param {string} role
   */
  async textOf(role) {
    const found = await this.byRole(role);
    assert.equal(found.length, 1, `There has to be one ${role}.`);
    return await found[0].getProperty('textContent');
  }

  /**
   * The one element with these words in it.
   *
   * @param {string} text
   */
  async byText(text) {
    const found = await this.#allWithText(text);
    assert.equal(found.length, 1, `One element has to have “${text}” in it.`);
    return found[0];
  }

  /**
   * Waits until the one element with these words in it is seen.
   *
   * @param {string} text
   */
  async waitForText(text) {
    const shown = async () => {
      const found = await this.#allWithText(text);
      return found.length === 1 && (await this.isShown(found[0])) ? found : [];
    };
    return await this.#one(shown, `One element has to show “${text}”.`);
  }

  /**
   * Whether an element takes a place in the page and is not made invisible.
   *
   * @param {WebElement} element
   */
  async isShown(element) {
    return await this.evaluate(inpage.isShown, /** @type {any} */ (element));
  }

  /**
   * The field that a label belongs to.
   *
   * @param {string} label
   * @returns {Promise<WebElement>}
   */
  async byLabel(label) {
    return /** @type {any} */ (await this.all('label', inpage.fieldOf, label));
  }

  /**
   * Chooses a file in a field, which the page gets as a visitor's.
   *
   * @param {WebElement} field
   * @param {string} name
   * @param {Uint8Array | string} body
   */
  async chooseFile(field, name, body) {
    this.#folder ||= await mkdtemp(join(tmpdir(), 'reading-room-'));
    const file = join(this.#folder, name);
    await writeFile(file, body);
    await field.sendKeys(file);
  }

  /**
   * Writes a text into a field, all at once as one does who pastes it.
   *
   * @param {WebElement} field
   * @param {string} text
   */
  async fill(field, text) {
    await this.evaluate(inpage.fill, /** @type {any} */ (field), text);
  }

  /** What a reader gets who pastes what was copied last, by the keyboard, into a field that is added for that. */
  async paste() {
    /** @type {WebElement} */
    const field = /** @type {any} */ (await this.at('body', (body) => body.appendChild(document.createElement('textarea'))));
    await field.click();
    await field.sendKeys(PASTE, 'v', Key.NULL);
    return await this.evaluate(inpage.takeValue, /** @type {any} */ (field));
  }

  /**
   * Has a function run in the pages that are visited from now on, before their own scripts. It is sent as text.
   *
   * @template {any[]} A
   * @param {(...values: A) => void} script
   * @param {A} values
   */
  runFirst(script, ...values) {
    server.runFirst(script, ...values);
  }

  /** Stops the clock of the page: timers that are set from now on wait for `passTime`. */
  async stopClock() {
    await this.evaluate(inpage.stopClock);
  }

  /**
   * Lets the stopped clock go on for that long.
   *
   * @param {number} milliseconds
   */
  async passTime(milliseconds) {
    await this.evaluate(inpage.passTime, milliseconds);
  }

  /**
   * Waits until something is so.
   *
   * @param {() => Promise<boolean>} isSo
   * @param {string} sentence
   */
  async until(isSo, sentence) {
    await this.driver.wait(() => unlessStale(isSo), PATIENCE, sentence, INTERVAL);
  }

  /**
   * @param {() => Promise<WebElement[]>} find
   * @param {string} sentence
   */
  async #one(find, sentence) {
    let found = /** @type {WebElement[]} */ ([]);
    await this.until(async () => (found = await find()).length === 1, sentence);
    return found[0];
  }

  /**
   * @param {string} text
   * @returns {Promise<WebElement[]>}
   */
  async #allWithText(text) {
    return /** @type {any} */ (await this.all(':not(head, head *, script, style)', inpage.innermostWith, text));
  }
}

/**
 * What is looked at may be replaced meanwhile; then it is looked for again.
 *
 * @param {() => Promise<boolean>} isSo
 */
async function unlessStale(isSo) {
  try {
    return await isSo();
  } catch (error) {
    if (error instanceof errors.StaleElementReferenceError) return false;
    throw error;
  }
}
