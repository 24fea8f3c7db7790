import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from './serve.mjs';

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  const root = join(folder, 'root');
  await mkdir(join(root, 'www'), { recursive: true });
  await writeFile(join(folder, 'outside.txt'), 'outside');
  await writeFile(join(root, '.hidden'), 'hidden');
  await writeFile(join(root, 'www/index.html'), '<title>Here</title>');
  await writeFile(join(root, 'www/page one.txt'), 'Grüße');
  await writeFile(join(root, 'module.wasm'), new Uint8Array([0, 97, 115, 109]));
  for (const name of ['notes.md', 'edition.xml', 'script.js', 'unknown.thing']) await writeFile(join(root, name), 'x');
  await symlink(join(folder, 'outside.txt'), join(root, 'link.txt'));
  server = await serve({
    root,
    port: 0,
    intercept: (request, response) => {
      if (request.url !== '/mine') return false;
      response.end('answered by the test');
      return true;
    },
  });
});

after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/**
 * A request with its path as it stands: `fetch` would resolve `..` first.
 *
 * @param {string} path
 * @param {string} [method]
 * @returns {Promise<{ status: number | undefined, headers: import('node:http').IncomingHttpHeaders, body: string }>}
 */
function ask(path, method = 'GET') {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

test('files come with their types', async () => {
  const types = {
    '/www/index.html': 'text/html; charset=utf-8',
    '/www/page%20one.txt': 'text/plain; charset=utf-8',
    '/module.wasm': 'application/wasm',
    '/notes.md': 'text/markdown; charset=utf-8',
    '/edition.xml': 'application/xml',
    '/script.js': 'text/javascript; charset=utf-8',
    '/unknown.thing': 'application/octet-stream',
  };
  for (const [path, type] of Object.entries(types)) {
    const { status, headers } = await ask(path);
    assert.equal(status, 200, path);
    assert.equal(headers['content-type'], type, path);
    assert.equal(headers['cache-control'], 'no-cache', path);
  }
});

test('a file comes whole, and HEAD brings its headers alone', async () => {
  const whole = await ask('/www/page%20one.txt');
  assert.equal(whole.body, 'Grüße');
  const head = await ask('/www/page%20one.txt', 'HEAD');
  assert.equal(head.status, 200);
  assert.equal(head.body, '');
  assert.equal(head.headers['content-length'], '7');
});

test('the root and folders lead to their pages', async () => {
  const root = await ask('/?theme=dark');
  assert.equal(root.status, 302);
  assert.equal(root.headers.location, '/www/?theme=dark');
  assert.equal((await ask('/www')).headers.location, '/www/');
  assert.equal((await ask('//www')).headers.location, '/www/');
  assert.equal((await ask('/www/')).body, '<title>Here</title>');
});

test('nothing outside the root, no dot-file, and nothing that is not there', async () => {
  const paths = [
    '/../outside.txt',
    '/www/../../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/..%5coutside.txt',
    '/link.txt',
    '/.hidden',
    '/www/index.html/',
    '/module.wasm%00.txt',
    '/%ff',
    '/missing',
  ];
  for (const path of paths) {
    const { status, headers, body } = await ask(path);
    assert.equal(status, 404, path);
    assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
    assert.equal(body, `There is no file ${path} here.\n`);
  }
});

test('only GET and HEAD', async () => {
  const { status, headers } = await ask('/www/', 'POST');
  assert.equal(status, 405);
  assert.equal(headers.allow, 'GET, HEAD');
});

test('a test answers what it likes', async () => {
  assert.equal((await ask('/mine')).body, 'answered by the test');
});

test('a port that is taken is refused', async () => {
  const port = Number(new URL(server.url).port);
  await assert.rejects(serve({ port }), { code: 'EADDRINUSE' });
});
