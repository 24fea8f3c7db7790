/** What reads HTML: the glue of its module, and the browser's parser. It comes when a page has a document of that form. */
import makeGlue from 'glue:html';
import { parser } from './flatten.js';

export { parser };
export const makeHtmlGlue = () => makeGlue(parser());
