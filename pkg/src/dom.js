/** Small helpers for making nodes and style sheets, clean under every policy: no markup, no style attributes. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/**
 * Puts a style sheet on a document or a shadow root, once: all elements in one document share it.
 *
 * @param {Document | ShadowRoot} root
 * @param {string} rules
 */
export function adopt(root, rules) {
  const document = /** @type {Document} */ (root.ownerDocument ?? root);
  const own = sheets.get(document) ?? new Map();
  sheets.set(document, own);
  if (!own.has(rules)) {
    const made = new (document.defaultView ?? globalThis).CSSStyleSheet();
    made.replaceSync(rules);
    own.set(rules, made);
  }
  const sheet = own.get(rules);
  const { adoptedStyleSheets } = root;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
