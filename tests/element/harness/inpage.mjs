/**
 * What runs in the page. Each function is sent there as text: it can use its arguments, and nothing of this file.
 *
 * The server puts `watch` and `bringClock`, and what a test asks for, before every other script; the rest is called by
 * `Page`.
 */

/**
 * What these scripts leave in the page for the harness.
 *
 * @typedef {object} Suite
 * @property {(address: string) => Promise<any>} load - Imports a module as a script of the page does: what a driver runs
 *   may stand beside the page, with modules of its own.
 * @property {string[]} lines - What the page has said on its console, and what went wrong in it without being caught.
 * @property {boolean} isThere - Whether the page is all there, and its scripts have run.
 * @property {() => void} stopClock - Stops the clock that timers go by from now on.
 * @property {(milliseconds: number) => void} passTime - Lets the stopped clock go on, and calls what is due by then.
 */

/** @typedef {Window & { suite: Suite, isLeft?: boolean, idle: (milliseconds: number) => void }} SuiteWindow */

/** Writes down everything that whoever has the page's console open would see there as the page's own. */
export function watch() {
  /** @type {string[]} */
  const lines = [];
  const load = (/** @type {string} */ address) => import(address);
  const suite = { lines, load, isThere: false };
  Object.assign(window, { suite });
  document.addEventListener('DOMContentLoaded', () => (suite.isThere = true));
  const talk = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (console));
  for (const [kind, say] of Object.entries(talk)) {
    if (typeof say !== 'function') continue;
    talk[kind] = (/** @type {unknown[]} */ ...words) => {
      lines.push(`console.${kind}: ${words.join(' ')}`);
      return say.apply(console, words);
    };
  }
  window.addEventListener('error', ({ message }) => lines.push(`uncaught: ${message}`));
  window.addEventListener('unhandledrejection', ({ reason }) => lines.push(`unhandled: ${reason}`));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    lines.push(`violation: ${effectiveDirective} ${blockedURI}`),
  );
}

/** A clock that can be stopped: the one that timers go by, since nothing else of time is asked for by what is tested. */
export function bringClock() {
  /** @type {Map<number, { due: number, call: () => void }>} */
  const timers = new Map();
  let [now, last] = [0, 0];
  const setTimer = (/** @type {Function} */ call, delay = 0, /** @type {unknown[]} */ ...words) => {
    timers.set(++last, { due: now + delay, call: () => call(...words) });
    return last;
  };
  const clearTimer = (/** @type {number} */ id) => void timers.delete(id);
  const { suite } = /** @type {SuiteWindow} */ (/** @type {unknown} */ (window));
  suite.stopClock = () => void Object.assign(window, { setTimeout: setTimer, clearTimeout: clearTimer });
  suite.passTime = (milliseconds) => {
    const end = now + milliseconds;
    for (;;) {
      const [next] = [...timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due);
      if (!next) break;
      const [id, { due, call }] = next;
      timers.delete(id);
      now = due;
      call();
    }
    now = end;
  };
}

/**
 * The page has nothing else to do when the test says so with `idle`, and for as many milliseconds as it says; engines that
 * never tell do so as well.
 */
export function holdIdle() {
  /** @type {IdleRequestCallback[]} */
  const waiting = [];
  const idle = (/** @type {number} */ milliseconds) => {
    const end = performance.now() + milliseconds;
    const timeRemaining = () => Math.max(end - performance.now(), 0);
    for (const callback of waiting.splice(0)) callback({ didTimeout: false, timeRemaining });
  };
  Object.assign(window, { idle, requestIdleCallback: (/** @type {IdleRequestCallback} */ it) => waiting.push(it) });
}

/** What the page did until now has been reported when this has been answered, even with its clock stopped. */
export async function takeLines() {
  const { port1, port2 } = new MessageChannel();
  const done = new Promise((resolve) => (port1.onmessage = resolve));
  port2.postMessage('');
  await done;
  const { suite } = /** @type {SuiteWindow} */ (/** @type {unknown} */ (window));
  return suite.lines.splice(0);
}

/**
 * Everything that a selector selects, in open shadow roots as well.
 *
 * @param {string} selector
 */
export function select(selector) {
  /** @type {(root: ParentNode) => Element[]} */
  const find = (root) => {
    const shadows = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? find(shadowRoot) : []));
    return [...root.querySelectorAll(selector), ...shadows];
  };
  return find(document);
}

/** Marks the page that is left. */
export function leave() {
  Object.assign(window, { isLeft: true });
}

/**
 * Whether the next page is there, and its scripts have run.
 *
 * @param {boolean} hasScripts
 */
export function hasCome(hasScripts) {
  const { isLeft, suite } = /** @type {SuiteWindow} */ (/** @type {unknown} */ (window));
  return !isLeft && (hasScripts ? Boolean(suite?.isThere) : document.readyState === 'complete');
}

/**
 * @param {Element[]} found
 * @param {string} selector
 */
export function theOne(found, selector) {
  if (found.length !== 1) throw new Error(`${selector} is there ${found.length} times, not once.`);
  return found[0];
}

/**
 * Those that are not hidden, have this text in them, and are headings of this level if one is given.
 *
 * @param {Element[]} elements
 * @param {number} level
 * @param {string} text
 */
export function notHidden(elements, level, text) {
  const isAtLevel = (/** @type {Element} */ { localName }) => !level || localName === `h${level}`;
  const isRight = (/** @type {Element} */ element) => isAtLevel(element) && element.textContent?.includes(text);
  return elements.filter((element) => isRight(element) && element.checkVisibility({ visibilityProperty: true }));
}

/**
 * The innermost of them with these words in them, however they are spaced.
 *
 * @param {Element[]} elements
 * @param {string} text
 */
export function innermostWith(elements, text) {
  const has = (/** @type {Element} */ { textContent }) => (textContent ?? '').replace(/\s+/g, ' ').includes(text);
  return elements.filter((element) => has(element) && ![...element.children].some(has));
}

/**
 * Whether an element takes a place in the page and is not made invisible.
 *
 * @param {Element} element
 */
export function isShown(element) {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
}

/**
 * @param {HTMLTextAreaElement} field
 * @param {string} text
 */
export function fill(field, text) {
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** @param {HTMLTextAreaElement} field */
export function takeValue(field) {
  field.remove();
  return field.value;
}

export function stopClock() {
  const { suite } = /** @type {SuiteWindow} */ (/** @type {unknown} */ (window));
  suite.stopClock();
}

/** @param {number} milliseconds */
export function passTime(milliseconds) {
  const { suite } = /** @type {SuiteWindow} */ (/** @type {unknown} */ (window));
  suite.passTime(milliseconds);
}

/**
 * @param {HTMLElement[]} labels
 * @param {string} text
 */
export function fieldOf(labels, text) {
  const label = /** @type {HTMLLabelElement | undefined} */ (labels.find(({ textContent }) => textContent?.trim() === text));
  return label?.control;
}
