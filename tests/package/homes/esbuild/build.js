import { build } from 'esbuild';
import { cp, readdir } from 'node:fs/promises';

await build({ entryPoints: ['main.js'], bundle: true, splitting: true, format: 'esm', minify: true, outdir: 'out' });
// esbuild leaves the addresses of the modules as they are, beside the script.
const dist = 'node_modules/reading-room/dist';
for (const name of await readdir(dist)) if (name.endsWith('.wasm')) await cp(`${dist}/${name}`, `out/${name}`);
