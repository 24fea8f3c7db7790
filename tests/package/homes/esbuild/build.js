import { build } from 'esbuild';
import { cp } from 'node:fs/promises';

await build({ entryPoints: ['main.js'], bundle: true, splitting: true, format: 'esm', minify: true, outdir: 'out' });
// esbuild leaves the addresses of the modules as they are, beside the script.
for (const kind of ['', '-text', '-tei', '-html', '-markdown', '-office', '-full', '-full-text', '-full-tei', '-core']) {
  const name = `reading-room${kind}.wasm`;
  await cp(`node_modules/reading-room/dist/${name}`, `out/${name}`);
}
