/** The static page of a text, which everything is compared with: its words in plain HTML, and nothing else. */

/** What an element of TEI is in the page; what is not named here is a `span`. @type {Record<string, string>} */
const NAMES = {
  ...{ div: 'section', p: 'p', head: 'h2', list: 'ul', item: 'li', label: 'b', note: 'aside', quote: 'blockquote' },
  ...{ table: 'table', row: 'tr', cell: 'td', lg: 'div', l: 'div', opener: 'div', closer: 'div' },
  ...{ dateline: 'p', byline: 'p', signed: 'p', figure: 'figure', listBibl: 'ul', bibl: 'cite', title: 'cite' },
  ...{ hi: 'em', ref: 'a', anchor: 'a', term: 'dfn', date: 'time', lb: 'br', pb: 'hr' },
};

const VOID = ['br', 'hr'];

const STYLE = `
body { margin: 0 auto; max-width: 42rem; padding: 1rem; font: 17px/1.6 serif; color: #222; background: #fff }
h2 { line-height: 1.25 } blockquote { margin: 1em 2em } aside { font-size: .85em; margin: .5em 1.5em; color: #555 }
td { border: 1px solid #ccc; padding: 2px 6px }`;

/** What a page says that wants nothing laid out that is not near the view. */
export const UNSEEN = `
p, ul, aside, table, blockquote { content-visibility: auto; contain-intrinsic-size: auto 42rem auto 6rem }`;

/**
 * A page with this in its body.
 *
 * @param {string} body
 * @param {string} [style]
 */
export function pageOf(body, style = '') {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A text</title>
<style>${STYLE}${style}</style></head>
<body>${body}</body></html>
`;
}

/**
 * The text of a volume as HTML.
 *
 * @param {string} tei
 */
export function ofTei(tei) {
  const text = tei.slice(tei.indexOf('<body>'), tei.indexOf('</text>'));
  const words = text
    .replace(/<!--[^]*?-->|<\?[^]*?\?>/g, '')
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, words) => escape(words));
  return `<article>${words.replace(/<(\/?)([\w.-]+)([^>]*?)(\/?)>/g, tag)}</article>`;
}

/**
 * @param {string} _
 * @param {string} end
 * @param {string} name
 * @param {string} attributes
 * @param {string} empty
 */
function tag(_, end, name, attributes, empty) {
  const html = NAMES[name] ?? 'span';
  if (end) return VOID.includes(html) ? '' : `</${html}>`;
  const id = /xml:id="([^"]*)"/.exec(attributes)?.[1];
  const target = name === 'ref' ? (/target="([^"]*)"/.exec(attributes)?.[1] ?? '#') : undefined;
  const kind = NAMES[name] ? /rend="([^"]*)"/.exec(attributes)?.[1] : `tei-${name}`;
  const start = `<${html}${write('id', id)}${write('class', kind)}${write('href', target)}>`;
  return empty && !VOID.includes(html) ? `${start}</${html}>` : start;
}

/**
 * @param {string} name
 * @param {string | undefined} value
 */
function write(name, value) {
  return value === undefined ? '' : ` ${name}="${value}"`;
}

/**
 * The text of a record as HTML: a paragraph for each of its own.
 *
 * @param {string} text
 */
export function ofRecord(text) {
  const paragraphs = text.trim().split(/\n\s*\n/).map((words) => `<p>${escape(words.replaceAll('**', ''))}</p>`);
  return `<article>${paragraphs.join('\n')}</article>`;
}

/** @param {string} words */
function escape(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
