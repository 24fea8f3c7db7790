/**
 * The bar of controls and the details panel, and what lays out a long text: they come when the text stands, in a script of
 * their own.
 */
import controlsStyle from 'style:controls';

export { layOut } from './chunks.js';

/** @typedef {import('./source.js').Source} Source */

/**
 * What the element lets its controls use.
 *
 * @typedef {object} Room
 * @property {import('../types/reading-room.d.ts').ReadingRoom} host
 * @property {ShadowRoot} shadow
 * @property {HTMLElement} desk - The box of the document, over which panels open.
 * @property {string} style - The style sheet of the article.
 * @property {typeof import('./dom.js').make} make
 * @property {(page: Document, script: import('./drawing.js').Script) => HTMLElement} draw - Makes what the core has written.
 * @property {typeof import('./dom.js').adopt} adopt
 * @property {() => Source | null} source - Where the document's bytes come from.
 * @property {(source: Source) => Promise<import('../wasm/full.js').Reading>} read - Opens it with the full core.
 * @property {(type: string, detail: unknown, isCancelable?: boolean) => boolean} announce - Tells everyone around the
 *   element; false if someone has prevented what is announced.
 */

/** For how many milliseconds a control says what it did. */
const ANSWER_STANDS = 2000;

/** What the bar is, once there is something in it. */
const BAR = { class: 'rr', part: 'toolbar', role: 'group', 'aria-label': 'Document', lang: 'en', dir: 'ltr' };

/**
 * Puts the controls into an element whose document stands.
 *
 * @param {Room} room
 */
export function attach(room) {
  const { host, shadow, desk, style, make, adopt } = room;
  // The article's rules first: the controls' own win.
  adopt(shadow, style);
  adopt(shadow, controlsStyle);
  const details = new Details(room);
  const copy = copyButton(room, () => citationOf(host.article));
  const bar = /** @type {HTMLElement} */ (desk.firstElementChild);
  for (const [name, value] of Object.entries(BAR)) bar.setAttribute(name, value);
  bar.lastElementChild?.before(copy, details.button);
  // Over the side column, on whichever side the article has it: that does not turn with the page.
  const layer = make('div', { class: 'layer', dir: 'ltr' }, details.panel);
  desk.append(layer);
  const update = () => {
    for (const control of [bar, details.panel]) control.classList.toggle('rr-page', host.theme === 'page');
    copy.hidden = !citationOf(host.article);
    bar.hidden = !host.article;
    details.update();
  };
  update();
  return {
    update,
    detach() {
      bar.hidden = true;
      copy.remove();
      details.button.remove();
      layer.remove();
    },
  };
}

/** The details panel: the record in full. Its content is made when it is first opened. */
class Details {
  #room;
  /** The source whose record the panel shows. @type {Source | null} */
  #shown = null;
  #content;

  /** @param {Room} room */
  constructor(room) {
    this.#room = room;
    const { host, make } = room;
    const close = make('button', { type: 'button', part: 'close', 'aria-label': 'Close details' }, '×');
    // Beside the document's title, whatever level the page gives that.
    const heading = make('h2', { id: 'details-title', 'aria-level': String(host.headingLevel) }, 'Details');
    this.#content = make('div', { part: 'details-content' });
    this.button = make('button', { type: 'button', part: 'details-button' }, 'Details');
    this.panel = make(
      'section',
      { class: 'rr', part: 'details', 'aria-labelledby': 'details-title', tabindex: '-1', lang: 'en', dir: 'ltr' },
      make('div', { part: 'details-head' }, heading, close),
      this.#content,
    );
    this.button.addEventListener('click', () => this.#set(!host.details));
    close.addEventListener('click', () => this.#set(false));
    this.panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#set(false);
    });
  }

  /**
   * Opens or closes it as the reader wishes, and takes the focus along; where the page does so, the focus stays.
   *
   * @param {boolean} open
   */
  #set(open) {
    const { host, announce } = this.#room;
    if (!announce('toggle', { open }, true)) return;
    host.details = open;
    this.update();
    (open ? this.panel : this.button).focus({ preventScroll: true });
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
    const { host, make, draw, read } = this.#room;
    this.#shown = source;
    this.#content.replaceChildren(make('p', { role: 'status' }, 'Reading the record …'));
    try {
      const reading = await read(source);
      const details = reading.details(host.headingLevel);
      const record = draw(host.ownerDocument, details);
      details.free();
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
function copyButton({ announce, make }, citation) {
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
