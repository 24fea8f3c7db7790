// `reading-room/core` in a browser: documents to HTML and data, with no page around.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from './browser.mjs';

const TELEGRAM = await readFile(new URL('../../www/documents/telegram.txt', import.meta.url), 'utf8');

test('a worker reads documents', async ({ page, visit }) => {
  await visit('waiting.html');
  const answer = await page.evaluate(async (text) => {
    const worker = new Worker('worker.js', { type: 'module' });
    const answer = await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(text);
    });
    worker.terminate();
    return answer;
  }, TELEGRAM);
  assert.equal(answer.date, '1962-11-14');
  assert.match(answer.article, /^<article [^>]*><header.*<h3 class="rr-title">/);
});
