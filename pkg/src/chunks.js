/**
 * The chunks of a long text. A browser lays out what is out of view when it comes into it (`content-visibility`): so a volume
 * stands as soon as a page. What has not been laid out is missing from the accessibility tree, and its height is a guess;
 * therefore all of it is, chunk by chunk, when the page has nothing else to do. What does that comes with the controls.
 */
import { onceIdle } from './when.js';

/** For as long as a chunk is laid out only in view. */
export const LAZY = 'rr-lazy';
/** How many letters a chunk has, from which the style sheet guesses its height. */
export const SIZE = '--_letters';

/** For how many milliseconds chunks are laid out in one go, about: what comes of it has to be painted in the same time. */
const TURN = 24;

/** Has a chunk laid out, wherever it is. @param {HTMLElement} chunk */
export function release(chunk) {
  chunk.classList.remove(LAZY);
}

/**
 * Has every chunk laid out, in the order of the text, in what time the page has left.
 *
 * @param {Iterable<HTMLElement>} chunks
 * @param {AbortSignal} signal
 */
export function layOut(chunks, signal) {
  const left = chunks[Symbol.iterator]();
  /** Lays out so many chunks; false if none is left. @param {number} count */
  const next = (count) => {
    let last;
    for (let chunk; count > 0 && (chunk = left.next().value) && !signal.aborted; count--) {
      release(chunk);
      chunk.style.removeProperty(SIZE);
      // A style that is set by a script becomes an attribute when it is asked for.
      if (chunk.hasAttribute('style')) chunk.removeAttribute('style');
      last = chunk;
    }
    // Laid out now, within the time that is left, and not with the next frame; all of them in one go, because everything
    // around them is looked at each time.
    last?.getBoundingClientRect();
    return last;
  };
  /** How many milliseconds a chunk takes, about. */
  let each = TURN;
  const some = (/** @type {IdleDeadline | undefined} */ deadline) => {
    let now = performance.now();
    const end = now + Math.min(deadline?.timeRemaining() ?? 0, TURN);
    do {
      const start = now;
      const count = Math.max(1, Math.floor((end - start) / each / 2));
      if (!next(count)) return;
      now = performance.now();
      each = Math.max((now - start) / count, each / 2);
    } while (now + each < end);
    ask();
  };
  const ask = () => onceIdle(some);
  ask();
}
