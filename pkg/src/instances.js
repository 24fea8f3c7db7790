/**
 * WebAssembly instances of the core: compiled once, shared by all who ask, and made anew after a trap.
 *
 * wasm-bindgen's glue keeps its one instance in variables of its module, and a module is loaded once for good. The build
 * therefore wraps the glue in a function (`xtask/bundle.mjs`): each call of it is a glue of its own, in every bundler.
 */
import { because, request } from './failure.js';

/** An instance whose memory has more bytes than this is not kept. */
const LARGE = 8 << 20;

/**
 * @template {{ initSync: (options: { module: WebAssembly.Module }) => { memory: WebAssembly.Memory } }} Glue
 */
export class Instances {
  #makeGlue;
  #find;
  /** @type {Promise<WebAssembly.Module> | undefined} */
  #code;
  /** @type {Promise<Glue> | undefined} */
  #current;
  /** The memory of the instance that was made last. @type {WebAssembly.Memory | undefined} */
  #memory;
  /** The request for the module. @type {AbortController | undefined} */
  #request;
  /** How many have asked for the instance, and not given it up. */
  #asked = 0;

  /**
   * @param {() => Glue | Promise<Glue>} makeGlue
   * @param {() => string | WebAssembly.Module | Promise<WebAssembly.Module>} find gives the module, or its address
   */
  constructor(makeGlue, find) {
    this.#makeGlue = makeGlue;
    this.#find = find;
  }

  /** The instance that all share. */
  get() {
    this.#asked++;
    if (!this.#current) {
      const starting = this.#start();
      starting.catch(() => this.#drop(starting));
      this.#current = starting;
    }
    return this.#current;
  }

  /**
   * Has something done with it. One that breaks down over that is given up: the next one who asks gets a fresh one.
   *
   * @template T
   * @param {(glue: Glue) => Promise<T>} task
   */
  async use(task) {
    const loading = this.get();
    const glue = await loading;
    try {
      return await task(glue);
    } catch (error) {
      if (isTrap(error)) this.#drop(loading);
      throw error;
    } finally {
      // A memory never shrinks: what a volume has needed goes with the instance.
      if (this.#memory && this.#memory.buffer.byteLength > LARGE) this.#drop(loading);
    }
  }

  /** One who has asked for it does without: the request for a module that nobody else has asked for is broken off. */
  giveUp() {
    this.#asked--;
    if (!this.#asked) this.#request?.abort();
  }

  /** @param {Promise<Glue>} broken */
  #drop(broken) {
    if (this.#current === broken) this.#current = undefined;
  }

  async #start() {
    this.#code ??= this.#compile();
    this.#code.catch(() => (this.#code = undefined));
    const glue = await this.#makeGlue();
    const module = await this.#code;
    try {
      this.#memory = glue.initSync({ module }).memory;
    } catch (reason) {
      throw cannotRun(reason);
    }
    return glue;
  }

  async #compile() {
    // Asked for at once, before anything else that the same task asks for.
    const found = this.#find();
    if (typeof found !== 'string') return found;
    this.#request = new AbortController();
    return compile(found, this.#request.signal);
  }
}

/**
 * Compiled here rather than by the glue, which complains on the console about a server's media types.
 *
 * @param {string} address
 * @param {AbortSignal} signal
 */
async function compile(address, signal) {
  const response = await request(address, signal);
  const isDeclared = response.headers.get('Content-Type')?.trim() === 'application/wasm';
  try {
    return await (isDeclared ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  } catch (reason) {
    throw cannotRun(reason, address);
  }
}

/**
 * What a browser says that will not compile a module, or not run it: which of the two it refuses differs among them.
 *
 * @param {unknown} reason
 * @param {...string} facts what else is known of the module
 */
export function cannotRun(reason, ...facts) {
  return because(/unsafe-eval|\bCSP\b|Content Security Policy/.test(String(reason)) ? 'policy' : 'core', reason, ...facts);
}

/** @param {unknown} error */
export function isTrap(error) {
  // A stack that overflows leaves a module in the same state.
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}
