/** Prints how long each of the named files is when brotli has compressed it as well as it can, a number a line. */
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';

for (const name of process.argv.slice(2)) {
  const bytes = await readFile(name);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  console.log(brotliCompressSync(bytes, { params }).length);
}
