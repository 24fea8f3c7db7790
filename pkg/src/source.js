/**
 * Where the bytes of a document come from: an address, or something that the page holds.
 * They are kept as they came, so that they can be read again.
 */
import { because, checked, request } from './failure.js';
import { onceIdle } from './when.js';

/** @typedef {import('../types/reading-room.d.ts').Openable} Openable */

/**
 * What a document seems to be, for as long as its bytes have not said: HTML, Markdown, a document of an office, TEI, a record
 * of the commonest, a paper without labels, plain text, or one of these (`text`). That it is other XML, or has entities, only
 * they can say.
 *
 * @typedef {'html' | 'markdown' | 'tei' | 'record' | 'papers' | 'plain' | 'text' | 'xml' | 'office' | 'every'} Form
 */

/**
 * The forms that are told by the name of a file or by its media type, and by how a string begins.
 *
 * @type {[form: Form, name: RegExp, start: RegExp][]}
 */
const FORMS = [
  ['html', /\.x?html?$|\/x?html\b/i, /^\s*<(main|html|!doctype html|article|h\d)\b/i],
  ['office', /\.(docx|f?odt)$|opendocument\.text|wordprocessing/i, /^PK\x03/],
  ['markdown', /\.(mk?d|markdown|[qr]md)$|\/(x-)?markdown/i, /^(---|\+\+\+)\s*\n/],
  ['tei', /\.(tei|xml|odd)$|\/(tei\+)?xml\b/i, /^\s*</],
];

/**
 * @param {1 | 2} column
 * @param {string} words
 */
const told = (column, words) => FORMS.find((row) => row[column].test(words))?.[0];

/** Labels of the commonest records, of which the first lines have one. Other records have dates, titles and senders, too. */
const LABELS = /^\W*(translation|citation|content|text).{0,24}(:| -)/im;

/** What the texts of the commonest records have not: notes at the foot of a page, its number, words that a line end divides. */
const FOOT = /^\s*(\*+\s|\d{1,3}$)|-$/m;

/** How papers begin, which have no labels: with a number on its line, or before a title, or with how secret they were. */
const PAPER = /^(\d+\S* (Memo|\w+ From)|([^]*\n)?(№|No\.|\w+ument)[^-]{1,9}\n|TOP SECRET)/;

/** How other records begin: with two labels of any kind, or one that no text has. */
const HEAD = /^Title$|(^(dc|[|【 *_#]*[\p{Lu}\p{Lo}]).{0,30}(  |[|】\t:：])[^]*){2}/mu;

/**
 * What a document seems to be by how it begins.
 *
 * @param {string} words what has come first, or all of it
 * @returns {Form}
 */
function begun(words) {
  const form = told(2, words);
  if (form) return form;
  // A long title may stand above the first label; a head without labels is at the very beginning, or none.
  if (LABELS.test(words.slice(0, 999))) return FOOT.test(words) ? 'text' : 'record';
  const head = words.slice(0, 300);
  // The module for papers knows Latin letters alone.
  if (PAPER.test(head)) return /\n[А-я]/.test(head) ? 'text' : 'papers';
  return HEAD.test(head) ? 'text' : 'plain';
}

/** Of how many bytes a document is large. */
const LARGE = 1_000_000;

export class Source {
  #answer;
  /** @type {ReadableStreamDefaultReader<Uint8Array> | undefined} */
  #body;
  /** What has come: bytes, which the browser keeps outside of the page once they have been put away. @type {(Uint8Array | Blob)[]} */
  #chunks = [];
  #isWhole = false;
  /** @type {Promise<Uint8Array[]> | undefined} */
  #all;
  /** How many bytes have come. */
  size = 0;
  /** The encoding that was declared; empty where none was. */
  charset = '';
  /** The id of the document that is wanted, where there are several; empty where all of it is. */
  part = '';
  /** All of it in UTF-8, where it is in another encoding. @type {Uint8Array | undefined} */
  utf8;
  /** Whether its name or its type says that it is Markdown. */
  #isMarkdown = false;
  /** Whether its name, its type or its beginning has told its form, which else is that of the commonest records. */
  #isTold = false;

  /**
   * @param {(signal?: AbortSignal) => Response | Promise<Response>} answer
   * @param {string} [name] the name of the file
   * @param {string} [place] what messages call it
   * @param {string} [url] the address that is asked for it
   */
  constructor(answer, name = '', place = name, url = '') {
    this.#answer = answer;
    this.name = name;
    this.place = place;
    this.url = url;
    /** @type {Form} */
    this.form = 'record';
    this.#hear(name);
  }

  /**
   * What the page holds; null if that cannot be opened.
   *
   * @param {Openable} given
   * @param {string} [type] its media type, where the page says one
   */
  static of(given, type = '') {
    // By name rather than by class: the page may have it from another window.
    const kind = Object.prototype.toString.call(given).slice(8, -1);
    if (kind === 'Response') {
      const response = /** @type {Response} */ (given);
      return new Source(() => checked(response, response.url), fileName(response.url), response.url);
    }
    if (!['String', 'File', 'Blob', 'ArrayBuffer'].includes(kind) && !ArrayBuffer.isView(given)) return null;
    const body = /** @type {BodyInit} */ (given);
    const source = new Source(() => new Response(body), kind === 'File' ? /** @type {File} */ (given).name : '');
    source.#hear(type);
    if (kind === 'String') source.#look(String(given));
    return source;
  }

  /**
   * What is at an address.
   *
   * @param {string} src
   * @param {string} base
   * @param {(address: string) => boolean} allow asked before every request
   */
  static at(src, base, allow) {
    const [address, part = ''] = (resolve(src, base)?.href ?? '').split(/#(.*)/);
    /** @param {AbortSignal} [signal] */
    const answer = async (signal) => {
      if (!address) throw because('address', undefined, src);
      if (!allow(address)) throw because('prevented');
      return request(address, signal);
    };
    const source = new Source(answer, fileName(address), address, address);
    source.part = decoded(part);
    return source;
  }

  /**
   * Asks for the bytes, unless they are here.
   *
   * @param {AbortSignal} [signal]
   */
  async start(signal) {
    if (this.#isWhole) return;
    const response = await this.#answer(signal);
    const type = response.headers.get('Content-Type') ?? '';
    this.charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1] ?? '';
    this.#hear(type);
    this.#chunks = [];
    this.size = 0;
    const body = response.body?.getReader();
    this.#body = body;
    this.#isWhole = !body;
    signal?.addEventListener('abort', () => body?.cancel().catch(() => {}));
    if (this.#isTold) return;
    for await (const chunk of this.bytes(signal)) {
      return this.#look(new TextDecoder().decode(chunk));
    }
  }

  /** @param {string} name the name of a file, or a media type */
  #hear(name) {
    const form = told(1, name);
    if (!form) return;
    this.form = form;
    this.#isTold = true;
    this.#isMarkdown ||= form === 'markdown';
  }

  /** @param {string} words those that it begins with */
  #look(words) {
    if (this.#isTold) return;
    // Of UTF-16 every other byte of such words is zero.
    this.form = begun(words.replaceAll('\0', ''));
    this.#isTold = true;
  }

  /**
   * The form as a core is told it: the one that the page says, else with a question mark the one that is likely, where bytes
   * alone may not tell it from plain text.
   *
   * @param {string} format
   */
  told(format) {
    return format === 'auto' && this.#isMarkdown ? 'markdown?' : format;
  }

  /** All the bytes, asked for if they are not here: once, however many want them. */
  all() {
    this.#all ??= this.#collect().catch((reason) => {
      this.#all = undefined;
      throw reason;
    });
    return this.#all;
  }

  async #collect() {
    await this.start();
    const chunks = [];
    for await (const chunk of this.bytes()) chunks.push(chunk);
    return chunks;
  }

  /** Has the bytes of a large document, which have come, kept outside of the page's own memory. */
  putAway() {
    if (!this.#isWhole || this.size < LARGE) return;
    for (const [place, chunk] of this.#chunks.entries()) {
      onceIdle(() => (this.#chunks[place] = new Blob([/** @type {BlobPart} */ (chunk)])));
    }
  }

  /**
   * What a core reads, in pieces of so many bytes at most.
   *
   * @param {number} size
   * @param {AbortSignal} signal
   */
  async *pieces(size, signal) {
    for await (const chunk of this.utf8 ? [this.utf8] : this.bytes(signal)) {
      for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size);
    }
  }

  /**
   * The bytes that have come and those that are to come. Only one at a time may wait for those.
   *
   * @param {AbortSignal} [signal]
   */
  async *bytes(signal) {
    for (const chunk of this.#chunks) yield chunk instanceof Blob ? new Uint8Array(await chunk.arrayBuffer()) : chunk;
    while (this.#body && !this.#isWhole) {
      const { done, value } = await this.#body.read().catch((reason) => {
        throw because('network', reason, this.place, this.size);
      });
      // What is cancelled ends as if it were whole.
      signal?.throwIfAborted();
      this.#isWhole = done;
      if (!value) continue;
      this.#chunks.push(value);
      this.size += value.length;
      yield value;
    }
  }
}

/**
 * @param {string} src
 * @param {string} base
 */
export function resolve(src, base) {
  try {
    return new URL(src, base);
  } catch {
    return null;
  }
}

/** @param {string} address */
function fileName(address) {
  return decoded(address.replace(/[?#].*$/, '').split('/').pop() ?? '');
}

/** @param {string} words a part of an address */
export function decoded(words) {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}
