/**
 * What the pages are served from: this machine, with everything compressed as well as brotli can, at the pace of a line that
 * is as slow as one wishes.
 *
 * The line is here and not in the browser, so that every request has it, whoever makes it: a bandwidth that all share, a
 * round trip for every request and one more for a new connection.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** A line: how many bits it carries a second, and how many milliseconds a round trip takes. @typedef {{ bits: number, trip: number }} Line */
/** @typedef {import('node:http').ServerResponse} Response */

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
};

/** What goes onto a slow line at a time, in bytes. */
const PIECE = 4096;

/** In less, in milliseconds, a timer does not end. */
const TICK = 2;

/** So that clocks are fine, and pages have processes of their own. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * @param {Map<string, string | Buffer>} files - by their paths
 * @param {string} cache - a folder for what is compressed
 */
export async function serve(files, cache) {
  await mkdir(cache, { recursive: true });
  const paths = [...files.keys()];
  const compressed = await Promise.all(paths.map((path) => compress(Buffer.from(files.get(path) ?? ''), cache)));
  const bodies = new Map(paths.map((path, index) => [path, compressed[index]]));
  const site = { origin: '', asked: /** @type {string[]} */ ([]), line: /** @type {Line | null} */ (null), close: () => {} };
  const known = new WeakSet();
  /** When the line has carried all that it was given. */
  let free = 0;

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = bodies.get(path);
    site.asked.push(path);
    const { line } = site;
    if (line) {
      await wait(line.trip * (known.has(request.socket) ? 1 : 2));
      // A connection that is left from before counts as new: whoever comes to a page has none.
      known.add(request.socket);
    }
    if (!body) return void response.writeHead(404).end();
    const type = TYPES[extname(path)] ?? TYPES['.html'];
    response.writeHead(200, { ...HEADERS, 'Content-Type': type, 'Content-Encoding': 'br', 'Content-Length': body.length });
    if (line) await trickle(response, body, line);
    response.end(line ? undefined : body);
  });

  /**
   * @param {Response} response
   * @param {Buffer} body
   * @param {Line} line
   */
  async function trickle(response, body, line) {
    for (let at = 0; at < body.length && !response.destroyed; at += PIECE) {
      const piece = body.subarray(at, at + PIECE);
      const now = performance.now();
      free = Math.max(free, now) + (piece.length * 8000) / line.bits;
      if (free - now > TICK) await wait(free - now);
      response.write(piece);
    }
  }

  server.keepAliveTimeout = 60_000;
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  site.origin = `http://127.0.0.1:${address.port}`;
  site.close = () => {
    server.close();
    server.closeAllConnections();
  };
  return site;
}

/**
 * @param {Buffer} body
 * @param {string} cache
 */
async function compress(body, cache) {
  const file = join(cache, createHash('sha256').update(body).digest('hex'));
  if (existsSync(file)) return readFile(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  const made = await promisify(brotliCompress)(body, { params });
  await writeFile(file, made);
  return made;
}
