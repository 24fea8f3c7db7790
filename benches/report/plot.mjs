/** Tables as pictures: a bar for each figure that counts, and a line where its target is. */
import { baseOf } from './bar.mjs';
import { OTHERS, PEERS, TEXTS } from './names.mjs';

/** @typedef {import('./figures.mjs').Figure} Figure */

const [WIDTH, LEFT, RIGHT, ROW, GAP] = [760, 300, 70, 22, 34];

/** Legible on light and on dark ground. */
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: light-dark(#222, #ddd) }
  .name { text-anchor: end }
  .title { font-weight: 600 }
  rect { fill: light-dark(#b9b4aa, #6b675f) }
  .ours { fill: light-dark(#cf7a62, #b05f47) }
  line { stroke: light-dark(#222, #ddd) }
  .target { stroke-width: 2; stroke-dasharray: 4 3 }
  svg { color-scheme: light dark }`;

/**
 * What has a target, or all of it where nothing has.
 *
 * @param {import('./bar.mjs').Bar} bar
 * @param {Figure[]} all
 */
export function plot({ title, measures }, all) {
  const judged = measures.filter(({ most, least }) => most ?? least);
  const shown = judged.length > 0 ? judged : measures;
  let y = 0;
  const drawn = shown.map((measure) => {
    const { svg, height } = panel(all.filter((figure) => figure.measure === measure), y);
    y += height;
    return svg;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img">
<title>${title}</title>
<style>${STYLE}
</style>
${drawn.join('\n')}
</svg>
`;
}

/**
 * One measure: a row for each text and page.
 *
 * @param {Figure[]} figures
 * @param {number} top
 */
function panel(figures, top) {
  const { than, unit = '' } = figures[0].measure;
  const shown = (/** @type {Figure} */ { value, ratio }) => (than ? ratio : value);
  const scale = (/** @type {number} */ value) => (than ? value : value / (SCALES[unit] ?? 1));
  const most = Math.max(...figures.flatMap((figure) => [scale(shown(figure)?.median ?? 0), figure.target ?? 0]), 1e-9);
  const x = (/** @type {number} */ scaled) => LEFT + (scaled / most) * (WIDTH - LEFT - RIGHT);
  const rows = figures.map((figure, index) => {
    const y = top + GAP + index * ROW;
    const { text, peer, target } = figure;
    const value = shown(figure)?.median;
    const kind = OTHERS.has(peer) ? '' : ' class="ours"';
    const end = value === undefined ? LEFT : x(scale(value));
    const line = target === undefined ? '' : `<line class="target" x1="${at(x(target))}" x2="${at(x(target))}" y1="${y}" y2="${y + ROW - 2}"/>`;
    return `<text class="name" x="${LEFT - 8}" y="${y + 14}">${TEXTS[text] ?? text}, ${plain(PEERS[peer])}</text>
<rect${kind} x="${LEFT}" y="${y + 2}" width="${at(end - LEFT)}" height="${ROW - 6}"/>
${line}<text x="${at(end + 8)}" y="${y + 14}">${value === undefined ? 'never' : short(scale(value))}</text>`;
  });
  const height = GAP + figures.length * ROW;
  const axis = `<line x1="${LEFT}" x2="${LEFT}" y1="${top + GAP}" y2="${top + height - 2}"/>`;
  const heading = `<text class="title" x="8" y="${top + 20}">${plain(headed(figures[0].measure))}</text>`;
  return { svg: [heading, ...rows, axis].join('\n'), height };
}

/** How many of the samples' units are one of the table's. @type {Record<string, number>} */
const SCALES = { MB: 1e6, kB: 1e3 };

/** @param {import('./bar.mjs').Measure} measure */
function headed(measure) {
  const { title, than, unit } = measure;
  if (than) return `${title}, ratio to: ${PEERS[baseOf(measure)]}`;
  return unit ? `${title}, ${unit}` : title;
}

/** @param {number} length */
function at(length) {
  return Number(length.toFixed(1));
}

/** @param {number} value */
function short(value) {
  return String(Number(value.toPrecision(3)));
}

/** @param {string} words */
function plain(words) {
  return words.replaceAll('`', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
