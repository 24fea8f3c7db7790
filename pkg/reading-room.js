/**
 * The custom element `<reading-room>`: it opens an archival document and puts it into the page.
 *
 * The document is read, and its article made, by the WebAssembly module in `wasm/`. This file fetches the bytes,
 * tells what the page asked for last from what it asked for before, and says what went wrong.
 * It has no static imports, so that a page asks for its document, the module and the module's glue at once.
 * Where there is no DOM, importing it does nothing.
 */

/** @typedef {typeof import('./wasm/reading_room.js')} Core */
/** @typedef {import('./wasm/reading_room.js').Reading} Reading */
/** @typedef {import('./types.d.ts').Diagnostic} Diagnostic */
/** @typedef {import('./types.d.ts').DocumentRecord} DocumentRecord */
/** @typedef {import('./types.d.ts').Failure} Failure */
/** @typedef {import('./types.d.ts').Inspection} Inspection */
/** @typedef {import('./types.d.ts').Openable} Openable */

const STYLE = `
:host { display: block; container: reading-room / inline-size }
:host([hidden]) { display: none }
p { --_accent: var(--rr-accent, light-dark(#8a2f1c, #e39a7f)); margin: 0; overflow-wrap: anywhere; text-align: start;
  font-family: var(--rr-sans, system-ui, sans-serif); font-size: .875em; line-height: 1.5 }
[part=error]:not(:empty) { margin-block-end: 1em; padding: .6em .9em; border-inline-start: 3px solid var(--_accent) }
[part=status]:not(:empty) { padding-block-end: .6em }
.loading:empty { margin-block-end: -2px }
.loading::before { content: ""; display: block; border-block-start: 2px solid var(--_accent); transform-origin: left }
@media (prefers-reduced-motion: no-preference) { .loading::before { animation: loading 2s ease-out infinite } }
@keyframes loading { from { transform: scaleX(0) } 70% { opacity: 1 } to { opacity: 0 } }
@media print { [part=status] { display: none } }
`;

/** Where the page keeps the document that is written into the tag. */
const INLINE = ':scope > script[type="text/plain"], :scope > pre';

/** After how many milliseconds readers are told in words that something is loading, and after how many again. */
const FIRST_WORD = 1000;
const NEXT_WORD = 5000;

/** What the button under the citation says, and for how many milliseconds it says what it did. */
const COPY = 'Copy citation';
const COPIED = 'Copied';
const SELECTED = 'Selected: now copy it';
const ANSWER_STANDS = 2000;

const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/**
 * An archival document in the page: its text, its record, where it comes from and how to cite it.
 *
 * @element reading-room
 * @attr {string} src - The address of the document.
 * @attr {number} heading-level - The level of the document's title among the page's headings, 1 to 6; 2 if not given.
 * @slot - The page's own content: shown until the document stands, and for good if it cannot be shown. Without `src`,
 *   a `<script type="text/plain">` or a `<pre>` in it is the document.
 * @slot document - The article that the element makes of the document.
 * @fires loadstart - A document is being opened.
 * @fires load - The document stands in the page.
 * @fires error - The document cannot be shown; the property `error` says why.
 * @csspart status - The line, and after a second the words, that tell that a document is loading.
 * @csspart error - The sentence that tells why a document cannot be shown.
 * @cssproperty --rr-accent - The colour of the line, of the edge of the sentence, and of the accents in the article.
 * @cssproperty --rr-sans - The typeface of what is not the document's own text.
 */
export class ReadingRoom extends Base {
  static observedAttributes = ['src', 'heading-level'];

  // What is announced when words come into it stands there, empty, from the start.
  #status = make('p', { part: 'status', role: 'status', lang: 'en', dir: 'ltr' });
  #message = make('p', { part: 'error', role: 'alert', lang: 'en', dir: 'ltr' });
  #shadow = this.attachShadow({ mode: 'open' });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #observer = new MutationObserver(() => this.#schedule());
  #isScheduled = false;
  #isSrcNew = false;

  /** What is to be opened, is being opened, or stands in the page. @type {Source | null} */
  #source = null;
  /** The opening of it; null before it has begun, and after the element has left the page. @type {AbortController | null} */
  #opening = null;
  /** @type {{ reading: Reading, record: DocumentRecord, diagnostics: Diagnostic[] } | null} */
  #opened = null;
  /** @type {Failure | null} */
  #error = null;
  /** Settles `#ready`; null when that is done. @type {{ resolve: (element: ReadingRoom) => void, reject: (error: Failure) => void } | null} */
  #settle = null;
  #ready = this.#awaitNext();

  /** @type {HTMLElement | null} */
  #article = null;
  #articleStyle = '';
  #headingLevel = 0;
  #idPrefix = '';

  constructor() {
    super();
    // While nothing is in the slot of the document, the page's own content is shown.
    const slots = make('slot', { name: 'document' }, make('slot', {}));
    this.#shadow.append(this.#status, this.#message, slots);
  }

  // What the page can use is described in types.d.ts.

  get src() {
    const src = this.getAttribute('src') ?? '';
    return (src && resolve(src, this.baseURI)?.href) || src;
  }

  set src(value) {
    if (value == null) this.removeAttribute('src');
    else this.setAttribute('src', value);
  }

  get headingLevel() {
    const level = this.getAttribute('heading-level')?.trim() ?? '';
    return /^[1-6]$/.test(level) ? Number(level) : 2;
  }

  set headingLevel(value) {
    this.setAttribute('heading-level', String(value));
  }

  get ready() {
    return this.#ready;
  }

  get error() {
    return this.#error;
  }

  get record() {
    return this.#opened?.record ?? null;
  }

  get diagnostics() {
    return this.#opened?.diagnostics ?? [];
  }

  /** @returns {Inspection | null} */
  inspect() {
    return /** @type {Inspection | null} */ (this.#opened?.reading.inspect() ?? null);
  }

  /** @param {Openable} document */
  open(document) {
    const source = Source.of(document);
    if (!source) return Promise.reject(failure('not-openable', NOT_OPENABLE));
    this.#isSrcNew = false;
    return this.#open(source);
  }

  connectedCallback() {
    this.#takeOver('src');
    this.#takeOver('headingLevel');
    this.#schedule();
  }

  connectedMoveCallback() {
    this.#schedule();
  }

  disconnectedCallback() {
    const opening = this.#opening;
    // An element that was only moved is in the page again by then.
    queueMicrotask(() => {
      if (!this.isConnected && this.#opening === opening) this.#close();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    // The same address once more asks for another try, where one is needed.
    if (name === 'src' && (before !== now || this.#error)) this.#isSrcNew = true;
    this.#schedule();
  }

  /**
   * Gives the setter a value that the page set before it knew the element.
   *
   * @param {'src' | 'headingLevel'} name
   */
  #takeOver(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    Reflect.deleteProperty(this, name);
    Object.assign(this, { [name]: value });
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
    this.#dress();
    if (this.#isSrcNew) this.#forget();
    if (this.#opening) return this.#renderAgain();
    this.#source ??= this.#find();
    if (this.#source) this.#open(this.#source);
    else this.#showFallback(null);
  }

  /** The document that the page names or holds; null while there is none. */
  #find() {
    const src = this.getAttribute('src');
    if (src) return Source.at(src, this.baseURI);
    const { ownerDocument } = this;
    if (ownerDocument.readyState === 'loading') {
      // What is in the tag may have come in part.
      ownerDocument.addEventListener('DOMContentLoaded', this.#schedule, { once: true });
      return null;
    }
    const texts = Array.from(this.querySelectorAll(INLINE), (element) => element.textContent ?? '');
    const text = texts.find((text) => text.trim());
    if (text) return Source.of(text);
    this.#observer.observe(this, { childList: true, characterData: true, subtree: true });
    return null;
  }

  /** @param {Source} source */
  #open(source) {
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
      if (opening.signal.aborted) throw failure('aborted', ABORTED, reason);
      opening.abort();
      throw this.#fail(asFailure(reason, source));
    }
    this.#settle?.resolve(this);
    this.#settle = null;
    this.dispatchEvent(new Event('load'));
    return this;
  }

  /** @param {Source} source */
  #begin(source) {
    this.#opening?.abort();
    this.#observer.disconnect();
    if (!this.#settle) this.#ready = this.#awaitNext();
    this.#source = source;
    this.#error = null;
    this.#message.textContent = '';
    this.#wait(source);
    return (this.#opening = new AbortController());
  }

  /**
   * Puts a document into the page.
   *
   * @param {Source} source
   * @param {AbortSignal} signal
   */
  async #stand(source, signal) {
    const started = source.start(signal);
    for (let isLast = false; ; isLast = true) {
      const loading = loadCore();
      const [core] = await Promise.all([loading, started]);
      try {
        return await this.#read(core, source, signal);
      } catch (error) {
        if (!isTrap(error)) throw error;
        // Nothing in a module that broke down can be relied on; the document gets one try in a fresh one.
        dropCore(loading);
        if (isLast) throw error;
      }
    }
  }

  /**
   * @param {Core} core
   * @param {Source} source
   * @param {AbortSignal} signal
   */
  async #read(core, source, signal) {
    const reader = new core.Reader(source.charset);
    try {
      for await (const chunk of source.bytes(signal)) reader.feed(chunk);
      signal.throwIfAborted();
    } catch (error) {
      if (!isTrap(error)) reader.free();
      throw error;
    }
    this.#show(core, reader.finish());
  }

  /**
   * @param {Core} core
   * @param {Reading} reading
   */
  #show(core, reading) {
    this.#idPrefix = this.#freePrefix();
    const { record, diagnostics } = /** @type {{ record: any, diagnostics: Diagnostic[] }} */ (reading);
    this.#render(reading);
    this.#release();
    this.#opened = { reading, record, diagnostics };
    this.#articleStyle = core.style();
    this.#dress();
    this.#rest();
  }

  /** @param {Reading} reading */
  #render(reading) {
    const headingLevel = this.headingLevel;
    const article = reading.render(this.ownerDocument, headingLevel, this.#idPrefix);
    addCopyButton(article);
    // In a copy of the element stands a copy of the article.
    const old = this.#article ?? this.querySelector(':scope > article.rr[slot="document"]');
    if (old?.parentNode === this) old.replaceWith(article);
    else this.append(article);
    this.#article = article;
    this.#headingLevel = headingLevel;
  }

  #renderAgain() {
    const opened = this.#opened;
    if (!opened || this.#headingLevel === this.headingLevel) return;
    try {
      this.#render(opened.reading);
    } catch (error) {
      if (!isTrap(error)) throw error;
      if (this.#source) this.#open(this.#source);
    }
  }

  /** @param {Failure} error */
  #fail(error) {
    this.#showFallback(error);
    this.#settle?.reject(error);
    this.#settle = null;
    this.dispatchEvent(new Event('error'));
    return error;
  }

  /** @param {Failure | null} error */
  #showFallback(error) {
    this.#rest();
    this.#release();
    this.#article?.remove();
    this.#article = null;
    this.#error = error;
    this.#message.textContent = error?.message ?? '';
  }

  /** Ends what is under way and gives back what the module holds; what stands in the page stays. */
  #close() {
    this.#opening?.abort();
    this.#opening = null;
    this.#observer.disconnect();
    this.#rest();
    this.#release();
    this.#idPrefix = '';
  }

  /** Ends what is under way: the page names something else. */
  #forget() {
    this.#isSrcNew = false;
    this.#opening?.abort();
    this.#opening = null;
    this.#source = null;
  }

  #release() {
    try {
      this.#opened?.reading.free();
    } catch (error) {
      // A module that broke down over another document takes nothing back.
      if (!isTrap(error)) throw error;
    }
    this.#opened = null;
  }

  /** What the ids in the article begin with: the element's own id or the file's name, with a number if that is taken. */
  #freePrefix() {
    const root = /** @type {Node & ParentNode} */ (this.getRootNode());
    const rooms = [...root.querySelectorAll(this.localName)].filter((it) => it instanceof ReadingRoom);
    const taken = new Set(rooms.map((room) => room !== this && room.#idPrefix));
    const name = this.#wantedPrefix();
    // Numbers follow the order of the page, not the order in which documents come.
    const alike = rooms.filter((room) => room === this || room.#wantedPrefix() === name);
    for (let number = Math.max(alike.indexOf(this), 0) + 1; ; number++) {
      const prefix = number === 1 ? name : `${name}-${number}`;
      if (!taken.has(prefix)) return prefix;
    }
  }

  #wantedPrefix() {
    const name = this.#source?.name.replace(/\.[^.]*$/, '') ?? '';
    return asId(this.id) || asId(name) || 'document';
  }

  /** Puts on the style sheets, which belong to the document and the root that the element stands in. */
  #dress() {
    const { ownerDocument } = this;
    this.#shadow.adoptedStyleSheets = [sheet(ownerDocument, STYLE)];
    if (!this.#articleStyle || !this.isConnected) return;
    const { adoptedStyleSheets } = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    const style = sheet(ownerDocument, this.#articleStyle);
    if (!adoptedStyleSheets.includes(style)) adoptedStyleSheets.push(style);
  }

  /** @param {Source} source */
  #wait(source) {
    const say = () => {
      const amount = Math.round(source.size / 1000);
      this.#status.textContent = amount ? `Loading the document: ${amount} kB so far.` : 'Loading the document.';
      this.#timer = setTimeout(say, NEXT_WORD);
    };
    this.#rest();
    this.#status.className = 'loading';
    this.#timer = setTimeout(say, FIRST_WORD);
  }

  #rest() {
    clearTimeout(this.#timer);
    this.#status.className = '';
    this.#status.textContent = '';
  }

  /** @returns {Promise<ReadingRoom>} */
  #awaitNext() {
    const ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    ready.catch(() => {});
    return ready;
  }
}

/** Bytes that are to be opened, and what is known of them. They are kept, so that they can be read again. */
class Source {
  #answer;
  /** @type {ReadableStreamDefaultReader<Uint8Array> | undefined} */
  #body;
  /** @type {Uint8Array[]} */
  #chunks = [];
  #isWhole = false;
  /** How many bytes have come. */
  size = 0;
  /** The encoding that was declared. @type {string | undefined} */
  charset;

  /**
   * @param {(signal: AbortSignal) => Response | Promise<Response>} answer
   * @param {string} [name] the name of the file
   * @param {string} [place] what messages call it
   */
  constructor(answer, name = '', place = name) {
    this.#answer = answer;
    this.name = name;
    this.place = place;
  }

  /** @param {Openable} given */
  static of(given) {
    // By name rather than by class: the page may have it from another window.
    const kind = Object.prototype.toString.call(given).slice(8, -1);
    if (kind === 'Response') {
      const response = /** @type {Response} */ (given);
      return new Source(() => checked(response, response.url), fileName(response.url), response.url);
    }
    if (!['String', 'File', 'Blob', 'ArrayBuffer'].includes(kind) && !ArrayBuffer.isView(given)) return null;
    const body = /** @type {BodyInit} */ (given);
    return new Source(() => new Response(body), kind === 'File' ? /** @type {File} */ (given).name : '');
  }

  /**
   * @param {string} src
   * @param {string} base
   */
  static at(src, base) {
    const address = resolve(src, base)?.href;
    if (address) return new Source((signal) => request(address, signal), fileName(address), address);
    return new Source(() => Promise.reject(cannotShow('address', `src="${src}" is not an address. Correct it.`)));
  }

  /**
   * Asks for the bytes, unless they are here.
   *
   * @param {AbortSignal} signal
   */
  async start(signal) {
    if (this.#isWhole) return;
    const response = await this.#answer(signal);
    this.charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(response.headers.get('Content-Type') ?? '')?.[1];
    this.#chunks = [];
    this.size = 0;
    const body = response.body?.getReader();
    this.#body = body;
    this.#isWhole = !body;
    signal.addEventListener('abort', () => body?.cancel().catch(() => {}));
  }

  /**
   * The bytes that have come and those that are to come.
   *
   * @param {AbortSignal} signal
   */
  async *bytes(signal) {
    yield* this.#chunks;
    while (this.#body && !this.#isWhole) {
      const { done, value } = await this.#body.read().catch((reason) => {
        throw cannotShow('network', `${this.place || 'it'} broke off after ${this.size} bytes. Open it again.`, reason);
      });
      // What is cancelled ends as if it were whole.
      signal.throwIfAborted();
      this.#isWhole = done;
      if (!value) continue;
      this.#chunks.push(value);
      this.size += value.length;
      yield value;
    }
  }
}

/** The module that all elements share, from the first that needs it. @type {Promise<Core> | undefined} */
let core;
/** Its code, from which fresh instances are made. @type {Promise<WebAssembly.Module> | undefined} */
let code;
let glueImports = 0;

function loadCore() {
  if (!core) {
    const loading = startCore();
    loading.catch(() => dropCore(loading));
    core = loading;
  }
  return core;
}

/** @param {Promise<Core>} loading */
function dropCore(loading) {
  if (core === loading) core = undefined;
}

async function startCore() {
  code ??= compile();
  code.catch(() => (code = undefined));
  const [glue, module_or_path] = await Promise.all([importGlue(), code]);
  await glue.default({ module_or_path });
  return glue;
}

/** @returns {Promise<Core>} */
function importGlue() {
  const address = new URL('./wasm/reading_room.js', import.meta.url).href;
  // The glue keeps one instance for good, and browsers keep a failed import: what comes after a hash makes another module.
  const glue = glueImports++ ? import(/* @vite-ignore */ `${address}#${glueImports}`) : import('./wasm/reading_room.js');
  return glue.catch((reason) => {
    throw cannotShow('core', `${address} cannot be loaded. ${COPY_FOLDER}`, reason);
  });
}

/** Compiled here rather than by the glue, which waits for no one and complains on the console about a server's media types. */
async function compile() {
  const address = new URL('./wasm/reading_room_bg.wasm', import.meta.url).href;
  const response = await request(address);
  const isDeclared = response.headers.get('Content-Type')?.trim() === 'application/wasm';
  try {
    return await (isDeclared ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  } catch (reason) {
    if (/unsafe-eval|\bCSP\b/.test(String(reason))) throw cannotShow('policy', FORBIDDEN, reason);
    throw cannotShow('core', `${address} is not WebAssembly. ${COPY_FOLDER}`, reason);
  }
}

/** @param {unknown} error */
function isTrap(error) {
  // A stack that overflows leaves a module in the same state.
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}

/**
 * @param {string} address
 * @param {AbortSignal} [signal]
 */
async function request(address, signal) {
  const response = await fetch(address, { signal }).catch((reason) => {
    throw cannotShow('network', `${address} cannot be reached. ${adviceFor(address)}`, reason);
  });
  return checked(response, address);
}

/**
 * A response, if there is a file in it.
 *
 * @param {Response} response
 * @param {string} address
 */
function checked(response, address) {
  const { ok, status, bodyUsed } = response;
  if (bodyUsed) throw cannotShow('not-openable', `the response from ${address} has been read already. Pass a fresh one.`);
  if (ok) return response;
  if (status === 404 || status === 410) throw cannotShow('not-found', `there is no file at ${address}. ${UPLOAD}`);
  throw cannotShow('refused', `the server answered ${status} for ${address}. ${GIVE_OUT}`);
}

/** @param {string} address */
function adviceFor(address) {
  const isHere = new URL(address).origin === location.origin;
  return `${isHere ? CONNECT : ALLOW}, and if this page has a Content-Security-Policy, allow the address in its connect-src.`;
}

/**
 * @param {string} src
 * @param {string} base
 */
function resolve(src, base) {
  try {
    return new URL(src, base);
  } catch {
    return null;
  }
}

/** @param {string} address */
function fileName(address) {
  const name = address.replace(/[?#].*$/, '').split('/').pop() ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** @param {string} name */
function asId(name) {
  return name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * Adds a button under the citation that copies it, and says so for a while.
 *
 * @param {Element} article
 */
function addCopyButton(article) {
  const citation = article.querySelector('.rr-citation');
  if (!citation) return;
  const words = make('span', { 'aria-live': 'polite' }, COPY);
  const answer = (/** @type {string} */ said) => {
    words.textContent = said;
    setTimeout(() => (words.textContent = COPY), ANSWER_STANDS);
  };
  const button = make('button', { type: 'button', class: 'rr-copy', 'data-generated': '' }, words);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(citation.textContent ?? '');
      answer(COPIED);
    } catch {
      // A page that came over an insecure line has no clipboard.
      getSelection()?.selectAllChildren(citation);
      answer(SELECTED);
    }
  });
  citation.after(button);
}

/** @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/**
 * The one style sheet with these rules for a document.
 *
 * @param {Document} document
 * @param {string} rules
 */
function sheet(document, rules) {
  const own = sheets.get(document) ?? new Map();
  sheets.set(document, own);
  if (!own.has(rules)) {
    const made = new (document.defaultView ?? globalThis).CSSStyleSheet();
    made.replaceSync(rules);
    own.set(rules, made);
  }
  return own.get(rules);
}

// Sentences for whoever edits the page.
const ABORTED = 'Something else was opened before this document stood, or the element was taken out of the page.';
const ALLOW = 'Let its server send the header Access-Control-Allow-Origin for this site';
const BROKE_DOWN = 'its reader broke down over it. Please report this, with the document, to the makers of reading-room.';
const CONNECT = 'Check the connection';
const COPY_FOLDER = 'Put the folder wasm beside reading-room.js, with all its files and of the same version.';
const FORBIDDEN = "this page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src.";
const GIVE_OUT = 'Let it give the file to everyone who may read this page.';
const NOT_OPENABLE = 'open() takes a File, a Blob, an ArrayBuffer or a view of one, a string, or a Response.';
const UPLOAD = 'Check the address, and that the file is uploaded.';

/**
 * @param {string} code
 * @param {string} message
 * @param {unknown} [cause]
 * @returns {Failure}
 */
function failure(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { code });
}

/**
 * @param {string} code
 * @param {string} reason
 * @param {unknown} [cause]
 */
function cannotShow(code, reason, cause) {
  return failure(code, `This document cannot be shown: ${reason}`, cause);
}

/**
 * What the element, the module or the browser threw, as the page gets it.
 *
 * @param {any} reason
 * @param {Source} source
 */
function asFailure(reason, source) {
  if (typeof reason?.code !== 'string') return cannotShow('internal', BROKE_DOWN, reason);
  if (reason instanceof Error) return /** @type {Failure} */ (reason);
  const place = source.place && ` (${source.place})`;
  return cannotShow(reason.code, `${reason.message}${place}.`, reason);
}

if (globalThis.customElements && !customElements.get('reading-room')) customElements.define('reading-room', ReadingRoom);
