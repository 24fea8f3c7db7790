'use client';
import { useState } from 'react';
import { ReadingRoom } from 'reading-room/react';

/** The text comes in the browser. */
export default function Page() {
  const [loads, setLoads] = useState(0);
  return (
    <main>
      <output>{loads}</output>
      <ReadingRoom src="/telegram.txt" onLoad={() => setLoads((loads) => loads + 1)}>
        <a href="/telegram.txt">The telegram as plain text</a>
      </ReadingRoom>
    </main>
  );
}
