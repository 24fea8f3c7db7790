'use client';
/**
 * `reading-room/react`: the element as a component of React 19, which renders on the server and hydrates.
 */
import { createElement, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import './reading-room.js';
import { frame } from './frame.js';

/** @typedef {import('../types/react.d.ts').ReadingRoomProps} Props */
/** @typedef {import('../types/reading-room.d.ts').ReadingRoom} Element */

/** @param {Props} props */
export function ReadingRoom(props) {
  const { ref, html, headingLevel, idPrefix, children, onLoad, onError, onRequest, onCopy, onToggle, ...others } = props;
  const room = useRef(/** @type {Element | null} */ (null));
  useImperativeHandle(ref, () => /** @type {Element} */ (room.current), []);
  useListener(room, 'rr-load', onLoad);
  useListener(room, 'rr-error', onError);
  useListener(room, 'rr-request', onRequest);
  useListener(room, 'rr-copy', onCopy);
  useListener(room, 'rr-toggle', onToggle);
  const attributes = { ...others, 'heading-level': headingLevel, 'id-prefix': idPrefix, ref: room };
  return createElement('reading-room', attributes, createElement('article', articleProps(html)), children);
}

/**
 * Here rather than as properties: React attaches none of those to a custom element that it hydrates.
 * In a layout effect, because the element asks for its document before other effects run.
 *
 * @param {import('react').RefObject<Element | null>} room
 * @param {string} type
 * @param {((event: any) => void) | undefined} listener
 */
function useListener(room, type, listener) {
  useLayoutEffect(() => {
    const element = room.current;
    if (!element || !listener) return;
    element.addEventListener(type, listener);
    return () => element.removeEventListener(type, listener);
  }, [room, type, listener]);
}

/** @param {string | undefined} html */
function articleProps(html) {
  const { attributes, inside } = frame(html);
  const { class: className, ...others } = attributes;
  return { ...others, className, suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: inside } };
}
