import { buildPages } from './pages.js';

await buildPages({ client: 'client.jsx', server: 'server.jsx', options: { jsx: 'automatic' } });
