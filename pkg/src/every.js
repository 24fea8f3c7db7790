/** The core that reads every form, as the cores for each: what it needs of the page to read HTML comes when it does. */

/** @typedef {{ flatten: (source: string) => string | undefined }} Imports */

/**
 * @template {{ initSync: (options: { module: WebAssembly.Module }) => { memory: WebAssembly.Memory } }} Core
 * @param {typeof import('./instances.js').Instances} Instances
 * @param {(imports: Imports) => Core} makeGlue
 * @param {() => string | WebAssembly.Module | Promise<WebAssembly.Module>} find
 * @param {() => Imports | Promise<Imports>} load
 */
export function every(Instances, makeGlue, find, load) {
  /** @type {Imports | undefined} */
  let imports;
  // Without them it says that the document is HTML, and then they come.
  const core = new Instances(() => makeGlue({ flatten: (source) => imports?.flatten(source) }), find);
  const html = {
    async get() {
      imports ??= await load();
      return core.get();
    },
    /** @type {typeof core.use} */
    async use(task) {
      await html.get();
      return core.use(task);
    },
  };
  return { record: core, tei: core, xml: core, html };
}
