import type { HTMLAttributes, ReactElement, ReactNode, Ref } from 'react';
import type { ReadingRoom as ReadingRoomElement, ReadingRoomEvents } from './reading-room.js';

type Replaced = 'prefix' | 'dangerouslySetInnerHTML' | 'onLoad' | 'onError' | 'onCopy' | 'onToggle';

/** The attributes of the element, and what every element of HTML takes. docs/element.md says what they do. */
export interface ReadingRoomProps extends Omit<HTMLAttributes<ReadingRoomElement>, Replaced> {
  /** The address of the document. */
  src?: string;
  /** The form of the document: found out, if not given. */
  format?: 'auto' | 'record' | 'plain' | 'tei' | 'html' | 'markdown' | 'word' | 'opendocument';
  /** When the document is asked for. */
  loading?: 'auto' | 'eager' | 'lazy';
  /** The level of the document's title among the page's headings. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  /** What the ids in the article begin with. */
  idPrefix?: string;
  theme?: 'auto' | 'light' | 'dark' | 'page';
  /** Whether the article stands in the shadow root, where the page's style sheets don't reach. */
  isolated?: boolean;
  /** Whether the details panel is open. */
  details?: boolean;
  /** The article, where it was written ahead of time: what `article()` of `reading-room/core` gave. */
  html?: string;
  /** What is shown until the document stands, and what goes into the element's slots. */
  children?: ReactNode;
  /** The element itself. */
  ref?: Ref<ReadingRoomElement>;
  onLoad?: (event: ReadingRoomEvents['rr-load']) => void;
  onError?: (event: ReadingRoomEvents['rr-error']) => void;
  onRequest?: (event: ReadingRoomEvents['rr-request']) => void;
  onCopy?: (event: ReadingRoomEvents['rr-copy']) => void;
  onToggle?: (event: ReadingRoomEvents['rr-toggle']) => void;
}

/**
 * `<reading-room>` as a component.
 *
 * @example
 * import { ReadingRoom } from 'reading-room/react';
 * <ReadingRoom src="/telegram.txt"><a href="/telegram.txt">The telegram as plain text</a></ReadingRoom>
 */
export function ReadingRoom(props: ReadingRoomProps): ReactElement;

type TagProps = Omit<ReadingRoomProps, 'html' | 'headingLevel' | 'idPrefix' | `on${'Load' | 'Error' | 'Request' | 'Copy' | 'Toggle'}`>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** The bare tag, which is not for pages that are rendered on a server and hydrated. */
      'reading-room': TagProps & { 'heading-level'?: number | string; 'id-prefix'?: string };
    }
  }
}
