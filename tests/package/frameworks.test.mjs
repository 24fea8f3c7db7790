// Who owns what in a page that a framework renders, takes over from the server, and renders again: nothing gets lost.
import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { serve } from '../../xtask/serve.mjs';
import { standing, test } from './browser.mjs';
import { HOMES, move, run as runProgram, TITLE } from './homes.mjs';

/** @typedef {import('./browser.mjs').Tools} Tools */

const LETTER = 'Letter from A. Reader to B. Writer';


/**
 * The frameworks, and their pages that a browser takes over. Svelte has no wrapper: the page renders the empty article
 * itself.
 */
const FRAMEWORKS = [
  { name: 'react', pages: ['wrapper', 'written'] },
  { name: 'vue', pages: ['wrapper', 'written'] },
  { name: 'svelte', pages: ['wrapper'] },
];

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  for (const { name } of FRAMEWORKS) {
    const home = await move(name);
    for (const file of ['pages.js', 'letter.txt']) await cp(new URL(file, import.meta.url), join(home, file));
    await runProgram(process.execPath, ['build.js'], home);
  }
  const home = await move('innerhtml');
  await cp(join(home, 'node_modules/reading-room/dist'), join(home, 'reading-room'), { recursive: true });
  server = await serve({ root: HOMES, port: 0 });
});

after(() => server?.close());

/**
 * Runs in the page: starts the framework. The element is known before the page is taken over, as scripts that import
 * both have it; or not before the test says so; or its documents stand already.
 *
 * @param {string} script
 * @param {boolean} isHydrating
 * @param {'usual' | 'late' | 'standing'} [element]
 */
async function start(script, isHydrating, element = 'usual') {
  const page = /** @type {any} */ (globalThis);
  if (element === 'late') page.hold();
  const { start } = await import(script);
  const rooms = /** @type {any[]} */ ([...document.querySelectorAll('reading-room')]);
  page.before = rooms;
  if (element === 'standing') await Promise.all(rooms.map((room) => room.ready));
  page.set = start(document.getElementById('root'), page.state, isHydrating);
  if (element === 'late') page.release();
}

/** Runs in the page: changes the state. @param {object} change */
async function set(change) {
  await /** @type {any} */ (globalThis).set(change);
}

/** Runs in the page: what a reader sees, when all documents that were asked for stand. */
async function seen() {
  const rooms = /** @type {any[]} */ ([...document.querySelectorAll('reading-room')]);
  await Promise.all(rooms.map((room) => room.ready));
  // What the framework and the element have scheduled is done by then.
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return {
    heading: document.querySelector('h1')?.textContent,
    rooms: rooms.map((room) => ({
      name: room.id,
      class: room.className,
      articles: room.querySelectorAll('article[slot=document]').length,
      title: room.querySelector(':scope > article .rr-title')?.textContent,
      level: room.querySelector(':scope > article .rr-title')?.localName,
      isWhole: room.article?.textContent.includes('lies on the table'),
      isShown: room.article?.assignedSlot?.name,
      isSame: /** @type {any} */ (globalThis).refs?.[room.id] === room,
      others: [...room.children].filter(({ localName }) => localName !== 'article').map(({ textContent }) => textContent),
    })),
    heard: Array.from(document.querySelectorAll('output'), ({ textContent }) => textContent),
  };
}

/**
 * @param {string} name
 * @param {object} [but]
 */
function room(name, but) {
  return {
    name,
    class: 'room count-0',
    articles: 1,
    title: LETTER,
    level: 'h2',
    isWhole: true,
    isShown: 'document',
    isSame: true,
    others: ['Before 0', 'Plain text 0'],
    ...but,
  };
}

const NAMES = ['one', 'two', 'three'];
const frames = () => document.querySelectorAll('reading-room > article[data-frame]').length;
const opened = () => /** @type {any} */ (globalThis).opened;

for (const { name, pages } of FRAMEWORKS) {
  for (const mode of ['development', 'production']) {
    const visit = (/** @type {Tools} */ tools, /** @type {string} */ page) => tools.visit(`${server.url}${name}/${mode}/${page}.html`);
    const begin = (/** @type {Tools} */ tools, /** @type {unknown[]} */ ...given) => tools.run(start, './client/client.js', ...given);

    test(`${name}, ${mode}: documents stand, and stay when the page is rendered anew around and in them`, async (tools) => {
      await visit(tools, 'empty');
      await begin(tools, false);
      assert.deepEqual((await tools.run(seen)).rooms, NAMES.map((name) => room(name)));
      for (const count of [1, 2, 3]) await tools.run(set, { count });
      const others = ['Odd', 'Before 3', 'Plain text 3'];
      const { heading, rooms, heard } = await tools.run(seen);
      assert.equal(heading, 'Count 3');
      assert.deepEqual(rooms, NAMES.map((name) => room(name, { class: 'room count-3', others })));
      assert.deepEqual(heard, NAMES.map((name) => `load of ${name}`));
      assert.equal(await tools.run(opened), 3);
    });

    test(`${name}, ${mode}: documents that are moved, added and taken away load no other again`, async (tools) => {
      await visit(tools, 'empty');
      await begin(tools, false);
      await tools.run(seen);
      for (const rooms of [['three', 'two', 'one'], ['two', 'three', 'one']]) {
        await tools.run(set, { rooms });
        assert.deepEqual((await tools.run(seen)).rooms, rooms.map((name) => room(name)));
      }
      assert.equal(await tools.run(opened), 3);
      await tools.run(set, { rooms: ['four', 'one'] });
      assert.deepEqual((await tools.run(seen)).rooms, ['four', 'one'].map((name) => room(name)));
      assert.equal(await tools.run(opened), 4);
    });

    test(`${name}, ${mode}: what the page wishes otherwise is done, with everything in its place`, async (tools) => {
      await visit(tools, 'empty');
      await begin(tools, false);
      await tools.run(seen);
      await tools.run(set, { level: 4 });
      assert.deepEqual((await tools.run(seen)).rooms, NAMES.map((name) => room(name, { level: 'h4' })));
      const others = ['Odd', 'Before 1', 'Plain text 1'];
      await tools.run(set, { isolated: true });
      const isolated = { articles: 0, title: null, level: null, isShown: null };
      assert.deepEqual((await tools.run(seen)).rooms, NAMES.map((name) => room(name, isolated)));
      await tools.run(set, { count: 1 });
      assert.equal(await tools.run(frames), 3, 'the articles of the framework have to stay');
      await tools.run(set, { isolated: false });
      assert.deepEqual(
        (await tools.run(seen)).rooms,
        NAMES.map((name) => room(name, { level: 'h4', class: 'room count-1', others })),
      );
    });

    test(`${name}, ${mode}: the page hears of each document, and can keep it from being asked for`, async (tools) => {
      await visit(tools, 'empty');
      await tools.run(() => /** @type {any} */ (globalThis).state.isClosed = true);
      await begin(tools, false);
      await tools.run(() => Promise.allSettled(Array.from(document.querySelectorAll('reading-room'), (room) => /** @type {any} */ (room).ready)));
      const heard = () => Array.from(document.querySelectorAll('output'), ({ textContent }) => textContent);
      const isHeard = () => [...document.querySelectorAll('output')].every(({ textContent }) => textContent !== 'nothing');
      await tools.wait('the page has to hear of it', isHeard);
      assert.deepEqual(await tools.run(heard), NAMES.map((name) => `prevented: ${name}`));
      assert.equal(await tools.run(() => document.querySelector('reading-room > article[slot]')), null);
      await tools.run(set, { isClosed: false, rooms: ['one', 'four'] });
      await tools.run(() => /** @type {any} */ (document.getElementById('one')).setAttribute('src', 'letter.txt?one'));
      assert.deepEqual((await tools.run(seen)).rooms, ['one', 'four'].map((name) => room(name)));
      assert.deepEqual(await tools.run(heard), ['one', 'four'].map((name) => `load of ${name}`));
    });

    for (const page of pages) {
      for (const element of ['usual', 'late', 'standing']) {
        const form = page === 'written' ? 'an article that was written on the server' : 'the page';
        test(`${name}, ${mode}: ${form} is taken over, the element being ${element}`, async (tools) => {
          await visit(tools, page);
          await begin(tools, true, element);
          assert.deepEqual((await tools.run(seen)).rooms, NAMES.map((name) => room(name)));
          const isKept = () => /** @type {any} */ (globalThis).before.every((/** @type {Element} */ room) => room.isConnected);
          assert.ok(await tools.run(isKept), 'the elements have to be those that the server sent');
          assert.equal(await tools.run(opened), page === 'written' ? 0 : 3);
          // A framework that renders no article any more empties its own.
          if (page === 'written') await tools.run(set, { html: null });
          await tools.run(set, { count: 1 });
          const others = ['Odd', 'Before 1', 'Plain text 1'];
          assert.deepEqual((await tools.run(seen)).rooms, NAMES.map((name) => room(name, { class: 'room count-1', others })));
          await tools.run(set, { level: 5 });
          assert.deepEqual((await tools.run(seen)).rooms, NAMES.map((name) => room(name, { level: 'h5', class: 'room count-1', others })));
        });
      }
    }

    for (const element of ['late', 'standing']) {
      test(`${name}, ${mode}: the bare tag is taken over, the element being ${element}, and its text stands in the end`, async (tools) => {
        await visit(tools, 'bare');
        await begin(tools, true, element);
        await tools.run(set, { count: 1 });
        const others = ['Odd', 'Before 1', 'Plain text 1'];
        const rooms = (await tools.run(seen)).rooms.map((room) => ({ ...room, isSame: true }));
        assert.deepEqual(rooms, NAMES.map((name) => room(name, { class: 'room count-1', others })));
        // Where it stands already, frameworks say that the page is not what the server sent.
        const lines = await tools.takeConsole();
        if (element === 'late') assert.deepEqual(lines, []);
      });
    }
  }
}

test('a page that writes its markup anew, around the element and in it, has its text again', async ({ visit, run, wait }) => {
  await visit(`${server.url}innerhtml/index.html`);
  assert.equal(await run(standing), TITLE);
  await run(() => {
    const around = /** @type {HTMLElement} */ (document.getElementById('around'));
    for (let count = 0; count < 3; count++) around.innerHTML = '<reading-room src="telegram.txt"><a href="telegram.txt">Text</a></reading-room>';
  });
  assert.equal(await run(standing), TITLE);
  await run(() => {
    const room = /** @type {HTMLElement} */ (document.querySelector('reading-room'));
    room.innerHTML = '<a href="telegram.txt">Another text</a>';
  });
  const isBack = () => document.querySelector('reading-room > article')?.textContent?.includes('A. DOBRYNIN');
  await wait('the article has to come back', isBack);
  await run(() => document.querySelector('reading-room > article')?.remove());
  await wait('the article has to come back', isBack);
  assert.equal(await run(() => document.querySelector('reading-room > a')?.textContent), 'Another text');
  assert.equal(await run(() => document.querySelectorAll('reading-room > article').length), 1);
  // A framework may replace the article that it owns.
  await run(() => {
    const room = /** @type {HTMLElement} */ (document.querySelector('reading-room'));
    room.innerHTML = '<article data-frame></article><article data-frame id="second"></article>';
    room.firstElementChild?.remove();
  });
  await wait('the article has to come back', isBack);
  assert.equal(await run(() => document.querySelector('reading-room > article')?.id), 'second');
  assert.equal(await run(() => document.querySelectorAll('reading-room > article').length), 1);
});
