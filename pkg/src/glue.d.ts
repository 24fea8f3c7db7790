// What `xtask/bundle.mjs` makes of other files.

/**
 * wasm-bindgen's glue of the modules that make texts stand, wrapped in a function: each call is an instance's own. It is the
 * same for all of them.
 */
declare module 'glue:first' {
  const makeGlue: () => typeof import('../wasm/first.js');
  export default makeGlue;
}

/** The glue of the build that tells encodings and languages, and reads no form. */
declare module 'glue:detection' {
  const makeGlue: () => typeof import('../wasm/detection.js');
  export default makeGlue;
}

/** The same of the build that reads every form. */
declare module 'glue:core' {
  const makeGlue: () => typeof import('../wasm/core.js');
  export default makeGlue;
}

/** The same of the full build for the panel of any record, and of plain text. */
declare module 'glue:full-text' {
  const makeGlue: () => typeof import('../wasm/full.js');
  export default makeGlue;
}

/** The same of the full build for the panel of a record. */
declare module 'glue:full' {
  const makeGlue: () => typeof import('../wasm/full.js');
  export default makeGlue;
}

/** The same of the full build for XML. */
declare module 'glue:full-tei' {
  const makeGlue: () => typeof import('../wasm/full-tei.js');
  export default makeGlue;
}

/** The style sheet of the article, `src/render/style.css`, without its white space and comments. */
declare module 'style:article' {
  const rules: string;
  export default rules;
}

/** That of texts of many kinds of nodes, `src/render/tei.css`. */
declare module 'style:structure' {
  const rules: string;
  export default rules;
}

/** The same without what only TEI needs. */
declare module 'style:forms' {
  const rules: string;
  export default rules;
}

/** The style sheet of the element itself, `pkg/src/host.css`. */
declare module 'style:host' {
  const rules: string;
  export default rules;
}

/** The style sheet of the element's own controls, `pkg/src/controls.css`. */
declare module 'style:controls' {
  const rules: string;
  export default rules;
}

/** The module that can do everything, for the single-file build. */
declare module 'bytes:core' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
