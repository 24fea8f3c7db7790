import { readFile } from 'node:fs/promises';
import { compile, compileModule } from 'svelte/compiler';
import { buildPages } from './pages.js';

const svelte = (generate, dev) => ({
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte(\.js)?$/ }, async ({ path: filename }) => {
      const source = await readFile(filename, 'utf8');
      const make = filename.endsWith('.js') ? compileModule : compile;
      return { contents: make(source, { filename, generate, dev }).js.code };
    });
  },
});

await buildPages({ client: 'client.svelte.js', server: 'server.js', plugins: svelte });
