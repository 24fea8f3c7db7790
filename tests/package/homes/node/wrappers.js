/** The wrappers rendered on a server, without a bundler. Prints what came of it, as JSON. */
import { createElement } from 'react';
import { renderToString as renderReact } from 'react-dom/server';
import { createSSRApp, h } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';
import { ReadingRoom as ReactRoom } from 'reading-room/react';
import { ReadingRoom as VueRoom } from 'reading-room/vue';
import { open } from 'reading-room/core';

const props = { src: 'telegram.txt', headingLevel: 3, isolated: false, details: true, idPrefix: 'a' };
const html = (await open('One.')).article({ prefix: 'a' });
const react = (props) => renderReact(createElement(ReactRoom, props, createElement('a', null, 'Text')));
const vue = (props) => renderVue(createSSRApp({ render: () => h(VueRoom, props, () => h('a', 'Text')) }));
console.log(JSON.stringify({ react: react(props), vue: await vue(props), reactWritten: react({ html }), vueWritten: await vue({ html }), html }));
