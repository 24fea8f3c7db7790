/** An article that is put together while its document is still being read. */
import { LAZY, SIZE } from './chunks.js';
import { Drawing } from './drawing.js';

/** For as long as more of the texts is to come: they have the room that they will need, so that nothing below moves. */
const COMING = 'rr-coming';

/** Safari and its kin alone do not tell when they are idle. */
const IS_WEBKIT = !('requestIdleCallback' in globalThis);

export class Article {
  /** The article, as soon as something of it is there. @type {HTMLElement | null} */
  element = null;
  /** @type {Element | null} */
  #texts = null;
  /** Addresses in the article that lead nowhere. @type {Set<string | null>} */
  #dead = new Set();
  /** The chunks of long texts. @type {HTMLElement[]} */
  chunks = [];
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
    if (IS_WEBKIT) this.#direct(this.chunks.at(-1)?.closest('.rr-text[dir=auto]'));
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
    const texts = this.#texts;
    for (const part of [...(texts?.parentNode?.children ?? [])]) if (part !== texts) part.remove();
    const parts = [...fresh.children];
    const place = parts.findIndex((part) => part.matches('.rr-texts'));
    texts?.before(...parts.slice(0, place));
    texts?.after(...parts.slice(place + 1));
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
    this.chunks.push(chunk);
  }
}
