/**
 * What the element says itself while there is no document: that one is loading, or why it cannot be shown.
 * What is announced when words come into it stands there, empty, from the start.
 */
import { make } from './dom.js';

/** After how many milliseconds readers are told in words that something is loading, and after how many again. */
const FIRST_WORD = 1000;
const NEXT_WORD = 5000;

export class Status {
  #line = make('p', { part: 'status', role: 'status', lang: 'en', dir: 'ltr' });
  #message = make('p', { part: 'error', role: 'alert', lang: 'en', dir: 'ltr' });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  parts = [this.#line, this.#message];

  /**
   * Something is loading: a line shows it at once, words after a while.
   *
   * @param {{ size: number }} source
   */
  wait(source) {
    const say = () => {
      const amount = Math.round(source.size / 1000);
      this.#line.textContent = amount ? `Loading the document: ${amount} kB so far.` : 'Loading the document.';
      this.#timer = setTimeout(say, NEXT_WORD);
    };
    this.rest('');
    this.#line.className = 'loading';
    this.#timer = setTimeout(say, FIRST_WORD);
  }

  /**
   * Nothing is loading any more.
   *
   * @param {string} [message] why the document cannot be shown; what was said last stays, if not given
   */
  rest(message = this.#message.textContent ?? '') {
    clearTimeout(this.#timer);
    this.#line.className = '';
    this.#line.textContent = '';
    this.#message.textContent = message;
  }
}
