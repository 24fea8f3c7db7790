/** The package's front door: importing it makes `<reading-room>` an element of the page. Where there is no DOM it does nothing. */
import { ReadingRoom } from './element.js';

export { ReadingRoom };

if (globalThis.customElements && !customElements.get('reading-room')) customElements.define('reading-room', ReadingRoom);
