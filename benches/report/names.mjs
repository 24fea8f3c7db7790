/** What tables call those who are measured, and what is measured with them. */

/** Who is measured. @type {Record<string, string>} */
export const PEERS = {
  static: 'static page',
  unseen: 'static page, `content-visibility`',
  element: '`<reading-room>`',
  preloaded: '`<reading-room>`, preload lines',
  rendered: '`<reading-room>`, rendered ahead',
  inside: 'module in the script',
  one: 'one module for all',
  open: 'opened',
  show: 'opened and shown',
  written: 'article, piece by piece',
  string: 'article, a string of HTML',
  roxmltree: 'roxmltree',
  xmllint: '`xmllint --noout`',
  DOMParser: '`DOMParser`',
  instructions: 'instructions',
  inner: '`innerHTML`',
  unsafe: '`setHTMLUnsafe`',
};

/** Those of them that are not this project's. */
export const OTHERS = new Set(['static', 'unseen', 'roxmltree', 'xmllint', 'DOMParser']);

/** The texts. What is not here is called by its name. @type {Record<string, string>} */
export const TEXTS = { v1: '1 MB', v5: '5 MB', v10: '10 MB', telegram: 'telegram' };
