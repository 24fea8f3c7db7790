// Pages with a strict Content-Security-Policy.
import assert from 'node:assert/strict';
import { addressOf, ELEMENT, ENGINE, fails, inspect, TELEGRAM, test, WASM } from './browser.mjs';

const STRICT = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

const PAGE = '/tests/element/pages/src.html';

/**
 * @param {string[]} policy
 * @returns {import('./browser.mjs').Answer}
 */
function under(policy) {
  return (_, response) => void response.setHeader('Content-Security-Policy', policy.join('; '));
}

test('a page that allows as little as can be shows its document', async ({ page, visit, answer }) => {
  answer(PAGE, under([...STRICT, 'img-src data:']));
  await visit('src.html');
  assert.equal((await inspect(page)).record.date, '1962-11-14');
  await page.waitForText('Having familiarized himself');
  const isStyled = await page.at('article', (article) => getComputedStyle(article).display);
  assert.equal(isStyled, 'grid', 'the style sheet of the article is there');
  await page.room((room) => {
    room.headingLevel = 3;
    return room.open(new File(['Another text.'], 'another.txt')).then(() => {});
  });
  await page.waitForText('Another text.');
});

test('a policy that forbids WebAssembly is named, with what to add', async ({ page, visit, answer, expectConsole }) => {
  // WebKit forbids it as well, and tells nobody.
  if (ENGINE !== 'webkit') expectConsole('violation: script-src wasm-eval');
  answer(PAGE, under(["script-src 'self'"]));
  await visit('src.html');
  const error = await fails(page);
  assert.equal(error.code, 'policy');
  assert.match(error.message, /Content-Security-Policy.*'wasm-unsafe-eval'.*script-src/);
  await page.waitForText('The page’s own words.');
});

test('a policy that forbids the request for the document is named', async ({ page, visit, answer, expectConsole, expectLog }) => {
  answer(PAGE, under(["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'none'"]));
  for (const path of [TELEGRAM, WASM]) {
    const address = addressOf(path);
    expectConsole(`violation: connect-src ${address}`);
    expectLog(
      `log: severe: Connecting to '${address}' violates the following Content Security Policy directive: ` +
        `"connect-src 'none'". The action has been blocked. (${ELEMENT})`,
    );
    expectLog(
      `log: severe: Fetch API cannot load ${address}. Refused to connect because it violates ` +
        `the document's Content Security Policy. (${ELEMENT})`,
    );
  }
  await visit('src.html');
  const error = await fails(page);
  assert.equal(error.code, 'network');
  assert.match(error.message, /cannot be reached.*Content-Security-Policy.*connect-src/);
});
