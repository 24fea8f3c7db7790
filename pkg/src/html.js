/** What reads HTML: the glue of its module, and the browser's parser. It comes when a page has a document of that form. */
export { default as makeGlue } from 'glue:html';
export { parser } from './flatten.js';
