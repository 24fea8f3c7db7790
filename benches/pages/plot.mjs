/** Tables as pictures: a bar for each figure that has a target, and a line where the target is. */
import { PEERS, TEXTS } from './bars.mjs';

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
 * @param {import('./bars.mjs').Bar} bar
 * @param {Figure[]} all
 */
export function plot({ title, measures }, all) {
  const judged = measures.filter(({ most, least }) => most ?? least);
  const panels = judged.map(({ what }) => all.filter(({ measure }) => measure.what === what));
  let y = 0;
  const drawn = panels.map((figures) => {
    const { svg, height } = panel(figures, y);
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
  const { title, than, unit } = figures[0].measure;
  const shown = (/** @type {Figure} */ { value, ratio }) => (than ? ratio : value);
  const scale = (/** @type {number} */ value) => (unit === 'MB' && !than ? value / 1e6 : value);
  const most = Math.max(...figures.flatMap((figure) => [scale(shown(figure)?.median ?? 0), figure.target ?? 0]), 1e-9);
  const x = (/** @type {number} */ value) => LEFT + (scale(value) / most) * (WIDTH - LEFT - RIGHT);
  const rows = figures.map((figure, index) => {
    const y = top + GAP + index * ROW;
    const { text, peer, target } = figure;
    const value = shown(figure)?.median;
    const kind = peer === 'static' || peer === 'unseen' ? '' : ' class="ours"';
    const end = value === undefined ? LEFT : x(value);
    const line = target === undefined ? '' : `<line class="target" x1="${at(x(target))}" x2="${at(x(target))}" y1="${y}" y2="${y + ROW - 2}"/>`;
    return `<text class="name" x="${LEFT - 8}" y="${y + 14}">${TEXTS[text]}, ${plain(PEERS[peer])}</text>
<rect${kind} x="${LEFT}" y="${y + 2}" width="${at(end - LEFT)}" height="${ROW - 6}"/>
${line}<text x="${at(end + 8)}" y="${y + 14}">${value === undefined ? 'never' : short(scale(value))}</text>`;
  });
  const height = GAP + figures.length * ROW;
  const axis = `<line x1="${LEFT}" x2="${LEFT}" y1="${top + GAP}" y2="${top + height - 2}"/>`;
  const heading = `<text class="title" x="8" y="${top + 20}">${plain(title)}${than ? ', ratio to the static page' : unit ? `, ${unit}` : ''}</text>`;
  return { svg: [heading, ...rows, axis].join('\n'), height };
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
