/**
 * The glue of wasm-bindgen, without what no page of ours comes to: what it has for engines that lack what ours all have,
 * and for uses that the package never makes. It would be a tenth of the script that a page loads first.
 *
 * Each entry has to be there, once: another version of wasm-bindgen that words one in another way fails the build.
 */
const NEEDLESS = /** @type {[what: string, code: RegExp, instead: string | ((...found: string[]) => string)][]} */ ([
  [
    // The glue is made anew for each instance, and none comes to so many bytes.
    'a decoder that is worn out after 2 GiB',
    /(?<=^function decodeText\(bytes\) \{\n)    numBytesDecoded [^]*?\n    \}\n/gm,
    '',
  ],
  [
    // A string is encoded and then copied: the strings are short, or made of bytes by the decoder of the page.
    'strings that are encoded in place, by engines that can',
    /(?<=^function passStringToWasm0\(arg, malloc), realloc\) \{\n    if \(realloc === undefined\) (\{[^]*?\n    \})\n[^]*?\n\}\n/gm,
    ') $1\n',
  ],
  ['what they would need for that', /(?<=passStringToWasm0\(\w+, wasm\.\w+), wasm\.\w+(?=\))/g, ''],
  ['engines that cannot', /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{\n[^]*?\n\}\n/gm, ''],
  [
    // Where memory runs out, the instance is given up.
    'memory of strings given back where the memory for another one is not to be had',
    /^( +)try \{\n( +ptr0 = [^]*?)\n\1\} catch \(e\) \{\n[^]*?\n\1\}\n/gm,
    '$2\n',
  ],
  [
    // One is made for every piece of a document, and that costs nothing.
    'views of memory that are kept, and made anew when it has grown',
    /^let (\w+) = null;\n(function \w+\(\) \{\n)[^]*?\1 = (new \w+\(wasm\.memory\.buffer\));\n    \}\n    return \1;\n/gm,
    '$2    return $3;\n',
  ],
  ['a decoder that decodes nothing first', /^cachedTextDecoder\.decode\(\);\n/gm, ''],
  ['what is forgotten when an instance starts', /^ {4}cached\w+ = null;\n/gm, ''],
  [
    // `Instances` compiles, and starts an instance once.
    'ways to start that are old, or not taken',
    /(?<=^function initSync\()module(\) \{\n)[^]*?(?= {4}const instance = )/gm,
    '{ module }$1    const imports = __wbg_get_imports();\n',
  ],
]);

/** The same of readers, in modules that have them. @type {typeof NEEDLESS} */
const OF_READERS = [
  [
    'engines without finalization',
    /\(typeof FinalizationRegistry === 'undefined'\)\s*\? \{ register: \(\) => \{\}, unregister: \(\) => \{\} \}\s*: /g,
    '',
  ],
  [
    // The place of a string is an argument, and then its length, which is known by then.
    'names for the places and lengths of strings',
    /^ +let ptr0, len0.*\n((?: +(?:ptr|len)\d = .*\n)+)(.*\(ptr0, len0.*\n)/gm,
    (_, strings, call) => {
      const places = [...strings.matchAll(/(ptr\d) = (.*);/g)];
      const named = places.reduce((call, [, name, place]) => call.replace(name, place), call);
      return named.replace(/len\d/g, 'WASM_VECTOR_LEN');
    },
  ],
  ['objects that a block disposes of', /^if \(Symbol\.dispose\) .*$/gm, ''],
];

/** What the element, which frees every reader itself, needs no more than that. @type {typeof NEEDLESS} */
const OF_PROGRAMS = [
  [
    // Where words cannot be decoded, the instance is given up.
    'memory of words given back all the same',
    /^ +let (deferred\d)_0;\n +let \1_1;\n +try \{\n((?: +const .*\n)+) +\1_0 = .*\n +\1_1 = .*\n +return (.*);\n.*finally \{\n( +wasm\.\w+\()\1_0, \1_1, .*\n.*\n/gm,
    '$2const words = $3;\n$4ret[0], ret[1], 1);\nreturn words;\n',
  ],
  ['readers that nobody frees', /^ +ReaderFinalization\.(un)?register\(.*\);\n/gm, ''],
  [
    'readers that are asked for something when they have been freed',
    /^ +__destroy_into_raw\(\) \{\n[^]*?(^ +free\(\) \{\n).*\n( +wasm\.\w+\()ptr, /gm,
    '$1$2this.__wbg_ptr, ',
  ],
  ['freeing them', /^const ReaderFinalization = .*\n/gm, ''],
  [
    // Numbers and strings alone go through its wall, and it calls nothing.
    'what a module is given that asks for nothing',
    /^ +const imports = .*\n(.* new WebAssembly\.Instance\(module), imports/gm,
    '$1',
  ],
];

/**
 * @param {string} code
 * @param {boolean} isOfElement whether nothing but the element uses it
 */
export function trimmed(code, isOfElement) {
  let rest = code;
  const ofReaders = code.includes('class Reader') ? [...OF_READERS, ...(isOfElement ? OF_PROGRAMS : [])] : [];
  for (const [what, needless, instead] of [...NEEDLESS, ...ofReaders]) {
    if (!needless.test(rest)) throw new Error(`The glue has nothing for ${what}: xtask/glue.mjs knows another version of it.`);
    needless.lastIndex = 0;
    rest = rest.replace(needless, /** @type {string} */ (instead));
  }
  return rest;
}
