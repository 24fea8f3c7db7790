/** What `open` takes. */
export type Openable = File | Blob | ArrayBuffer | ArrayBufferView | string | Response;

/**
 * Why a document cannot be shown. The message is a sentence for whoever edits the page; the code is for programs:
 *
 * - `not-found`: a file is not there: the document, or the WebAssembly module
 * - `refused`: the server answered with another error
 * - `network`: the address cannot be reached, or the connection broke
 * - `address`: `src` is not an address
 * - `empty`, `too-large`, `not-text`, `cannot-unpack`: the file has nothing that can be shown
 * - `core`: the WebAssembly module is damaged, or its glue is missing
 * - `prevented`: something in the page prevents the event `rr-request`
 * - `policy`: the page's Content-Security-Policy forbids WebAssembly, or the Trusted Types policy `reading-room`
 * - `no-parser`: the document is HTML, and there is no browser's parser to read it, as in Node and in workers
 * - `internal`: the module broke down
 * - `not-openable`: `open` was given something else than it takes, or a response that has been read
 * - `aborted`: something else was opened meanwhile, or the element was taken out of the page
 */
export interface Failure extends Error {
  readonly code: string;
}

/** A remark on what was odd, guessed or missing. */
export interface Diagnostic {
  /** The stable name of the remark. */
  code: string;
  /** A sentence for a person. */
  message: string;
  /** The place, in bytes of the decoded source as UTF-8. */
  span: Span;
}

/** From where to where. */
export type Span = [start: number, end: number];

/** Everything that was understood of a document. New versions of the shape add to it; `version` rises when they do more. */
export interface Inspection {
  version: number;
  format: string;
  record: DocumentRecord;
  texts: DocumentText[];
  diagnostics: Diagnostic[];
}

/** A catalogue record. Null and empty lists mean that the source does not say. */
export interface DocumentRecord {
  title: string | null;
  /** Subtitles, and the title in other languages and forms. */
  otherTitles: string[];
  /** The series, journal or correspondence that it is a part of. */
  series: string | null;
  /** In the Extended Date/Time Format: `1962-11-14`, `1962?`, `196X`, `[..1917]`. */
  date: string | null;
  /** Where it was written, or sent from. */
  place: string | null;
  /** Where it was sent. */
  destination: string | null;
  /** How secret it was, and how urgent; there if the source says so. */
  classification?: string;
  kind: string | null;
  creators: Agent[];
  recipients: Agent[];
  translators: Agent[];
  /** Who made the edition, in the roles that the source states. */
  contributors: Agent[];
  /** The archive's own citation, word for word. */
  citation: string | null;
  citationParts: CitationParts | null;
  summary: string | null;
  /** Language tags: `ru`. */
  originalLanguages: string[];
  repository: string | null;
  digitalArchive: string | null;
  publicationPlace: string | null;
  publicationDate: string | null;
  /** When it was changed last. */
  revised: string | null;
  provenance: Step[];
  url: string | null;
  rights: string | null;
  /** The address of the licence. */
  licence: string | null;
  keywords: string[];
  /** The letters before it and after. */
  related: Related[];
  identifiers: Labelled[];
  /** What the source says under labels that have no name here. */
  fields: Labelled[];
  /** The record as the source has it, word for word. */
  entries: Entry[];
}

/** A person or a body, and the office in which they acted. */
export interface Agent {
  name: string;
  role: string | null;
}

/** A document that another one stands beside. */
export interface Related {
  /** `previous letter` */
  relation: string;
  title: string;
  /** An address, or the name of a file. */
  target: string | null;
}

/** What a citation is made of. */
export interface CitationParts {
  title: string | null;
  date: string | null;
  digitalArchive: string | null;
  repository: string | null;
  locator: string | null;
  source: string | null;
  provenance: Step[];
  url: string | null;
}

/** One of the hands that a document went through. */
export interface Step {
  action: string;
  agent: string;
  ofCopy: boolean;
  /** The source's own words for it. */
  written: string;
}

export interface Labelled {
  label: string;
  value: string;
}

/** A line of a record; `field` is the name under which it was understood. */
export interface Entry extends Labelled {
  field: string | null;
  /** The place, in bytes of the decoded source as UTF-8. */
  span: Span;
}

/** One text of a document: the original, a translation, a transcription. */
export interface DocumentText {
  role: string;
  /** A language tag: `en`. */
  language: string | null;
  /** Whether the language was found in the words, because the source does not say it. */
  languageDetected: boolean;
  direction: string;
  label: string | null;
  /** The words, blocks separated by one line feed. */
  content: string;
  nodes: TextNode[];
  notes: Note[];
}

/** A note, at a place of the text that is counted in UTF-16 units of its content. */
export interface Note {
  kind: string;
  label: string | null;
  anchor: number;
  repeatsRecord: boolean;
  content: string;
  nodes: TextNode[];
}

/** A piece of structure, at a place that is counted in UTF-16 units of the content it belongs to. */
export interface TextNode {
  kind: string;
  span: Span;
  /** What a date means, in the Extended Date/Time Format. */
  date?: string;
  /** Which of the text's notes stands here. */
  note?: number;
}

/** The custom element `<reading-room>`. `custom-elements.json` and docs/element.md say more of each member. */
export class ReadingRoom extends HTMLElement {
  static observedAttributes: string[];
  /** The address of the first WebAssembly module; beside the script by default. Set it before the first document opens. */
  static module: string;
  /** The same of the module that takes its place where the document is XML. */
  static teiModule: string;
  /** The address of the document; the attribute `src`. */
  get src(): string;
  set src(address: string | null);
  /** The form of the document, `auto` (found out), `record`, `plain`, `tei`, `html`, `markdown`, `word` or `opendocument`; the attribute `format`. */
  get format(): string;
  set format(format: string | null);
  /** When the document is asked for: `auto` (near the view, or when the page is idle), `eager`, `lazy`; the attribute `loading`. */
  get loading(): string;
  set loading(loading: string | null);
  /** The level of the document's title among the page's headings, 1 to 6; the attribute `heading-level`. */
  get headingLevel(): number;
  set headingLevel(level: number | string | null);
  /** What the ids in the article begin with; the attribute `prefix`. */
  get idPrefix(): string;
  set idPrefix(prefix: string | null);
  /** `auto` (as the page), `light`, `dark`, or `page` (in the page's own colours and type); the attribute `theme`. */
  get theme(): string;
  set theme(theme: string | null);
  /** Whether the article stands in the shadow root, where the page's style sheets don't reach; the attribute `isolated`. */
  isolated: boolean;
  /** Whether the details panel is open; the attribute `details`. */
  details: boolean;
  /** Settles when the document that was asked for last stands in the page, or cannot be shown. */
  readonly ready: Promise<ReadingRoom>;
  /** Why the document cannot be shown; null if it can. */
  readonly error: Failure | null;
  /** The article in the page; null while there is none. */
  readonly article: HTMLElement | null;
  /** Everything that was understood of the document; null while there is none. Rejects with a {@link Failure}. */
  inspect(): Promise<Inspection | null>;
  /**
   * Opens a document, in place of the one that is there or on its way.
   * Rejects with a {@link Failure} when it cannot be shown, and when something else is opened before it stands.
   */
  open(document: Openable): Promise<ReadingRoom>;
  connectedCallback(): void;
  connectedMoveCallback(): void;
  disconnectedCallback(): void;
  attributeChangedCallback(name: string, before: string | null, now: string | null): void;
}

/** The events of the element that bubble and cross shadow roots, with their details. */
export interface ReadingRoomEvents {
  /** A document is about to be asked for. Cancelable: then it is not. */
  'rr-request': CustomEvent<{ url: string }>;
  /** The document stands in the page; `url` is empty where it came from no address. */
  'rr-load': CustomEvent<{ url: string }>;
  /** The document cannot be shown. */
  'rr-error': CustomEvent<{ error: Failure }>;
  /** The citation is about to be copied. Cancelable: then it is not. */
  'rr-copy': CustomEvent<{ text: string }>;
  /** The details panel is about to open or close. Cancelable: then it stays as it is. */
  'rr-toggle': CustomEvent<{ open: boolean }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'reading-room': ReadingRoom;
  }
  interface HTMLElementEventMap extends ReadingRoomEvents {}
}
