import { dirname } from 'node:path';

// The tools are installed in the folder around this one.
const root = dirname(import.meta.dirname);

export default { turbopack: { root }, outputFileTracingRoot: root };
