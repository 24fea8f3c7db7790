// Whose the children are: the element never changes those that it did not make, and keeps the one that it made.
import assert from 'node:assert/strict';
import { ELEMENT, html, stands, TELEGRAM, test } from './browser.mjs';

test('an article that somebody takes away comes back', async ({ page, visit }) => {
  await visit('src.html');
  await stands(page);
  const seen = await page.room(async (room) => {
    const { article } = room;
    const seen = [];
    for (const take of [
      () => article?.remove(),
      () => room.replaceChildren(document.createElement('p')),
      () => (room.textContent = 'Other words.'),
    ]) {
      take();
      await new Promise((done) => setTimeout(done));
      seen.push(room.querySelector('article') === article);
    }
    return seen;
  });
  assert.deepEqual(seen, [true, true, true]);
});

test('a page that is written anew around it has the document again', async ({ page, visit, answer }) => {
  answer('/anew.html', html(`<!doctype html><html lang="en"><title>Anew</title><script type="module" src="${ELEMENT}"></script>
    <main><reading-room src="${TELEGRAM}"><p>Fallback.</p></reading-room></main></html>`));
  await visit('/anew.html');
  await stands(page);
  const seen = await page.at('main', async (main) => {
    // The page's own markup as a framework that renders strings would write it again, with our article in it.
    main.innerHTML = String(main.innerHTML);
    await main.querySelector('reading-room')?.ready;
    return [main.querySelectorAll('article').length, main.querySelectorAll('p').length > 1];
  });
  assert.deepEqual(seen, [1, true]);
});

test('an empty article that a framework gives is filled, and emptied again', async ({ page, visit, answer }) => {
  answer('/frame.html', html(`<!doctype html><html lang="en"><title>Frame</title><script type="module" src="${ELEMENT}"></script>
    <main><reading-room src="${TELEGRAM}"><article data-frame></article><p>Fallback.</p></reading-room></main></html>`));
  await visit('/frame.html');
  await stands(page);
  const frame = await page.room((room) => {
    const frame = /** @type {HTMLElement} */ (room.querySelector('article'));
    return [frame === room.article, frame.hasAttribute('data-frame'), frame.slot, room.querySelectorAll('article').length];
  });
  assert.deepEqual(frame, [true, true, 'document', 1]);
  const emptied = await page.room(async (room) => {
    await room.open('').catch(() => {});
    const frame = /** @type {HTMLElement} */ (room.querySelector('article'));
    return [frame.slot, frame.childNodes.length];
  });
  assert.deepEqual(emptied, ['', 0]);
  await page.waitForText('Fallback.');
});
