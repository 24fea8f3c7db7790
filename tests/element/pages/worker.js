// A worker that reads a document, where there is no page.
import { open } from '../../../pkg/dist/core.js';

addEventListener('message', async ({ data }) => {
  const document = await open(data);
  postMessage({ date: document.inspect().record.date, article: document.article({ headingLevel: 3 }) });
  document.free();
});
