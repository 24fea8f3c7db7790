/**
 * The reference of the element, made of the one place that documents it: `pkg/custom-elements.json`.
 *
 * `cargo xtask reference` writes `docs/element.md`, and the same into the package's README.
 */
import { readFile, realpath, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = new URL('..', import.meta.url);
const MANIFEST = new URL('pkg/custom-elements.json', ROOT);
const PAGE = new URL('docs/element.md', ROOT);
const README = new URL('pkg/README.md', ROOT);

/** Between these lines the README has the reference. */
const PLACE = /(<!-- The reference: written by xtask\/reference.mjs -->\n)[^]*(<!-- The end of the reference -->)/;

/**
 * @typedef {{ text: string }} Type
 * @typedef {{ name: string, type?: Type, default?: string, description?: string }} Item
 * @typedef {Item & { fieldName: string }} Attribute
 * @typedef {Item & { kind: string, attribute?: string, static?: boolean, parameters?: Item[], return?: { type: Type } }} Member
 * @typedef {Item & { syntax?: string }} Property
 * @typedef {{ tagName: string, summary: string, description: string, attributes: Attribute[], members: Member[], events: Item[],
 *   slots: Item[], cssParts: Item[], cssProperties: Property[] }} Declaration
 */

/** What the manifest says of the element. @returns {Promise<Declaration>} */
export async function declaration() {
  return JSON.parse(await readFile(MANIFEST, 'utf8')).modules[0].declarations[0];
}

/** The files that hold the reference, as they have to be. @returns {Promise<[URL, string][]>} */
export async function references() {
  const element = await declaration();
  const head = `# \`<${element.tagName}>\`\n\n${element.summary}\n\n${element.description}\n`;
  const note = '<!-- Written by xtask/reference.mjs from pkg/custom-elements.json. -->\n';
  const readme = await readFile(README, 'utf8');
  return [
    [PAGE, `${note}\n${head}\n${tables(element, '##')}`],
    [README, readme.replace(PLACE, (_, before, after) => `${before}\n${tables(element, '###')}\n${after}`)],
  ];
}

/**
 * @param {Declaration} element
 * @param {string} level
 */
function tables(element, level) {
  const { attributes, members, events, slots, cssParts, cssProperties } = element;
  const fields = members.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  const methods = members.filter(({ kind }) => kind === 'method');
  const name = (/** @type {Item} */ { name }) => code(name);
  const words = (/** @type {Item} */ { description }) => description ?? '';
  const type = (/** @type {Item} */ { type }) => code(type?.text ?? '');
  const initial = (/** @type {Item} */ it) => code(it.default ?? '');
  const sections = [
    table('Attributes and their properties', attributes, {
      attribute: name,
      property: (it) => code(it.fieldName),
      values: type,
      'if not set': initial,
      'what it is': words,
    }),
    table('Other properties', fields, { property: (it) => code(it.static ? `ReadingRoom.${it.name}` : it.name), type, 'what it is': words }),
    table('Methods', methods, { method: (it) => code(signature(it)), gives: (it) => code(it.return?.type.text ?? ''), 'what it does': words }),
    table('Events', events, { event: name, type, when: words }),
    'Those that begin with `rr-` bubble and leave shadow roots.\n',
    table('Slots', slots, { slot: (it) => (it.name ? name(it) : 'without a name'), 'what it holds': words }),
    table('Parts', cssParts, { part: name, 'what it is': words }),
    table('Custom properties', cssProperties, { property: name, 'if not set': initial, 'what it is': words }),
  ];
  return sections.map((section) => section.replace(/^#/, level)).join('\n');
}

/**
 * @template {Item} It
 * @param {string} title
 * @param {It[]} items
 * @param {Record<string, (item: It) => string>} columns
 */
function table(title, items, columns) {
  const row = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |\n`;
  const names = Object.keys(columns);
  const rows = items.map((item) => row(Object.values(columns).map((cell) => cell(item).replaceAll('|', '\\|'))));
  return `# ${title}\n\n${row(names)}${row(names.map(() => '---'))}${rows.join('')}`;
}

/** @param {Member} method */
function signature({ name, parameters = [] }) {
  return `${name}(${parameters.map(({ name, type }) => `${name}: ${type?.text}`).join(', ')})`;
}

/** @param {string} text */
function code(text) {
  return text && `\`${text}\``;
}

if (process.argv[1] && import.meta.url === pathToFileURL(await realpath(process.argv[1])).href) {
  for (const [file, text] of await references()) {
    await writeFile(file, text);
    console.log(`Written: ${fileURLToPath(file)}`);
  }
}
