/**
 * Which core reads a document: one is for the commonest records, one for papers, one for plain text, one for all of these, and
 * each other form has its own, so that a page loads what its document needs. The bytes decide; until they have come it is
 * guessed, and a core says when a document is not for it.
 */

/** @typedef {import('./source.js').Form} Form */
/** @typedef {import('./source.js').Source} Source */

/**
 * @typedef {Partial<ReturnType<typeof import('./zip.js').unpacking>> & { style?: string }} Unpacking what the cores of packages
 *   have besides, and those of forms whose texts have a style sheet of their own
 */

/**
 * @template {{ initSync: (options: { module: WebAssembly.Module }) => { memory: WebAssembly.Memory } }} Core
 * @typedef {Record<Form, Pick<import('./instances.js').Instances<Core>, 'get' | 'use'> & { giveUp?: () => void }>
 *   & { detection?: () => Promise<ReturnType<typeof import('./detection.js').detection>> }} Cores the cores for each form, and
 *   what tells encodings for those that read UTF-8 alone
 */

/**
 * Has a core do something with a document, if need be one after another.
 *
 * @template {{ initSync: (options: { module: WebAssembly.Module }) => { memory: WebAssembly.Memory } }} Core
 * @template T
 * @param {Cores<Core>} cores
 * @param {Source} source
 * @param {string} format what the page says
 * @param {() => Promise<unknown>} start asks for the document: after the core, which is larger and so gets the connection that
 *   the script came by
 * @param {(core: Core) => Promise<T>} task
 */
export async function use(cores, source, format, start, task) {
  /** What the page says, if it is a form that a core is for. */
  const said = /** @type {Form} */ (Object.hasOwn(cores, format) && format);
  const guess = () => said || source.form;
  const guessed = cores[guess()];
  const loading = guessed.get();
  // It may fail before the document has come.
  loading.catch(() => {});
  await start();
  // By now the server may have said what it is, or its beginning has.
  if (cores[guess()] === guessed) await loading;
  else guessed.giveUp?.();
  for (let form = guess(); ; source.form = form) {
    try {
      return await cores[form].use(task);
    } catch (error) {
      const [, other] = /^other-(.*)/.exec(/** @type {Error} */ (error)?.name) ?? [];
      if (!other) throw error;
      if (other === 'encoding') await (await cores.detection?.())?.decode(source);
      else form = /** @type {Form} */ (other);
    }
  }
}
