import { buildPages } from './pages.js';

// The names that Vue's own build for bundlers asks to be set.
const define = { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' };
await buildPages({ client: 'client.js', server: 'server.js', options: { define } });
