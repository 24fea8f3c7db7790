/**
 * Makes nodes of the instructions that the core writes (`src/render/script.rs`): one by one, never from a string of markup.
 */

const OPEN = 1;
const ATTRIBUTE = 2;
const WORDS = 3;

/** What the core has written, and gives once. @typedef {{ words(): string, marks(): Uint32Array }} Script */

/** Nodes that come piece by piece. */
export class Drawing {
  #page;
  #take;
  /** The elements that are open. @type {HTMLElement[]} */
  #open = [];
  /** How many UTF-16 units of words have come. */
  #count = 0;
  /** The chunk that is open, and how many had come before it. @type {{ element: HTMLElement, before: number } | null} */
  #chunk = null;

  /**
   * @param {Document} page the nodes belong to it
   * @param {(node: HTMLElement | Text) => void} take gets every node that stands in no other: as soon as it is all there,
   *   or at the end of the piece in which it began
   * @param {(chunk: HTMLElement, size: number) => void} [gather] gets every chunk of a long text, before it stands anywhere
   */
  constructor(page, take, gather = () => {}) {
    this.#page = page;
    this.#take = take;
    this.gather = gather;
  }

  /** @param {Script} script */
  draw(script) {
    const words = script.words();
    const marks = script.marks();
    const open = this.#open;
    let at = 0;
    const next = (/** @type {number} */ length) => words.slice(at, (at += length));
    for (let index = 0; index < marks.length; index++) {
      const length = marks[index] >>> 2;
      const top = open[open.length - 1];
      switch (marks[index] & 3) {
        case OPEN:
          open.push(this.#page.createElement(next(length)));
          break;
        case ATTRIBUTE:
          top.setAttribute(next(length), next(marks[++index]));
          if (!this.#chunk && top.className === 'rr-chunk') this.#chunk = { element: top, before: this.#count };
          break;
        case WORDS:
          this.#say(next(length), top, index === 0);
          break;
        default:
          open.pop();
          this.#close(top);
      }
    }
    this.#flush();
  }

  /**
   * @param {string} words
   * @param {HTMLElement | undefined} top
   * @param {boolean} mayGoOn whether they may belong to words that came with the piece before
   */
  #say(words, top, mayGoOn) {
    this.#count += words.length;
    const before = mayGoOn && top?.lastChild;
    if (before instanceof Text) before.appendData(words);
    else this.#put(this.#page.createTextNode(words), top);
  }

  /** @param {HTMLElement} element */
  #close(element) {
    if (element === this.#chunk?.element) {
      this.gather(element, this.#count - this.#chunk.before);
      this.#chunk = null;
    }
    this.#attach(element, this.#open.length);
  }

  /** What is open stands where it belongs, but for a chunk, which is put there as a whole. */
  #flush() {
    for (const [depth, element] of this.#open.entries()) {
      if (element === this.#chunk?.element) return;
      this.#attach(element, depth);
    }
  }

  /**
   * @param {HTMLElement} element
   * @param {number} depth
   */
  #attach(element, depth) {
    if (element.parentNode) return;
    this.#put(element, this.#open[depth - 1]);
  }

  /**
   * @param {HTMLElement | Text} node
   * @param {HTMLElement | undefined} top
   */
  #put(node, top) {
    // `append` takes lists, and leaves one behind each time.
    if (top) top.appendChild(node);
    else this.#take(node);
  }
}
