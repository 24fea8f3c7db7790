import type { FunctionalComponent } from 'vue';
import type { ReadingRoomEvents } from './reading-room.js';

/** The attributes of the element. docs/element.md says what they do. */
export interface ReadingRoomProps {
  /** The address of the document. */
  src?: string;
  /** The form of the document: found out, if not given. */
  format?: 'auto' | 'record' | 'plain' | 'tei' | 'html' | 'markdown' | 'word' | 'opendocument';
  /** When the document is asked for. */
  loading?: 'auto' | 'eager' | 'lazy';
  /** The level of the document's title among the page's headings. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | `${1 | 2 | 3 | 4 | 5 | 6}`;
  /** What the ids in the article begin with. */
  idPrefix?: string;
  theme?: 'auto' | 'light' | 'dark' | 'page';
  /** Whether the article stands in the shadow root, where the page's style sheets don't reach. */
  isolated?: boolean;
  /** Whether the details panel is open. */
  details?: boolean;
  /** The article, where it was written ahead of time: what `article()` of `reading-room/core` gave. */
  html?: string;
}

export type ReadingRoomEmits = {
  load: (event: ReadingRoomEvents['rr-load']) => void;
  error: (event: ReadingRoomEvents['rr-error']) => void;
  request: (event: ReadingRoomEvents['rr-request']) => void;
  copy: (event: ReadingRoomEvents['rr-copy']) => void;
  toggle: (event: ReadingRoomEvents['rr-toggle']) => void;
};

/** The same for `h()`, which does not derive them. */
export type ReadingRoomListeners = { [Name in keyof ReadingRoomEmits as `on${Capitalize<Name>}`]?: ReadingRoomEmits[Name] };

/**
 * `<reading-room>` as a component. A template ref on it is the element.
 *
 * @example
 * import { ReadingRoom } from 'reading-room/vue';
 * <ReadingRoom src="/telegram.txt"><a href="/telegram.txt">The telegram as plain text</a></ReadingRoom>
 */
export const ReadingRoom: FunctionalComponent<ReadingRoomProps & ReadingRoomListeners, ReadingRoomEmits>;
