import { readFile } from 'node:fs/promises';
import { open } from 'reading-room/core';
import { ReadingRoom } from 'reading-room/react';

/** The text is in the page as the server sends it. */
export default async function Page() {
  const document = await open(await readFile('public/telegram.txt'));
  const html = document.article({ prefix: 'telegram' });
  document.free();
  return (
    <main>
      <ReadingRoom src="/telegram.txt" idPrefix="telegram" html={html}>
        <a href="/telegram.txt">The telegram as plain text</a>
      </ReadingRoom>
    </main>
  );
}
