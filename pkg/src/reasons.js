/**
 * Why a document cannot be shown, as sentences for whoever edits the page: they come when one cannot be shown.
 */

const SAME_VERSION = 'Put all files of one version of reading-room there.';

/** By the code of the failure. @type {Record<string, (...facts: any[]) => string>} */
const REASONS = {
  address: (src) => `src="${src}" is not an address. Correct it.`,
  prevented: () => 'the page does not let it be asked for: something prevents the event rr-request.',
  network: (place, size) =>
    size === undefined
      ? `${place} cannot be reached. ${adviceFor(place)}`
      : `${place || 'it'} broke off after ${size} bytes. Open it again.`,
  'not-openable': (address) =>
    address
      ? `the response from ${address} has been read already. Pass a fresh one.`
      : 'open() takes a File, a Blob, an ArrayBuffer or a view of one, a string, or a Response.',
  'not-found': (address) => `there is no file at ${address}. Check the address, and that the file is uploaded.`,
  refused: (address, status) =>
    `the server answered ${status} for ${address}. Let it give the file to everyone who may read this page.`,
  /** That of an address, or that in the script; else one that does not fit. */
  core: (module, isInside) =>
    isInside
      ? 'the module in the script is damaged. Copy the script anew.'
      : `${module || 'the module'} is ${module ? 'not WebAssembly' : 'of another version than the script'}. ${SAME_VERSION}`,
  policy: () => "this page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src.",
  internal: () => 'its reader broke down over it. Please report this, with the document, to the makers of reading-room.',
};

/** What the modules that make a text stand say by a code alone, in the words of the others. @type {Record<string, string>} */
const WORDS = {
  empty: 'the file has no words in it',
  'too-large': 'the file is longer than 256 MiB, the most that is opened',
};

/**
 * @param {string} code
 * @param {any[]} facts what is known; of what the module says, its words
 * @param {string} place what messages call the document
 */
export function why(code, facts, place) {
  return REASONS[code]?.(...facts) ?? `${facts[0] || WORDS[code]}${place && ` (${place})`}.`;
}

/** @param {string} address */
function adviceFor(address) {
  const isHere = new URL(address).origin === globalThis.location?.origin;
  const first = isHere ? 'Check the connection' : 'Let its server send the header Access-Control-Allow-Origin for this site';
  return `${first}, and if this page has a Content-Security-Policy, allow the address in its connect-src.`;
}
