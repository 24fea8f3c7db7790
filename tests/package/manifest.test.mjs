// The manifest says what the element has, neither less nor more, and the reference is what was made of it.
import assert from 'node:assert/strict';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as nodeTest } from 'node:test';
import { ReadingRoom } from '../../pkg/dist/element.js';
import { serve } from '../../xtask/serve.mjs';
import { declaration, references } from '../../xtask/reference.mjs';
import { leave, standing, test } from './browser.mjs';
import { load, move } from './homes.mjs';

const ROOT = new URL('../..', import.meta.url);
const CALLBACKS = /^(constructor|\w+Callback)$/;

const element = await declaration();
const { attributes, members, events, slots, cssParts, cssProperties } = element;

/** @param {{ name: string }[]} items */
const names = (items) => items.map(({ name }) => name).sort();

/** @param {string} path */
const source = (path) => readFile(new URL(path, ROOT), 'utf8');

/**
 * @param {string} text
 * @param {RegExp} form
 */
const all = (text, form) => [...new Set([...text.matchAll(form)].map(([, found]) => found))].sort();

nodeTest('docs/element.md and the README are up to date', async () => {
  for (const [file, text] of await references()) {
    assert.equal(await readFile(file, 'utf8'), text, 'Run `cargo xtask reference`.');
  }
});

nodeTest('it is a manifest, as its schema has it', async () => {
  const check = new (load('ajv'))({ allErrors: true, strict: false }).compile(load('custom-elements-manifest/schema.json'));
  check(JSON.parse(await source('pkg/custom-elements.json')));
  assert.deepEqual(check.errors, null);
});

nodeTest('attributes, properties and methods are those of the class', () => {
  assert.deepEqual(names(attributes), [...ReadingRoom.observedAttributes].sort());
  const own = Object.entries(Object.getOwnPropertyDescriptors(ReadingRoom.prototype)).filter(([name]) => !CALLBACKS.test(name));
  const fields = members.filter((it) => it.kind === 'field' && !it.static);
  assert.deepEqual(names(fields), own.filter(([, { get }]) => get).map(([name]) => name).sort());
  assert.deepEqual(names(fields.filter((it) => it.attribute)), own.filter(([, { set }]) => set).map(([name]) => name).sort());
  assert.deepEqual(names(members.filter((it) => it.kind === 'method')), own.filter(([, { value }]) => value).map(([name]) => name).sort());
  const ofClass = Object.entries(Object.getOwnPropertyDescriptors(ReadingRoom)).filter(([, { get }]) => get);
  assert.deepEqual(names(members.filter((it) => it.static)), ofClass.map(([name]) => name));
  for (const { name, attribute } of fields.filter((it) => it.attribute)) {
    assert.equal(attributes.find((it) => it.name === attribute)?.fieldName, name);
  }
});

nodeTest('events are those that the element dispatches, and that its types name', async () => {
  const code = (await source('pkg/src/element.js')) + (await source('pkg/src/controls.js'));
  const dispatched = [...all(code, /announce\('(\w+)'/g).map((name) => `rr-${name}`), ...all(code, /new Event\('(\w+)'\)/g)];
  assert.deepEqual(names(events), dispatched.sort());
  const typed = all(await source('pkg/types/reading-room.d.ts'), /'(rr-\w+)': CustomEvent/g);
  assert.deepEqual(names(events).filter((name) => name.startsWith('rr-')), typed);
});

nodeTest('custom properties are those that the style sheets read', async () => {
  const sheets = ['src/render/style.css', 'pkg/src/host.css', 'pkg/src/controls.css'].map(source);
  assert.deepEqual(names(cssProperties), all((await Promise.all(sheets)).join(''), /var\((--rr-\w+)/g));
});

nodeTest('the component for Vue takes the same properties and emits the same events', async () => {
  const { ReadingRoom: Component } = await import(join(await move('node'), 'node_modules/reading-room/dist/vue.js'));
  const taken = members.filter((it) => it.attribute).map(({ name }) => name);
  assert.deepEqual(Object.keys(Component.props).sort(), [...taken, 'html'].sort());
  assert.deepEqual(Component.emits.map((/** @type {string} */ name) => `rr-${name}`).sort(), names(events).filter((name) => name.startsWith('rr-')));
});

test('slots and parts are those of the shadow root; properties begin as it says, and are attributes', async ({ visit, run, wait }) => {
  const home = await move('plain');
  await cp(join(home, 'node_modules/reading-room/dist'), join(home, 'reading-room'), { recursive: true });
  const server = await serve({ root: home, port: 0 });
  try {
    await visit(`${server.url}index.html`);
    await run(standing);
    await run(() => document.querySelector('reading-room')?.toggleAttribute('details', true));
    await wait('the details have to open', () =>
      document.querySelector('reading-room')?.shadowRoot?.querySelector('[part=details-content] [part=copy]'),
    );
    const has = await run(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('reading-room')?.shadowRoot);
      const values = (/** @type {string} */ selector, /** @type {string} */ name) =>
        [...new Set(Array.from(root.querySelectorAll(selector), (it) => it.getAttribute(name) ?? ''))].sort();
      return { slots: values('slot', 'name'), parts: values('[part]', 'part') };
    });
    assert.deepEqual(has, { slots: names(slots), parts: names(cssParts) });
    const fields = members.filter((it) => it.attribute);
    const initial = await run((names) => {
      const room = document.createElement('reading-room');
      return names.map((/** @type {string} */ name) => Reflect.get(room, name));
    }, names(fields));
    const said = names(fields).map((name) => fields.find((it) => it.name === name)?.default?.replaceAll("'", '"') ?? '');
    assert.deepEqual(initial, said.map((text) => JSON.parse(text)));
    const reflected = await run((names) => {
      const room = document.createElement('reading-room');
      return names.map((/** @type {string} */ name) => {
        Reflect.set(room, name, true);
        return room.getAttributeNames().at(-1);
      });
    }, names(fields));
    assert.deepEqual(reflected, names(fields).map((name) => fields.find((it) => it.name === name)?.attribute));
  } finally {
    await leave();
    await server.close();
  }
});
