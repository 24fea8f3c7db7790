/**
 * A static server for the demonstration page and for the browser tests: Node's `http` and nothing else.
 *
 * By itself: `node xtask/serve.mjs [port]` serves the repository.
 */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

export const DEFAULT_PORT = 8020;

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xhtml': 'application/xhtml+xml',
  // No charset: an XML file says its own.
  '.xml': 'application/xml',
};

/**
 * Serves the files under `root` on 127.0.0.1; port 0 takes a free one.
 *
 * `intercept` sees every request first and returns true for those that it answers itself.
 *
 * @param {object} [options]
 * @param {string} [options.root]
 * @param {number} [options.port]
 * @param {(request: Request, response: Response) => boolean | void | Promise<boolean | void>} [options.intercept]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} the address, ending in `/`, and what stops the server
 */
export async function serve({ root = REPOSITORY, port = DEFAULT_PORT, intercept } = {}) {
  const folder = await realpath(root);
  const server = createServer(async (request, response) => {
    try {
      if (await intercept?.(request, response)) return;
      await answer(folder, request, response);
    } catch (error) {
      fail(response, error);
    }
  });
  await new Promise((ready, refused) => {
    server.once('error', refused);
    server.listen(port, '127.0.0.1', () => ready(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {string} root
 * @param {Request} request
 * @param {Response} response
 */
async function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return say(request, response, 405, 'This server only hands out files: GET and HEAD.');
  }
  const [path, query] = split(request.url ?? '/');
  if (path === '/') return redirect(response, '/www/' + query);

  const file = await find(root, path);
  if (file === undefined) return say(request, response, 404, `There is no file ${path} here.`);
  if (file === 'folder') return redirect(response, path + '/' + query);

  response.writeHead(200, {
    'Content-Type': TYPES[extname(file.path).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': file.size,
    'Cache-Control': 'no-cache',
  });
  if (request.method === 'HEAD') return response.end();
  await pipeline(createReadStream(file.path), response);
}

/**
 * The file that a path names; 'folder' for a folder asked for without its slash, so that the links of its page work.
 *
 * @param {string} root
 * @param {string} path
 * @returns {Promise<{ path: string, size: number } | 'folder' | undefined>}
 */
async function find(root, path) {
  const name = decode(path);
  if (name === undefined || hidden(name)) return undefined;
  try {
    // The real path, so that neither `..` nor a symbolic link leads out of the root.
    const file = await realpath(join(root, name.endsWith('/') ? name + 'index.html' : name));
    if (!inside(root, file)) return undefined;
    const stats = await stat(file);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? { path: file, size: stats.size } : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * The path as the request says it, and its query with the question mark.
 *
 * @param {string} url
 */
function split(url) {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)];
}

/** @param {string} path */
function decode(path) {
  try {
    const name = decodeURIComponent(path);
    return name.startsWith('/') && !name.includes('\0') ? name : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Dot-files stay where they are, and so does `..`.
 *
 * @param {string} name
 */
function hidden(name) {
  return name.split(/[/\\]/).some((part) => part.startsWith('.'));
}

/**
 * @param {string} root
 * @param {string} file
 */
function inside(root, file) {
  const way = relative(root, file);
  return way !== '..' && !way.startsWith('..' + sep) && !isAbsolute(way);
}

/** @param {unknown} error */
function isMissing(error) {
  const code = /** @type {NodeJS.ErrnoException} */ (error).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'EACCES' || code === 'ELOOP';
}

/**
 * @param {Response} response
 * @param {string} to
 */
function redirect(response, to) {
  // A path that starts with two slashes would be read as the name of another host.
  response.writeHead(302, { Location: to.replace(/^\/+/, '/'), 'Cache-Control': 'no-cache' });
  response.end();
}

/**
 * @param {Request} request
 * @param {Response} response
 * @param {number} status
 * @param {string} sentence
 */
function say(request, response, status, sentence) {
  const body = sentence + '\n';
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * @param {Response} response
 * @param {unknown} error
 */
function fail(response, error) {
  // A reader who goes away in the middle of a file is no failure.
  if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
  console.error(error);
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('The server failed.\n');
}

/** @param {string | undefined} argument */
async function main(argument) {
  const port = Number(argument ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`${argument} is not a port: give a number from 0 (any free port) to 65535.`);
  }
  try {
    return await serve({ port });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    if (argument !== undefined) {
      throw new Error(`Port ${port} is taken: give another with --port, or none to have a free one chosen.`);
    }
    console.log(`Port ${port} is taken; taking a free one instead.`);
    return await serve({ port: 0 });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(await realpath(process.argv[1])).href) {
  try {
    const { url } = await main(process.argv[2]);
    console.log(`Reading room: ${url} (Ctrl-C ends it)`);
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
