/**
 * The package as it is shipped: `pkg/dist`, made of `pkg/src` and the modules of `pkg/wasm`.
 *
 * What a page loads is one script, with the glue and the style sheets in it: a request less is worth more than a file
 * more. The controls and the full core come later, each with a script of its own.
 */
import { build, transform } from 'esbuild';
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { trimmed } from './glue.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = `${ROOT}pkg/src`;
const DIST = `${ROOT}pkg/dist`;

const STYLES = {
  article: `${ROOT}src/render/style.css`,
  structure: `${ROOT}src/render/tei.css`,
  forms: `${ROOT}src/render/tei.css`,
  host: `${SOURCES}/host.css`,
  controls: `${SOURCES}/controls.css`,
};

/** The modules by what the page loads them as. */
const MODULES = {
  first: 'reading-room.wasm',
  papers: 'reading-room-papers.wasm',
  plain: 'reading-room-plain.wasm',
  text: 'reading-room-text.wasm',
  tei: 'reading-room-tei.wasm',
  html: 'reading-room-html.wasm',
  markdown: 'reading-room-markdown.wasm',
  office: 'reading-room-office.wasm',
  detection: 'reading-room-detection.wasm',
  full: 'reading-room-full.wasm',
  'full-text': 'reading-room-full-text.wasm',
  'full-tei': 'reading-room-full-tei.wasm',
  core: 'reading-room-core.wasm',
};

const SHARED = /** @type {const} */ ({
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: 'linked',
  sourcesContent: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});

/** What the sheet for all forms but TEI has not: up to the next comment. */
const IN_TEI = /\/\* In TEI\b[^]*?(?=\/\*)/g;

/** Style sheets as strings, without their white space and comments. */
const styles = /** @type {import('esbuild').Plugin} */ ({
  name: 'styles',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^style:/ }, ({ path }) => ({ path: path.slice(6), namespace: 'style' }));
    onLoad({ filter: /.*/, namespace: 'style' }, async ({ path }) => {
      const rules = await readFile(STYLES[/** @type {keyof typeof STYLES} */ (path)], 'utf8');
      const needed = path === 'forms' ? rules.replace(IN_TEI, '') : rules;
      const { code } = await transform(needed, { loader: 'css', minify: true, target: 'esnext' });
      return { contents: code.trim(), loader: 'text' };
    });
  },
});

/** The modules whose readers the element alone has, and frees. They differ in what they read, and have the same glue. */
const OF_ELEMENT = ['first', 'papers', 'plain', 'text', 'tei', 'html', 'markdown', 'office'];

/** What modules export, but for the one that opens no document. @param {string} name */
const exported = (name) => (name === 'detection' ? 'initSync, decode, language' : 'initSync, Reader');

/** The glue of a module, wrapped in a function: each call is a glue, with an instance, of its own. */
const glue = /** @type {import('esbuild').Plugin} */ ({
  name: 'glue',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^glue:/ }, ({ path }) => ({ path: path.slice(5), namespace: 'glue' }));
    onLoad({ filter: /.*/, namespace: 'glue' }, async ({ path }) => ({ contents: await wrapped(path) }));
  },
});

/**
 * The glue as wasm-bindgen has made it, without what is needless.
 *
 * @type {(isOfElement: boolean) => import('esbuild').Plugin}
 */
const trimming = (isOfElement) => ({
  name: 'trimming',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, async ({ path }) => ({ contents: trimmed(await readFile(path, 'utf8'), isOfElement) }));
  },
});

/**
 * The code of a module that exports such a function.
 *
 * @param {string} name
 */
async function wrapped(name) {
  const { outputFiles } = await build({
    // Not its default export, which fetches and compiles: that is done once for all instances.
    stdin: { contents: `export { ${exported(name)} } from './${name}.js'`, resolveDir: `${ROOT}pkg/wasm` },
    bundle: true,
    format: 'esm',
    target: SHARED.target,
    // Comments name the file.
    minifyWhitespace: true,
    write: false,
    plugins: [trimming(OF_ELEMENT.includes(name))],
  });
  // What a module exports, a function returns.
  const returned = outputFiles[0].text.replace(/export\s*\{([^}]*)\};\s*$/, (_, names) => {
    const pairs = names.split(',').map((/** @type {string} */ name) => name.trim().split(' as ').reverse().join(': '));
    return `return { ${pairs.join(', ')} };`;
  });
  return `export default () => {${returned}}`;
}

/** What is loaded later is a file beside the script, not a part of it. */
const later = /** @type {import('esbuild').Plugin} */ ({
  name: 'later',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/\w+\.js$/ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : null));
  },
});

/** The wrappers of frameworks register the element by the script that everyone loads, and leave the framework to the page. */
const wrappers = /** @type {import('esbuild').Plugin} */ ({
  name: 'wrappers',
  setup({ onResolve }) {
    onResolve({ filter: /^(\.\/reading-room\.js|react|vue)$/ }, ({ path }) => ({ path, external: true }));
  },
});

/** The module in the script itself, for what can load one script and nothing else. */
const inside = /** @type {import('esbuild').Plugin} */ ({
  name: 'inside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/(first-modules|core-module|full)\.js$/ }, () => ({ path: `${SOURCES}/inside-modules.js` }));
    onResolve({ filter: /^bytes:/ }, ({ path }) => ({ path: path.slice(6), namespace: 'bytes' }));
    onLoad({ filter: /.*/, namespace: 'bytes' }, async ({ path }) => ({
      contents: await readFile(`${ROOT}pkg/wasm/${path}.wasm`),
      loader: 'binary',
    }));
  },
});

/**
 * Bundles, and makes the scripts smaller than the bundler does: names by how often they are used, and statements joined. It
 * is a thirtieth of what a page loads of them.
 *
 * @param {import('esbuild').BuildOptions} options
 */
async function ship(options) {
  const { outputFiles = [] } = await build({ ...SHARED, ...options, write: false });
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]));
  for (const [path, text] of files) {
    if (!path.endsWith('.js')) continue;
    const url = `${basename(path)}.map`;
    const { code = '', map = '' } = await minify(text, {
      module: options.format !== 'iife',
      ecma: 2020,
      // Frameworks for servers go by directives.
      compress: { passes: 3, unsafe_arrows: true, directives: false },
      // Names that the glue has for itself.
      mangle: { properties: { regex: /^__(wbg_ptr|destroy_into_raw)$/ } },
      sourceMap: { content: files.get(`${path}.map`), includeSources: true, url },
    });
    await writeFile(path, code);
    await writeFile(`${path}.map`, String(map));
  }
}

const glues = await Promise.all(OF_ELEMENT.map(wrapped));
if (new Set(glues).size > 1) throw new Error(`One of these has another glue than the others: ${OF_ELEMENT.join(', ')}.`);
await rm(DIST, { recursive: true, force: true });
await mkdir(DIST, { recursive: true });
await ship({
  entryPoints: ['reading-room', 'element', 'controls', 'full', 'forms', 'detection', 'zip', 'structure', 'reasons', 'core'].map((name) => `${SOURCES}/${name}.js`),
  outdir: DIST,
  plugins: [later, styles, glue],
});
await ship({
  entryPoints: ['react', 'vue'].map((name) => `${SOURCES}/${name}.js`),
  outdir: DIST,
  plugins: [wrappers],
});
await ship({
  entryPoints: [`${SOURCES}/reading-room.js`],
  outfile: `${DIST}/reading-room.classic.js`,
  format: 'iife',
  plugins: [inside, styles, glue],
});
await ship({
  entryPoints: [`${SOURCES}/core.js`],
  outfile: `${DIST}/core.node.js`,
  plugins: [inside, styles, glue],
});
await cp(`${ROOT}pkg/types`, DIST, { recursive: true });
for (const [name, file] of Object.entries(MODULES)) await copyFile(`${ROOT}pkg/wasm/${name}.wasm`, `${DIST}/${file}`);
for (const licence of ['LICENSE-APACHE', 'LICENSE-MIT']) await copyFile(`${ROOT}${licence}`, `${ROOT}pkg/${licence}`);
