// The tarball as such: what is in it, and what the tools of others say about it.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HOMES, move, pack, tool } from './homes.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that npm hands out. */
const FILES = [
  'LICENSE-APACHE',
  'LICENSE-MIT',
  'README.md',
  'custom-elements.json',
  'dist/controls.js',
  'dist/controls.js.map',
  'dist/core.d.ts',
  'dist/core.js',
  'dist/core.js.map',
  'dist/core.node.js',
  'dist/core.node.js.map',
  'dist/detection.js',
  'dist/detection.js.map',
  'dist/element.d.ts',
  'dist/element.js',
  'dist/element.js.map',
  'dist/forms.js',
  'dist/forms.js.map',
  'dist/full.js',
  'dist/full.js.map',
  'dist/react.d.ts',
  'dist/react.js',
  'dist/react.js.map',
  'dist/reading-room-core.wasm',
  'dist/reading-room-detection.wasm',
  'dist/reading-room-full-tei.wasm',
  'dist/reading-room-full-text.wasm',
  'dist/reading-room-full.wasm',
  'dist/reading-room-html.wasm',
  'dist/reading-room-markdown.wasm',
  'dist/reading-room-office.wasm',
  'dist/reading-room-papers.wasm',
  'dist/reading-room-plain.wasm',
  'dist/reading-room-tei.wasm',
  'dist/reading-room-text.wasm',
  'dist/reading-room.classic.d.ts',
  'dist/reading-room.classic.js',
  'dist/reading-room.classic.js.map',
  'dist/reading-room.d.ts',
  'dist/reading-room.js',
  'dist/reading-room.js.map',
  'dist/reading-room.wasm',
  'dist/reasons.js',
  'dist/reasons.js.map',
  'dist/structure.js',
  'dist/structure.js.map',
  'dist/vue.d.ts',
  'dist/vue.js',
  'dist/vue.js.map',
  'dist/zip.js',
  'dist/zip.js.map',
  'package.json',
];

test('the tarball has these files and no other', async () => {
  assert.deepEqual((await pack()).files, FILES);
});

test('publint has nothing to say', async () => {
  const home = await move('plain');
  await tool('publint/src/cli.js', ['run', 'node_modules/reading-room', '--strict', '--pack', 'false'], home);
});

test('the types resolve wherever modules do', async () => {
  const { path } = await pack();
  const modules = ['.', 'element', 'core', 'react', 'vue', 'reading-room.classic.js'];
  await tool('@arethetypeswrong/cli/dist/index.js', [path, '--profile', 'esm-only', '--entrypoints', ...modules], HOMES);
});

test('a project with strict types uses every door', async () => {
  await tool('typescript/bin/tsc', ['--project', '.'], await move('types'));
});

test('the wrappers are true to their types', async () => {
  const folder = await mkdtemp(join(HOMES, 'wrappers-'));
  const wrappers = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: {
      module: 'esnext',
      moduleResolution: 'bundler',
      types: [],
      // The frameworks are installed here, and not where the wrappers lie.
      paths: { react: [join(HOMES, 'node_modules/@types/react')], vue: [join(HOMES, 'node_modules/vue')] },
    },
    include: [],
    exclude: [],
    files: ['react.js', 'vue.js', 'glue.d.ts'].map((name) => join(ROOT, 'pkg/src', name)),
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(wrappers));
  await tool('typescript/bin/tsc', ['--project', '.'], folder).finally(() => rm(folder, { recursive: true }));
});

test('the source maps hold their sources, and name no folder of whoever built them', async () => {
  const dist = join(await move('plain'), 'node_modules/reading-room/dist');
  for (const file of FILES.filter((file) => file.endsWith('.map'))) {
    const { sources, sourcesContent } = JSON.parse(await readFile(join(dist, '..', file), 'utf8'));
    assert.deepEqual(sources.filter((/** @type {string} */ source) => !/^(\.\.\/src\/[\w-]+\.js|(glue|style|bytes):[\w-]+)$/.test(source)), [], file);
    assert.equal(sourcesContent.filter(Boolean).length, sources.length, file);
  }
});
