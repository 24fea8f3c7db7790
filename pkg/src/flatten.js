/**
 * A page of HTML, parsed by the browser, as one string that the core reads: `src/format/html/flat.rs`.
 *
 * Both ways to parse are inert: nothing of the page runs, and nothing is loaded. What the page calls its elements may hide
 * the properties of forms and of documents; so all of them are asked for by the getters of their classes.
 */

/** What parts the string: the start of an element, the name and the value of an attribute, the end, words. */
const [START, NAME, VALUE, END, WORDS] = ['\x01', '\x02', '\x03', '\x04', '\x05'];

/** Control characters, which references to characters may bring. Those that part lines are none here. */
const CONTROLS = /[\0-\x08\x0b\x0e-\x1f]/g;

/** The policy for browsers that have Trusted Types and not `Document.parseHTML`. @type {any} */
let policy;

/**
 * A core whose readers have a page parsed. When all of it has come they say that it is for the core for HTML, with its source
 * as they have decoded it; they are fed what the parser makes of that.
 *
 * @template {{ Reader: new (...given: any[]) => any }} Core
 * @param {Core} core
 * @returns {Core}
 */
export function parsing(core) {
  const parse = parser();
  class Reader extends core.Reader {
    end() {
      const said = super.end();
      const [, source] = /^other-html\n([^]*)/.exec(said) ?? [];
      if (source === undefined) return said;
      return super.feed(new TextEncoder().encode(flattened(parse, source))) || super.end();
    }

    finish() {
      this.end();
      return super.finish();
    }
  }
  return { ...core, Reader };
}

/**
 * What parses a page. Fails with a sentence where there is nothing that does.
 *
 * @returns {(source: string) => Document}
 */
function parser() {
  const { Document, DOMParser, trustedTypes } = /** @type {any} */ (globalThis);
  // It takes away scripts, frames and objects, and what else would run in a page; and nothing else, if told so.
  const parseHtml = (/** @type {string} */ source) => Document.parseHTML(source, { sanitizer: {} });
  // Where it reads `noscript` as if scripts ran, it reads another document than everyone else.
  if (Document?.parseHTML && parseHtml('<body><noscript><p>').querySelector('noscript p')) return parseHtml;
  if (!DOMParser) {
    throw cannotRead(
      'no-parser',
      'HTML is read by the parser of a browser, and there is none here. Open it in a page or with the command line tool, or set globalThis.DOMParser to a parser.',
    );
  }
  try {
    policy ??= trustedTypes?.createPolicy('reading-room', { createHTML: (/** @type {string} */ source) => source });
  } catch (reason) {
    const advice = "this page's Content-Security-Policy forbids its parser for HTML. Add reading-room to its trusted-types.";
    throw cannotRead('policy', advice, reason);
  }
  return (source) => new DOMParser().parseFromString(policy ? policy.createHTML(source) : source, 'text/html');
}

/**
 * @param {string} code
 * @param {string} reason
 * @param {unknown} [cause]
 */
function cannotRead(code, reason, cause) {
  return Object.assign(new Error(`This document cannot be shown: ${reason}`, { cause }), { code });
}

/**
 * @param {(source: string) => Document} parse
 * @param {string} source
 */
function flattened(parse, source) {
  // A document in which nothing is hidden.
  const blank = parse('');
  const [type, name, attributes] = ['nodeType', 'localName', 'attributes'].map((name) => getter(blank.body, name));
  const walker = blank.createTreeWalker(parse(source), 5);
  let flat = '';
  let is = walker.firstChild();
  while (is) {
    const node = walker.currentNode;
    if (type(node) === 1) {
      flat += START + name(node).toLowerCase();
      for (const attribute of attributes(node)) flat += NAME + attribute.name + VALUE + cleaned(attribute.value);
    } else {
      flat += WORDS + cleaned(/** @type {Text} */ (node).data);
    }
    is = walker.firstChild();
    while (!is) {
      if (type(walker.currentNode) === 1) flat += END;
      is = walker.nextSibling();
      if (!is && !walker.parentNode()) return flat;
    }
  }
  return flat;
}

/** @param {string} words */
function cleaned(words) {
  return words.replace(CONTROLS, '\ufffd');
}

/**
 * What reads a property of any node.
 *
 * @param {object} node one that has it
 * @param {string} name
 * @returns {(node: Node) => any}
 */
function getter(node, name) {
  let known;
  for (let kind = node; kind && !known?.get; kind = Object.getPrototypeOf(kind)) {
    known = Object.getOwnPropertyDescriptor(kind, name);
  }
  const get = known?.get;
  return get ? (node) => get.call(node) : (node) => /** @type {any} */ (node)[name];
}
