/**
 * The bar of controls and the details panel: they come when the text stands, in a script of their own.
 */
import controlsStyle from 'style:controls';
import { adopt, make } from './dom.js';

/** @typedef {import('./source.js').Source} Source */

/**
 * What the element lets its controls use.
 *
 * @typedef {object} Room
 * @property {import('../types/reading-room.d.ts').ReadingRoom} host
 * @property {ShadowRoot} shadow
 * @property {HTMLElement} desk - The box of the document, over which panels open.
 * @property {string} style - The style sheet of the article.
 * @property {() => Source | null} source - Where the document's bytes come from.
 * @property {(type: string, detail: unknown, isCancelable?: boolean) => boolean} announce - Tells everyone around the
 *   element; false if someone has prevented what is announced.
 */

/** For how many milliseconds a control says what it did. */
const ANSWER_STANDS = 2000;

/**
 * Puts the controls into an element whose document stands.
 *
 * @param {Room} room
 */
export function attach(room) {
  const { host, shadow, desk, style } = room;
  adopt(shadow, controlsStyle);
  adopt(shadow, style);
  const details = new Details(room);
  const start = make('slot', { name: 'toolbar-start' });
  const end = make('slot', { name: 'toolbar-end' });
  const copy = copyButton(room, () => citationOf(host.article));
  const bar = make('div', { part: 'toolbar', role: 'group', 'aria-label': 'Document', lang: 'en', dir: 'ltr' });
  bar.append(start, copy, details.button, end);
  desk.append(bar, details.panel);
  const update = () => {
    copy.hidden = !citationOf(host.article);
    bar.hidden = !host.article;
    details.update();
  };
  update();
  return {
    update,
    detach() {
      bar.remove();
      details.panel.remove();
    },
  };
}

/** The details panel: the record in full. Its content is made when it is first opened. */
class Details {
  #room;
  /** The source whose record the panel shows. @type {Source | null} */
  #shown = null;
  #heading = make('h2', { id: 'details-title' }, 'Details');
  #close = make('button', { type: 'button', part: 'close', 'aria-label': 'Close details' }, '×');
  #content = make('div', { part: 'details-content' });

  /** @param {Room} room */
  constructor(room) {
    this.#room = room;
    this.button = make('button', { type: 'button', part: 'details-button', 'aria-expanded': 'false' }, 'Details');
    this.panel = make(
      'section',
      { part: 'details', role: 'region', 'aria-labelledby': 'details-title', tabindex: '-1', lang: 'en', dir: 'ltr' },
      make('div', { part: 'details-head' }, this.#heading, this.#close),
      this.#content,
    );
    this.panel.hidden = true;
    this.button.addEventListener('click', () => this.#set(!room.host.details, true));
    this.#close.addEventListener('click', () => this.#set(false, true));
    this.panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#set(false, true);
    });
  }

  /**
   * Opens or closes it. The focus follows readers who did so themselves, and nobody else.
   *
   * @param {boolean} open
   * @param {boolean} byReader
   */
  #set(open, byReader) {
    const { host, announce } = this.#room;
    if (!announce('toggle', { open }, true)) return;
    host.details = open;
    this.update();
    if (byReader) (open ? this.panel : this.button).focus({ preventScroll: true });
  }

  update() {
    const { host } = this.#room;
    const open = host.details && host.article !== null;
    this.button.setAttribute('aria-expanded', String(open));
    this.panel.hidden = !open;
    const source = this.#room.source();
    if (open && source && source !== this.#shown) this.#fill(source);
  }

  /** @param {Source} source */
  async #fill(source) {
    const { host } = this.#room;
    this.#shown = source;
    this.#content.replaceChildren(make('p', { role: 'status' }, 'Reading the record …'));
    try {
      const { read } = await import('./full.js');
      const reading = await read(source, host);
      const record = reading.details(host.ownerDocument, 3);
      reading.free();
      if (source === this.#shown) this.#content.replaceChildren(record);
      const citation = record.querySelector('.rr-citation');
      citation?.after(copyButton(this.#room, () => citation));
    } catch (reason) {
      if (source !== this.#shown) return;
      this.#shown = null;
      const { message } = /** @type {Error} */ (reason);
      this.#content.replaceChildren(make('p', { role: 'alert' }, message));
    }
  }
}

/** @param {Element | null} article */
function citationOf(article) {
  return article?.querySelector('.rr-citation') ?? null;
}

/**
 * A button that copies the archive's own citation, word for word, and says so for a while.
 *
 * @param {Room} room
 * @param {() => Element | null} citation
 */
function copyButton({ announce }, citation) {
  const words = make('span', { 'aria-live': 'polite' }, 'Copy citation');
  const button = make('button', { type: 'button', part: 'copy' }, words);
  const answer = (/** @type {string} */ said) => {
    words.textContent = said;
    setTimeout(() => (words.textContent = 'Copy citation'), ANSWER_STANDS);
  };
  button.addEventListener('click', async () => {
    const element = citation();
    const text = element?.textContent ?? '';
    if (!element || !announce('copy', { text }, true)) return;
    try {
      await navigator.clipboard.writeText(text);
      answer('Copied');
    } catch {
      // A page that came over an insecure line has no clipboard.
      getSelection()?.selectAllChildren(element);
      answer('Selected: now copy it');
    }
  });
  return button;
}
