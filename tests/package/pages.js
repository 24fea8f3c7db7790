/**
 * The pages of a home with a framework, in its development and its production build: rendered on the server, for the
 * browser to take over, and empty, for the browser to fill.
 */
import { build } from 'esbuild';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { open } from 'reading-room/core';

const ROOMS = ['one', 'two', 'three'];

/** @param {{ client: string, server: string, options?: object, plugins?: (target: 'client' | 'server', dev: boolean) => object }} home */
export async function buildPages({ client, server, options = {}, plugins }) {
  const written = await open(await readFile('letter.txt'));
  const state = { count: 0, rooms: ROOMS, level: 2, isolated: false };
  const states = {
    wrapper: state,
    written: { ...state, html: Object.fromEntries(ROOMS.map((prefix) => [prefix, written.article({ prefix })])) },
    bare: { ...state, bare: true },
  };
  for (const mode of ['development', 'production']) {
    const dev = mode === 'development';
    const bundle = (target, more) =>
      build({
        ...options,
        bundle: true,
        format: 'esm',
        conditions: [mode],
        define: { ...options.define, 'process.env.NODE_ENV': `"${mode}"`, __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: String(dev) },
        plugins: plugins ? [plugins(target, dev)] : [],
        outdir: `${mode}/${target}`,
        ...more,
      });
    await bundle('server', { entryPoints: { server }, platform: 'node', packages: 'external', external: [] });
    await bundle('client', { entryPoints: { client }, splitting: true });
    for (const kind of ['', '-text', '-full']) {
      const wasm = `reading-room${kind}.wasm`;
      await cp(`node_modules/reading-room/dist/${wasm}`, `${mode}/client/${wasm}`);
    }
    await cp('letter.txt', `${mode}/letter.txt`);
    process.env.NODE_ENV = mode;
    const { render } = await import(`${process.cwd()}/${mode}/server/server.js`);
    for (const [name, state] of Object.entries(states)) {
      await writeFile(`${mode}/${name}.html`, page(await render(state), state));
    }
    await writeFile(`${mode}/empty.html`, page('', state));
  }
}

function page(body, state) {
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>A page of a framework</title>
  <link rel="icon" href="data:,">
  <script>
    // What the test asks: how many documents were opened, and when the element becomes known.
    globalThis.opened = 0;
    addEventListener('loadstart', () => opened++, { capture: true });
    const { define } = CustomElementRegistry.prototype;
    globalThis.hold = () => {
      CustomElementRegistry.prototype.define = (...given) => (globalThis.release = () => define.apply(customElements, given));
    };
    globalThis.state = ${JSON.stringify(state).replaceAll('<', '\\u003c')};
  </script>
  <div id="root">${body}</div>
</html>
`;
}
