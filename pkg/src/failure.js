/**
 * What goes wrong with a document is thrown as what is known of it: sentences come when they are needed (`reasons.js`).
 */

/** @typedef {import('../types/reading-room.d.ts').Failure} Failure */

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
 * An error whose name is its code, as the module throws them.
 *
 * @param {string} code
 * @param {unknown} [cause]
 * @param {...(string | number)} facts
 */
export function because(code, cause, ...facts) {
  return Object.assign(new Error(facts.join(' '), { cause }), { name: code, facts });
}

/**
 * Throws what a core says of a document that it cannot show.
 *
 * @param {string} said a code, and behind a line end a sentence; nothing where all is well
 */
export function check(said) {
  const [code, sentence] = said.split('\n');
  if (code) throw because(code, undefined, sentence);
}

/**
 * What the element, the module or the browser threw, as the page gets it.
 *
 * @param {any} reason
 * @param {string} place what messages call the document
 * @returns {Promise<Failure>}
 */
export async function asFailure(reason, place) {
  if (typeof reason?.code === 'string') return reason;
  // The browser's own errors have names with capitals.
  const code = /^[a-z-]+$/.test(reason?.name) ? reason.name : 'internal';
  const { facts, cause } = reason?.facts ? reason : { facts: [reason?.message], cause: reason };
  const why = await import('./reasons.js').then(
    (reasons) => reasons.why(code, facts, place),
    // They cannot be had either.
    () => `${facts.join(' ') || place} (${code}). Check the connection.`,
  );
  return failure(code, `This document cannot be shown: ${why}`, cause);
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
 * Asks for a file.
 *
 * @param {string} address
 * @param {AbortSignal} [signal]
 */
export async function request(address, signal) {
  const response = await fetch(address, { signal }).catch((reason) => {
    throw because('network', reason, address);
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
  if (ok && !bodyUsed) return response;
  const isGone = status === 404 || status === 410;
  throw because(bodyUsed ? 'not-openable' : isGone ? 'not-found' : 'refused', undefined, address, status);
}
