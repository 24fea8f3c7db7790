/** The bars: what is measured, under which conditions, and what it is to come to. */
import { access } from './access.mjs';
import { adopted } from './adopted.mjs';
import { load } from './load.mjs';
import { nodes } from './nodes.mjs';
import { scroll } from './scroll.mjs';
import { print, take } from './whole.mjs';

/**
 * A bar of pages: by a load under the conditions, if nothing else is said; in as many rounds as there are.
 *
 * @typedef {import('../report/bar.mjs').Bar & {
 *   texts: string[],
 *   conditions?: import('./load.mjs').Conditions,
 *   measure?: typeof access,
 *   rounds?: number,
 * }} Bar
 */

const VOLUMES = ['v1', 'v5', 'v10'];
const ALL = ['static', 'unseen', 'element'];
const WITH_RENDERED = [...ALL, 'rendered'];
const BUILDS = ['static', 'element', 'inside', 'one'];

/** Of the package, until the whole text is there. @type {import('../report/bar.mjs').Measure} */
const BYTES = { what: 'bytes', title: 'loaded besides the text, compressed', unit: 'kB' };

/** @type {Bar[]} */
export const BARS = [
  {
    name: 'open',
    title: 'A volume opens',
    says: 'From the request to the first screen (to the foot of the window, and painted), and to the whole text in the page; the memory of the page’s process, once it has nothing left to do.',
    texts: VOLUMES,
    peers: WITH_RENDERED,
    conditions: { memory: true },
    measures: [
      { what: 'screen', title: 'first screen', unit: 'ms', than: 'paint', most: { element: 1.3 } },
      { what: 'whole', title: 'whole text', unit: 'ms', than: 'whole', most: { element: 0.55 } },
      { what: 'memory', title: 'private memory', unit: 'MB', than: 'memory', most: { element: 1 } },
      BYTES,
    ],
  },
  {
    name: 'slow',
    title: 'A slow processor',
    says: 'At a quarter of the speed, from the request to half a second after the whole text: the longest task, what tasks take beyond 50 ms each, and how far things shift.',
    texts: VOLUMES,
    peers: ALL,
    conditions: { slower: 4 },
    measures: [
      { what: 'longest', title: 'longest task (0: none over 50 ms)', unit: 'ms', most: { element: 50 } },
      { what: 'blocked', title: 'total blocking time', unit: 'ms', most: { element: 0 } },
      { what: 'shift', title: 'layout shift', most: { element: 0.01 } },
      { what: 'whole', title: 'whole text', unit: 'ms', than: 'whole' },
    ],
  },
  {
    name: 'access',
    title: 'What assistive technology is told',
    says: 'How many headings and paragraphs of the text are missing in Chromium’s accessibility tree: right after the first screen, and in the end.',
    texts: VOLUMES,
    peers: ALL,
    rounds: 1,
    measure: access,
    measures: [
      { what: 'headings', title: 'headings of the text' },
      { what: 'headings at once', title: 'headings missing at once', most: { element: 0 } },
      { what: 'headings in the end', title: 'headings missing in the end', most: { element: 0 } },
      { what: 'paragraphs', title: 'paragraphs of the text' },
      { what: 'paragraphs in the end', title: 'paragraphs missing in the end', most: { element: 0 } },
    ],
  },
  {
    name: 'scroll',
    title: 'Reading through',
    says: 'To the end and back by keyboard, wheel and scroll bar: pictures without text, words that move otherwise than they are scrolled, ends that are not reached.',
    texts: ['v1', 'v10'],
    peers: ALL,
    rounds: 1,
    measure: scroll,
    measures: [
      { what: 'pictures', title: 'pictures' },
      { what: 'blank', title: 'blank pictures', most: { element: 0 } },
      { what: 'least text', title: 'rows with text in the emptiest one', unit: '%' },
      { what: 'steps', title: 'steps' },
      { what: 'jumps', title: 'steps at which words jump', most: { element: 0 } },
      { what: 'jump', title: 'the farthest jump', unit: 'px' },
      { what: 'not at the end', title: 'ends not reached', most: { element: 0 } },
    ],
  },
  {
    name: 'link',
    title: 'A link to the last document',
    says: 'The address of the page ends with the id of the last document: when that stands in view, and how far it moves while the rest loads.',
    texts: ['v10'],
    peers: WITH_RENDERED,
    conditions: { link: true },
    measures: [
      { what: 'arrived', title: 'in view', unit: 'ms', than: 'arrived', most: { element: 0.7 } },
      { what: 'strayed', title: 'moves afterwards', unit: 'px', most: { element: 4 } },
    ],
  },
  {
    name: 'stream',
    title: 'A line of 10 Mbit/s',
    says: 'When the first screen stands, while the rest is still on its way.',
    texts: VOLUMES,
    peers: WITH_RENDERED,
    conditions: { line: { bits: 10e6, trip: 0 } },
    measures: [
      { what: 'screen', title: 'first screen', unit: 'ms', than: 'paint', most: { element: 1.3 } },
      { what: 'whole', title: 'whole text', unit: 'ms', than: 'whole' },
    ],
  },
  {
    name: 'telegram',
    title: 'A telegram',
    says: 'From the request to the whole text, without a limit on the line.',
    texts: ['telegram'],
    peers: ['static', 'element', 'preloaded', 'rendered'],
    measures: [
      { what: 'whole', title: 'whole text', unit: 'ms', than: 'whole', most: { element: 1.7 } },
      BYTES,
    ],
  },
  {
    name: 'line',
    title: 'A telegram on a slow line',
    says: 'The same at 1.6 Mbit/s and with a round trip of 150 ms.',
    texts: ['telegram'],
    peers: ['static', 'element', 'preloaded', 'rendered'],
    conditions: { line: { bits: 1.6e6, trip: 150 } },
    measures: [
      { what: 'whole', title: 'whole text', unit: 'ms', than: 'whole', most: { element: 2.4, preloaded: 2 } },
      { what: 'requests', title: 'requests' },
    ],
  },
  {
    name: 'adopted',
    title: 'A telegram that was rendered ahead of time',
    says: 'The element takes over the article that stands: what it replaces, and what it asks for besides its script.',
    texts: ['telegram'],
    peers: ['rendered'],
    measure: adopted,
    measures: [
      { what: 'nodes', title: 'nodes' },
      { what: 'replaced', title: 'nodes replaced', most: { rendered: 0 } },
      { what: 'early', title: 'requests before text is painted', most: { rendered: 0 } },
      { what: 'later', title: 'requests in all' },
      { what: 'shift', title: 'layout shift', most: { rendered: 0 } },
    ],
  },
  {
    name: 'builds',
    title: 'Ways to build the module',
    says: 'A telegram, without a limit on the line: the element as it is; with the module for records inside the script, in base64, instead of in a file of its own; and with the one module that can do everything instead of the small first one.',
    texts: ['telegram'],
    peers: BUILDS,
    measures: [{ what: 'whole', title: 'whole text', unit: 'ms', than: 'whole' }, BYTES],
  },
  {
    name: 'builds-line',
    title: 'Ways to build the module, on a slow line',
    says: 'The same at 1.6 Mbit/s and with a round trip of 150 ms.',
    texts: ['telegram'],
    peers: BUILDS,
    conditions: { line: { bits: 1.6e6, trip: 150 } },
    measures: [{ what: 'whole', title: 'whole text', unit: 'ms', than: 'whole' }, { what: 'requests', title: 'requests' }],
  },
  {
    name: 'nodes',
    title: 'Ways to make nodes',
    says: 'From the bytes of a volume to the nodes of its article, in one go and in no page: by the instructions that the element reads, or by a string of HTML that the browser’s parser reads.',
    texts: ['v5'],
    peers: ['instructions', 'inner', 'unsafe'],
    measure: nodes,
    measures: [
      { what: 'whole', title: 'bytes to nodes', unit: 'ms', than: 'whole', base: 'instructions' },
      { what: 'nodes', title: 'nodes alone', unit: 'ms', than: 'nodes', base: 'instructions' },
      { what: 'elements', title: 'elements' },
    ],
  },
  {
    name: 'take',
    title: 'Finding and copying',
    says: 'Right after the text is there, its last words are looked for, then all of it is selected and copied.',
    texts: VOLUMES,
    peers: ALL,
    rounds: 1,
    measure: take,
    measures: [
      { what: 'found', title: 'last words found', least: { element: 1 } },
      { what: 'not copied', title: 'paragraphs not copied', most: { element: 0 } },
      { what: 'characters copied', title: 'characters copied' },
    ],
  },
  {
    name: 'print',
    title: 'Printing',
    says: 'Pages that are printed, and how many more there are when nothing in the page is left to be laid out later.',
    texts: VOLUMES,
    peers: ALL,
    rounds: 1,
    measure: print,
    measures: [
      { what: 'printed', title: 'pages printed' },
      { what: 'not printed', title: 'pages missing', most: { element: 0 } },
    ],
  },
];

/**
 * @param {Bar} bar
 * @returns {typeof access}
 */
export function measureOf({ measure, conditions = {} }) {
  return measure ?? ((chromium, site, visit) => load(chromium, site, visit, conditions));
}
