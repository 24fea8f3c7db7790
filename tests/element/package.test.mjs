// The npm package as such.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import * as actual from '../../pkg/dist/reading-room.js';

const folder = new URL('../../pkg/', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('package.json', folder), 'utf8'));

/** @typedef {typeof import('../../pkg/types/reading-room.d.ts')} Declared */
/** @typedef {typeof actual} Actual */
/** @typedef {InstanceType<Declared['ReadingRoom']>} DeclaredRoom */

// pkg/types/reading-room.d.ts is written by hand: tsc fails here when it says something else than pkg/reading-room.js,
/** @type {Declared} */
export const declared = actual;
// and here when it leaves something out.
/** @type {Exclude<keyof actual.ReadingRoom, keyof DeclaredRoom> extends never ? 'complete' : never} */
export const declaration = 'complete';

test('where there is no DOM, importing the module does nothing and throws nothing', () => {
  assert.deepEqual(Object.keys(actual), ['ReadingRoom']);
});

test('the package has every file that it promises', () => {
  const { exports, types } = manifest;
  const promised = [types, ...Object.values(exports).flatMap((it) => (typeof it === 'string' ? it : Object.values(it)))];
  const missing = promised.filter((path) => !existsSync(new URL(path, folder)));
  assert.deepEqual(missing, []);
});
