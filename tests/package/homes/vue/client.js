import { createApp, createSSRApp, nextTick, reactive } from 'vue';
import { App } from './app.js';

/** Takes over what the server sent, or begins with nothing; gives what sets the state. */
export function start(root, initial, isHydrating) {
  const state = reactive(initial);
  (isHydrating ? createSSRApp : createApp)(App, { state }).mount(root);
  return async (change) => {
    Object.assign(state, change);
    await nextTick();
  };
}
