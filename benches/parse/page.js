/** What runs in the page: reads documents in each way that a page has. */

/**
 * A document, as bytes and as a string: the browser's parser takes no bytes, so it is spared the decoding.
 *
 * @typedef {{ bytes: Uint8Array, words: string }} Source
 */

/** The least time that a sample takes, in milliseconds: the page's clock ticks in tenths of one. */
const LEAST = 50;

/** @type {Record<string, () => Promise<(source: Source) => void>>} */
const WAYS = {
  open: async () => {
    const { Reader } = await module('open');
    return ({ bytes }) => {
      const reader = new Reader('', '', '', 2, '', '');
      reader.feed(bytes);
      reader.end();
      reader.free();
    };
  },
  roxmltree: async () => {
    const { tree } = await module('roxmltree');
    return ({ bytes }) => must(tree(bytes));
  },
  DOMParser: async () => {
    const parser = new DOMParser();
    return ({ words }) => must(parser.parseFromString(words, 'application/xml').documentElement);
  },
};

/**
 * A wasm module by its glue.
 *
 * @param {string} name
 */
async function module(name) {
  const glue = await import(`./${name}.js`);
  await glue.default({ module_or_path: `./${name}_bg.wasm` });
  return glue;
}

/** @param {unknown} result */
function must(result) {
  if (!result) throw new Error('It could not be read.');
}

/** @type {Record<string, (source: Source) => void>} */
const ways = {};
for (const [name, prepare] of Object.entries(WAYS)) ways[name] = await prepare();

/** @type {Record<string, Source>} */
const sources = {};

/**
 * The speed of a way to read a document, in bytes a microsecond, which are MB a second.
 *
 * @param {string} way
 * @param {string} name - of the document
 */
async function sample(way, name) {
  const source = (sources[name] ??= await load(name));
  const read = ways[way];
  // What others have left behind is cleared away before the time begins.
  /** @type {any} */ (globalThis).gc();
  const start = performance.now();
  let bytes = 0;
  let time = 0;
  while (time < LEAST) {
    read(source);
    bytes += source.bytes.length;
    time = performance.now() - start;
  }
  return bytes / time / 1000;
}

/** @param {string} name */
async function load(name) {
  const answer = await fetch(`./${name}.xml`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { bytes, words: new TextDecoder().decode(bytes) };
}

Object.assign(globalThis, { ways: Object.keys(ways), sample });
