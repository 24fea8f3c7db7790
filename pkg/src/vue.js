/**
 * `reading-room/vue`: the element as a component of Vue 3, which renders on the server and hydrates.
 */
import { h } from 'vue';
import './reading-room.js';
import { frame } from './frame.js';

/** @typedef {import('../types/vue.d.ts').ReadingRoomProps} Props */

/** What it emits, and the element's events for it. */
const EVENTS = { load: 'rr-load', error: 'rr-error', request: 'rr-request', copy: 'rr-copy', toggle: 'rr-toggle' };

/**
 * A function, so that a template ref on it is the element.
 *
 * @param {Props} props
 * @param {import('vue').SetupContext<any>} context
 */
export function ReadingRoom(props, { slots, emit }) {
  const listeners = Object.entries(EVENTS).map(([name, type]) => [
    `on:${type}`,
    (/** @type {Event} */ event) => emit(name, event),
  ]);
  const { src, format, loading, headingLevel, idPrefix, theme, isolated, details, html } = props;
  const attributes = {
    src,
    format,
    loading,
    'heading-level': headingLevel,
    'id-prefix': idPrefix,
    theme,
    // An attribute that says false is there all the same.
    isolated: isolated || null,
    details: details || null,
    ...Object.fromEntries(listeners),
  };
  return h('reading-room', attributes, [h('article', articleProps(html)), slots.default?.()]);
}

ReadingRoom.props = {
  src: String,
  format: String,
  loading: String,
  headingLevel: [Number, String],
  idPrefix: String,
  theme: String,
  isolated: Boolean,
  details: Boolean,
  html: String,
};

ReadingRoom.emits = Object.keys(EVENTS);

/** @param {string | undefined} html */
function articleProps(html) {
  const { attributes, inside } = frame(html);
  const written = inside ? { innerHTML: inside } : {};
  return { ...attributes, ...written, 'data-allow-mismatch': '' };
}
