/**
 * The custom element `<reading-room>`: it opens an archival document and puts it into the page.
 *
 * The document is read, and its article made, by the WebAssembly core. This file tells what the page asked for last from
 * what it asked for before, puts the article where it belongs, and says what went wrong.
 * Where there is no DOM, importing it does nothing. `custom-elements.json` documents the element for its users.
 */
import hostStyle from 'style:host';
import articleStyle from 'style:article';
import { Article } from './article.js';
import { release } from './chunks.js';
import { use } from './cores.js';
import { adopt, make } from './dom.js';
import { Drawing } from './drawing.js';
import { asFailure, because, cannotLoad, check, failure } from './failure.js';
import { detection, first, module } from './first-modules.js';
import { Instances, isTrap } from './instances.js';
import { loadStructure, structure } from './sheets.js';
import { Source, decoded, resolve } from './source.js';
import { Status } from './status.js';
import { Turns, whenIdle, whenWanted } from './when.js';

/** After how many frames a text is one of which much is to come. */
const FEW = 8;

/** @typedef {Awaited<ReturnType<typeof first.record.get>> & import('./cores.js').Unpacking} Core */
/** @typedef {import('../types/reading-room.d.ts').Failure} Failure */
/** @typedef {import('../types/reading-room.d.ts').Inspection} Inspection */
/** @typedef {import('../types/reading-room.d.ts').Openable} Openable */

/** Where the page keeps the document that is written into the tag. */
const INLINE = ':scope > script:is([type="text/plain"], [type$="markdown"], [type$="xml"]), :scope > pre';

/** An article that was rendered ahead of time, or stands in a copy of an element. */
const STANDING = ':scope > article.rr[slot="document"]';

/** How many bytes are read in one go. */
const PIECE = 64 << 10;

/** An empty article that a framework renders, and gives to the element to fill. */
const FRAME = ':scope > article[data-frame]';

const ABORTED = 'Another document was opened, or the element was taken out of the page.';

/** The properties that a page may have set before it knew the element. */
const PROPERTIES = /** @type {const} */ (['src', 'format', 'loading', 'headingLevel', 'idPrefix', 'theme', 'isolated', 'details']);

const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** An archival document in the page: its text, its record, where it comes from and how to cite it. */
export class ReadingRoom extends Base {
  static observedAttributes = ['src', 'format', 'loading', 'heading-level', 'prefix', 'id-prefix', 'lang', 'theme', 'isolated', 'details'];

  static get module() {
    return module.record;
  }

  static set module(address) {
    module.record = new URL(address, document.baseURI).href;
  }

  static get teiModule() {
    return module.tei;
  }

  static set teiModule(address) {
    module.tei = new URL(address, document.baseURI).href;
  }

  #status = new Status();
  // What was rendered ahead of time has one.
  #shadow = this.attachInternals().shadowRoot ?? furnished(this.attachShadow({ mode: 'open' }));
  #desk = /** @type {HTMLElement} */ (this.#shadow.querySelector('.desk'));
  /** Sees the page write the document into the tag, and others take the article away. */
  #observer = new MutationObserver(() => this.#schedule());
  #isScheduled = false;
  #isSrcNew = false;

  /** What is to be opened, is being opened, or stands in the page. @type {Source | null} */
  #source = null;
  /** The opening of it; null before it has begun, and after it was given up. @type {AbortController | null} */
  #opening = null;
  /** Calls off the wait for the element to come near the view. @type {(() => void) | null} */
  #waiting = null;
  /** @type {Failure | null} */
  #error = null;
  /** Settles `#ready`; null when that is done. @type {{ resolve: (element: ReadingRoom) => void, reject: (error: Failure) => void } | null} */
  #settle = null;
  #ready = this.#awaitNext();

  /** @type {HTMLElement | null} */
  #article = null;
  /** The article that was made last, and what made it, once it is all there. @type {HTMLElement | null} */
  #shown = null;
  /** @type {Article | null} */
  #opened = null;
  /** The style sheet of its form, if that has one of its own. @type {string | undefined} */
  #style;
  /** The part of the page's address that the reader has been led to. */
  #sought = '';
  /** How far down in the page the reader was when the document was asked for. */
  #startedAt = 0;
  /** How the article was asked for, as one string. */
  #asked = '';
  #ids = '';
  /** @type {ReturnType<typeof import('./controls.js').attach> | null} */
  #controls = null;
  /** What tells languages, once it was asked for. @type {Promise<ReturnType<typeof import('./detection.js').detection> | undefined> | undefined} */
  #detecting;
  #isControlling = false;

  constructor() {
    super();
    // First of all: without it the lines below would move what stands.
    adopt(this.#shadow, hostStyle);
    this.#shadow.prepend(...this.#status.parts);
  }

  // What the page can use is described in custom-elements.json.

  get src() {
    const src = this.getAttribute('src') ?? '';
    return (src && resolve(src, this.baseURI)?.href) || src;
  }

  set src(value) {
    reflect(this, 'src', value);
  }

  get format() {
    return this.#oneOf('format', ['auto', 'record', 'plain', 'tei', 'html', 'markdown']);
  }

  set format(value) {
    reflect(this, 'format', value);
  }

  get loading() {
    return this.#oneOf('loading', ['auto', 'eager', 'lazy']);
  }

  set loading(value) {
    reflect(this, 'loading', value);
  }

  get headingLevel() {
    const level = this.getAttribute('heading-level')?.trim() ?? '';
    return /^[1-6]$/.test(level) ? Number(level) : 2;
  }

  set headingLevel(value) {
    reflect(this, 'heading-level', value);
  }

  // Every element has a read-only property `prefix`, which frameworks would set: they use the attribute's other name.
  get idPrefix() {
    return this.getAttribute('prefix') ?? this.getAttribute('id-prefix') ?? '';
  }

  set idPrefix(value) {
    reflect(this, 'prefix', value);
  }

  get theme() {
    return this.#oneOf('theme', ['auto', 'light', 'dark', 'page']);
  }

  set theme(value) {
    reflect(this, 'theme', value);
  }

  get isolated() {
    return this.hasAttribute('isolated');
  }

  set isolated(value) {
    this.toggleAttribute('isolated', Boolean(value));
  }

  get details() {
    return this.hasAttribute('details');
  }

  set details(value) {
    this.toggleAttribute('details', Boolean(value));
  }

  get ready() {
    return this.#ready;
  }

  get error() {
    return this.#error;
  }

  get article() {
    return this.#article;
  }

  /** @returns {Promise<Inspection | null>} */
  async inspect() {
    // What the page has just set, and what is on its way, comes first.
    if (this.#isScheduled) await null;
    if (this.#opening && this.#settle) await this.#ready.catch(() => {});
    const source = this.#source;
    if (!source || this.#error) return null;
    const reading = await this.#readInFull(source);
    const inspection = /** @type {Inspection} */ (/** @type {unknown} */ (reading.inspect()));
    reading.free();
    return inspection;
  }

  /** @param {Openable} document */
  open(document) {
    const source = Source.of(document);
    if (!source) return asFailure(because('not-openable'), '').then((error) => Promise.reject(error));
    this.#isSrcNew = false;
    return this.#open(source);
  }

  connectedCallback() {
    // What the page set before it knew the element is for the setters.
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    this.#schedule();
  }

  connectedMoveCallback() {
    this.#schedule();
  }

  disconnectedCallback() {
    // An element that was only moved is in the page again by then.
    queueMicrotask(() => this.isConnected || this.#close());
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    // The same address once more asks for another try, where one is needed.
    if (name === 'src' && (before !== now || this.#error)) this.#isSrcNew = true;
    if (name === 'loading' && before !== now) this.#stopWaiting();
    this.#schedule();
  }

  /**
   * @param {string} name
   * @param {string[]} values the first is the one without the attribute, and with any other value
   */
  #oneOf(name, values) {
    const value = this.getAttribute(name)?.trim().toLowerCase() ?? '';
    return values.includes(value) ? value : values[0];
  }

  /** What changes within one task is looked at once, at its end. */
  #schedule = () => {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      // In a document without a window nothing is seen.
      if (this.isConnected && this.ownerDocument.defaultView) this.#update();
    });
  };

  #update() {
    if (this.#isSrcNew) this.#forget();
    this.#dress();
    if (this.#opening) return this.#keep();
    if (this.#waiting || this.#adopt()) return;
    this.#source ??= this.#find();
    if (!this.#source) return this.#showFallback(null);
    const source = this.#source;
    this.#waiting = whenWanted(this, this.loading, () => this.#open(source));
    // What was wanted at once is not waited for.
    if (this.#opening) this.#waiting = null;
  }

  /** The article is there, and as the page asks for it. */
  #keep() {
    const article = this.#article;
    // What is on its way will be looked at when it stands.
    if (!article || this.#settle) return;
    if (this.#source && this.#asked !== this.#wishes()) return void this.#open(this.#source);
    if (!this.isolated && article.parentNode !== this) this.#place(article);
    // A framework has emptied the article that it owns.
    if (this.#source && !this.#article?.hasChildNodes()) return void this.#open(this.#source);
    this.#watch();
    this.#control();
  }

  /** The document that the page names or holds; null while there is none. */
  #find() {
    const src = this.getAttribute('src');
    if (src) return Source.at(src, this.baseURI, (url) => this.#announce('request', { url }, true));
    const { ownerDocument } = this;
    if (ownerDocument.readyState === 'loading') {
      // What is in the tag may have come in part.
      ownerDocument.addEventListener('DOMContentLoaded', this.#schedule, { once: true });
      return null;
    }
    const holder = [...this.querySelectorAll(INLINE)].find((element) => element.textContent?.trim());
    if (holder) return Source.of(holder.textContent ?? '', holder.getAttribute('type') ?? '');
    this.#observer.observe(this, { childList: true, characterData: true, subtree: true });
    return null;
  }

  /**
   * Takes over an article that stands: the document is asked for only when something needs it. One whose ids another
   * element has too is a copy, which would lead readers to the other's notes.
   */
  #adopt() {
    const article = /** @type {HTMLElement | null} */ (this.querySelector(STANDING));
    if (this.#article || !article || this.isolated) return false;
    const named = article.querySelector('[id]');
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    if (named && root.getElementById(named.id) !== named) return false;
    this.#source = this.#find();
    this.#opening = new AbortController();
    this.#article = article;
    this.#asked = this.#wishes();
    this.#ids = named?.id.replace(/-(note|ref)-[^-]*$/, '') ?? '';
    // Safari forgets where it was to go when what stands there is laid out anew.
    this.#seek();
    this.#stands();
    return true;
  }

  /** @param {Source} source */
  #open(source) {
    this.#waiting = null;
    const standing = this.#run(source);
    // The element says what went wrong; a page that does not ask need not hear it again from the console.
    standing.catch(() => {});
    return standing;
  }

  /** @param {Source} source */
  async #run(source) {
    const opening = this.#begin(source);
    // The requests go out before the page hears of them.
    const standing = this.#stand(source, opening.signal);
    this.dispatchEvent(new Event('loadstart'));
    try {
      await standing;
      opening.signal.throwIfAborted();
    } catch (reason) {
      const error = opening.signal.aborted ? null : await asFailure(reason, source.place);
      if (!error || opening.signal.aborted) throw failure('aborted', ABORTED, reason);
      opening.abort();
      throw this.#fail(error);
    }
    this.#stands();
    return this;
  }

  /** @param {Source} source */
  #begin(source) {
    this.#opening?.abort();
    this.#stopWaiting();
    this.#observer.disconnect();
    if (!this.#settle) this.#ready = this.#awaitNext();
    this.#source = source;
    this.#error = null;
    this.#startedAt = scrollY;
    this.#status.wait(source);
    return (this.#opening = new AbortController());
  }

  /**
   * Puts a document into the page.
   *
   * @param {Source} source
   * @param {AbortSignal} signal
   */
  async #stand(source, signal) {
    /** @type {Promise<void> | undefined} */
    let started;
    const start = () => (started ??= source.start(signal));
    for (let isLast = false; ; isLast = true) {
      try {
        return await use(first, source, this.format, start, (core) => this.#read(core, source, signal));
      } catch (error) {
        // Nothing in a module that broke down can be relied on; the document gets one try in a fresh one.
        if (!isTrap(error)) throw error;
        if (!isLast) continue;
        console.error(`reading-room: ${source.place || 'a document'} broke the reader.`, error);
        throw error;
      }
    }
  }

  /**
   * @param {Core} core
   * @param {Source} source
   * @param {AbortSignal} signal
   */
  async #read(core, source, signal) {
    this.#asked = this.#wishes();
    this.#ids = this.#freePrefix();
    const reader = new core.Reader(
      source.charset,
      source.told(this.format),
      source.part,
      this.headingLevel,
      this.#ids,
      this.lang,
    );
    this.#style = core.style;
    const article = new Article(this.ownerDocument);
    const turns = new Turns();
    const write = async (/** @type {boolean} */ isEnd) => {
      for (let isLeft = true; isLeft; ) {
        isLeft = reader.write();
        article.draw(reader);
        await this.#show(article, turns, signal, isEnd && !isLeft);
      }
    };
    let isSound = true;
    try {
      const pieces = source.pieces(PIECE, signal);
      for await (const piece of core.unpacked?.(pieces) ?? pieces) {
        check(reader.feed(piece));
        await write(false);
      }
      signal.throwIfAborted();
      check(reader.end());
      await write(true);
    } catch (error) {
      isSound = !isTrap(error);
      throw error;
    } finally {
      // A module that broke down can be asked for nothing.
      if (isSound) reader.free();
    }
    article.end();
    source.putAway();
    this.#opened = article;
  }

  /**
   * Shows what is there of an article, and lets the page have its turn.
   *
   * @param {Article} article
   * @param {Turns} turns
   * @param {AbortSignal} signal
   * @param {boolean} isAll whether all of it is there
   */
  async #show(article, turns, signal, isAll) {
    const { element } = article;
    if (element && element !== this.#shown) {
      if (isStructured(element) && !this.#style) await loadStructure();
      signal.throwIfAborted();
      this.#shown = element;
      this.#place(element);
      this.#dress();
      // A line above the text would move it.
      this.#status.rest();
      if (!isAll) await turns.frame();
    }
    this.#seek();
    if (!isAll) {
      // What comes in a few frames is there before that could be.
      if (turns.frames > FEW) void this.#tell(article, false);
      await turns.pass();
    }
    signal.throwIfAborted();
  }

  /**
   * Goes to the place that the page's address names, as the browser would have if it had been there: once, and not if the
   * reader has gone somewhere else meanwhile.
   */
  #seek() {
    const { hash } = location;
    if (hash === this.#sought || !this.#article) return;
    const root = /** @type {Document | ShadowRoot} */ (this.#article.getRootNode());
    const target = root.getElementById(decoded(hash.slice(1)));
    if (!target || !this.#article.contains(target)) return;
    this.#sought = hash;
    if (scrollY === this.#startedAt) target.scrollIntoView();
  }

  /** @param {Source} source */
  async #readInFull(source) {
    const { full, read } = await import('./full.js');
    return read(use, asFailure, full(Instances), source, { format: this.format });
  }

  /**
   * Puts the article where the page wants it, in place of the one that stands.
   *
   * @param {HTMLElement} article
   */
  #place(article) {
    const old = this.#article ?? /** @type {HTMLElement | null} */ (this.querySelector(STANDING));
    const frame = /** @type {HTMLElement | null} */ (this.isolated ? null : this.querySelector(FRAME));
    const home = this.isolated ? this.#desk : this;
    this.#article = frame ?? article;
    if (frame) fill(frame, article);
    else home.insertBefore(article, old?.parentNode === home ? old : null);
    if (old !== this.#article) discard(old);
  }

  /** The document stands. */
  #stands() {
    this.#status.rest();
    this.#dress();
    this.#watch();
    this.#settle?.resolve(this);
    this.#settle = null;
    this.dispatchEvent(new Event('load'));
    this.#announce('load', { url: this.#source?.url ?? '' });
    // The page may wish something else by now; then the controls come.
    this.#schedule();
    const { signal } = this.#opening ?? {};
    if (signal && this.#opened) void this.#finish(this.#opened, signal);
  }

  /**
   * Does what can wait until the text stands: has it say its language if nobody does, and be laid out.
   *
   * @param {Article} article
   * @param {AbortSignal} signal
   */
  async #finish(article, signal) {
    await this.#tell(article, true);
    const { chunks } = article;
    if (!chunks.length) return;
    // Firefox copies only what is laid out.
    document.addEventListener('copy', () => chunks.forEach(release), { signal });
    const layOut = () => import('./controls.js').then((controls) => controls.layOut(chunks, signal));
    whenIdle(() => void layOut().catch(cannotLoad('what lays out its text')), signal);
  }

  /**
   * Has texts say their language if nobody does. Before more of a text comes, and before it is laid out: afterwards all of
   * that would be done again.
   *
   * @param {Article} article
   * @param {boolean} isAll whether all of it is there
   */
  async #tell(article, isAll) {
    const { silent } = article;
    if (!silent.length || !detection) return;
    this.#detecting ??= detection().catch(cannotLoad('its languages'));
    await (await this.#detecting)?.tell(silent, this.#source, isAll);
  }

  /** Sees others take the article away, or what is in it. */
  #watch() {
    for (const node of [this, this.#article]) if (node) this.#observer.observe(node, { childList: true });
  }

  /** The controls come when the text stands and the page is idle, or when they are asked for. */
  #control() {
    const signal = this.#opening?.signal;
    if (this.#controls) return this.#controls.update();
    if (!signal || this.#isControlling) return;
    this.#isControlling = true;
    const load = async () => {
      const { attach } = await import('./controls.js');
      this.#isControlling = false;
      if (signal.aborted || !this.isConnected) return;
      this.#controls = attach({
        host: this,
        shadow: this.#shadow,
        desk: this.#desk,
        style: articleStyle,
        make,
        draw,
        adopt,
        source: () => this.#source,
        read: (source) => this.#readInFull(source),
        announce: (type, detail, isCancelable) => this.#announce(type, detail, isCancelable),
      });
    };
    const start = () => void load().catch(cannotLoad('its controls'));
    if (this.details) start();
    else {
      signal.addEventListener('abort', () => (this.#isControlling = false));
      whenIdle(start, signal);
    }
  }

  /** @param {Failure} error */
  #fail(error) {
    this.#showFallback(error);
    this.#settle?.reject(error);
    this.#settle = null;
    this.dispatchEvent(new Event('error'));
    this.#announce('error', { error });
    return error;
  }

  /** @param {Failure | null} error */
  #showFallback(error) {
    this.#status.rest(error?.message ?? '');
    this.#error = error;
    // A core that broke down takes nothing from readers that they had.
    if (error?.code === 'internal' && this.#article) return;
    discard(this.#article);
    this.#article = null;
    this.#controls?.update();
  }

  /** Ends what is under way: the element has left the page. What stands in it stays. */
  #close() {
    this.#stopWaiting();
    this.#observer.disconnect();
    this.#controls?.detach();
    this.#controls = null;
    if (!this.#settle) return;
    this.#opening?.abort();
    this.#opening = null;
    this.#status.rest();
  }

  /** Ends what is under way: the page names something else. */
  #forget() {
    this.#isSrcNew = false;
    this.#stopWaiting();
    this.#opening?.abort();
    this.#opening = null;
    this.#source = null;
  }

  #stopWaiting() {
    this.#waiting?.();
    this.#waiting = null;
  }

  /** What the page wishes of the article. */
  #wishes() {
    return [this.headingLevel, this.idPrefix, this.lang, this.format, this.isolated].join('\n');
  }

  /** What the ids in the article begin with; with a number if another element of this page has that. */
  #freePrefix() {
    const rooms = this.#rooms();
    const taken = new Set(rooms.map((room) => room !== this && room.#ids));
    const name = this.#wantedPrefix();
    // Numbers follow the order of the page, not the order in which documents come.
    const alike = rooms.filter((room) => room === this || room.#wantedPrefix() === name);
    for (let number = Math.max(alike.indexOf(this), 0) + 1; ; number++) {
      const prefix = number === 1 ? name : `${name}-${number}`;
      if (!taken.has(prefix)) return prefix;
    }
  }

  /** The elements of this page that share its ids. */
  #rooms() {
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    return [...root.querySelectorAll(this.localName)].filter((it) => it instanceof ReadingRoom);
  }

  /** What the page says, the element's own id, or the file's name. */
  #wantedPrefix() {
    const name = this.#source?.name.replace(/\.[^.]*$/, '') ?? '';
    return asId(this.idPrefix) || asId(this.id) || asId(name) || 'document';
  }

  /** Puts on the style sheets, which belong to the document and the root that the element stands in. */
  #dress() {
    adopt(this.#shadow, hostStyle);
    const article = this.#article;
    if (!article || !this.isConnected) return;
    const root = this.isolated ? this.#shadow : /** @type {Document | ShadowRoot} */ (this.getRootNode());
    // Both or none: where the page has them already, one of them alone would move all that stands.
    // That of TEI has all that the other one has, and is put on behind it.
    const { style = this.#style } = structure;
    if (isStructured(article) && style === undefined) return void loadStructure().then(() => this.#dress());
    adopt(root, articleStyle);
    if (style) adopt(root, style);
    article.classList.toggle('rr-page', this.theme === 'page');
    this.#controls?.update();
  }

  /**
   * Tells everyone around the element; false if someone who may has prevented it.
   *
   * @param {string} type
   * @param {unknown} detail
   * @param {boolean} [cancelable]
   */
  #announce(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(`rr-${type}`, { detail, cancelable, bubbles: true, composed: true }));
  }

  /** @returns {Promise<ReadingRoom>} */
  #awaitNext() {
    const ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    ready.catch(() => {});
    return ready;
  }
}

/**
 * Puts the places of what others bring into a shadow tree: all of them, because for one that comes later Safari lays out
 * anew what stands in the others. `src/render/page.rs` writes the same ahead of time.
 *
 * @param {ShadowRoot} shadow
 */
function furnished(shadow) {
  const slot = (/** @type {string} */ name, /** @type {Node[]} */ ...children) => make('slot', { name }, ...children);
  const bar = make('div', { hidden: '' }, slot('toolbar-start'), slot('toolbar-end'));
  // While nothing is in the slot of the document, the page's own content is shown.
  shadow.append(slot('before'), make('div', { class: 'desk' }, bar, slot('document', make('slot'))), slot('after'));
  return shadow;
}

/**
 * Makes a framework's empty article the document's, or empties it again.
 *
 * @param {HTMLElement} frame
 * @param {HTMLElement | null} article
 */
function fill(frame, article) {
  for (const name of ['slot', 'class', 'lang', 'dir']) reflect(frame, name, article?.getAttribute(name));
  frame.replaceChildren(...(article?.childNodes ?? []));
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
function reflect(element, name, value) {
  if (value == null) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

/**
 * Takes an article away; that of a framework stays, empty.
 *
 * @param {HTMLElement | null} article
 */
function discard(article) {
  if (article?.matches('[data-frame]')) fill(article, null);
  else article?.remove();
}

/**
 * The element that instructions of the core are about.
 *
 * @param {Document} page
 * @param {import('./drawing.js').Script} script
 */
function draw(page, script) {
  /** @type {Node[]} */
  const made = [];
  new Drawing(page, (node) => made.push(node)).draw(script);
  return /** @type {HTMLElement} */ (made[0]);
}

/** @param {string} name */
function asId(name) {
  return name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');
}

/**
 * Whether an article needs the style sheet of texts of many kinds of nodes.
 *
 * @param {Element} article
 */
function isStructured(article) {
  return article.querySelector('.rr-structured') !== null;
}
