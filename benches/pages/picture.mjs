/** Pictures of a page: how much of their height holds text. */
import { inflateSync } from 'node:zlib';

/** How much darker than the ground of its row text is, of 255. */
const INK = 80;

/**
 * The part of the rows of a picture in which there is ink.
 *
 * @param {Buffer} png - eight bits a channel, not interlaced, as browsers make them
 */
export function inked(png) {
  const { width, height, channels, rows } = decode(png);
  let count = 0;
  for (let y = 0; y < height; y++) {
    const row = rows.subarray(y * width * channels, (y + 1) * width * channels);
    let [least, most] = [255, 0];
    // The edges may have a scroll bar.
    for (let x = Math.floor(width * 0.1); x < width * 0.9; x++) {
      const green = row[x * channels + 1];
      least = Math.min(least, green);
      most = Math.max(most, green);
    }
    if (most - least > INK) count++;
  }
  return count / height;
}

/** @param {Buffer} png */
function decode(png) {
  /** @type {Buffer[]} */
  const data = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = png[25] === 6 ? 4 : 3;
  return { width, height, channels, rows: unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels) };
}

/**
 * Each row says how it differs from its left and upper neighbours.
 *
 * @param {Buffer} data
 * @param {number} length - of a row
 * @param {number} height
 * @param {number} step - from a byte to the same one of the pixel beside it
 */
function unfilter(data, length, height, step) {
  const rows = Buffer.alloc(length * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (length + 1)];
    for (let x = 0; x < length; x++) {
      const at = y * length + x;
      const left = x < step ? 0 : rows[at - step];
      const up = y === 0 ? 0 : rows[at - length];
      const corner = x < step || y === 0 ? 0 : rows[at - length - step];
      rows[at] = data[y * (length + 1) + 1 + x] + guess(filter, left, up, corner);
    }
  }
  return rows;
}

/**
 * @param {number} filter
 * @param {number} left
 * @param {number} up
 * @param {number} corner
 */
function guess(filter, left, up, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const ofLeft = Math.abs(up - corner);
  const ofUp = Math.abs(left - corner);
  const ofCorner = Math.abs(left + up - 2 * corner);
  if (ofLeft <= ofUp && ofLeft <= ofCorner) return left;
  return ofUp <= ofCorner ? up : corner;
}
