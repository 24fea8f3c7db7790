import { createRef } from 'react';
import { h } from 'vue';
import 'reading-room';
import 'reading-room/reading-room.classic.js';
import type { Failure, Inspection, ReadingRoom as Room } from 'reading-room';
import { ReadingRoom as Class } from 'reading-room/element';
import { open, style, type OpenedDocument } from 'reading-room/core';
import { ReadingRoom, type ReadingRoomProps } from 'reading-room/react';
import { ReadingRoom as VueReadingRoom } from 'reading-room/vue';

const room: Room = document.createElement('reading-room');
room.headingLevel = 3;
room.addEventListener('rr-request', (event) => event.detail.url.length && event.preventDefault());
room.ready.catch((failure: Failure) => failure.code);
customElements.define('my-room', class extends Class {});

const opened: OpenedDocument = await open('A text.', { format: 'plain' });
const inspection: Inspection = opened.inspect();
export const text: string = inspection.texts[0].content + style;

const ref = createRef<Room>();
const props: ReadingRoomProps = { src: 'telegram.txt', headingLevel: 2, html: opened.article({ prefix: 'a' }) };
export const react = (
  <>
    <ReadingRoom {...props} ref={ref} className="wide" onLoad={({ detail }) => detail.url} onError={({ detail }) => detail.error.code}>
      <a href="telegram.txt">Text</a>
    </ReadingRoom>
    <reading-room src="telegram.txt" heading-level={3} />
  </>
);
export const vue = h(VueReadingRoom, { src: 'telegram.txt', headingLevel: 3, onToggle: ({ detail }) => void detail.open });

// @ts-expect-error There is no such level.
export const wrongLevel = <ReadingRoom src="telegram.txt" headingLevel={7} />;
// @ts-expect-error There is no such property.
export const wrongName = <ReadingRoom source="telegram.txt" />;
