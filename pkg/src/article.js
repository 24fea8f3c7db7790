/**
 * An article that is put together while its document is still being read, and the chunks of a long one.
 *
 * A browser lays out what is out of view when it comes into it (`content-visibility`): so a volume stands as soon as a page.
 * What has not been laid out is missing from the accessibility tree, and its height is a guess; therefore all of it is, chunk
 * by chunk, when the page has nothing else to do.
 */
import { Drawing } from './drawing.js';
import { onceIdle, whenIdle } from './when.js';

/** For as long as more of the texts is to come: they have the room that they will need, so that nothing below moves. */
const COMING = 'rr-coming';
/** For as long as a chunk is laid out only in view. */
const LAZY = 'rr-lazy';
/** For how many milliseconds chunks are laid out in one go, about: what comes of it has to be painted in the same time. */
const TURN = 24;
/** How many letters a chunk has, from which the style sheet guesses its height. */
const SIZE = '--_letters';

/** Safari and its kin alone do not tell when they are idle. */
const IS_WEBKIT = !('requestIdleCallback' in globalThis);

export class Article {
  /** The article, as soon as something of it is there. @type {HTMLElement | null} */
  element = null;
  /** @type {Element | null} */
  #texts = null;
  /** Addresses in the article that lead nowhere. @type {Set<string | null>} */
  #dead = new Set();
  /** @type {HTMLElement[]} */
  #chunks = [];
  /** The texts whose direction is set for as long as more of them is to come. @type {Element[]} */
  #directed = [];
  #drawing;

  /** @param {Document} page */
  constructor(page) {
    this.#drawing = new Drawing(page, (node) => this.#take(node), (chunk, size) => this.#gather(chunk, size));
  }

  /** @param {import('./drawing.js').Script} script */
  draw(script) {
    this.#drawing.draw(script);
    if (IS_WEBKIT) this.#direct(this.#chunks.at(-1)?.closest('.rr-text[dir=auto]'));
  }

  /**
   * Sets the direction that a text has by its first chunk. As long as it is `auto`, WebKit looks through the whole text again
   * for every node that comes into it; elsewhere it costs nothing, and to change it costs the style of all that stands.
   *
   * @param {Element | null} [text]
   */
  #direct(text) {
    if (!text) return;
    text.setAttribute('dir', text.matches(':dir(rtl)') ? 'rtl' : 'ltr');
    this.#directed.push(text);
  }

  /** @param {HTMLElement | Text} node */
  #take(node) {
    if (node instanceof Text) this.#texts?.append(node);
    else if (node.localName === 'a') this.#dead.add(node.getAttribute('href'));
    else if (node.localName !== 'article') this.#texts?.append(node);
    else if (this.element) this.#renew(node);
    else {
      this.element = node;
      this.#texts = node.querySelector('.rr-texts');
      this.#texts?.classList.add(COMING);
    }
  }

  /**
   * What stands around the texts has changed while they were read.
   *
   * @param {HTMLElement} fresh
   */
  #renew(fresh) {
    const around = [...(this.#texts?.parentNode?.children ?? [])];
    for (const part of around) if (part !== this.#texts) part.remove();
    let place = 'before';
    for (const part of [...fresh.children]) {
      if (part.matches('.rr-texts')) place = 'after';
      else if (place === 'before') this.#texts?.before(part);
      else this.#texts?.after(part);
    }
  }

  /** The texts whose language nobody has said. */
  get silent() {
    return /** @type {HTMLElement[]} */ ([...(this.#texts?.children ?? [])]).filter((text) => !text.lang);
  }

  /** All has been written. */
  end() {
    this.#texts?.classList.remove(COMING);
    for (const text of this.#directed) if (!text.matches('.rr-detected')) text.setAttribute('dir', 'auto');
    if (!this.#dead.size) return;
    for (const link of this.#texts?.querySelectorAll('a[href^="#"]') ?? []) {
      if (this.#dead.has(link.getAttribute('href'))) link.removeAttribute('href');
    }
  }

  /**
   * @param {HTMLElement} chunk
   * @param {number} size
   */
  #gather(chunk, size) {
    chunk.classList.add(LAZY);
    chunk.style.setProperty(SIZE, String(size));
    this.#chunks.push(chunk);
  }

  /**
   * Has every chunk laid out, in the order of the text, in what time the page has left; at once when a reader copies from it,
   * because Firefox copies only what is laid out.
   *
   * @param {AbortSignal} signal
   */
  layOut(signal) {
    const chunks = this.#chunks.values();
    /** Lays out so many chunks; false if none is left. @param {number} count */
    const next = (count) => {
      let last;
      for (let chunk; count > 0 && (chunk = chunks.next().value) && !signal.aborted; count--) {
        chunk.classList.remove(LAZY);
        chunk.style.removeProperty(SIZE);
        // A style that is set by a script becomes an attribute when it is asked for.
        if (chunk.hasAttribute('style')) chunk.removeAttribute('style');
        last = chunk;
      }
      // Laid out now, within the time that is left, and not with the next frame; all of them in one go, because everything
      // around them is looked at each time.
      last?.getBoundingClientRect();
      return last;
    };
    const all = () => void next(Infinity);
    /** How many milliseconds a chunk takes, about. */
    let each = TURN;
    const some = (/** @type {IdleDeadline | undefined} */ deadline) => {
      let now = performance.now();
      const end = now + Math.min(deadline?.timeRemaining() ?? 0, TURN);
      do {
        const start = now;
        const count = Math.max(1, Math.floor((end - start) / each / 2));
        if (!next(count)) return document.removeEventListener('copy', all);
        now = performance.now();
        each = Math.max((now - start) / count, each / 2);
      } while (now + each < end);
      ask();
    };
    const ask = () => onceIdle(some);
    if (!this.#chunks.length) return;
    document.addEventListener('copy', all);
    whenIdle(ask, signal);
  }
}
