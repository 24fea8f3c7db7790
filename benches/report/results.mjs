/** What was measured, as `benches/RESULTS.md`: a table and a plot for each bar. */
import { mkdir, writeFile } from 'node:fs/promises';
import { figures } from './figures.mjs';
import { PARTS } from './parts.mjs';
import { plot } from './plot.mjs';
import { writeReadme } from './readme.mjs';
import { markdown } from './table.mjs';

/** @typedef {import('./bar.mjs').Bar} Bar */
/** @typedef {import('./kept.mjs').Kept} Kept */

const FOLDER = new URL('../', import.meta.url);

const HEAD = `# What was measured

Written by \`cargo xtask bench\`: how the element behaves in a page, how fast documents are opened beside other parsers, and what
the core takes natively. Each table says below when, where and with what it was measured, and the last commit before that
which changed the core or the package.

Given are medians and, in brackets, quartiles. A ratio, ÷, is taken round by round, so that what slows the machine down for
longer than a round slows both. Lower is better for times, sizes and their ratios, higher for speeds, and what a target says
counts. What has no target is there to be compared with. [LIMITS.md](LIMITS.md) is about targets that are missed.
`;

/** @param {Record<string, Kept>} kept */
export async function write(kept) {
  await mkdir(new URL('plots/', FOLDER), { recursive: true });
  const sections = [];
  for (const { title, says, bars } of PARTS) {
    const measured = bars.filter(({ name }) => kept[name]);
    if (measured.length > 0) sections.push(`## ${title}\n\n${says}\n`);
    for (const bar of measured) sections.push(await section(bar, kept[bar.name]));
  }
  await writeFile(new URL('RESULTS.md', FOLDER), [HEAD, ...sections].join('\n'));
  await writeReadme(kept);
}

/**
 * @param {Bar} bar
 * @param {Kept} kept
 */
async function section(bar, kept) {
  const { name, title, says } = bar;
  const all = figures(bar, kept);
  await writeFile(new URL(`plots/${name}.svg`, FOLDER), plot(bar, all));
  return `### ${title}

${says}

${markdown(bar, all)}

![${title}: the same as bars](plots/${name}.svg)

${circumstances(kept)}
`;
}

/** @param {Kept} kept */
function circumstances({ date, commit, versions, machine, rounds, loads }) {
  const [least, most] = [Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1));
  const times = rounds === 1 ? 'one round' : `${rounds} rounds`;
  const load = least === most ? `${least} as it began` : `${least} to ${most} as they began`;
  return `${[date, commit, ...versions, machine].join(', ')}; ${times}, load of the machine ${load}.`;
}
