import { createSSRApp, reactive } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { App } from './app.js';

export const render = (initial) => renderToString(createSSRApp(App, { state: reactive(initial) }));
