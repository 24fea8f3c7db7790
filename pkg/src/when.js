/**
 * When a document is asked for: those near the view at once, the others when the page has nothing else to do, because
 * find in page, printing and search engines need them all.
 */

/** How many heights of the window an element may be away and count as near. */
const NEAR = 1;
/** How long the page may be busy, in milliseconds, before a document that nobody sees is asked for all the same. */
const PATIENCE = 10_000;

/**
 * Calls back once the element's document is wanted; at once, if it is by now. Gives what calls that off.
 *
 * @param {Element} element
 * @param {string} loading `eager`: now; `lazy`: when the element comes near the view; else that, or when the page is idle
 * @param {() => void} begin
 * @returns {() => void}
 */
export function whenWanted(element, loading, begin) {
  if (loading === 'eager' || isNear(element)) {
    begin();
    return () => {};
  }
  const stop = () => {
    observer.disconnect();
    idle.abort();
  };
  const start = () => {
    stop();
    begin();
  };
  const idle = new AbortController();
  const margin = `${NEAR * 100}% 0px`;
  const observer = new IntersectionObserver((seen) => seen.some((it) => it.isIntersecting) && start(), { rootMargin: margin });
  observer.observe(element);
  if (loading !== 'lazy') whenIdle(start, idle.signal);
  return stop;
}

/** @param {Element} element */
function isNear(element) {
  const { top, bottom, width } = element.getBoundingClientRect();
  const { innerHeight } = window;
  // What is not displayed has no width; a document of no height is one that has not come.
  return width > 0 && bottom > -NEAR * innerHeight && top < (1 + NEAR) * innerHeight;
}

/**
 * Calls back when the page has loaded and has nothing else to do.
 *
 * @param {() => void} callback
 * @param {AbortSignal} signal
 */
export function whenIdle(callback, signal) {
  const ask = () => {
    if (signal.aborted) return;
    onceIdle(() => signal.aborted || callback(), 200, { timeout: PATIENCE });
  };
  if (document.readyState === 'complete') ask();
  else window.addEventListener('load', ask, { once: true, signal });
}

/**
 * Calls back when the page has nothing else to do.
 *
 * @param {(deadline?: IdleDeadline) => void} callback
 * @param {number} [otherwise] after how many milliseconds where the browser does not tell: Safari
 * @param {IdleRequestOptions} [options]
 */
export function onceIdle(callback, otherwise = 20, options) {
  if ('requestIdleCallback' in window) requestIdleCallback(callback, options);
  else setTimeout(callback, otherwise);
}

/** For how many milliseconds the page is kept from everything else, at most. */
const TURN = 8;

/**
 * After how many milliseconds the page shows what has come. It would not by itself as long as there is something to do, and
 * what has come in all that time it would lay out in one go.
 */
const FRAME = 32;

/** Settles in a task of its own, sooner than a timer. */
function message() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}

/** Work that lets the page have its turn. */
export class Turns {
  /** How often the page has shown what there was. */
  frames = 0;
  #start = performance.now();
  #lastFrame = this.#start;

  /** Lets the page do what it has to, if it has waited, and show what there is, if it has not for a while. */
  async pass() {
    const now = performance.now();
    if (now - this.#start < TURN) return;
    if (now - this.#lastFrame > FRAME) return this.frame();
    // @ts-ignore Not every browser has it.
    await (globalThis.scheduler?.yield?.() ?? message());
    this.#start = performance.now();
  }

  /** Lets the page show what there is. One that nobody sees shows nothing. */
  async frame() {
    await new Promise((resolve) => {
      requestAnimationFrame(() => message().then(resolve));
      setTimeout(resolve, 100);
    });
    this.#start = this.#lastFrame = performance.now();
    this.frames++;
  }
}
