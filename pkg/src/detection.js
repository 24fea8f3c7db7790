/**
 * What nothing declares: the encoding of bytes, and the language of a text. The modules that make texts stand read UTF-8 and
 * look for no language; what tells both comes with this script when a page has such a document.
 */
import makeGlue from 'glue:detection';

/** @typedef {import('./source.js').Source} Source */

/** How many bytes of a text are looked at: as many as the core looks at (`limits::LANGUAGE_WINDOW`). */
const WINDOW = 8192;

/** @type {import('./instances.js').Instances<ReturnType<typeof makeGlue>> | undefined} */
let core;

/** @param {typeof import('./instances.js').Instances} Instances */
export function detection(Instances) {
  core ??= new Instances(makeGlue, () => new URL('./reading-room-detection.wasm', import.meta.url).href);
  return { decode, tell };
}

/**
 * Has the bytes of a document that is in another encoding read as UTF-8. Throws where they are no text.
 *
 * @param {Source} source
 */
async function decode(source) {
  const chunks = [];
  for await (const chunk of source.bytes()) chunks.push(chunk);
  const bytes = new Uint8Array(await new Blob(/** @type {BlobPart[]} */ (chunks)).arrayBuffer());
  source.utf8 = await core?.use(async ({ decode }) => decode(bytes, source.charset));
}

/** The texts that have been looked at. @type {WeakSet<Element>} */
const seen = new WeakSet();

/**
 * Says of texts in which language they are, where that is clear. `src/render/text/mod.rs` does the same where the core can
 * tell before it writes.
 *
 * @param {HTMLElement[]} texts
 * @param {Source | null} source
 * @param {boolean} isAll whether they are all there; where more is to come, those that are long enough are looked at
 */
async function tell(texts, source, isAll) {
  // Who asks for more wants a core that can tell.
  if (source?.form === 'record') source.form = 'text';
  for (const text of texts) {
    if (seen.has(text)) continue;
    const { words, isEnough } = beginning(text);
    if (!isAll && !isEnough) continue;
    seen.add(text);
    try {
      const found = await core?.use(async ({ language }) => language(words));
      const [tag, direction] = found?.split(' ') ?? [];
      if (!direction) continue;
      text.classList.add('rr-detected');
      text.lang = tag;
      text.dir = direction;
    } catch (reason) {
      console.error('reading-room: what tells languages cannot be loaded.', reason);
    }
  }
}

/**
 * The words at the beginning of a text, without those that the renderer says itself, and without pieces of which the source
 * says in which language they are: `Text::words_of_no_language` in the core.
 *
 * @param {HTMLElement} text
 */
function beginning(text) {
  const flow = text.querySelector('.rr-flow') ?? text;
  const walker = text.ownerDocument.createTreeWalker(flow, NodeFilter.SHOW_TEXT);
  const encoder = new TextEncoder();
  const room = new Uint8Array(WINDOW);
  let words = '';
  let left = WINDOW;
  while (left > 0 && walker.nextNode()) {
    const { data, parentElement } = /** @type {Text} */ (walker.currentNode);
    if (parentElement?.closest('[data-generated]')) continue;
    const { read, written } = encoder.encodeInto(data, room.subarray(0, left));
    if (parentElement?.closest('[lang]') === text) words += data.slice(0, read);
    left = read < data.length ? 0 : left - written;
  }
  return { words, isEnough: left <= 0 };
}
