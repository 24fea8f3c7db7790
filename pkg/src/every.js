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
  const glue = () => makeGlue({ flatten: (source) => imports?.flatten(source) });
  const core = /** @type {import('./instances.js').Instances<Core>} */ (new Instances(glue, find));
  const html = {
    async get() {
      imports ??= await load();
      return core.get();
    },
    /**
     * @template T
     * @param {(core: Core) => Promise<T>} task
     */
    async use(task) {
      await html.get();
      return core.use(task);
    },
  };
  return { record: core, text: core, tei: core, xml: core, markdown: core, html };
}
