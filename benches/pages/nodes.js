/** What runs in a page that makes the nodes of an article, in the way and of the text that its address names, and in no view. */

/** @typedef {typeof import('../../pkg/wasm/tei.js')} Tei */
/** @typedef {typeof import('../../pkg/wasm/full-tei.js')} Full */

/** How many bytes the element gives to its module at a time. */
const PIECE = 64 << 10;

/** A way: what is loaded for it, and then what makes nodes; it gives how long that took without the module. @type {Record<string, () => Promise<(bytes: Uint8Array, place: HTMLElement) => number>>} */
const WAYS = {
  instructions: async () => {
    const { Reader } = /** @type {Tei} */ (await module('tei'));
    /** @type {typeof import('../../pkg/src/drawing.js')} */
    const { Drawing } = await import(address('src/drawing.js'));
    return (bytes, place) => {
      const reader = new Reader('', '', '', 2, '', '');
      const drawing = new Drawing(document, (node) => place.append(node));
      let time = 0;
      const write = () => {
        for (let isLeft = true; isLeft; ) {
          isLeft = reader.write();
          time += timed(() => drawing.draw(reader));
        }
      };
      for (let at = 0; at < bytes.length; at += PIECE) {
        reader.feed(bytes.subarray(at, at + PIECE));
        write();
      }
      reader.end();
      write();
      return time;
    };
  },
  inner: () => byString((place, html) => (place.innerHTML = html)),
  unsafe: () => byString((place, html) => /** @type {any} */ (place).setHTMLUnsafe(html)),
};

/** @param {(place: HTMLElement, html: string) => void} set */
async function byString(set) {
  const { Reader } = /** @type {Full} */ (await module('full-tei'));
  return (/** @type {Uint8Array} */ bytes, /** @type {HTMLElement} */ place) => {
    const reader = new Reader('', '', '', 2, '', '');
    reader.feed(bytes);
    const html = reader.finish().html(2, 'text');
    return timed(() => set(place, html));
  };
}

/**
 * A module by its glue.
 *
 * @param {string} name
 */
async function module(name) {
  const glue = await import(address(`wasm/${name}.js`));
  await glue.default({ module_or_path: address(`wasm/${name}.wasm`) });
  return glue;
}

/** @param {string} path */
function address(path) {
  return new URL(`/nodes/${path}`, location.href).href;
}

/** How long something takes, in milliseconds. @param {() => void} task */
function timed(task) {
  const start = performance.now();
  task();
  return performance.now() - start;
}

const [way, text] = location.search.slice(1).split(',');
const make = await WAYS[way]();
const bytes = new Uint8Array(await (await fetch(`/${text}.xml`)).arrayBuffer());
const place = document.createElement('div');
let nodes = 0;
const whole = timed(() => (nodes = make(bytes, place)));
Object.assign(globalThis, { made: { whole, nodes, elements: place.querySelectorAll('*').length } });
