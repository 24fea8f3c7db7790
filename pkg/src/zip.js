/**
 * Documents of Word and OpenDocument are zip files. Here the browser unpacks the parts that are read, and the core gets them
 * one after another, as a zip file has them that packs none of them smaller; natively the core unpacks them itself
 * (`src/format/office/package.rs`, whose limits and sentences these are).
 */

/** How many parts there may be, and how many bytes they may unpack to: `src/limits.rs` says what each number stops. */
const LIMITS = { parts: 10_000, part: 64 << 20, all: 128 << 20, ratio: 250, unasked: 16 << 20 };

/** The parts that are read: not pictures, fonts, previews. */
const READ =
  /^mimetype$|\.rels$|(^|\/)(\[content_types\]|core|custom|document|styles|numbering|footnotes|endnotes|comments|header|footer|content|meta|manifest)\d*\.xml$/i;

const DAMAGED = 'it is cut off or damaged';
const LOCKED = 'it is locked with a password';
const METHOD = 'it is packed in a way that is not read';
const ZIP64 = 'it is a zip file of the larger kind (zip64)';

/** How records begin: of a part, of its line in the directory, of the end of that. */
const PART = 0x04034b50;
const LINE = 0x02014b50;
const END = 0x06054b50;

/** How long they are, but for names and the like. */
const SIZE = { part: 30, line: 46, end: 22 };

/** A size that stands elsewhere. */
const ELSEWHERE = 0xffffffff;

/**
 * A part, as the directory says.
 *
 * @typedef {{ name: Uint8Array, isLocked: boolean, method: number, sum: number, packed: number, size: number, at: number }} Entry
 */

/**
 * A core with what unpacks its documents.
 *
 * @template {object} Core
 * @param {Core} core
 */
export function unpacking(core) {
  return { ...core, unpacked };
}

/**
 * The parts of a zip file; the bytes of any other file as they are.
 *
 * @param {AsyncIterable<Uint8Array> | Iterable<Uint8Array>} chunks
 */
async function* unpacked(chunks) {
  const came = [];
  let size = 0;
  let isZip;
  for await (const chunk of chunks) {
    if (isZip === false) {
      yield chunk;
      continue;
    }
    came.push(chunk);
    size += chunk.length;
    if (size < 4 || isZip) continue;
    isZip = view(joined(came, size)).getUint32(0, true) === PART;
    if (!isZip) yield* came.splice(0);
  }
  if (isZip) yield* parts(joined(came, size));
  else yield* came;
}

/** @param {Uint8Array} file */
async function* parts(file) {
  let left = LIMITS.all;
  for (const [name, entry] of entries(file)) {
    const bytes = READ.test(name) ? await part(file, entry, left) : new Uint8Array();
    left -= bytes.length;
    const head = new Uint8Array(SIZE.part + entry.name.length);
    const fields = view(head);
    fields.setUint32(0, PART, true);
    fields.setUint32(18, bytes.length, true);
    fields.setUint32(22, bytes.length, true);
    fields.setUint16(26, entry.name.length, true);
    head.set(entry.name, SIZE.part);
    yield head;
    yield bytes;
  }
}

/**
 * The parts, by their names, as the directory at the end of the file has them. Of two of one name, the later one counts.
 *
 * @param {Uint8Array} file
 */
function entries(file) {
  const fields = view(file);
  const end = directoryEnd(fields);
  const count = fields.getUint16(end + 10, true);
  const start = fields.getUint32(end + 16, true);
  if (start === ELSEWHERE || count === 0xffff) throw cannot(ZIP64);
  if (count > LIMITS.parts) throw tooLarge();
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + SIZE.line > file.length || fields.getUint32(at, true) !== LINE) throw cannot(DAMAGED);
    const number = (/** @type {number} */ place) => fields.getUint32(at + place, true);
    const short = (/** @type {number} */ place) => fields.getUint16(at + place, true);
    const name = file.subarray(at + SIZE.line, at + SIZE.line + short(28));
    entries.set(new TextDecoder().decode(name).replaceAll('\\', '/'), {
      name,
      isLocked: (short(8) & 1) === 1,
      method: short(10),
      sum: number(16),
      packed: number(20),
      size: number(24),
      at: number(42),
    });
    at += SIZE.line + short(28) + short(30) + short(32);
  }
  return entries;
}

/**
 * Where the record at the end of the file begins, behind which a comment may stand.
 *
 * @param {DataView} fields
 */
function directoryEnd(fields) {
  const last = fields.byteLength - SIZE.end;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (fields.getUint32(at, true) === END) return at;
  }
  throw cannot(DAMAGED);
}

/**
 * The bytes of a part, of which so many may come.
 *
 * @param {Uint8Array} file
 * @param {Entry} entry
 * @param {number} left
 */
async function part(file, { isLocked, method, sum, packed, size, at }, left) {
  if (isLocked) throw cannot(LOCKED);
  if (method !== 0 && method !== 8) throw cannot(METHOD);
  if (packed === ELSEWHERE || size === ELSEWHERE) throw cannot(ZIP64);
  const most = Math.min(left, LIMITS.part, Math.max(packed * LIMITS.ratio, LIMITS.unasked));
  if (size > most) throw tooLarge();
  const fields = view(file);
  if (at + SIZE.part > file.length || fields.getUint32(at, true) !== PART) throw cannot(DAMAGED);
  const start = at + SIZE.part + fields.getUint16(at + 26, true) + fields.getUint16(at + 28, true);
  if (start + packed > file.length) throw cannot(DAMAGED);
  const bytes = file.subarray(start, start + packed);
  const whole = method === 0 ? bytes : await inflated(bytes, most);
  if (whole.length > most) throw tooLarge();
  if (checksum(whole) !== sum) throw cannot(DAMAGED);
  return whole;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} most
 */
async function inflated(bytes, most) {
  const body = /** @type {ReadableStream} */ (new Response(/** @type {BodyInit} */ (bytes)).body);
  const stream = body.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const pieces = [];
  let size = 0;
  for (;;) {
    const { done, value } = await stream.read().catch((reason) => {
      throw cannot(DAMAGED, reason);
    });
    if (done) return joined(pieces, size);
    size += value.length;
    if (size > most) {
      stream.cancel().catch(() => {});
      throw tooLarge();
    }
    pieces.push(value);
  }
}

/** What CRC-32 makes of each byte. */
const SUMS = Uint32Array.from({ length: 256 }, (_, sum) => {
  for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 && 0xedb88320);
  return sum;
});

/** @param {Uint8Array} bytes */
function checksum(bytes) {
  let sum = ~0;
  for (let at = 0; at < bytes.length; at++) sum = (sum >>> 8) ^ SUMS[(sum ^ bytes[at]) & 255];
  return ~sum >>> 0;
}

/** @param {Uint8Array} bytes */
function view({ buffer, byteOffset, byteLength }) {
  return new DataView(buffer, byteOffset, byteLength);
}

/**
 * @param {Uint8Array[]} pieces
 * @param {number} size
 */
function joined(pieces, size) {
  if (pieces.length === 1) return pieces[0];
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * @param {string} why
 * @param {unknown} [cause]
 */
function cannot(why, cause) {
  return thrown('cannot-unpack', `the file cannot be unpacked: ${why}`, cause);
}

function tooLarge() {
  return thrown('too-large', 'more is packed into the file than is opened');
}

/**
 * As the core throws: the code is the name.
 *
 * @param {string} code
 * @param {string} message
 * @param {unknown} [cause]
 */
function thrown(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { name: code });
}
