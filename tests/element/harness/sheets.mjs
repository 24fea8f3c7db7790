/** Style sheets of pages, as they come from others: the element has to look the same in all of them. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** @param {string | URL} path */
const read = (path) => readFile(path, 'utf8');

const preflight = await read(require.resolve('tailwindcss/preflight.css'));

/** By the names of those they are of. @type {Record<string, string>} */
export const SHEETS = {
  'Bootstrap 5': await read(require.resolve('bootstrap/dist/css/bootstrap.css')),
  // The rules of both are the same; those of 4 are in a layer.
  'Tailwind 3': preflight,
  'Tailwind 4': `@layer theme, base, components, utilities; @layer base { ${preflight} }`,
  '* { all: unset }': '* { all: unset }',
  'a block theme of WordPress': await read(new URL('../pages/block-theme.css', import.meta.url)),
};
