/**
 * Chromium, told what to do in the DevTools protocol over a pipe, where a zero byte ends a message: no driver between the
 * clock and the page, and no package for it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_FLAGS } from '../../xtask/chromium.mjs';

/** @typedef {import('node:stream').Readable} Readable */
/** @typedef {import('node:stream').Writable} Writable */
/** @typedef {Record<string, any>} Values */

const FLAGS = [
  ...CHROMIUM_FLAGS,
  '--remote-debugging-pipe',
  // A page is where it was asked to be once it has been asked.
  '--disable-smooth-scrolling',
  // The largest process of a page is the page's own.
  '--disable-features=SpareRendererForSitePerProcess',
];

/** How large the window of every page is. */
export const WINDOW = { width: 1000, height: 800 };

/** How long the browser may take to answer, in milliseconds: two thousand pages take minutes to be printed. */
const PATIENCE = 900_000;

export class Chromium {
  /** @type {Map<number, { resolve: (result: Values) => void, reject: (error: Error) => void, method: string }>} */
  #asked = new Map();
  /** @type {Map<string, (values: Values) => void>} */
  #listeners = new Map();
  #number = 0;
  /** @type {import('node:child_process').ChildProcess} */
  #process;
  /** @type {Writable} */
  #pipe;
  #folder;

  /** @param {string} binary */
  static async start(binary) {
    return new Chromium(binary, await mkdtemp(join(tmpdir(), 'reading-room-bench-')));
  }

  /**
   * @param {string} binary
   * @param {string} folder - for what it keeps while it runs
   */
  constructor(binary, folder) {
    this.#folder = folder;
    const stdio = /** @type {const} */ (['ignore', 'ignore', 'ignore', 'pipe', 'pipe']);
    this.#process = spawn(binary, [...FLAGS, `--user-data-dir=${folder}`, 'about:blank'], { stdio: [...stdio] });
    this.#process.once('exit', () => this.#refuseAll('Chromium has ended.'));
    this.#pipe = /** @type {Writable} */ (this.#process.stdio[3]);
    this.#listen(/** @type {Readable} */ (this.#process.stdio[4]));
  }

  /** @param {Readable} pipe */
  #listen(pipe) {
    /** @type {Buffer[]} */
    let pieces = [];
    pipe.on('data', (/** @type {Buffer} */ chunk) => {
      for (let end; (end = chunk.indexOf(0)) >= 0; chunk = chunk.subarray(end + 1)) {
        this.#take(JSON.parse(Buffer.concat([...pieces, chunk.subarray(0, end)]).toString()));
        pieces = [];
      }
      pieces.push(chunk);
    });
  }

  /** @param {Values} message */
  #take({ id, result, error, method, params, sessionId }) {
    if (id === undefined) return this.#listeners.get(`${sessionId} ${method}`)?.(params);
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (error) asked?.reject(new Error(`${asked.method}: ${error.message}`));
    else asked?.resolve(result);
  }

  /** @param {string} why */
  #refuseAll(why) {
    for (const { reject } of this.#asked.values()) reject(new Error(why));
    this.#asked.clear();
  }

  /**
   * @param {string} method
   * @param {Values} [params]
   * @param {string} [sessionId]
   * @returns {Promise<Values>}
   */
  send(method, params = {}, sessionId) {
    const id = ++this.#number;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${method} got no answer.`)), PATIENCE);
      const settled = (/** @type {(value: any) => void} */ settle) => (/** @type {any} */ value) => {
        clearTimeout(late);
        settle(value);
      };
      this.#asked.set(id, { resolve: settled(resolve), reject: settled(reject), method });
      this.#pipe.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** A page of its own, which shares nothing with others: no cache, and no process. */
  async page() {
    const { browserContextId } = await this.send('Target.createBrowserContext');
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', browserContextId, ...WINDOW });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    /** @type {Page['on']} */
    const on = (method, listener) => void this.#listeners.set(`${sessionId} ${method}`, listener);
    const close = async () => void (await this.send('Target.disposeBrowserContext', { browserContextId }));
    const permissions = ['clipboardReadWrite', 'clipboardSanitizedWrite'];
    await this.send('Browser.grantPermissions', { permissions, browserContextId });
    return new Page((method, params) => this.send(method, params, sessionId), on, close);
  }

  async version() {
    return (await this.send('Browser.getVersion')).product;
  }

  async end() {
    const ended = once(this.#process, 'exit');
    this.send('Browser.close').catch(() => {});
    await ended;
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export class Page {
  /**
   * @param {(method: string, params?: Values) => Promise<Values>} send
   * @param {(method: string, listener: (params: Values) => void) => void} on
   * @param {() => Promise<void>} close
   */
  constructor(send, on, close) {
    this.send = send;
    this.on = on;
    this.close = close;
  }

  /**
   * What an expression comes to in the page, once it has.
   *
   * @param {string} expression
   */
  async evaluate(expression) {
    const options = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', options);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /**
   * What a function comes to in the page; it sees nothing but what it is given.
   *
   * @template {unknown[]} A
   * @template R
   * @param {(...given: A) => R} run
   * @param {A} given
   * @returns {Promise<Awaited<R>>}
   */
  call(run, ...given) {
    return this.evaluate(`(${run})(...${JSON.stringify(given)})`);
  }

  /**
   * Presses a key, as `End` or `PageUp`, with a command of the editor where it stands for one.
   *
   * @param {string} key
   * @param {string[]} [commands]
   */
  async press(key, commands = []) {
    const windowsVirtualKeyCode = KEYS[key];
    await this.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode, commands });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode });
  }
}

/** @type {Record<string, number>} */
const KEYS = { PageUp: 33, PageDown: 34, End: 35, Home: 36, a: 65, c: 67 };
