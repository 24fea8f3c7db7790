// The package where there is no page: in Node, Deno and Bun.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { HOMES, move, run, TITLE } from './homes.mjs';

/** @type {string} */
let home;

before(async () => void (home = await move('node')));

/** The programs, as npm's packages for this system have them. @type {[string, () => string | undefined, string[]][]} */
const RUNTIMES = [
  ['Node', () => process.execPath, []],
  ['Deno', () => program('@deno', 'deno'), ['run', '--allow-read', '--no-remote']],
  ['Bun', () => program('@oven', 'bin/bun'), ['run']],
];

for (const [name, find, words] of RUNTIMES) {
  test(`${name} reads a document, and writes it as data and HTML`, async (report) => {
    const runtime = find();
    if (!runtime) return report.skip(`npm has no ${name} for this system`);
    const { article, fragment, page, ...others } = JSON.parse(await run(runtime, [...words, 'core.js'], home));
    assert.deepEqual(others, {
      element: ['ReadingRoom'],
      elementClass: ['ReadingRoom'],
      isDefined: false,
      version: 1,
      title: TITLE,
      date: '1962-11-14',
      provenance: 5,
      ends: 'A. DOBRYNIN',
      style: true,
      string: 'A text of one line.',
      windows1251: 'Привет',
      tei: 'An open book.',
      alike: 1,
      codes: ['not-openable', 'empty', 'not-text', 'no-parser'],
    });
    assert.match(article, /^<article [^>]*>.*<h3 class="rr-title">.*<\/article>$/s);
    assert.match(fragment, /^<reading-room src="telegram.txt"><template .*<\/article><\/reading-room>\n$/s);
    assert.match(page, /^<!DOCTYPE html>\s*<html lang="en">.*<script type="module" src="reading-room\/reading-room.js">.*<h1 class="rr-title">/is);
  });
}

test('the wrappers write the tag, and in it the article that the element fills or takes over', async () => {
  const said = JSON.parse(await run(process.execPath, ['wrappers.js'], home));
  const empty = {
    react: /^<reading-room (?=[^>]*src="telegram.txt")(?=[^>]*heading-level="3")(?=[^>]*id-prefix="a")(?=[^>]*details="")(?![^>]*isolated)[^>]*><article data-frame=""><\/article><a>Text<\/a><\/reading-room>$/,
    vue: /^<reading-room (?=[^>]*src="telegram.txt")(?=[^>]*heading-level="3")(?=[^>]*id-prefix="a")(?=[^>]* details)(?![^>]*isolated)[^>]*><article data-frame(="")? data-allow-mismatch(="")?><\/article><!--\[--><a>Text<\/a><!--\]--><\/reading-room>$/,
  };
  for (const [name, form] of Object.entries(empty)) assert.match(said[name], form);
  const inside = said.html.replace(/^<article[^>]*>/, '');
  for (const name of ['reactWritten', 'vueWritten']) {
    assert.ok(said[name].includes(inside), `the ${name} article has to be the one that core wrote`);
    const [tag] = /** @type {RegExpExecArray} */ (/<article[^>]*>/.exec(said[name]));
    for (const attribute of ['slot="document"', 'class="rr"', 'lang="en"', 'dir="ltr"']) assert.ok(tag.includes(attribute), tag);
  }
});

/**
 * @param {string} scope
 * @param {string} file
 */
function program(scope, file) {
  const folder = join(HOMES, 'node_modules', scope);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((name) => join(folder, name, file)).find((path) => existsSync(path));
}
