/**
 * The core that reads every form, as the cores for each: what it needs of the page to read HTML, or to unpack documents of
 * Word and OpenDocument, comes when it does.
 */

/** @typedef {{ flatten: (source: string) => string | undefined }} Imports */
/** @typedef {typeof import('./zip.js')} Zip */

/**
 * @template {{ initSync: (options: { module: WebAssembly.Module }) => { memory: WebAssembly.Memory } }} Core
 * @param {typeof import('./instances.js').Instances} Instances
 * @param {(imports: Imports) => Core} makeGlue
 * @param {() => string | WebAssembly.Module | Promise<WebAssembly.Module>} find
 * @param {() => Imports | Promise<Imports>} load
 * @param {() => Zip | Promise<Zip>} loadZip
 */
export function every(Instances, makeGlue, find, load, loadZip) {
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
  // Without what unpacks them it says that the document is of an office.
  const office = {
    get: () => core.get(),
    /**
     * @template T
     * @param {(core: Core) => Promise<T>} task
     */
    async use(task) {
      const { unpacked } = await loadZip();
      return core.use((glue) => task(/** @type {Core} */ ({ ...glue, unpacked })));
    },
  };
  // Nobody gives it up for another: all of these are it.
  const any = { get: () => core.get(), use: core.use.bind(core) };
  return { record: any, plain: any, text: any, tei: any, xml: any, markdown: any, html, office, every: office };
}
