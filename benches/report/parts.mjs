/** The parts of the report, and how each is measured. */
import { NATIVE } from '../native/bars.mjs';
import { COUNTED, PARSED } from '../parse/bars.mjs';
import { BARS } from '../pages/bars.mjs';

/** @typedef {{ title: string, says: string, bars: import('./bar.mjs').Bar[] }} Part */

/** @type {Part[]} */
export const PARTS = [
  {
    title: 'In a page',
    says: `The element beside static pages of the same text: plain HTML, which is what ratios are to, and the same with
\`content-visibility: auto\` on every block. All are loaded in turn in one Chromium, in an order that changes every round, from a
server on the same machine that compresses with brotli. The first screen is compared with the static page's first contentful
paint. \`cargo xtask bench pages\``,
    bars: BARS,
  },
  {
    title: 'Beside other parsers',
    says: `Volumes are opened in turn with what others have for XML. Of \`xmllint\`, which is a process, the start is a part of the
time. In Chromium, \`DOMParser\` is given a string, and the modules are given bytes, which are copied into their memory.
\`cargo xtask bench parse\`, \`cargo xtask bench count\``,
    bars: [...PARSED, ...COUNTED],
  },
  {
    title: 'Natively',
    says: `What criterion measures, with a core that is built for speed: one after another, so that a ratio here is of samples and not
of rounds. \`cargo xtask bench native\``,
    bars: [NATIVE],
  },
];
