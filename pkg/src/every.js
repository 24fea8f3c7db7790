/**
 * The core that reads every form, as the cores for each: what parses HTML, or unpacks documents of Word and OpenDocument,
 * comes when it is needed.
 */

/** @typedef {() => Adding | Promise<Adding>} Load */
/** @typedef {(core: any) => any} Adding gives a core what it needs of the page, and is a core like it */

/**
 * @template {{ initSync: (options: { module: WebAssembly.Module }) => { memory: WebAssembly.Memory } }} Core
 * @param {typeof import('./instances.js').Instances} Instances
 * @param {() => Core} makeGlue
 * @param {() => string | WebAssembly.Module | Promise<WebAssembly.Module>} find
 * @param {Load} loadParser
 * @param {Load} loadZip
 */
export function every(Instances, makeGlue, find, loadParser, loadZip) {
  const core = /** @type {import('./instances.js').Instances<Core>} */ (new Instances(makeGlue, find));
  // Without what is loaded it says that the document is of the form that needs it.
  const having = (/** @type {Load} */ load) => ({
    get: () => core.get(),
    /**
     * @template T
     * @param {(core: Core) => Promise<T>} task
     */
    async use(task) {
      const adding = await load();
      return core.use((glue) => task(adding(glue)));
    },
  });
  const [html, office] = [having(loadParser), having(loadZip)];
  // Nobody gives it up for another: all of these are it.
  const any = { get: () => core.get(), use: core.use.bind(core) };
  return { record: any, papers: any, plain: any, text: any, tei: any, xml: any, markdown: any, html, office, every: office };
}
