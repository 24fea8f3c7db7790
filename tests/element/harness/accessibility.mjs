/** What browsers tell screen readers, in ways of their own: WebDriver asks about one element at a time. */
import { Context } from 'selenium-webdriver/firefox.js';
import { ENGINE } from './engines.mjs';

/** @typedef {import('./page.mjs').Page} Page */

/** @type {Record<string, (page: Page) => Promise<string[]>>} */
const TEXTS = { chromium: textsInChromium, firefox: textsInFirefox };

/**
 * All pieces of text in the accessibility tree of the page, in order.
 *
 * @param {Page} page
 */
export async function accessibleTexts(page) {
  return await TEXTS[ENGINE](page);
}

/** @param {Page} page */
async function textsInChromium(page) {
  const nodes = await treeInChromium(page);
  return nodes.filter(({ role }) => role?.value === 'StaticText').map(({ name }) => name?.value ?? '');
}

/**
 * The roles of all that Chromium tells screen readers of the page, in order.
 *
 * @param {Page} page
 */
export async function accessibleRoles(page) {
  const nodes = await treeInChromium(page);
  return nodes.map(({ role }) => role?.value ?? '');
}

/**
 * @param {Page} page
 * @returns {Promise<{ role?: { value: string }, name?: { value: string } }[]>}
 */
async function treeInChromium({ driver }) {
  const chrome = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (driver);
  const tree = /** @type {any} */ (await chrome.sendAndGetDevToolsCommand('Accessibility.getFullAXTree', {}));
  return tree.nodes;
}

/** @param {Page} page */
async function textsInFirefox({ driver }) {
  const firefox = /** @type {import('selenium-webdriver/firefox.js').Driver} */ (driver);
  await firefox.setContext(Context.CHROME);
  try {
    return await driver.executeScript(textsOfTree);
  } finally {
    await firefox.setContext(Context.CONTENT);
  }
}

/** Runs in the browser itself, which is a page whose scripts may ask for the tree. */
function textsOfTree() {
  const { Cc, Ci, gBrowser } = /** @type {any} */ (window);
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  /** @type {(node: any) => string[]} */
  const textsOf = (node) => {
    if (service.getStringRole(node.role) === 'text leaf') return [node.name];
    const texts = [];
    for (let child = node.firstChild; child; child = child.nextSibling) texts.push(...textsOf(child));
    return texts;
  };
  const root = service.getAccessibleFor(gBrowser.selectedBrowser);
  return root ? textsOf(root) : [];
}
