/**
 * Why a document cannot be shown, as sentences for whoever edits the page.
 */

/** @typedef {import('../types/reading-room.d.ts').Failure} Failure */

const UPLOAD = 'Check the address, and that the file is uploaded.';
const GIVE_OUT = 'Let it give the file to everyone who may read this page.';

/**
 * @param {string} code
 * @param {string} message
 * @param {unknown} [cause]
 * @returns {Failure}
 */
export function failure(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { code });
}

/**
 * @param {string} code
 * @param {string} reason
 * @param {unknown} [cause]
 */
export function cannotShow(code, reason, cause) {
  return failure(code, `This document cannot be shown: ${reason}`, cause);
}

/**
 * What the element, the module or the browser threw, as the page gets it.
 *
 * @param {any} reason
 * @param {string} place what messages call the document
 * @returns {Failure}
 */
export function asFailure(reason, place) {
  if (typeof reason?.code === 'string') return reason;
  // What the module throws has the code as its name.
  const said = /^(empty|too-large|not-text|cannot-unpack)$/.test(reason?.name);
  if (said) return cannotShow(reason.name, `${reason.message}${place && ` (${place})`}.`, reason);
  return cannotShow(
    'internal',
    'its reader broke down over it. Please report this, with the document, to the makers of reading-room.',
    reason,
  );
}

/**
 * Tells whoever looks at the console that something is missing that the text can do without.
 *
 * @param {string} what
 */
export function cannotLoad(what) {
  return (/** @type {unknown} */ reason) => void console.error(`reading-room: ${what} cannot be loaded.`, reason);
}

/**
 * Asks for a file; fails with a sentence where there is none.
 *
 * @param {string} address
 * @param {AbortSignal} [signal]
 */
export async function request(address, signal) {
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
export function checked(response, address) {
  const { ok, status, bodyUsed } = response;
  if (bodyUsed) throw cannotShow('not-openable', `the response from ${address} has been read already. Pass a fresh one.`);
  if (ok) return response;
  if (status === 404 || status === 410) throw cannotShow('not-found', `there is no file at ${address}. ${UPLOAD}`);
  throw cannotShow('refused', `the server answered ${status} for ${address}. ${GIVE_OUT}`);
}

/** @param {string} address */
function adviceFor(address) {
  const isHere = new URL(address).origin === globalThis.location?.origin;
  const first = isHere ? 'Check the connection' : 'Let its server send the header Access-Control-Allow-Origin for this site';
  return `${first}, and if this page has a Content-Security-Policy, allow the address in its connect-src.`;
}
