/** What a page is watched by, from its first moment on. */

/**
 * What was seen. Times are milliseconds since the page was asked for; what was not seen is 0.
 *
 * @typedef {object} Seen
 * @property {number} paint - the first contentful paint
 * @property {number} screen - text to the foot of the first screen: the end of the frame
 * @property {number} whole - all of the text: the end of the frame
 * @property {number} arrived - what the address leads to stands in view: the end of the frame
 * @property {number} strayed - how far it has moved since, in pixels
 * @property {number[]} tasks - how long each long task has taken, in milliseconds
 * @property {number} shift - the sum of all layout shifts
 * @property {boolean} loaded - the element has fired `load`
 * @property {string[]} errors
 */

/**
 * Runs in the page, before anything else does.
 *
 * @param {string} whole - an expression that is true once all of the text is there
 * @param {string} target - the id that the address leads to; empty if it leads nowhere
 */
export function watch(whole, target) {
  if (window !== top) return;
  /** @type {Seen} */
  const seen = { paint: 0, screen: 0, whole: 0, arrived: 0, strayed: 0, tasks: [], shift: 0, loaded: false, errors: [] };
  const isWhole = new Function(`return ${whole}`);
  const TEXT = 'p, h1, h2, h3, h4, h5, h6, li, td, th, dt, dd, aside, blockquote, cite, header, footer, pre';
  let place = 0;

  observe('longtask', ({ duration }) => seen.tasks.push(duration));
  observe('layout-shift', (/** @type {any} */ { value, hadRecentInput }) => (seen.shift += hadRecentInput ? 0 : value));
  observe('paint', ({ name, startTime }) => name === 'first-contentful-paint' && (seen.paint = startTime));
  // `load` of an element does not bubble, but is seen on its way down; the window alone does not see it.
  document.addEventListener('load', ({ target }) => target instanceof HTMLElement && target.localName === 'reading-room' && (seen.loaded = true), true);
  addEventListener('error', ({ message }) => seen.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => seen.errors.push(String(reason)));

  const ended = new Promise((end) => {
    const look = () => {
      if (!seen.screen && isFilled()) {
        seen.screen = 1;
        afterFrame((time) => {
          seen.screen = time;
          /** @type {any} */ (globalThis).tell?.('screen');
        });
      }
      if (!seen.whole && isWhole()) {
        seen.whole = 1;
        afterFrame((time) => end((seen.whole = time)));
      }
      if (target) follow();
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

  /** Whether there is text in the lowest quarter of the window. */
  function isFilled() {
    const { innerWidth: width, innerHeight: height } = window;
    for (let y = height - 8; y > height * 0.75; y -= 16) {
      for (const x of [width * 0.3, width * 0.5]) {
        const words = document.elementFromPoint(x, y)?.closest(TEXT);
        if (words?.textContent?.trim()) return true;
      }
    }
    return false;
  }

  function follow() {
    const box = document.getElementById(target)?.getBoundingClientRect();
    if (!box) return;
    if (seen.arrived) return void (seen.strayed = Math.max(seen.strayed, Math.abs(box.top - place)));
    if (box.top < -8 || box.top > innerHeight * 0.9) return;
    place = box.top;
    seen.arrived = 1;
    afterFrame((time) => (seen.arrived = time));
  }

  /** Once the frame that is being made has been laid out and painted. @param {(time: number) => void} then */
  function afterFrame(then) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  }

  /**
   * @param {string} type
   * @param {(entry: PerformanceEntry) => void} each
   */
  function observe(type, each) {
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  }

  Object.assign(globalThis, { watched: Object.assign(seen, { ended }) });
}

/** Ends in the page when it has had nothing to do for a while, and nobody else has used the time that it had left. */
export async function idle() {
  for (let calm = 0; calm < 5; ) {
    /** @type {IdleDeadline} */
    const deadline = await new Promise((then) => requestIdleCallback(then, { timeout: 1000 }));
    calm = !deadline.didTimeout && deadline.timeRemaining() > 40 ? calm + 1 : 0;
    await new Promise((then) => setTimeout(then, 50));
  }
}
