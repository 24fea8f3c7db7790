// The packed package in a page, with and without a bundler: each shows the document, its record and its controls.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { serve } from '../../xtask/serve.mjs';
import { leave, standing, test } from './browser.mjs';
import { HOMES, move, run as runProgram, TITLE, tool } from './homes.mjs';

/** @typedef {import('./browser.mjs').Tools} Tools */

const TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>An open book.</p></body></text></TEI>';

/**
 * Looks at a page in which the telegram has to stand.
 *
 * @param {Tools} tools
 * @param {string} address
 */
async function shows({ visit, run, wait }, address) {
  await visit(address);
  assert.equal(await run(standing), TITLE);
  await wait('the controls have to come', () => document.querySelector('reading-room')?.shadowRoot?.querySelector('[part=toolbar]'));
  const inspection = await run(() => /** @type {any} */ (document.querySelector('reading-room')).inspect());
  assert.equal(inspection.record.date, '1962-11-14', 'the full core has to come');
  const format = await run(async (text) => {
    const room = /** @type {any} */ (document.querySelector('reading-room'));
    await room.open(text);
    return (await room.inspect()).format;
  }, TEI);
  assert.equal(format, 'tei', 'the modules for XML have to come');
}

/**
 * Serves a folder while a test runs.
 *
 * @param {string} folder
 * @param {(url: string) => Promise<void>} body
 */
async function served(folder, body) {
  const { url, close } = await serve({ root: folder, port: 0 });
  await body(url).finally(leave).finally(close);
}

/** The home without a bundler: the package's files lie on the site. */
async function movePlain() {
  const home = await move('plain');
  await cp(join(home, 'node_modules/reading-room/dist'), join(home, 'reading-room'), { recursive: true });
  return home;
}

test('a page without a bundler', async (tools) => {
  await served(await movePlain(), (url) => shows(tools, `${url}index.html`));
});

test('a page with a name of its own for the element', async ({ visit, run }) => {
  await served(await movePlain(), async (url) => {
    await visit(`${url}named.html`);
    const title = await run(async () => {
      const { article } = await /** @type {any} */ (document.querySelector('archive-document')).ready;
      return article.querySelector('.rr-title').textContent;
    });
    assert.equal(title, TITLE);
    assert.equal(await run(() => customElements.get('reading-room')), null);
  });
});

test('a page with one script and no modules, from a server and from a file, under a strict policy', async ({ visit, run, wait }) => {
  const home = await movePlain();
  const looks = async (/** @type {string} */ address) => {
    await visit(address);
    assert.equal(await run(standing), 'Letter from A. Reader to B. Writer');
    const inspection = await run(() => /** @type {any} */ (document.querySelector('reading-room')).inspect());
    assert.equal(inspection.record.date, '1953-03-03');
    await wait('the controls have to come', () => document.querySelector('reading-room')?.shadowRoot?.querySelector('[part=toolbar]'));
    await run(() => document.querySelector('reading-room')?.toggleAttribute('details', true));
    await wait('the details have to open', () =>
      document.querySelector('reading-room')?.shadowRoot?.querySelector('[part=details-content]')?.textContent?.includes('Archive of Letters'),
    );
  };
  await looks(pathToFileURL(join(home, 'classic.html')).href);
  await served(home, (url) => looks(`${url}classic.html`));
});

test('a frame that may do nothing but run scripts, from a server, and from a file with the script in it', async (tools) => {
  const home = await movePlain();
  const looks = async (/** @type {string} */ address) => {
    await tools.visit(address);
    await tools.wait('the frame has to say something', () => /^(stands|fails):/.test(document.title));
    assert.equal(await tools.run(() => document.title), 'stands: Letter from A. Reader to B. Writer');
  };
  await served(home, (url) => looks(`${url}sandbox.html`));
  // A frame in a sandbox loads nothing from files.
  const frame = join(home, 'sandboxed.html');
  const script = await readFile(join(home, 'reading-room/reading-room.classic.js'), 'utf8');
  const tag = /<script src="[^"]+"><\/script>/;
  await writeFile(frame, (await readFile(frame, 'utf8')).replace(tag, () => `<script>${script}</script>`));
  await looks(pathToFileURL(join(home, 'sandbox.html')).href);
});

test('a page built by Vite', async (tools) => {
  const home = await move('vite');
  await tool('vite/bin/vite.js', ['build', '--logLevel', 'warn', '--outDir', 'out'], home);
  await cp(join(home, 'telegram.txt'), join(home, 'out/telegram.txt'));
  await served(join(home, 'out'), (url) => shows(tools, `${url}index.html`));
});

test('a page that Vite serves while it is being made', async (tools) => {
  const home = await move('vite');
  const { createServer } = await import(pathToFileURL(join(HOMES, 'node_modules/vite/dist/node/index.js')).href);
  const server = createHttpServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const vite = await createServer({ root: home, logLevel: 'warn', appType: 'mpa', server: { middlewareMode: true, hmr: { server } } });
  server.on('request', vite.middlewares);
  try {
    await shows(tools, `http://127.0.0.1:${port}/index.html`);
  } finally {
    await leave();
    await vite.close();
    server.closeAllConnections();
    server.close();
  }
});

test('a page built by webpack', async (tools) => {
  const home = await move('webpack');
  const { default: options } = await import(pathToFileURL(join(home, 'webpack.config.js')).href);
  const { default: webpack } = await import(pathToFileURL(join(HOMES, 'node_modules/webpack/lib/index.js')).href);
  const stats = await new Promise((done, fail) =>
    webpack({ ...options, context: home }, (/** @type {Error | null} */ error, /** @type {any} */ stats) => (error ? fail(error) : done(stats))),
  );
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  assert.deepEqual([...errors, ...warnings].map(({ message }) => message), []);
  for (const file of ['index.html', 'telegram.txt']) await cp(join(home, file), join(home, 'out', file));
  await served(join(home, 'out'), (url) => shows(tools, `${url}index.html`));
});

test('a page built by esbuild', async (tools) => {
  const home = await move('esbuild');
  await runProgram(process.execPath, ['build.js'], home);
  for (const file of ['index.html', 'telegram.txt']) await cp(join(home, file), join(home, 'out', file));
  await served(join(home, 'out'), (url) => shows(tools, `${url}index.html`));
});

test('a site of Next.js, rendered on the server and in the browser', async (tools) => {
  const home = await move('next', 'public/telegram.txt');
  const environment = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  await tool('next/dist/bin/next', ['build'], home, environment);
  const server = spawn(process.execPath, [join(HOMES, 'node_modules/next/dist/bin/next'), 'start', '--hostname', '127.0.0.1', '--port', '0'], {
    cwd: home,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await announced(server);
    const sent = await (await fetch(url)).text();
    assert.match(sent, /<article [^>]*slot="document"[^>]*>.*Having familiarized himself/s, 'the text has to be in what the server sends');
    await shows(tools, url);
    await shows(tools, `${url}client`);
    await tools.wait('the page has to hear of both documents', () => document.querySelector('output')?.textContent === '2');
  } finally {
    await leave();
    // Asked politely, it waits for connections that a browser keeps; one that has ended by itself tells it no second time.
    if (server.exitCode === null && server.kill('SIGKILL')) await once(server, 'exit');
  }
});

/**
 * The address that a server prints when it is ready.
 *
 * @param {import('node:child_process').ChildProcess} server
 */
async function announced(server) {
  const output = /** @type {import('node:stream').Readable} */ (server.stdout);
  let said = '';
  for await (const line of createInterface({ input: output })) {
    said += `${line}\n`;
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (!address) continue;
    output.resume();
    return `${address}/`;
  }
  throw new Error(`The server ended before it was ready.\n${said}`);
}
