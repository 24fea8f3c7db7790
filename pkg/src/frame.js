/**
 * The article as frameworks render it: empty, for the element to fill, or written ahead of time by `reading-room/core`.
 * It is the framework's own element, and only what is in it is not, so that hydrating and rendering again leave it alone.
 */

/** What `article()` of `reading-room/core` gives: its attributes, and what is in it. */
const WRITTEN = /^<article([^>]*)>([^]*)<\/article>\s*$/;

/** @type {Record<string, string>} */
const ENTITIES = { lt: '<', gt: '>', quot: '"', amp: '&' };

/**
 * @param {string | undefined} html what `article()` of `reading-room/core` gave; none if the element shall fill it
 * @returns {{ attributes: Record<string, string>, inside: string }}
 */
export function frame(html) {
  const attributes = { 'data-frame': '' };
  if (!html) return { attributes, inside: '' };
  const written = WRITTEN.exec(html);
  if (!written) throw new TypeError('reading-room: `html` is not an article. Pass what article() of reading-room/core gives.');
  const pairs = [...written[1].matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, plain(value)]);
  return { attributes: { ...attributes, ...Object.fromEntries(pairs) }, inside: written[2] };
}

/** @param {string} value */
function plain(value) {
  return value.replace(/&(\w+);/g, (entity, name) => ENTITIES[name] ?? entity);
}
