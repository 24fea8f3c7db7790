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
    // Safari has no such callback.
    const request = window.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 200));
    request(() => signal.aborted || callback(), { timeout: PATIENCE });
  };
  if (document.readyState === 'complete') ask();
  else window.addEventListener('load', ask, { once: true, signal });
}

/** For how many milliseconds the page is kept from everything else, at most. */
const TURN = 8;

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
  #start = performance.now();

  /** Lets the page do what it has to, if it has waited. */
  async pass() {
    if (performance.now() - this.#start < TURN) return;
    // @ts-ignore Not every browser has it.
    await (globalThis.scheduler?.yield?.() ?? message());
    this.#start = performance.now();
  }

  /** Lets the page show what there is. One that nobody sees shows nothing. */
  async frame() {
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
      setTimeout(resolve, 100);
    });
    this.#start = performance.now();
  }
}
